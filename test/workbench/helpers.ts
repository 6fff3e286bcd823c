import { readFileSync } from "node:fs";
import { basename } from "node:path";
import type { WorkbookSnapshot } from "../../src/core/sheet/snapshot";
import { readWorkbook } from "../../src/xlsx/read/read-workbook";
import { ExcelHost } from "../../workbench/host/host";
import type { WorkbookModel } from "../../workbench/host/model/workbook";
import type { Profile } from "../../workbench/host/profiles";
import { loadSchema } from "../../workbench/host/schema/load";
import { connectInNode, type OfficeGlobals } from "../../workbench/host/transports/node";

export { fromLines as workbookOf } from "../../workbench/host/model/from-lines";

export function snapshotOf(path: string): WorkbookSnapshot {
  const read = readWorkbook(readFileSync(path), basename(path));
  if (!read.ok) throw new Error(`${path}: ${read.failure.code}`);
  return read.value;
}

/** A host in Node, and the library on it as the globals that the add-in finds in a task pane. */
export function startHost(workbook: WorkbookModel, profile?: Profile): OfficeGlobals & { readonly host: ExcelHost } {
  const host = new ExcelHost({ schema: loadSchema(), workbook, ...(profile === undefined ? {} : { profile }) });
  const globals = connectInNode(host);
  const { Excel, Office, OfficeExtension } = globals;
  Object.assign(globalThis, { Excel, Office, OfficeExtension });
  return { host, Excel, Office, OfficeExtension };
}
