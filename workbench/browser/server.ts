import { readFile } from "node:fs/promises";
import { createServer } from "node:https";
import type { AddressInfo } from "node:net";
import { extname, join, normalize } from "node:path";
import { officeFolder } from "../host/schema/load";
import type { Certificate } from "./certificate";

const TYPES: Readonly<Record<string, string>> = { ".html": "text/html; charset=utf-8", ".js": "text/javascript; charset=utf-8" };

export interface Served {
  readonly origin: string;
  /** Paths that were asked for, in order. */
  readonly requested: readonly string[];
  close(): Promise<void>;
}

/**
 * Serves what is given by path, and below /office/ the library's files as npm installed them, on a free port that only
 * this machine can reach.
 */
export async function serve(files: Readonly<Record<string, string>>, certificate: Certificate): Promise<Served> {
  const requested: string[] = [];
  const folder = officeFolder();
  const find = async (path: string): Promise<string | Buffer | undefined> => {
    if (path in files) return files[path];
    const [, below] = /^\/office\/(.+)$/u.exec(path) ?? [];
    if (below === undefined || normalize(below).startsWith("..")) return undefined;
    return readFile(join(folder, normalize(below))).catch(() => undefined);
  };
  const server = createServer(certificate, (request, response) => {
    const { pathname } = new URL(request.url ?? "/", "https://localhost");
    requested.push(pathname);
    void find(pathname).then((body) => {
      if (body === undefined) response.writeHead(404).end();
      else response.writeHead(200, { "Content-Type": TYPES[extname(pathname)] ?? "application/octet-stream", "Cache-Control": "no-store" }).end(body);
    });
  });
  await new Promise<void>((done) => { server.listen(0, "localhost", done); });
  const { port } = server.address() as AddressInfo;
  return {
    origin: `https://localhost:${String(port)}`,
    requested,
    close: () => new Promise((done) => {
      server.close(() => { done(); });
      server.closeAllConnections();
    }),
  };
}
