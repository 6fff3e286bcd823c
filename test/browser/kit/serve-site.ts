import { createServer } from "node:https";
import type { AddressInfo } from "node:net";
import { extname } from "node:path";
import { makeCertificate } from "../../../workbench/browser/certificate";
import { DOMParser } from "../../kit/dom";

const TYPES: Readonly<Record<string, string>> = { ".html": "text/html", ".css": "text/css", ".png": "image/png", ".txt": "text/plain" };

export interface ServedSite {
  /** Address of the folder, with a slash at its end. */
  readonly base: string;
  readonly requested: readonly string[];
  close(): Promise<void>;
}

/**
 * A static web server that serves the kit's site below /shinchoku/, with the types and headers that the kit's own
 * web.config asks for and no others, on a free port that only this machine can reach.
 */
export async function serveSite(files: Readonly<Record<string, Buffer>>): Promise<ServedSite> {
  const config = new DOMParser().parseFromString(files["site/web.config"]?.toString("utf8") ?? "", "application/xml");
  const pairs = (selector: string, name: string, value: string) =>
    [...config.querySelectorAll(selector)].map((element) => [element.getAttribute(name) ?? "", element.getAttribute(value) ?? ""] as const);
  const headers = Object.fromEntries(pairs("customHeaders > add", "name", "value"));
  const types = { ...TYPES, ...Object.fromEntries(pairs("staticContent > mimeMap", "fileExtension", "mimeType")) };
  const requested: string[] = [];
  const server = createServer(makeCertificate(), (request, response) => {
    const { pathname } = new URL(request.url ?? "/", "https://localhost");
    requested.push(pathname);
    const path = pathname.startsWith("/shinchoku/") ? pathname.slice("/shinchoku/".length) : undefined;
    const body = path === undefined || path === "web.config" ? undefined : files[`site/${path}`];
    const cache = path?.startsWith("app/") === true ? "max-age=31536000" : "no-cache";
    const type = path === undefined ? undefined : types[extname(path)];
    if (body === undefined || type === undefined) response.writeHead(404, headers).end();
    else response.writeHead(200, { ...headers, "Content-Type": type, "Cache-Control": cache }).end(body);
  });
  await new Promise<void>((done) => { server.listen(0, "localhost", done); });
  const { port } = server.address() as AddressInfo;
  return {
    base: `https://localhost:${port}/shinchoku/`,
    requested,
    close: () => new Promise((done) => {
      server.close(() => { done(); });
      server.closeAllConnections();
    }),
  };
}
