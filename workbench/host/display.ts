import { contains, type Region } from "../../src/core/sheet/region";
import type { CellContent } from "../../src/core/sheet/snapshot";
import { formatText, formatValue } from "../../src/core/text/number-format";
import { ConditionalView } from "./formula/conditional";
import type { Overlay } from "./formula/conditional-numbers";
import type { CommentModel, HyperlinkModel } from "./model/parts";
import type { CellStyle } from "./model/style";
import type { SheetModel } from "./model/workbook";
import { choicesOf, validationAt } from "./user/validation";

/** A cell as a person sees it. */
export interface DisplayedCell {
  /** As the number format shows it; "" for an empty cell. */
  readonly text: string;
  readonly content: CellContent | null;
  /** With "="; undefined for a constant. */
  readonly formula: string | undefined;
  /** Fill, font, frame and alignment after conditional formats; a number format's own color, as of negative figures, is in the font. */
  readonly style: CellStyle;
  /** Where the text stands when nothing is said of it: texts left, figures right, truth values and errors in the middle. */
  readonly horizontal: "left" | "center" | "right";
  readonly overlay: Overlay;
  /** The merged area of which this is the first cell. */
  readonly merge: Region | undefined;
  /** The cell lies under another one's merged area and is not drawn. */
  readonly isCovered: boolean;
  readonly hyperlink: HyperlinkModel | undefined;
  readonly comment: CommentModel | undefined;
  /** 入力時メッセージ, and the choices of a list. */
  readonly prompt: { readonly title: string; readonly text: string } | undefined;
  readonly choices: readonly string[] | undefined;
}

const COLORS: Readonly<Record<string, string>> = {
  black: "#000000", white: "#FFFFFF", red: "#FF0000", green: "#00FF00", blue: "#0000FF", yellow: "#FFFF00", magenta: "#FF00FF", cyan: "#00FFFF",
  黒: "#000000", 白: "#FFFFFF", 赤: "#FF0000", 緑: "#00FF00", 青: "#0000FF", 黄: "#FFFF00", 紫: "#FF00FF", 水: "#00FFFF",
};

/** `[赤]` in the section of the number format that a figure falls into. */
function colorOf(format: string, value: number): string | undefined {
  if (!format.includes("[")) return undefined;
  const sections = format.split(";");
  const section = value < 0 && sections.length > 1 ? sections[1] : value === 0 && sections.length > 2 ? sections[2] : sections[0];
  const name = /\[([^\]]+)\]/gu;
  for (const [, word = ""] of (section ?? "").matchAll(name)) {
    const color = COLORS[word.toLowerCase()];
    if (color !== undefined) return color;
  }
  return undefined;
}

function textOf(content: CellContent | null, format: string, date1904: boolean): string {
  if (content === null) return "";
  if (typeof content === "number") return formatValue(content, format, date1904);
  if (typeof content === "boolean") return content ? "TRUE" : "FALSE";
  return typeof content === "object" ? content.error : formatText(content, format);
}

function sideOf(style: CellStyle, content: CellContent | null): DisplayedCell["horizontal"] {
  switch (style.horizontalAlignment) {
    case "Center":
    case "CenterAcrossSelection":
    case "Distributed":
      return "center";
    case "Right":
      return "right";
    case "General":
      return typeof content === "number" ? "right" : typeof content === "boolean" || (typeof content === "object" && content !== null) ? "center" : "left";
    default:
      return "left";
  }
}

/** A sheet as it is shown at one moment. Made anew for each drawing; asks of a cell are answered one by one. */
export class SheetDisplay {
  private readonly rules: ConditionalView;
  private readonly mergesByRow = new Map<number, Region[]>();

  constructor(private readonly sheet: SheetModel) {
    sheet.workbook.settle();
    this.rules = new ConditionalView(sheet);
    for (const merge of sheet.merges) {
      for (let row = merge.top; row <= merge.bottom; row++) {
        const list = this.mergesByRow.get(row);
        if (list === undefined) this.mergesByRow.set(row, [merge]);
        else list.push(merge);
      }
    }
  }

  cell(row: number, column: number): DisplayedCell {
    const { sheet } = this;
    const { style, overlay } = this.rules.look(row, column);
    const cell = sheet.cell(row, column);
    const content = cell?.content ?? null;
    const area = this.mergesByRow.get(row)?.find((each) => contains(each, row, column));
    const isFirst = area?.top === row && area.left === column;
    const color = typeof content === "number" ? colorOf(style.numberFormat, content) : undefined;
    const validation = validationAt(sheet, row, column);
    const { title, message, showPrompt } = (validation?.prompt ?? {}) as { readonly title?: string; readonly message?: string; readonly showPrompt?: boolean };
    const hasPrompt = showPrompt !== false && ((title ?? "") !== "" || (message ?? "") !== "");
    return {
      text: overlay.hidesValue === true ? "" : textOf(content, style.numberFormat, sheet.workbook.date1904),
      content,
      formula: cell?.formula === undefined ? undefined : `=${cell.formula}`,
      style: color === undefined ? style : { ...style, font: { ...style.font, color } },
      horizontal: sideOf(style, content),
      overlay,
      merge: isFirst ? area : undefined,
      isCovered: area !== undefined && !isFirst,
      hyperlink: sheet.hyperlinks.find(({ region }) => contains(region, row, column)),
      comment: sheet.comments.find((comment) => comment.row === row && comment.column === column),
      prompt: hasPrompt ? { title: title ?? "", text: message ?? "" } : undefined,
      choices: validation === undefined ? undefined : choicesOf(sheet, validation),
    };
  }

  /** As far as there is something to draw. */
  get reach(): { readonly bottom: number; readonly right: number } {
    let { bottom, right } = this.sheet.reach;
    for (const merge of this.sheet.merges) {
      bottom = Math.max(bottom, merge.bottom);
      right = Math.max(right, merge.right);
    }
    return { bottom, right };
  }
}
