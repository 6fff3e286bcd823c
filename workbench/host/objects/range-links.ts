import { contains } from "../../../src/core/sheet/region";
import type { Environment } from "../interpreter/definition";
import type { RangeModel } from "../model/range";
import { refuseIfProtected, refuseLockedCells } from "./protection";
import { writeContents } from "./range-values";

interface WireLink {
  readonly address?: string;
  readonly documentReference?: string;
  readonly screenTip?: string;
  readonly textToDisplay?: string;
}

export function hyperlinkOf(range: RangeModel): WireLink | null {
  range.check();
  const link = range.sheet.hyperlinks.find(({ region }) => contains(region, range.region.top, range.region.left));
  if (link === undefined) return null;
  return {
    ...(link.address === undefined ? {} : { address: link.address }),
    ...(link.documentReference === undefined ? {} : { documentReference: link.documentReference }),
    ...(link.screenTip === undefined ? {} : { screenTip: link.screenTip }),
    textToDisplay: link.textToDisplay ?? String(range.sheet.content(range.region.top, range.region.left) as string | number | null ?? ""),
  };
}

export function setHyperlink(range: RangeModel, given: unknown, environment: Environment): void {
  const value = given as WireLink;
  refuseIfProtected(range.sheet, "allowInsertHyperlinks");
  refuseLockedCells(range);
  const { sheet, region } = range;
  const others = sheet.hyperlinks.filter((link) => !contains(region, link.region.top, link.region.left));
  sheet.hyperlinks.splice(0, sheet.hyperlinks.length, ...others, {
    region,
    address: value.address,
    documentReference: value.documentReference,
    screenTip: value.screenTip,
    textToDisplay: value.textToDisplay,
  });
  sheet.changes.aspect("hyperlinks");
  if (value.textToDisplay !== undefined) writeContents(range, value.textToDisplay, environment);
}
