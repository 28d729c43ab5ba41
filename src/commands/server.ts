import { createReadStream, statSync } from "node:fs";
import { createServer, type IncomingMessage, type Server, type ServerResponse } from "node:http";
import { extname, join } from "node:path";
import { pipeline } from "node:stream/promises";

const types: Readonly<Record<string, string>> = {
  ".html": "text/html; charset=utf-8",
  ".css": "text/css; charset=utf-8",
  ".js": "text/javascript; charset=utf-8",
  ".json": "application/json; charset=utf-8",
  ".csv": "text/csv; charset=utf-8",
  ".svg": "image/svg+xml",
  ".png": "image/png",
  ".ico": "image/x-icon",
  ".txt": "text/plain; charset=utf-8",
  ".docx": "application/vnd.openxmlformats-officedocument.wordprocessingml.document",
};

const headers = {
  "Cache-Control": "no-cache",
  "X-Content-Type-Options": "nosniff",
  "Content-Security-Policy": "frame-ancestors 'self'",
};

/** A folder served on this machine alone. */
export interface Served {
  readonly address: string; // e.g. "http://127.0.0.1:4321/"
  readonly close: () => Promise<void>;
}

/** Serve a folder on 127.0.0.1, at a port or the next that is free (0 takes whichever is free), under a base path. */
export async function serve(folder: string, port: number, base = "/"): Promise<Served> {
  const server = createServer((request, response) => void answer(folder, base, request, response));
  const taken = await listen(server, port);
  return {
    address: `http://127.0.0.1:${taken}${base}`,
    close: () =>
      new Promise((done) => {
        server.close(() => done());
        server.closeAllConnections();
      }),
  };
}

function listen(server: Server, port: number): Promise<number> {
  return new Promise((done, fail) => {
    let wanted = port;
    server.on("error", (error: NodeJS.ErrnoException) => {
      if (error.code !== "EADDRINUSE" || wanted === 0 || wanted >= 65_535) return fail(error);
      wanted += 1;
      server.listen(wanted, "127.0.0.1");
    });
    server.on("listening", () => {
      const address = server.address();
      done(typeof address === "object" && address ? address.port : wanted);
    });
    server.listen(wanted, "127.0.0.1");
  });
}

async function answer(
  folder: string,
  base: string,
  request: IncomingMessage,
  response: ServerResponse,
): Promise<void> {
  const refuse = (status: number, text: string) =>
    response.writeHead(status, { ...headers, "Content-Type": "text/plain; charset=utf-8" }).end(text);
  if (request.method !== "GET" && request.method !== "HEAD") return void refuse(405, "只能读取。");
  const path = readPath(request.url ?? "/", base);
  if (path === null) return void refuse(404, "没有这一页。");
  const full = join(folder, path);
  const found = statSync(full, { throwIfNoEntry: false });
  if (found?.isDirectory() && !path.endsWith("/")) {
    const last = path.split("/").at(-1) ?? "";
    return void response.writeHead(302, { ...headers, Location: `${encodeURIComponent(last)}/` }).end();
  }
  const file = path.endsWith("/") ? join(full, "index.html") : full;
  const stat = statSync(file, { throwIfNoEntry: false });
  if (!stat?.isFile()) return void refuse(404, "没有这一页。");
  const type = types[extname(file).toLowerCase()] ?? "application/octet-stream";
  response.writeHead(200, { ...headers, "Content-Type": type, "Content-Length": stat.size });
  if (request.method === "HEAD") return void response.end();
  await pipeline(createReadStream(file), response).catch(() => response.destroy()); // the reader went away
}

/** Read the path below the base that a request asks for, always inside the folder; null if there can be no such file. */
function readPath(url: string, base: string): string | null {
  try {
    const path = decodeURIComponent(new URL(url, "http://127.0.0.1").pathname);
    const parts = path.split(/[/\\]/);
    return path.startsWith(base) && !path.includes("\0") && !parts.includes("..")
      ? path.slice(base.length - 1)
      : null;
  } catch {
    return null; // no address at all
  }
}
