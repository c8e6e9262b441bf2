import { createHmac, timingSafeEqual } from "node:crypto";
import { createServer } from "node:http";
import { pathToFileURL } from "node:url";

/*
 * What stands between a webhook and a ticket system that checks no signatures: it believes what is
 * signed and of this moment, and makes a ticket in RTIR or an alert in TheHive of it. Run it beside
 * the ticket system, behind your own TLS. It answers 2xx only when the ticket is there, so that what
 * could not be written comes again.
 */

type Headers = Readonly<Record<string, string | string[] | undefined>>;

const keyOf = (secret: string): Buffer => Buffer.from(secret.replace(/^whsec_/, ""), "base64");

/** Whether a request is ours and not older or newer than five minutes (Standard Webhooks, "Verifying"). */
export const isGenuine = (headers: Headers, body: string, secret: string, nowMs: number): boolean => {
  const [id, at, signatures] = ["id", "timestamp", "signature"].map((name) => String(headers[`webhook-${name}`] ?? ""));
  if (!(Math.abs(nowMs / 1000 - Number(at)) <= 300)) return false;
  const right = createHmac("sha256", keyOf(secret)).update(`${id}.${at}.${body}`).digest();
  return (signatures ?? "").split(" ").some((one) => {
    const given = Buffer.from(one.replace(/^v1,/, ""), "base64");
    return one.startsWith("v1,") && given.length === right.length && timingSafeEqual(given, right);
  });
};

type Message = { readonly type: string; readonly data: Readonly<Record<string, unknown>> };

/** What a ticket says: on-call's own words, or what happened to a report. */
const ticketOf = ({ type, data }: Message): { readonly title: string; readonly text: string } =>
  type === "on-call.told"
    ? { title: String(data.subject), text: String(data.text) }
    : { title: `${data.caseId}: ${data.happened} (${data.reportId})`, text: JSON.stringify(data, null, 2) };

/** A request that makes a ticket. */
export type Ask = { readonly url: string; readonly headers: Readonly<Record<string, string>>; readonly body: string };

const asJson = (url: string, authorization: string, body: unknown): Ask => ({
  url,
  headers: { authorization, "content-type": "application/json" },
  body: JSON.stringify(body),
});

/** RT's REST 2: a ticket in a queue of RTIR. */
export const forRtir = (base: string, token: string, told: Message): Ask => {
  const { title, text } = ticketOf(told);
  const ticket = { Queue: "Incident Reports", Subject: title, Content: text, ContentType: "text/plain" };
  return asJson(`${base}/REST/2.0/ticket`, `token ${token}`, ticket);
};

/** TheHive 5: an alert, of which it keeps one for each `sourceRef`, however often it is told. */
export const forTheHive = (base: string, key: string, told: Message, id: string): Ask => {
  const { title, text } = ticketOf(told);
  const alert = { type: told.type, source: "takedown-dispatcher", sourceRef: id, title, description: text };
  return asJson(`${base}/api/v1/alert`, `Bearer ${key}`, alert);
};

/** `make` says which; `send` asks it and gives its status. */
export const receiver = (
  secret: string,
  make: (told: Message, id: string) => Ask,
  send: (ask: Ask) => Promise<number>,
) => {
  // RT makes a ticket for each request; what was made in this run is not made again.
  const done = new Set<string>();
  return createServer(async (request, response) => {
    let body = "";
    for await (const bytes of request) {
      body += bytes;
      if (body.length > 1_000_000) break;
    }
    const id = String(request.headers["webhook-id"] ?? "");
    if (!isGenuine(request.headers, body, secret, Date.now())) response.writeHead(401).end();
    else if (done.has(id)) response.writeHead(204).end();
    else {
      const status = await send(make(JSON.parse(body), id)).catch(() => 502);
      if (status < 300) done.add(id);
      response.writeHead(status < 300 ? 204 : 502).end();
    }
  });
};

/**
 * Asks, and gives the status. What is there already is as good as made: TheHive refuses it by 400
 * (its issue 1094), and it would else come again until it lies in the dead letters.
 */
export const post = async ({ url, ...ask }: Ask): Promise<number> => {
  const answer = await fetch(url, { ...ask, method: "POST", signal: AbortSignal.timeout(8_000) });
  const isThere = [400, 409].includes(answer.status) && /already exist/i.test(await answer.text());
  return isThere ? 208 : answer.status;
};

/** To try it without a ticket system: says what would be asked, and asks nobody. */
const print = async ({ url, body }: Ask): Promise<number> => {
  process.stdout.write(`${url}\n${body}\n\n`);
  return 201;
};

const [, program = "", which, base = ""] = process.argv;
if (import.meta.url === pathToFileURL(program).href) {
  const { WEBHOOK_SECRET: secret = "", TOKEN: token = "", PORT: port = "8080" } = process.env;
  if (secret === "" || base === "" || (which !== "rtir" && which !== "thehive"))
    throw new Error("WEBHOOK_SECRET=… TOKEN=… npx tsx infra/example/webhook-receiver.ts rtir|thehive https://BASE");
  const make = (told: Message, id: string) =>
    which === "rtir" ? forRtir(base, token, told) : forTheHive(base, token, told, id);
  receiver(secret, make, token === "" ? print : post).listen(Number(port), "127.0.0.1");
}
