import { join } from "node:path";
import { buildAddin, isBuildFresh } from "./serve/addin-build";
import { addinRoute } from "./serve/addin-files";
import { serveHttp } from "./serve/http-server";
import { pageRoute } from "./serve/page-files";

export { BuildError, isBuildFresh } from "./serve/addin-build";
export type { WorkbenchDriver } from "./page/driver";

export interface WorkbenchOptions {
  /** Where the repository lies. */
  readonly root?: string;
  /** Path of the workbook to open on; without it a public plan whose targets are missing. */
  readonly sample?: string;
  /** 0 or left out: any free one. */
  readonly port?: number;
  /** The Excel to stand in for: ltsc2021, ltsc2024, m365, web, 2019. */
  readonly profile?: string;
  /** False: what stands in dist/addin is served as it is. Otherwise it is built anew where a source is younger. */
  readonly build?: boolean;
  /** Breaks off the build. */
  readonly signal?: AbortSignal;
}

export interface Workbench {
  readonly url: string;
  close(): Promise<void>;
}

/** Where missing targets are to be seen at once. */
export const START_SAMPLE = "samples/d01-ebetsu-3rd-kpi.xlsx";

/** Ports that are tried in turn when none is asked for by number. */
export function* portsFrom(first: number): Iterable<number> {
  for (let port = first; port < first + 20; port++) yield port;
  yield 0;
}

/** An Excel without Excel on plain http, for this machine alone: the page at `/`, the built add-in below `/addin/`. */
export async function startWorkbench(options: WorkbenchOptions = {}, ports: Iterable<number> = [options.port ?? 0]): Promise<Workbench> {
  const root = options.root ?? process.cwd();
  if (options.build !== false && !isBuildFresh(root)) await buildAddin(root, options.signal);
  const page = await pageRoute({ root, sample: options.sample ?? join(root, START_SAMPLE) });
  const server = await serveHttp([page, addinRoute(root)], ports);
  const query = options.profile === undefined ? "" : `?profile=${encodeURIComponent(options.profile)}`;
  return { url: `http://localhost:${String(server.port)}/${query}`, close: () => server.close() };
}
