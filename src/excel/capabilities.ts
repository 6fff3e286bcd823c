/** What a feature needs of Excel, and what serves instead where it is missing. */
export interface Capability {
  /** Version of the requirement set ExcelApi. */
  readonly set: string;
  /** A member that the loaded library must have as well; the host alone may promise more than the library can do. */
  readonly member?: { readonly on: "ConditionalFormat" | "Worksheet" | "Range"; readonly name: string };
  /** In words for a person; undefined where nothing serves instead. */
  readonly fallback: string | undefined;
}

/** The floor: below this the pane explains itself instead of starting. */
export const MINIMUM_EXCEL_API = "1.13";

/** One place for every feature: which requirement set it needs, and what happens without it. */
export const capabilities = {
  check: { set: MINIMUM_EXCEL_API, fallback: undefined },
  highlights: { set: "1.9", fallback: "作業ウィンドウの一覧だけで結果を示します。" },
  settingsInWorkbook: { set: "1.5", fallback: "設定はこの作業ウィンドウを閉じるまで有効です。" },
  summarySheets: { set: "1.12", fallback: "コマンド版で総括表を作ってください。" },
  summaryWorkbook: { set: "1.8", fallback: "総括表は今のブックの別シートに作ります。" },
  changeRuleInPlace: {
    set: "1.17",
    member: { on: "ConditionalFormat", name: "changeRuleToCustom" },
    fallback: "色付けは消してから付け直します。",
  },
  notes: { set: "1.18", member: { on: "Worksheet", name: "notes" }, fallback: "メモの代わりに一覧のリンクを使います。" },
  displayedColors: { set: "1.19", member: { on: "Range", name: "getDisplayedCellProperties" }, fallback: "色では判断しません。" },
} as const satisfies Readonly<Record<string, Capability>>;

export type CapabilityName = keyof typeof capabilities;

/** True only when the host says yes and the loaded library really has the member. */
export function can(name: CapabilityName): boolean {
  const capability: Capability = capabilities[name];
  if (!Office.context.requirements.isSetSupported("ExcelApi", capability.set)) return false;
  if (capability.member === undefined) return true;
  return capability.member.name in Excel[capability.member.on].prototype;
}

/** What this Excel offers, for the page that tells a person or an administrator. */
export function listCapabilities(): readonly { readonly name: CapabilityName; readonly isThere: boolean; readonly fallback: string | undefined }[] {
  return (Object.keys(capabilities) as CapabilityName[]).map((name) => ({ name, isThere: can(name), fallback: capabilities[name].fallback }));
}
