import { once } from "node:events";
import { createServer, type Server, type ServerResponse } from "node:http";
import type { AddressInfo } from "node:net";

/** What a server may be made to answer instead of a file. */
export type Fault = (path: string, response: ServerResponse) => "answered" | "held" | "passed";

const types: Readonly<Record<string, string>> = {
  html: "text/html; charset=utf-8",
  js: "text/javascript; charset=utf-8",
  json: "application/json",
  svg: "image/svg+xml",
};

/** A server of a built site, on the loopback, that can be spoilt, stopped and started again at the same address. */
export class WallServer {
  files: ReadonlyMap<string, Uint8Array>;
  fault: Fault | null = null;
  /** What was asked for, e.g. "build.json". */
  readonly asked: string[] = [];
  /** Answers that are held back. */
  held = 0;
  private server: Server | null = null;
  private port = 0;

  constructor(files: ReadonlyMap<string, Uint8Array>) {
    this.files = files;
  }

  get address(): string {
    return `http://127.0.0.1:${this.port}/wall/index.html`;
  }

  async start(): Promise<void> {
    const server = createServer((request, response) => {
      const url = new URL(request.url ?? "", "http://127.0.0.1");
      const path = url.pathname.slice(1);
      this.asked.push(`${path}${url.search}`);
      response.sendDate = false; // the walls of the tests live at another time
      const done = this.fault?.(path, response) ?? "passed";
      if (done === "held") {
        this.held++;
        response.on("close", () => this.held--);
      }
      if (done !== "passed") return;
      const file = this.files.get(path);
      response.setHeader("content-type", types[path.split(".").at(-1) ?? ""] ?? "text/plain");
      response.setHeader("cache-control", "no-cache");
      response.statusCode = file ? 200 : 404;
      response.end(file);
    });
    this.server = server;
    server.listen(this.port, "127.0.0.1");
    await once(server, "listening");
    this.port = (server.address() as AddressInfo).port;
  }

  /** Stop at once, with every connection. */
  async stop(): Promise<void> {
    const { server } = this;
    if (!server) return;
    this.server = null;
    server.closeAllConnections();
    await new Promise((resolve) => server.close(resolve));
  }
}

/** Answer some paths with a status and a text. */
export function answering(paths: RegExp, status: number, text: string): Fault {
  return (path, response) => {
    if (!paths.test(path)) return "passed";
    response.writeHead(status, { "content-type": "text/html; charset=utf-8" }).end(text);
    return "answered";
  };
}

/** Never answer. */
export const stalling: Fault = () => "held";
