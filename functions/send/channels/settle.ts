import type { ApiName, ApiProvider } from "../../kernel/channels.ts";
import { type Instant, plusMinutes } from "../../kernel/instant.ts";
import type { HttpAnswer } from "./http-answer.ts";
import { type ChannelRequest, listedWithin, type Sought } from "./provider.ts";
import { providers } from "./providers.ts";
import type { Telling } from "./telling.ts";

/** Asks a provider's API exactly once. Never throws. Network: at most one request. */
export type AskChannel = (provider: ApiName, request: ChannelRequest) => Promise<HttpAnswer>;

/**
 * What the provider's own list says of a report whose answer was lost.
 * - `not-listed`: it lists none such, which proves nothing yet: a list may be late.
 * - `unsettled`: it did not answer, or lists several such.
 */
export type Settled =
  | { readonly kind: "found"; readonly id: string }
  | { readonly kind: "not-listed" | "unsettled"; readonly why: string };

/** When a notice was about to be put to a provider's API, whether or not it arrived. */
export type Put = { readonly notice: string; readonly at: Instant };

/** What a provider's list can't tell apart: reports of the same page under the same word. */
export const listedAs = (provider: ApiProvider, { category, url, host }: Telling): string =>
  `${providers[provider].takes[category]} ${url ?? host}`;

/** Whether a listed report may be another notice's of ours, put around the same time. */
export const mayBeAnothers = (puts: readonly Put[], { notice, at }: Put): boolean => {
  const minutes = listedWithin.earlierMinutes + listedWithin.laterMinutes;
  return puts.some(
    (put) => put.notice !== notice && put.at >= plusMinutes(at, -minutes) && put.at <= plusMinutes(at, minutes),
  );
};

/** More of one host within half an hour than anybody reports: a person looks. */
const lookedAtMost = 20;

/** Network: as many questions as the list has, and one for each report that may be it. Safe to repeat. */
export const settleByList = async (ask: AskChannel, provider: ApiProvider, sought: Sought): Promise<Settled> => {
  const { name, submitted, statusRequest } = providers[provider];
  const unsettled = (why: string): Settled => ({ kind: "unsettled", why: `${name} ${why}` });
  const listed = new Set<string>();
  for (const request of submitted.requests(sought)) {
    const answer = await ask(provider, request);
    const ids = isOk(answer) ? submitted.idsIn(answer.json) : undefined;
    if (ids === undefined) return unsettled("did not say what it was told.");
    for (const id of ids) listed.add(id);
  }
  if (listed.size > lookedAtMost) return unsettled(`lists ${listed.size} reports of this host.`);
  const found: string[] = [];
  for (const id of listed) {
    const answer = await ask(provider, statusRequest(id));
    const is = isOk(answer) ? submitted.isIt(answer.json, sought) : undefined;
    if (is === undefined) return unsettled("did not say what a report in its list is about.");
    if (is) found.push(id);
  }
  const [id, another] = found;
  if (id === undefined) return { kind: "not-listed", why: `${name} lists no such report.` };
  return another === undefined ? { kind: "found", id } : unsettled("lists several such reports.");
};

const isOk = (answer: HttpAnswer): answer is Extract<HttpAnswer, { kind: "answered" }> =>
  answer.kind === "answered" && answer.status === 200;
