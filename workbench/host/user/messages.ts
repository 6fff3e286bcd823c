import { type HostError, type ErrorCode } from "../interpreter/protocol";

/** What Excel says to the person, as Excel for Windows words it in Japanese. */
export const MESSAGES = {
  protectedCell: "変更しようとしているセルやグラフは保護されているシート上にあります。変更するには、シートの保護を解除してください。パスワードの入力が必要な場合もあります。",
  protectedWorkbook: "ブックが保護されているため、変更できません。",
  invalidFormula: "この数式には問題があります。",
  invalidValue: "この値は、このセルに定義されているデータ入力規則の制限を満たしていません。",
  mergedSort: "この操作を行うには、すべての結合セルを同じサイズにする必要があります。",
  mergedCut: "この操作は結合したセルには行えません。",
  offSheet: "ワークシートの空でないセルがシートの外へ押し出されてしまうため、新しいセルを挿入できません。",
  nameTaken: "この名前は既に使用されています。別の名前を入力してください。",
  nameInvalid: "入力されたシートまたはグラフの名前が正しくありません。",
  lastSheet: "ブックには、表示されているワークシートが少なくとも 1 つ含まれている必要があります。",
  tableOverlap: "表が別の表と重なるため、この操作はできません。",
  notPossible: "この操作はできません。",
} as const;

const BY_TEXT: readonly (readonly [part: string, message: string])[] = [
  ["merged cells need", MESSAGES.mergedSort],
  ["to a merged cell", MESSAGES.mergedCut],
  ["off the end", MESSAGES.offSheet],
  ["at least one visible", MESSAGES.lastSheet],
  ["structure is protected", MESSAGES.protectedWorkbook],
];

const BY_CODE: Partial<Readonly<Record<ErrorCode, string>>> = {
  AccessDenied: MESSAGES.protectedCell,
  ItemAlreadyExists: MESSAGES.nameTaken,
};

/** The add-in is told in English by a code; the person in Japanese by a message box. */
export function messageFor(error: HostError, otherwise: string = MESSAGES.notPossible): string {
  return BY_TEXT.find(([part]) => error.message.includes(part))?.[1] ?? BY_CODE[error.code] ?? otherwise;
}
