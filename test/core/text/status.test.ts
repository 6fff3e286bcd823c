import { parseStatus, type StatusValue } from "../../../src/core/text";

test.each<[string, StatusValue]>([
  ["検討会", "considering"], ["研究会を設置予定", "not-started"], ["部分導入", "in-progress"], ["部分的導入", "in-progress"], ["部分的に導入済み", "in-progress"], ["順実施", "in-progress"], ["継続して実施", "continuing"], ["引続き実施", "continuing"], ["引き続き対応していく", "continuing"], ["引き続き検討", "considering"], ["継続検討", "considering"], ["検討継続", "considering"], ["検討", "considering"], ["協議", "considering"], ["調整", "considering"], ["研究", "considering"], ["調査", "considering"], ["調査研究", "considering"], ["構想", "considering"], ["情報収集", "considering"], ["導入の可否", "considering"], ["継続して検討する", "considering"], ["継続検討していく", "considering"], ["引き続き", "continuing"],
  ["■実施 □未実施", "in-progress"], ["□実施 ■未実施", "not-started"], ["完了。R8から運用を検討", "done"], ["検討中（R7導入予定）", "considering"], ["未", "not-started"], ["－", "unknown"], ["", "unknown"], ["Done", "done"], ["TODO", "not-started"], ["On Hold", "suspended"], ["Cancelled", "cancelled"],
])("「%s」は %s", (text, value) => {
  expect(parseStatus(text)).toBe(value);
});

test("市町村の語は、いちばん長いものが勝ち、記号一つはセル全体のときだけ当てはまる", () => {
  const extra = new Map<string, StatusValue>([["○", "done"], ["実施", "done"], ["実施見送り", "cancelled"], ["", "suspended"]]);
  expect(parseStatus("○", extra)).toBe("done");
  expect(parseStatus("○印", extra)).toBe("unknown");
  expect(parseStatus("今年度は実施見送り", extra)).toBe("cancelled");
  expect(parseStatus("実施", extra)).toBe("done");
  expect(parseStatus("検討中", extra)).toBe("considering");
});

test.each<[string, StatusValue]>([
  ["着手済", "in-progress"],
  ["開始済み", "in-progress"],
  ["引き続き取組", "continuing"],
  ["引続き取組み", "continuing"],
  ["引続実施", "continuing"],
  ["検討継続", "considering"],
  ["協議を継続", "considering"],
  ["検討行う予定", "considering"],
  ["検討を行う予定", "considering"],
  ["検討進める予定", "considering"],
  ["検討会議", "considering"],
  ["導入可否を検討の予定", "considering"],
  ["準備しています", "in-progress"],
  ["手続しています", "in-progress"],
  ["手続きしています", "in-progress"],
  ["工事着手", "in-progress"],
  ["工事に着手", "in-progress"],
  ["順調", "in-progress"],
  ["おおむね順調に推移", "in-progress"],
  ["順調進行中", "in-progress"],
  ["遅れあり", "in-progress"],
  ["遅れ", "in-progress"],
  ["やや遅延", "in-progress"],
  ["遅延している", "in-progress"],
  ["一部済み", "in-progress"],
  ["一部を実施した", "in-progress"],
  ["おおむね完了", "in-progress"],
  ["ほぼ完了した", "in-progress"],
  ["完了見込", "in-progress"],
  ["達成困難", "in-progress"],
  ["試行的に実施済み", "in-progress"],
  ["モデル事業", "in-progress"],
  ["仮運用", "in-progress"],
  ["試行", "in-progress"],
  ["試行済", "in-progress"],
  ["実証事業", "in-progress"],
  ["実証実験を実施中", "in-progress"],
  ["トライアル実施中", "in-progress"],
  ["本格稼働", "continuing"],
  ["随時更新", "continuing"],
  ["例年、開催", "continuing"],
  ["運用を継続", "continuing"],
  ["運用済", "continuing"],
  ["本格運用", "continuing"],
  ["毎年実施", "continuing"],
  ["通年", "continuing"],
  ["定着", "continuing"],
  ["定着済", "continuing"],
  ["現状どおり", "continuing"],
  ["提供中", "continuing"],
  ["未実施のまま", "not-started"],
  ["実施していない", "not-started"],
  ["着手せず", "not-started"],
  ["実施の予定", "not-started"],
  ["導入前", "not-started"],
  ["待機", "not-started"],
  ["完了しました", "done"],
  ["整備された", "done"],
  ["済", "done"],
  ["休止", "suspended"],
  ["一時休止中", "suspended"],
  ["見合わせ", "suspended"],
  ["実施しない", "cancelled"],
  ["取りやめた", "cancelled"],
  ["見送り済", "cancelled"],
])("送り仮名の違う「%s」も %s", (text, value) => {
  expect(parseStatus(text)).toBe(value);
});
