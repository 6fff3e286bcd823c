import { MINIMUM_EXCEL_API } from "../excel/capabilities";
import { describeHost, excelApiMissing, findHost } from "../excel/host";
import { withPatience, type OfficeLoad } from "./load-office";
import { bad, fact, good, notice, type Line } from "./report";

export interface HostChecks {
  readonly inExcel: boolean;
  readonly lines: readonly Line[];
}

/** Which Excel answers, and what it can do. In a plain browser office.js answers that there is none. */
export async function checkHost(load: OfficeLoad): Promise<HostChecks> {
  if (load !== "loaded") return { inExcel: false, lines: [bad("office.js", load === "failed" ? "読み込めません" : "読み込みが終わりません")] };
  const found = await withPatience(findHost());
  if (found === undefined) return { inExcel: false, lines: [bad("Excelとのやり取り", "office.js は読み込めましたが、15秒待っても応答がありません")] };
  if (found === "no-library") return { inExcel: false, lines: [bad("office.js", "読み込めましたが、動きません")] };
  if (found === "elsewhere") return { inExcel: false, lines: [good("office.js", "読み込めました"), fact("Excelとのやり取り", "Excelの外で開いています")] };
  const host = describeHost();
  return {
    inExcel: true,
    lines: [
      good("office.js", "読み込めました"),
      fact("Excel", `${host.excel}（${host.platform}、${host.locale}）`),
      checkFloor(),
      ...(host.sets.length > 0 ? [fact("使える機能の組", host.sets.join("、"))] : [notice("使える機能の組", "Excelが答えません")]),
    ],
  };
}

function checkFloor(): Line {
  const found = excelApiMissing();
  return found === null
    ? good("必要な機能", `ExcelApi ${MINIMUM_EXCEL_API} 以上です`)
    : bad("必要な機能", `このExcelは ExcelApi ${found} までです。ExcelApi ${MINIMUM_EXCEL_API} 以上（Office LTSC 2021 以降）が必要です。`);
}
