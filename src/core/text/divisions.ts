import { memo } from "../common/memo";
import { isDash } from "./dash";
import { squash, tidyLabel } from "./normalize";

/** What a name of an organization ends with. */
const SUFFIX =
  /(?:課|室|局|部|係|所|館|センター|ｾﾝﾀｰ|署|院|校|園|チーム|班|グループ|G|Ｇ|本部|委員会|会|会議|事務局|部門|庁|町|市|村|県|区|団|組合|機構|公社|協会|法人|財団|大学|学校|塾|店|社|ユニット|WG|PT|長|担当|推進員|議会|庁内|プロジェクト|連絡会|協議会|審議会|研究会|事業者|団体|機関)$/u;
const BARE_SUFFIX = /^(?:課|室|局|部|係|所|館|署|班|チーム|グループ|センター|支所|事務局)(?:等|など)?$/u;
const LEVELS: readonly (readonly [RegExp, number])[] = [
  [/(?:本部|部|局|委員会|議会|庁)$/u, 3],
  [/(?:係|班|担当|グループ|チーム|G|Ｇ)$/u, 1],
];
/** A mark of who leads, or a number: 「◎企画課」, 「①税務課」, 「主管：企画課」, 「（主）企画課」. */
const MARK =
  /^(?:[\u25CE\u25CB\u25CF\u25EF\u3007\u30FB\u2022\u25A0\u25A1\u25C6\u25C7\u203B\u2605\u2606*-]|[\u2460-\u2473]|[(（【〔[](?:主|副|正|関係|主管|担当|所管|関連|協力)[)）】〕\]]|(?:主管|主担当|副担当|担当|所管|関係|関連|連携|協力|主|副|正)(?:課|部署|課室)?[:：])\s*/u;
const TRAILING = /(?:[\s、，,]*(?:ほか|他|外)|(?<=課|室|局|部|係)(?:等|など))$/u;

const PLACE = /(?:園|校|(?<![員議])会|社|地区|市|町|村|県|団|店)$/u;
const OFFICE = /(?:課|室|部|局|係)$/u;

interface Part {
  readonly name: string;
  /** What stood before the part: decides whether it may belong to the one before. */
  readonly glue: "strong" | "dot" | "space" | "line";
}

/**
 * Cuts a 担当課 cell into names. 、／ always separate; ・, spaces and line breaks only after a name that is complete
 * (税務課・市民課), never inside one (こども・若者課, スポーツ・文化課).
 */
export const splitDivisions: (text: string) => readonly string[] = memo(1_000, (text) =>
  joinParts(cut(withoutMarks(text.replace(/^\s*[（(]([^（()）]*)[)）]\s*$/u, "$1"))))
    .map((name) => tidyLabel(name.replace(TRAILING, "")))
    .filter((name) => name !== "" && !isDash(name)),
);

/** 市民課（◎）, 【主】総務課【副】会計課: who leads, behind a name or between two. */
function withoutMarks(text: string): string {
  return text.replace(/[（(【〔[](?:[\u25CE\u25CB\u25CF\u25EF\u3007\u25B3]|主|副|正|主管|主担当|副担当|取りまとめ|取りまとめ課)[)）】〕\]]/gu, "、");
}

const BOUNDARY = /[、，,/／;；|｜\u2044\u2192\u21D2]|[・･·•]|[\r\n]+|[ \t\u3000\u00A0]+|(?<=[課室局部係所館署会])(?:及び|および|並びに|ならびに|と|又は|または|&|＆|\+|＋)/u;
const OPENING = /[（(【[〔]/u;
const CLOSING = /[）)】\]〕]/u;

function cut(text: string): readonly Part[] {
  const parts: Part[] = [];
  let name = "";
  let glue: Part["glue"] = "strong";
  let depth = 0;
  for (let place = 0; place < text.length;) {
    const boundary = depth === 0 ? boundaryAt(text, place) : undefined;
    if (boundary === undefined) {
      const character = text.charAt(place);
      depth = Math.max(0, depth + (OPENING.test(character) ? 1 : CLOSING.test(character) ? -1 : 0));
      name += character;
      place += 1;
      continue;
    }
    if (pushPart(parts, name, glue)) glue = kindOf(boundary);
    else if (kindOf(boundary) === "strong") glue = "strong";
    name = "";
    place += boundary.length;
  }
  pushPart(parts, name, glue);
  return parts;
}

const STICKY_BOUNDARY = new RegExp(BOUNDARY.source, "uy");

function boundaryAt(text: string, place: number): string | undefined {
  STICKY_BOUNDARY.lastIndex = place;
  return STICKY_BOUNDARY.exec(text)?.[0];
}

function kindOf(boundary: string): Part["glue"] {
  if (/[\r\n]/u.test(boundary)) return "line";
  if (/^[ \t\u3000\u00A0]+$/u.test(boundary)) return "space";
  return /^[・･·•]$/u.test(boundary) ? "dot" : "strong";
}

function pushPart(parts: Part[], raw: string, glue: Part["glue"]): boolean {
  const trimmed = tidyLabel(raw);
  const name = tidyLabel(trimmed.replace(MARK, ""));
  if (name === "") return false;
  parts.push({ name, glue: name === trimmed ? glue : "strong" });
  return true;
}

function joinParts(parts: readonly Part[]): readonly string[] {
  const names: string[] = [];
  for (const part of parts) {
    const last = names.at(-1);
    if (last === undefined || !belongs(last, part)) {
      names.push(part.name);
      continue;
    }
    const between = part.glue === "dot" ? "・" : part.glue === "line" && !isComplete(last) ? "" : " ";
    names[names.length - 1] = `${last}${between}${part.name}`;
  }
  return names;
}

function belongs(last: string, { name, glue }: Part): boolean {
  if (glue === "strong") return false;
  if (glue === "dot" && BARE_SUFFIX.test(name)) return true;
  if (/^[（(]/u.test(name)) return true;
  if (!isComplete(last)) return !/^(?:ほか|他|外)$/u.test(last);
  if (/^(?:ほか|他|外)$/u.test(name)) return true;
  // 公園・緑地課, 学校・家庭課: a place or a body before ・ belongs to the office's name.
  if (glue === "dot" && PLACE.test(last) && OFFICE.test(name)) return true;
  // 総務部 税務課 is one division, named with the department above it.
  return glue !== "dot" && levelOf(name) < levelOf(last);
}

function levelOf(name: string): number {
  const plain = squash(name).replace(/\(.*\)$/u, "");
  return LEVELS.find(([pattern]) => pattern.test(plain))?.[1] ?? 2;
}

function isComplete(name: string): boolean {
  return SUFFIX.test(name.replace(/[（(【[〔][^（(]*$/u, "").replace(TRAILING, "").trim());
}
