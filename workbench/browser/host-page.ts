import type { HostPage } from "./globals";
import { SCENARIO_SHEETS } from "../host/conformance/index";
import { ExcelHost } from "../host/host";
import { fromLines } from "../host/model/from-lines";
import { excelOnTheWeb } from "../host/profiles";
import type { LibrarySchema } from "../host/schema/schema";
import { frameFor, WebConnection } from "../host/transports/web";

/** The page that stands for Excel on the web: a workbook in memory, and the pane in an iframe of another origin. */
function open(schema: LibrarySchema, page: string): void {
  const host = new ExcelHost({ schema, workbook: fromLines(SCENARIO_SHEETS), profile: excelOnTheWeb });
  const options = { page, origin: location.origin, conversationId: "conversation" };
  const frame = document.createElement("iframe");
  const paneOrigin = new URL(page).origin;
  const connection = new WebConnection(host, options, (text) => { frame.contentWindow?.postMessage(text, paneOrigin); });
  addEventListener("message", ({ source, origin, data }: MessageEvent<unknown>) => {
    if (source === frame.contentWindow && origin === paneOrigin && typeof data === "string") void connection.receive(data);
  });
  const { src, name } = frameFor(options);
  // Named before it is inserted: the library reads the name as soon as it starts.
  frame.name = name;
  frame.src = src;
  frame.sandbox.add("allow-scripts", "allow-same-origin", "allow-forms", "allow-popups");
  document.body.append(frame);
  const driven: HostPage = {
    press: (id, functionName) => { connection.invokeCommand(id, functionName); },
    completed: () => connection.completed,
    openReferences: () => host.references.size,
    requests: () => host.log.requests.length,
  };
  globalThis.hostPage = driven;
}

const pane = new URL(location.href).searchParams.get("pane");
if (pane === null) throw new Error("no pane named");
const answer = await fetch("/schema.json");
open((await answer.json()) as LibrarySchema, pane);
