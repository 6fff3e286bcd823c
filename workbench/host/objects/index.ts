import type { Registry } from "../interpreter/definition";
import { defineApplication } from "./application";
import { defineCustomXml } from "./custom-xml";
import { defineFunctions } from "./functions";
import { defineRange } from "./range";
import { defineRangeAreas } from "./range-areas";
import { defineServices } from "./services";
import { defineWorkbook } from "./workbook";
import { defineWorksheet } from "./worksheet";
import { defineProtection } from "./protection";

/** Every class that the host has. What is missing here fails by its name. */
export function defineObjects(registry: Registry): void {
  defineApplication(registry);
  defineWorkbook(registry);
  defineWorksheet(registry);
  defineProtection(registry);
  defineRange(registry);
  defineRangeAreas(registry);
  defineCustomXml(registry);
  defineFunctions(registry);
  defineServices(registry);
}
