import { channelFacts } from "../../kernel/channels.ts";
import { domainOf } from "../../kernel/domain.ts";
import { plusMinutes } from "../../kernel/instant.ts";
import { ok } from "../../kernel/result.ts";
import * as z from "../../kernel/zod.ts";
import { type Category, isChildAbuse } from "../../report/category.ts";
import { isAnswerWord, meaningOf } from "./answer-words.ts";
import { tooLong, unfit, wordAndUrl } from "./fits.ts";
import { listedWithin, type Provider, type Status } from "./provider.ts";
import { statusBy, toldBy } from "./read-answer.ts";
import { anotherPage, isSameHost, isSamePage, type ReportedPage } from "./reported-page.ts";
import { taken } from "./taken.ts";
import type { Telling } from "./telling.ts";

/* Cloudflare's abuse reports, by its official client: package `cloudflare` 7.3.0, resources/abuse-reports. */

const { name, api } = channelFacts.cloudflare;
const { takes, rules } = taken.cloudflare;

/** What its lists call the acts. */
const typeOfAct: Readonly<Record<string, string>> = {
  abuse_children: "EMER",
  abuse_ncsei: "NCSEI",
  abuse_general: "GEN",
  abuse_phishing: "PHISH",
};

const typeOf = (category: Category): string => typeOfAct[takes[category] ?? ""] ?? "";

/** Owners of child abuse and intimate imagery are not notified, all others without our name. */
const tellsOwner = (category: Category): boolean => !isChildAbuse(category) && category !== "ncii";

const characters = { justification: 5000, comments: 2000, name: 255, company: 100, originalWork: 255 } as const;

const reports = "/accounts/{account}/abuse-reports";

const toRequest = (telling: Telling): ReturnType<Provider["toRequest"]> => {
  if (telling.category === "terrorism")
    return unfit(`${name} tells the owner of a general report by its API, and the owner is never told of terrorism.`);
  const fits = wordAndUrl({ name, takes, rules }, telling);
  if (!fits.ok) return fits;
  const { word: act, url } = fits.value;
  const { category, text, imitates, organisation, replyAddress } = telling;
  const isImagery = act === "abuse_ncsei";
  const long = tooLong(name, {
    ...(isImagery
      ? { comments: { text, most: characters.comments } }
      : { justification: { text, most: characters.justification } }),
    name: { text: organisation, most: characters.name },
    original_work: { text: imitates ?? "", most: characters.originalWork },
  });
  if (long) return unfit(long);
  return ok({
    method: "POST",
    path: `${reports}/${act}`,
    body: {
      act,
      email: replyAddress,
      email2: replyAddress,
      name: organisation,
      // Few accounts have a longer name than this field. Then `name` says it alone.
      ...([...organisation].length <= characters.company && { company: organisation }),
      urls: url,
      host_notification: "send-anon",
      owner_notification: tellsOwner(category) ? "send-anon" : "none",
      ...(act === "abuse_children" && { ncmec_notification: "send-anon" }),
      // We speak for reporters, never as who is shown.
      ...(isImagery ? { ncsei_subject_representation: false, comments: text } : { justification: text }),
      ...(act === "abuse_phishing" && imitates !== undefined && { original_work: imitates }),
    },
  });
};

/**
 * The client takes `result` out of the API's envelope, and "should be 'success'". Newer versions give a number:
 * where is not published, so both places are checked.
 */
const success = z.object({
  success: z.optional(z.literal(true)),
  result: z.union([z.literal("success"), z.object({ id: z.string().check(z.minLength(1), z.maxLength(100)) })]),
  abuse_rand: z.optional(z.string().check(z.minLength(1), z.maxLength(100))),
});
const failure = z.object({
  errors: z
    .array(z.object({ code: z.optional(z.union([z.number(), z.string()])), message: z.string() }))
    .check(z.minLength(1)),
});
/** The older API's form of a refusal. */
const olderFailure = z.object({ result: z.literal("error"), msg: z.string() });

const errorIn = (json: unknown): readonly string[] | undefined => {
  const read = failure.safeParse(json);
  if (read.success) return read.data.errors.map(({ code, message }) => `${code ?? "error"}: ${message}`);
  const older = olderFailure.safeParse(json);
  return older.success ? [older.data.msg] : undefined;
};

const fromAnswer = toldBy({
  name,
  errorIn,
  taken: (json) => {
    const read = success.safeParse(json);
    if (!read.success) return undefined;
    const { result, abuse_rand } = read.data;
    const id = typeof result === "object" ? result.id : abuse_rand;
    return { kind: "accepted", ...(id !== undefined && { id }) };
  },
});

const submittedReport = z.object({
  id: z.string(),
  cdate: z.string(),
  domain: z.string(),
  status: z.string(),
  denial_reason: z.nullish(z.string()),
  type: z.string(),
  urls: z.optional(z.array(z.string())),
  submitter: z.optional(z.object({ email: z.optional(z.string()) })),
});
const one = z.object({ result: submittedReport });
/** Its list may name a report by host or by the domain above: the latter suffices only with the address. */
const list = z.object({
  result: z.object({ reports: z.array(z.object({ id: z.string() })) }),
  result_info: z.optional(z.object({ total_count: z.optional(z.number()) })),
});

/** Its list may name a report by its host or by the domain above: only beside the address is the latter enough. */
const isAbout = ({ domain, urls = [] }: z.infer<typeof submittedReport>, { host, url }: ReportedPage): boolean =>
  urls.length > 0
    ? urls.some((one) => isSamePage(one, url)) && (isSameHost(domain, host) || isSameHost(domain, domainOf(host)))
    : isSameHost(domain, host);

const readStatus = (json: unknown, about: Parameters<Provider["fromStatus"]>[1]): Status | undefined => {
  const { id, standsAlone } = about;
  const read = one.safeParse(json);
  if (!read.success) return undefined;
  const { result } = read.data;
  if (result.id !== id) return { kind: "person", why: `${name} answered about another report than was asked for.` };
  if (!isAbout(result, about)) return anotherPage(name);
  if (result.status === "submitted") return { kind: "waiting" };
  if (result.status === "accepted")
    return standsAlone
      ? { kind: "answer", word: "accepted", replyClass: "removed", says: `${name} says that it acted` }
      : {
          kind: "answer",
          word: "accepted",
          replyClass: "acknowledgement",
          says: `${name} says that it acted in front of the host, and passed the report on`,
        };
  const word = result.denial_reason ?? undefined;
  if (result.status !== "denied" || word === undefined || !isAnswerWord(word))
    return { kind: "person", why: `${name} answered by words that nobody knows: ${shown(result.status, word)}.` };
  const { replyClass, says } = meaningOf(word);
  return { kind: "answer", word, replyClass, says: `${name} says that ${says}` };
};

const shown = (...words: readonly (string | undefined)[]): string =>
  words.flatMap((word) => (word === undefined ? [] : [/^[\w-]{1,60}$/.test(word) ? word : "[…]"])).join(", ");

const { earlierMinutes, laterMinutes } = listedWithin;

export const cloudflare: Provider = {
  name,
  api,
  host: "api.cloudflare.com",
  basePath: "/client/v4",
  access: {
    kind: "secret",
    fields: ["account", "token"],
    headers: ({ token }) => ({ authorization: `Bearer ${token}` }),
  },
  isIdempotent: false,
  takes,
  passesOn: (category) => ({ host: "unnamed", owner: tellsOwner(category) ? "unnamed" : "nobody" }),
  rules,
  toRequest,
  fromAnswer,
  statusRequest: (id) => ({ method: "GET", path: `${reports}/submitted/${encodeURIComponent(id)}` }),
  fromStatus: (answer, about) => statusBy(name, (json) => readStatus(json, about))(answer),
  submitted: {
    requests: ({ telling: { host, category }, askedAt }) => {
      // Whether it lists a report by its host or by the domain above is not published.
      const query = new URLSearchParams({
        created_after: plusMinutes(askedAt, -earlierMinutes),
        created_before: plusMinutes(askedAt, laterMinutes),
        type: typeOf(category),
      });
      for (const domain of new Set([host, domainOf(host)])) query.append("domain", domain);
      return [{ method: "GET", path: `${reports}/submitted?${query}` }];
    },
    idsIn: (json) => {
      const read = list.safeParse(json);
      if (!read.success) return undefined;
      const ids = read.data.result.reports.map(({ id }) => id);
      return (read.data.result_info?.total_count ?? 0) > ids.length ? undefined : ids;
    },
    isIt: (json, { telling }) => {
      const read = one.safeParse(json);
      if (!read.success) return undefined;
      const { submitter, urls, type } = read.data.result;
      if (type !== typeOf(telling.category)) return false;
      // Each notice has its own reply address.
      if (submitter?.email !== undefined) return submitter.email === telling.replyAddress;
      return urls?.includes(telling.url ?? "");
    },
  },
};
