import type { Server as HttpServer, IncomingMessage, ServerResponse } from "node:http";
import { createServer } from "node:http";
import type { Server as NetServer } from "node:net";

export const loopback = "127.0.0.1";

/** A server that runs. `close` ends open connections too and may be called twice. */
export type Running = { readonly url: string; readonly port: number; readonly close: () => Promise<void> };

/**
 * The port that was asked for is taken; `port` says which, so that the caller can name the setting
 * that moves it.
 */
export class PortInUse extends Error {
  readonly port: number;
  constructor(port: number) {
    super(`Port ${port} on ${loopback} is used by another program.`);
    this.port = port;
  }
}

/**
 * Port of a listening server. Throws when it does not listen, which is a mistake in this folder.
 */
const portOf = (server: { address: () => unknown }): number => {
  const address = server.address();
  if (typeof address !== "object" || address === null || !("port" in address) || typeof address.port !== "number")
    throw new Error("The server does not listen.");
  return address.port;
};

/**
 * Listens on loopback alone, never on another interface. `port` 0 takes a free one. Throws
 * `PortInUse`.
 */
export const listenOnLoopback = (server: NetServer, port: number): Promise<number> =>
  new Promise((resolve, reject) => {
    const refuse = (error: NodeJS.ErrnoException) => reject(error.code === "EADDRINUSE" ? new PortInUse(port) : error);
    server.once("error", refuse);
    server.listen(port, loopback, () => {
      server.removeListener("error", refuse);
      resolve(portOf(server));
    });
  });

/**
 * Ends an HTTP server with whoever still waits on it: a long poll would keep the process alive for
 * 20 s.
 */
export const closeHttp = (server: HttpServer): Promise<void> =>
  new Promise((resolve) => {
    server.close(() => resolve());
    server.closeAllConnections();
  });

const readBody = async (request: IncomingMessage, bytesAtMost = 64 * 1024 * 1024): Promise<Buffer> => {
  const chunks: Buffer[] = [];
  let length = 0;
  for await (const chunk of request) {
    const bytes: Buffer = Buffer.isBuffer(chunk) ? chunk : Buffer.from(String(chunk));
    length += bytes.length;
    if (length > bytesAtMost) throw new Error("The request is larger than this server takes.");
    chunks.push(bytes);
  }
  return Buffer.concat(chunks);
};

export type Answer = {
  readonly status: number;
  readonly headers?: Readonly<Record<string, string>>;
  readonly body?: string | Buffer;
};

/**
 * An HTTP server that answers by a function. What the function throws becomes a 500, so that a
 * client sees a failure instead of hanging.
 */
export const startHttp = async (
  port: number,
  answer: (request: IncomingMessage, body: Buffer) => Promise<Answer> | Answer,
): Promise<Running> => {
  const write = (response: ServerResponse, { status, headers, body }: Answer) => {
    response.writeHead(status, { ...headers, "content-length": Buffer.byteLength(body ?? "") });
    response.end(body ?? "");
  };
  const server = createServer((request, response) => {
    readBody(request)
      .then((body) => answer(request, body))
      .then((given) => write(response, given))
      .catch((error: unknown) =>
        write(response, {
          status: 500,
          headers: { "content-type": "text/plain" },
          body: error instanceof Error ? error.message : "failed",
        }),
      );
  });
  const listening = await listenOnLoopback(server, port);
  return { url: `http://${loopback}:${listening}`, port: listening, close: () => closeHttp(server) };
};

export const xmlText = (text: string): string => text.replace(/[&<>"']/g, (sign) => `&#${sign.charCodeAt(0)};`);
