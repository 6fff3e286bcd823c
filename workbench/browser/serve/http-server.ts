import { createServer, type Server } from "node:http";
import type { AddressInfo } from "node:net";
import { extname } from "node:path";
import type { Headers } from "./headers";

export interface Answer {
  readonly body: string | Uint8Array;
  readonly headers: Headers;
}

/** Answers a path (decoded, without the query) or has nothing under it. */
export type Route = (path: string) => Promise<Answer | undefined>;

export interface HttpServer {
  readonly port: number;
  close(): Promise<void>;
}

const TYPES: Readonly<Record<string, string>> = {
  ".html": "text/html; charset=utf-8",
  ".js": "text/javascript; charset=utf-8",
  ".css": "text/css; charset=utf-8",
  ".json": "application/json; charset=utf-8",
  ".xml": "application/xml; charset=utf-8",
  ".txt": "text/plain; charset=utf-8",
  ".png": "image/png",
  ".svg": "image/svg+xml",
  ".ttf": "font/ttf",
  ".xlsx": "application/vnd.openxmlformats-officedocument.spreadsheetml.sheet",
};

/** Only this machine can reach the server, and only under these names: another site's name that leads here is refused. */
const OWN_NAMES = /^(?:localhost|127\.0\.0\.1|\[::1\])(?::\d+)?$/u;

async function listen(server: Server, port: number): Promise<boolean> {
  return new Promise((done, refused) => {
    const onError = (error: NodeJS.ErrnoException): void => {
      if (error.code === "EADDRINUSE" || error.code === "EACCES") done(false);
      else refused(error);
    };
    server.once("error", onError);
    server.listen(port, "localhost", () => {
      server.off("error", onError);
      done(true);
    });
  });
}

/** Serves the routes over http on the first free of the ports. */
export async function serveHttp(routes: readonly Route[], ports: Iterable<number>): Promise<HttpServer> {
  const server = createServer((request, response) => {
    const { pathname } = new URL(request.url ?? "/", "http://localhost");
    const answer = async (): Promise<void> => {
      if (!OWN_NAMES.test(request.headers.host ?? "")) {
        response.writeHead(403).end();
        return;
      }
      if (request.method !== "GET" && request.method !== "HEAD") {
        response.writeHead(405).end();
        return;
      }
      const path = decodeURIComponent(pathname);
      for (const route of routes) {
        const found = await route(path);
        if (found === undefined) continue;
        const name = path.endsWith("/") ? "index.html" : path;
        response.writeHead(200, { "Content-Type": TYPES[extname(name)] ?? "application/octet-stream", ...found.headers });
        response.end(request.method === "HEAD" ? undefined : found.body);
        return;
      }
      response.writeHead(404, { "Content-Type": "text/plain; charset=utf-8" }).end("見つかりません。");
    };
    answer().catch(() => {
      if (!response.headersSent) response.writeHead(400);
      response.end();
    });
  });
  for (const port of ports) {
    if (!(await listen(server, port))) continue;
    return {
      port: (server.address() as AddressInfo).port,
      close: () => new Promise((done) => {
        server.close(() => { done(); });
        server.closeAllConnections();
      }),
    };
  }
  throw new Error("no free port");
}
