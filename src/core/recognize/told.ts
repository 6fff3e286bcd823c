import type { FieldName } from "../model";
import type { Settings } from "../settings";
import { parseRangeA1, type Region } from "../sheet/region";
import type { ToldHeaders } from "./table-finder";

/** What a person has told us of a sheet. */
export interface Told {
  readonly headers: ToldHeaders;
  /** Parts in which there is no table. */
  readonly ignored: readonly Region[];
  readonly isWholeIgnored: boolean;
}

export function toldOf(sheet: string, settings: Settings): Told {
  const headers: Region[] = [];
  const fields: { row: number; column: number; field: FieldName }[] = [];
  const ignored: Region[] = [];
  let isWholeIgnored = false;
  for (const correction of settings.corrections) {
    if (correction.sheet !== sheet) continue;
    if (correction.kind === "ignore") {
      const range = correction.range === null ? undefined : parseRangeA1(correction.range);
      if (range === undefined) isWholeIgnored = true;
      else ignored.push(range);
      continue;
    }
    const region = parseRangeA1(correction.kind === "header" ? correction.range : correction.cell);
    if (region === undefined) continue;
    if (correction.kind === "header") headers.push(region);
    else fields.push({ row: region.top, column: region.left, field: correction.field });
  }
  return { headers: { headers, fields }, ignored, isWholeIgnored };
}

/** Parts of a sheet that a person wants left alone. */
export function ignoredOn(sheet: string, settings: Settings): readonly Region[] {
  return toldOf(sheet, settings).ignored;
}
