import PostalMime from "postal-mime";
import type { Case } from "../../functions/case/case.ts";
import type { Notice } from "../../functions/case/notice.ts";
import { standsForMail } from "../../functions/case/notice-progress.ts";
import { type ApiProvider, mailboxOf } from "../../functions/kernel/channels.ts";
import { defangUrl } from "../../functions/kernel/defang.ts";
import { batchIdOf } from "../../functions/send/mail/waiting.ts";
import type { Submitted } from "../../infra/local/servers/channels/played.ts";
import type { KeptMail } from "../../infra/local/servers/ses-events.ts";
import type { Stand } from "../../infra/local/stand.ts";
import { allCases, balanceOf } from "../../infra/local/tally.ts";
import { deadLetters } from "../../infra/local/work-queues.ts";
import type { Report } from "./reports.ts";

/** One notice that has to be told: about what, defanged, and to whom. */
type Key = `${string} ${string}`;

/** A mail that SES took, and the reported addresses that it names. */
export type Telling = { readonly mail: KeptMail; readonly urls: readonly string[] };

export type Compared = {
  readonly cases: number;
  /** One for each report and each desk that it has to be told to. */
  readonly noticesExpected: number;
  /** Of those, the ones that a mail named. */
  readonly told: number;
  readonly mails: number;
  /** Mails about several cases, and the notices in them. */
  readonly digests: number;
  readonly inDigests: number;
  /** Mails that a kill cut off between claim and record. */
  readonly cutOff: number;
  /** Of those, the digests. */
  readonly digestsCutOff: number;
  /** Of the cut-off ones, those that SES had taken: only they can have evidence. */
  readonly takenBySes: number;
  readonly settledByEvents: number;
  /** Reports that a provider's API took. */
  readonly byApi: number;
  /** Of the cut-off ones, those that an API had taken, and those that its own list settled. */
  readonly takenByApi: number;
  readonly settledByList: number;
  /** Mails of which a person is asked. */
  readonly unknown: number;
  /** The notices that would have been in them. */
  readonly noticesUnknown: number;
  readonly duplicates: number;
  /** Notices neither told nor shown to a person. */
  readonly lost: number;
  readonly deadLetters: number;
  /** What is not as it must be; empty is the promise kept. */
  readonly faults: readonly string[];
};

/** Of the cut-off sends that SES had taken, how many its events must settle. */
export const settledAtLeast = 0.95;

type Comparing = {
  readonly stand: Stand;
  readonly startedAt: string;
  readonly reports: readonly Report[];
  readonly tellings: readonly Telling[];
  readonly submitted: readonly { readonly provider: ApiProvider; readonly report: Submitted }[];
  readonly cut: {
    /** The cases and batches of which a killed process had the notice in hand. */
    readonly cases: ReadonlySet<string>;
    /** The attempts that were on the wire soon after their process died. */
    readonly attempts: ReadonlySet<string>;
  };
};

/**
 * Holds what the mail server got, read out of the mails themselves, and what the table says against
 * what had to come of the reports: each notice in exactly one mail, its own or one with others, or in
 * front of a person.
 */
export const compare = async ({
  stand,
  startedAt,
  reports,
  tellings,
  submitted,
  cut,
}: Comparing): Promise<Compared> => {
  const faults: string[] = [];
  const mails = stand.ses.mails();
  if (tellings.length !== mails.length) faults.push(`${mails.length} mails are kept, and ${tellings.length} were read`);
  const told = new Map(keysOf(reports).map((key): [Key, number] => [key, 0]));
  const tells = (key: Key, by: string) => {
    const before = told.get(key);
    if (before === undefined) faults.push(`${by} tells who was not to be told: ${key}`);
    else told.set(key, before + 1);
  };
  for (const { mail, urls } of tellings) {
    if (urls.length === 0) faults.push(`mail ${mail.number} names no address that was reported`);
    for (const url of urls) tells(`${url} ${mail.destinations.join(",")}`, `mail ${mail.number}`);
  }
  for (const { provider, report } of submitted)
    for (const url of report.urls) tells(`${defangUrl(url)} ${mailboxOf(provider)}`, report.id);

  const cases = await allCases(stand.store, startedAt, stand.clock.now());
  const states = cases.map(({ state }) => state);
  const notices = states.flatMap((state) =>
    state.kind === "case" ? state.notices.map((notice) => ({ state, notice })) : [],
  );
  const shown = new Set(
    notices.flatMap(({ state, notice }) => (notice.state === "unknown" ? [keyOf(state, notice)] : [])),
  );
  const duplicates = [...told].filter(([, count]) => count > 1);
  const lost = [...told].filter(([key, count]) => count === 0 && !shown.has(key));
  for (const [key, count] of duplicates) faults.push(`told ${count} times: ${key}`);
  for (const [key] of lost) faults.push(`not told, and not shown as unknown: ${key}`);
  const unsettled = notices.filter(({ notice }) => !["sent", "delivered", "unknown"].includes(notice.state));
  for (const { state, notice } of unsettled) faults.push(`still ${notice.state}: ${keyOf(state, notice)}`);

  const sends = states.flatMap(sendsOf);
  const unknown = sends.filter(({ notice }) => notice.state === "unknown");
  for (const { state, notice } of unknown) {
    if (!cut.cases.has(heldBy(state, notice))) faults.push(`unknown, and no kill fell inside its send: ${state.id}`);
  }
  for (const { state, notice } of notices)
    if (notice.state === "unknown" && !asksAbout(state, notice))
      faults.push(`unknown, and no person is asked: ${keyOf(state, notice)}`);

  // A last write may land after we looked: what is unknown was on the wire, too.
  const cutOff = new Set([...cut.attempts, ...unknown.flatMap(({ notice }) => notice.attemptId ?? [])]);
  const taken = new Set(mails.flatMap(({ tags }) => (cutOff.has(tags.attempt ?? "") ? [tags.attempt ?? ""] : [])));
  const settled = sends.filter(
    ({ notice }) => taken.has(notice.attemptId ?? "") && (notice.state === "sent" || notice.state === "delivered"),
  ).length;
  if (unknown.length > cutOff.size)
    faults.push(`${unknown.length} unknown, but only ${cutOff.size} kills fell inside a send`);
  if (settled < settledAtLeast * taken.size)
    faults.push(`events settled ${settled} of ${taken.size} cut-off sends that SES had taken`);

  const apiHas = new Set(submitted.map(({ report }) => caseIn(report)));
  const cutAtApi = sends.filter(
    ({ state, notice }) =>
      notice.to.channel !== undefined && cutOff.has(notice.attemptId ?? "") && apiHas.has(state.id),
  );
  for (const { state, notice } of cutAtApi)
    if (notice.state === "unknown") faults.push(`unknown, and the provider's list has it: ${state.id}`);

  const dueIds = new Set((await stand.store.due("9999-12-31T00:00:00.000Z", 1_000_000)).map(({ caseId }) => caseId));
  const balance = balanceOf(cases, [], dueIds);
  if (balance.lost !== 0 || balance.takenIn !== reports.length)
    faults.push(`${reports.length} reports, ${balance.takenIn} taken in, ${balance.lost} lost`);
  const gaps = cases.filter(({ history }) => history.some(({ version }, at) => version !== at + 1));
  if (gaps.length > 0) faults.push(`${gaps.length} histories have gaps`);
  const dead = await deadLetters(stand);
  if (dead > 0) faults.push(`${dead} messages lie in dead letters`);

  const digests = tellings.filter(({ urls }) => urls.length > 1);
  return {
    cases: states.filter(({ kind }) => kind === "case").length,
    noticesExpected: told.size,
    told: [...told.values()].filter((count) => count > 0).length,
    mails: mails.length,
    digests: digests.length,
    inDigests: digests.reduce((sum, { urls }) => sum + urls.length, 0),
    cutOff: cutOff.size,
    digestsCutOff: sends.filter(({ notice }) => notice.mail !== undefined && cutOff.has(notice.attemptId ?? "")).length,
    takenBySes: taken.size,
    settledByEvents: settled,
    byApi: submitted.length,
    takenByApi: cutAtApi.length,
    settledByList: cutAtApi.filter(({ notice }) => notice.state === "sent").length,
    unknown: unknown.length,
    noticesUnknown: shown.size,
    duplicates: duplicates.length,
    lost: lost.length,
    deadLetters: dead,
    faults,
  };
};

export const keysOf = (reports: readonly Report[]): readonly Key[] =>
  reports.flatMap(({ url, tells }) => tells.map((to): Key => `${defangUrl(url)} ${to}`));

const keyOf = ({ target }: Case, { to }: Notice): Key =>
  `${target.kind === "url" ? defangUrl(target.url) : ""} ${to.email}`;

/** The mails of a case: of one about several cases, that which stands for it. */
const sendsOf = (state: Case): readonly { readonly state: Case; readonly notice: Notice }[] => {
  const own = state.notices.filter((notice) => standsForMail(notice) && !(state.closed && notice.state === "queued"));
  return own.map((notice) => ({ state, notice }));
};

/** What a hint named of it: its case, or the batch that it waited in. */
const heldBy = (state: Case, notice: Notice): string =>
  notice.window === undefined ? state.id : (batchIdOf(state, { ...notice, state: "queued" }) ?? state.id);

const asksAbout = (state: Case, { id }: Notice): boolean =>
  state.reviews.some(({ question, noticeId }) => question === "unknown-send" && noticeId === id);

/** The case that a report to a provider's API names, by the reply address in it. */
export const caseIn = ({ body }: Submitted): string =>
  (/"c\.(td-[a-z0-9-]+)\./.exec(JSON.stringify(body))?.[1] ?? "").toUpperCase();

/** The reported addresses that a mail names, defanged as they stand in it, each once. */
export const urlsIn = async (raw: Buffer): Promise<readonly string[]> => {
  const { text = "" } = await PostalMime.parse(raw);
  return [...new Set(text.match(/hxxps:\/\/user\d+\[\.\]p\d+\[\.\]example\/page\b/g) ?? [])];
};
