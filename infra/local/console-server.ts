import { randomBytes } from "node:crypto";
import { createServer } from "node:http";
import { getRequestListener } from "@hono/node-server";
import { consoleApp } from "../../functions/console/app.tsx";
import type { Person } from "../../functions/console/gate.tsx";
import { pauseAddress } from "../../functions/console/sending/pause-sending.tsx";
import type { Base } from "../../functions/handlers/case-work.ts";
import { consoleInForce } from "../../functions/handlers/console-in-force.ts";
import { closeHttp, listenOnLoopback, loopback } from "./servers/loopback.ts";

export type LocalConsole = {
  /** Where it stands, without any right to see it; for `CONSOLE_URL`. */
  readonly origin: string;
  /** The one-time address of the local operator. */
  readonly url: string;
  /**
   * A further one-time address, which signs in whom it names: a protected domain takes two
   * different persons.
   */
  readonly addressFor: (person: string) => string;
  readonly close: () => Promise<void>;
};

type Answers = { readonly fetch: (request: Request) => Response | Promise<Response> };

/** Answers in the console's place or adds to its answer, `next`, for a person who is signed in. */
export type InFront = (request: Request, person: string, next: () => Promise<Response>) => Promise<Response>;

/** The console for whom `person` names, and the port to serve it at. */
export type ConsoleServerGiven = {
  readonly app: (person: Person) => Answers;
  readonly inFront?: InFront;
  readonly port: number;
  /** Hears that a one-time address was used, whose it was, and the one that takes its place. */
  readonly onUsed?: (person: string, next: string) => void;
};

/** The console that is deployed: by the stage's file and what people decided beside it. */
export const consoleOf = (base: Base, person: Person): Answers => {
  const appNow = consoleInForce(base, (deps) => consoleApp({ ...deps, person }));
  return { fetch: async (request) => (await appNow()).fetch(request) };
};

/** Whom the first address signs in. */
export const localOperator = "local operator";

const unguessable = (): string => randomBytes(24).toString("base64url");

/**
 * Serves the console on loopback, to whoever opens a one-time address first: it is exchanged for a
 * cookie that no script can read and no other site can make the browser send. Without it every
 * request gets 403. Throws `PortInUse`.
 */
export const startConsole = async ({
  app: appFor,
  inFront,
  port,
  onUsed,
}: ConsoleServerGiven): Promise<LocalConsole> => {
  const unused = new Map<string, string>();
  const sessions = new Map<string, string>();
  // Cookies know no ports: another server on this machine must neither overwrite ours nor be
  // confused by it.
  let cookieName = "takedown";
  const personOf = (request: Request): string | undefined => sessions.get(cookieOf(request, cookieName) ?? "");
  const app = appFor((request) => {
    const name = personOf(request);
    return name === undefined ? undefined : { name, mayDecide: true, by: "signature" };
  });

  const answer = async (request: Request): Promise<Response> => {
    const url = new URL(request.url);
    // A page elsewhere may have its own name point at this machine; a browser then says that name
    // (DNS rebinding).
    if (url.hostname !== loopback && url.hostname !== "localhost")
      return refusal("This console answers on this machine only.");
    const token = url.searchParams.get("token");
    if (token !== null && request.method === "GET") return signIn(request, token);
    // To whom their session is gone meanwhile the console itself says that sending is not paused.
    const isToPause = request.method === "POST" && url.pathname === pauseAddress;
    const person = personOf(request);
    if (person === undefined && url.pathname !== "/style.css" && !isToPause)
      return refusal("This console opens by the one-time address that was printed when it started. Please use that.");
    const next = async () => app.fetch(request);
    return inFront && person !== undefined ? inFront(request, person, next) : next();
  };

  const signIn = (request: Request, token: string): Response => {
    const person = unused.get(token);
    if (person === undefined)
      return personOf(request)
        ? home()
        : refusal(
            "This one-time address was used before or is none of ours. A fresh one stands on top of the terminal of " +
              "npm start, and in its folder in console-address.txt.",
          );
    unused.delete(token);
    const session = unguessable();
    sessions.set(session, person);
    onUsed?.(person, addressFor(person));
    return home({ "Set-Cookie": `${cookieName}=${session}; HttpOnly; SameSite=Strict; Path=/` });
  };

  const server = createServer(getRequestListener(answer));
  const listening = await listenOnLoopback(server, port);
  cookieName = `takedown-${listening}`;
  const origin = `http://${loopback}:${listening}`;
  const addressFor = (person: string): string => {
    const token = unguessable();
    unused.set(token, person);
    return `${origin}/?token=${token}`;
  };
  return { origin, url: addressFor(localOperator), addressFor, close: () => closeHttp(server) };
};

const plain = {
  "Cache-Control": "no-store",
  "Referrer-Policy": "no-referrer",
  "X-Content-Type-Options": "nosniff",
} as const;

const home = (headers: Readonly<Record<string, string>> = {}): Response =>
  new Response(null, { status: 303, headers: { ...plain, ...headers, Location: "/" } });

const refusal = (sentence: string): Response =>
  new Response(`${sentence}\n`, {
    status: 403,
    headers: {
      ...plain,
      "Content-Type": "text/plain; charset=utf-8",
      "Content-Security-Policy": "default-src 'none'; frame-ancestors 'none'",
    },
  });

const cookieOf = (request: Request, name: string): string | undefined =>
  (request.headers.get("cookie") ?? "")
    .split(/; */)
    .find((pair) => pair.startsWith(`${name}=`))
    ?.slice(name.length + 1);
