import type { Registry } from "../interpreter/definition";
import { type RangeAreasModel, type RangeModel } from "../model/range";
import { rangeEdits } from "./range-edit";

export function defineRangeAreas(registry: Registry): void {
  registry.define<RangeAreasModel>("RangeAreas", {
    get: {
      Address: ({ areas }) => areas.map(({ address }) => address).join(","),
      AreaCount: ({ areas }) => areas.length,
      CellCount: ({ areas }) => areas.reduce((sum, area) => sum + area.rowCount * area.columnCount, 0),
      IsEntireColumn: ({ areas }) => areas.every((area) => area.isEntireColumn),
      IsEntireRow: ({ areas }) => areas.every((area) => area.isEntireRow),
    },
    go: {
      Areas: (target) => target,
      Format: (of) => ({ of }),
      Worksheet: ({ sheet }) => sheet,
      ConditionalFormats: (target) => target,
      DataValidation: (of) => ({ of }),
    },
    call: {
      Clear: ({ areas }, given: readonly never[], environment) => {
        for (const area of areas) rangeEdits["Clear"]?.(area, given, environment);
        return null;
      },
    },
  });
  registry.define<RangeAreasModel>("RangeCollection", { items: ({ areas }): readonly RangeModel[] => areas });
}
