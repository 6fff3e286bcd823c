import { chooseActual, inOrder } from "../../../src/core/evaluate/actual";
import { cy, figure, fy } from "./fixtures";

const AS_OF = "2025-10-01";

describe("評価に使う実績値", () => {
  test("終わった年度のうち、数のある最も新しいもの", () => {
    const [old, last] = [figure(1, fy(2022)), figure(2, fy(2023))];
    expect(chooseActual([last, old, figure("pending", fy(2024)), figure(9, fy(2025))], AS_OF)).toEqual({ kind: "set", figure: last, amount: 2 });
  });

  test("年度の分からない数は、年度のある数がないときに使い、最後のものを採る", () => {
    const [first, second] = [figure(3), figure(4)];
    expect(chooseActual([first, second, figure("blank", fy(2024))], AS_OF)).toEqual({ kind: "set", figure: second, amount: 4 });
    const dated = figure(5, fy(2023));
    expect(chooseActual([first, dated], AS_OF)).toMatchObject({ amount: 5 });
  });

  test("数がなければ、終わった最も新しい年度の理由を言う", () => {
    const last = figure("pending", fy(2024));
    expect(chooseActual([figure("blank", fy(2023)), last, figure("blank", fy(2025))], AS_OF)).toEqual({ kind: "none", figure: last, because: "actual-pending" });
  });

  test("終わった年度がなければ、まだである", () => {
    expect(chooseActual([figure(5, fy(2025)), figure("blank")], AS_OF)).toEqual({ kind: "none", figure: null, because: "not-yet" });
  });

  test("年度のない列だけなら、その最後のセルの理由を言い、列がなければ年度がないと言う", () => {
    const last = figure("pending");
    expect(chooseActual([figure("blank"), last], AS_OF)).toEqual({ kind: "none", figure: last, because: "actual-pending" });
    expect(chooseActual([], AS_OF)).toEqual({ kind: "none", figure: null, because: "no-period" });
  });
});

test("数のない「値あり」のセルは、読めなかったものとして扱う", () => {
  const broken = figure("set", fy(2024));
  expect(chooseActual([broken], AS_OF)).toEqual({ kind: "none", figure: broken, because: "unreadable" });
});

describe("年度の順", () => {
  test("古い順に並べ、年度のないものは除く", () => {
    const [a, b, c] = [figure(1, fy(2022)), figure(2, fy(2023)), figure(3, fy(2024))];
    expect(inOrder([c, figure(9), a, b])).toEqual([a, b, c]);
    expect(inOrder([a, b, c])).toEqual([a, b, c]);
  });

  test("同じ年度のものは、シートの順のままである", () => {
    const [a, b] = [figure(1, fy(2023)), figure(2, fy(2023))];
    expect(inOrder([a, b])).toEqual([a, b]);
    expect(inOrder([b, a])).toEqual([b, a]);
  });

  test("年度と暦年は、終わる日の順に新しい", () => {
    const [fiscal, calendar] = [figure(1, fy(2024)), figure(2, cy(2025))];
    expect(chooseActual([calendar, fiscal], "2025-12-31")).toMatchObject({ figure: calendar });
    expect(chooseActual([calendar, fiscal], "2025-12-30")).toMatchObject({ figure: fiscal });
    expect(chooseActual([calendar, fiscal], "2025-03-30")).toEqual({ kind: "none", figure: null, because: "not-yet" });
  });

  test("同じ年度のものは、シートで後にあるものを採る", () => {
    const [first, second] = [figure(1, fy(2023)), figure(2, fy(2023))];
    expect(chooseActual([first, second], AS_OF)).toMatchObject({ figure: second });
    expect(chooseActual([second, first], AS_OF)).toMatchObject({ figure: first });
  });
});
