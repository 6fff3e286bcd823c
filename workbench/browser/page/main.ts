import type { LibrarySchema } from "../../host/schema/schema";
import type { PageStart } from "../serve/page-files";
import { conditionsFrom } from "./conditions";
import { makeDriver } from "./driver";
import { bridge } from "./frames";
import { readManifest } from "./manifest";
import { Shell } from "./shell";
import { Workbench } from "./workbench";

async function ask(url: string): Promise<Response> {
  const answer = await fetch(url);
  if (!answer.ok) throw new Error(`${url}: ${String(answer.status)}`);
  return answer;
}

async function start(place: HTMLElement): Promise<void> {
  const query = new URLSearchParams(location.search);
  const [schema, manifest, begin] = await Promise.all([
    ask("/workbench/schema.json").then((answer) => answer.json() as Promise<LibrarySchema>),
    ask("/manifest.xml").then((answer) => answer.text()),
    ask("/workbench/start.json").then((answer) => answer.json() as Promise<PageStart>),
  ]);
  const wanted = query.get("sample")?.replace(/(?:\.xlsx)?$/u, ".xlsx");
  const sample = begin.samples.find((name) => name === wanted);
  const first = sample === undefined ? begin.start : { url: `/samples/${sample}`, name: sample };
  const bytes = new Uint8Array(await (await ask(first.url)).arrayBuffer());
  // What the library kept there of earlier pages would win over what the workbook says.
  sessionStorage.clear();
  window.workbenchBridge = bridge;
  const workbench = new Workbench(schema, readManifest(manifest), conditionsFrom(query));
  const shell = new Shell(workbench, begin.samples);
  place.replaceChildren(shell.element);
  workbench.open(bytes, first.name);
  if (query.get("pane") !== "closed") workbench.book.openPane();
  const width = Number(query.get("width"));
  if (width > 0) shell.setPaneWidth(width);
  window.workbench = makeDriver(workbench, { setPaneWidth: (pixels) => { shell.setPaneWidth(pixels); }, grid: shell.grid });
}

const place = document.getElementById("page");
if (place !== null) {
  start(place).catch((error: unknown) => {
    const line = document.createElement("p");
    line.className = "starting";
    line.setAttribute("role", "alert");
    line.textContent = "表を開けませんでした。もう一度読み込んでください。変わらないときは、npm start をいったん終えて、やり直してください。";
    place.replaceChildren(line);
    throw error;
  });
}
