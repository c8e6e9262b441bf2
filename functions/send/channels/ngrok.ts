import { channelFacts } from "../../kernel/channels.ts";
import { ok } from "../../kernel/result.ts";
import * as z from "../../kernel/zod.ts";
import { unfit, wordAndUrl } from "./fits.ts";
import type { Provider, Status } from "./provider.ts";
import { statusBy, toldBy } from "./read-answer.ts";
import { taken } from "./taken.ts";
import { anotherPage, isSameHost } from "./told-of.ts";

/* ngrok's abuse reports, by its official client: package `@ngrok/ngrok-api` 0.11.0. */

const { name, api } = channelFacts.ngrok;
const { takes, rules } = taken.ngrok;

const metadataBytes = 4096;

const toRequest: Provider["toRequest"] = (telling) => {
  const fits = wordAndUrl({ name, takes, rules }, telling);
  if (!fits.ok) return fits;
  const metadata = [
    telling.category,
    telling.text,
    `Our number: ${telling.caseId}`,
    `${telling.organisation}, ${telling.replyAddress}`,
  ].join("\n");
  const bytes = Buffer.byteLength(metadata);
  if (bytes > metadataBytes) return unfit(`${name} takes ${metadataBytes} bytes of text, and here are ${bytes}.`);
  return ok({ method: "POST", path: "/abuse_reports", body: { urls: [fits.value.url], metadata } });
};

const report = z.object({
  id: z.string().check(z.minLength(1), z.maxLength(100)),
  // `PENDING`, `PROCESSED`, `PARTIALLY_PROCESSED`. With a number it is taken, whatever the word.
  status: z.string(),
  hostnames: z.nullish(z.array(z.object({ hostname: z.string(), status: z.string() }))),
});
const failure = z.object({ error_code: z.string(), msg: z.optional(z.string()) });

/** What its words (`BANNED`, `UNBANNED`, `IGNORE`) say of the page is not known: a person decides. */
const readStatus = (json: unknown, id: string, host: string): Status | undefined => {
  const read = report.safeParse(json);
  if (!read.success) return undefined;
  const { id: about, status, hostnames } = read.data;
  if (about !== id) return { kind: "person", why: `${name} answered about another report than was asked for.` };
  const ours = hostnames?.find(({ hostname }) => isSameHost(hostname, host));
  if (hostnames && hostnames.length > 0 && !ours) return anotherPage(name);
  const word = ours?.status ?? status;
  if (word === "PENDING") return { kind: "waiting" };
  const shown = /^\w{1,60}$/.test(word) ? word : "[…]";
  return { kind: "person", why: `${name} answered ${shown}; look what became of the page.`, looks: true };
};

export const ngrok: Provider = {
  name,
  api,
  host: "api.ngrok.com",
  basePath: "",
  secretFields: ["key"],
  headers: ({ key }) => ({ authorization: `Bearer ${key}`, "ngrok-version": "2" }),
  takes,
  passesOn: () => ({ host: "unknown", owner: "unknown" }),
  rules,
  toRequest,
  fromAnswer: toldBy({
    name,
    errorIn: (json) => {
      const read = failure.safeParse(json);
      return read.success ? [read.data.error_code, ...(read.data.msg ? [read.data.msg] : [])] : undefined;
    },
    taken: (json) => {
      const read = report.safeParse(json);
      return read.success ? { kind: "accepted", id: read.data.id } : undefined;
    },
  }),
  statusRequest: (id) => ({ method: "GET", path: `/abuse_reports/${encodeURIComponent(id)}` }),
  fromStatus: (answer, { id, host }) => statusBy(name, (json) => readStatus(json, id, host))(answer),
};
