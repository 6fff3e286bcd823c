import type { Registry } from "../interpreter/definition";
import { defineApplication } from "./application";
import { defineChart } from "./chart";
import { defineConditionalFormat } from "./conditional-format";
import { defineCustomXml } from "./custom-xml";
import { defineDataValidation } from "./data-validation";
import { defineFunctions } from "./functions";
import { defineNamesAndSettings } from "./names-settings";
import { definePage } from "./page";
import { defineProtection } from "./protection";
import { defineRange } from "./range";
import { defineRangeAreas } from "./range-areas";
import { defineServices } from "./services";
import { defineTable } from "./table";
import { defineWorkbook } from "./workbook";
import { defineWorksheet } from "./worksheet";

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
  defineConditionalFormat(registry);
  defineDataValidation(registry);
  defineTable(registry);
  defineNamesAndSettings(registry);
  definePage(registry);
  defineChart(registry);
  defineServices(registry);
}
