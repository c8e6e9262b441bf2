import { channelFacts } from "../../kernel/channels.ts";
import { plusMinutes } from "../../kernel/instant.ts";
import { ok } from "../../kernel/result.ts";
import * as z from "../../kernel/zod.ts";
import { isAnswerWord, meaningOf } from "./answer-words.ts";
import { wordAndUrl } from "./fits.ts";
import { type ChannelRequest, listedWithin, type Provider, type Sought, type Status } from "./provider.ts";
import { statusBy, toldBy } from "./read-answer.ts";
import { anotherPage, isSamePage } from "./reported-page.ts";
import { taken } from "./taken.ts";

/* GoDaddy's Abuse API, by its published OpenAPI definition, version 2. */

const { name, api } = channelFacts.godaddy;
const { takes, rules } = taken.godaddy;

const tickets = "/v2/abuse/tickets";

const toRequest: Provider["toRequest"] = (telling) => {
  const fits = wordAndUrl({ name, takes, rules }, telling);
  if (!fits.ok) return fits;
  const { word: type, url: source } = fits.value;
  const { imitates: target } = telling;
  const info = `${telling.text}\nOur number: ${telling.caseId}`;
  return ok({ method: "POST", path: tickets, body: { type, source, ...(target !== undefined && { target }), info } });
};

const ticketId = z.object({ u_number: z.string().check(z.minLength(1), z.maxLength(100)) });
const failure = z.object({
  code: z.string(),
  fields: z.optional(z.array(z.object({ path: z.string(), code: z.string() }))),
});
const ticket = z.object({
  ticketId: z.string(),
  closed: z.boolean(),
  closeReason: z.nullish(z.string()),
  source: z.string(),
  type: z.string(),
  createdAt: z.string(),
});
const list = z.object({
  ticketIds: z.array(z.string()),
  pagination: z.optional(z.object({ total: z.optional(z.number()) })),
});

const readStatus = (json: unknown, id: string, url: string | undefined): Status | undefined => {
  const read = ticket.safeParse(json);
  if (!read.success) return undefined;
  const { ticketId: about, closed, closeReason, source } = read.data;
  if (about !== id) return { kind: "person", why: `${name} answered about another report than was asked for.` };
  if (!isSamePage(source, url)) return anotherPage(name);
  if (!closed) return { kind: "waiting" };
  const word = closeReason ?? "";
  if (isAnswerWord(word)) {
    const { replyClass, says } = meaningOf(word);
    return { kind: "answer", word, replyClass, says: `${name} says that ${says}` };
  }
  const shown = /^\w{1,60}$/.test(word) ? `by a word that nobody knows: ${word}` : "and does not say why";
  return { kind: "person", why: `${name} closed the report ${shown}.` };
};

const { earlierMinutes, laterMinutes } = listedWithin;
const listedAtMost = 100;

/** Without `closed` it lists only open ones. */
const listRequest = ({ telling: { host, category }, askedAt }: Sought, closed: boolean): ChannelRequest => {
  const query = new URLSearchParams({
    type: takes[category] ?? "",
    closed: String(closed),
    sourceDomainOrIp: host,
    createdStart: plusMinutes(askedAt, -earlierMinutes),
    createdEnd: plusMinutes(askedAt, laterMinutes),
    limit: String(listedAtMost),
  });
  return { method: "GET", path: `${tickets}?${query}` };
};

export const godaddy: Provider = {
  name,
  api,
  host: "api.godaddy.com",
  basePath: "",
  access: {
    kind: "secret",
    fields: ["key", "secret"],
    headers: ({ key, secret }) => ({ authorization: `sso-key ${key}:${secret}` }),
  },
  isIdempotent: false,
  takes,
  passesOn: () => ({ host: "unknown", owner: "unknown" }),
  rules,
  toRequest,
  fromAnswer: toldBy({
    name,
    errorIn: (json) => {
      const read = failure.safeParse(json);
      if (!read.success) return undefined;
      return [
        read.data.code,
        ...(read.data.fields ?? []).map(({ path, code }) => `${code} at ${path.replace(/^\$\./, "")}`),
      ];
    },
    taken: (json) => {
      const read = ticketId.safeParse(json);
      return read.success ? { kind: "accepted", id: read.data.u_number } : undefined;
    },
  }),
  statusRequest: (id) => ({ method: "GET", path: `${tickets}/${encodeURIComponent(id)}` }),
  fromStatus: (answer, { id, url }) => statusBy(name, (json) => readStatus(json, id, url))(answer),
  submitted: {
    requests: (sought) => [listRequest(sought, false), listRequest(sought, true)],
    idsIn: (json) => {
      const read = list.safeParse(json);
      if (!read.success) return undefined;
      const { ticketIds, pagination } = read.data;
      return (pagination?.total ?? 0) > ticketIds.length || ticketIds.length >= listedAtMost ? undefined : ticketIds;
    },
    isIt: (json, { telling, askedAt }) => {
      const read = ticket.safeParse(json);
      if (!read.success) return undefined;
      const { source, type, createdAt } = read.data;
      const createdMs = Date.parse(createdAt);
      return (
        source === telling.url &&
        type === takes[telling.category] &&
        createdMs >= Date.parse(plusMinutes(askedAt, -earlierMinutes)) &&
        createdMs <= Date.parse(plusMinutes(askedAt, laterMinutes))
      );
    },
  },
};
