import PostalMime from "postal-mime";
import type { Notice, TargetCase } from "../../functions/case/case.ts";
import { defangUrl } from "../../functions/kernel/defang.ts";
import type { KeptMail } from "../../infra/local/servers/ses-events.ts";
import type { Stand } from "../../infra/local/stand.ts";
import { allCases, balanceOf } from "../../infra/local/tally.ts";
import { deadLetters } from "../../infra/local/work-queues.ts";
import type { Report } from "./reports.ts";

export type Compared = {
  readonly cases: number;
  readonly mailsExpected: number;
  readonly mails: number;
  /** Attempts that a kill cut off between claim and record. */
  readonly cutOff: number;
  /** Of those, the ones whose mail SES had taken: only they can have evidence. */
  readonly takenBySes: number;
  readonly settledByEvents: number;
  readonly unknown: number;
  readonly duplicates: number;
  /** Neither sent nor shown to a person. */
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
  readonly cut: {
    /** The cases of which a killed process had a notice in hand. */
    readonly cases: ReadonlySet<string>;
    /** The attempts that were on the wire soon after their process died. */
    readonly attempts: ReadonlySet<string>;
  };
};

/**
 * Holds what the mail server got, read out of the mails themselves, and what the table says against what had to come of
 * the reports.
 */
export const compare = async ({ stand, startedAt, reports, cut }: Comparing): Promise<Compared> => {
  const faults: string[] = [];
  const mails = stand.ses.mails();
  const told = new Map(reports.flatMap(({ url, tells }) => tells.map((to): [string, number] => [`${defangUrl(url)} ${to}`, 0])));
  for (const mail of mails) {
    const urls = await urlsIn(stand, mail);
    if (urls.length === 0) faults.push(`mail ${mail.number} names no address that was reported`);
    for (const key of urls.map((url) => `${url} ${mail.destinations.join(",")}`)) {
      const before = told.get(key);
      if (before === undefined) faults.push(`mail ${mail.number} tells who was not to be told: ${key}`);
      else told.set(key, before + 1);
    }
  }

  const cases = await allCases(stand.store, startedAt, stand.clock.now());
  const notices = cases.flatMap(({ state }) => (state.kind === "case" ? state.notices.map((notice) => ({ state, notice })) : []));
  const unknown = notices.filter(({ notice }) => notice.state === "unknown");
  const shown = new Set(unknown.map(({ state, notice }) => `${urlOf(state)} ${notice.to.email}`));
  const duplicates = [...told].filter(([, count]) => count > 1);
  const lost = [...told].filter(([key, count]) => count === 0 && !shown.has(key));
  for (const [key, count] of duplicates) faults.push(`${count} mails for one notice: ${key}`);
  for (const [key] of lost) faults.push(`no mail, and not shown as unknown: ${key}`);
  for (const { state, notice } of unknown) {
    if (!asksAbout(state, notice)) faults.push(`unknown, and no person is asked: ${state.id}`);
    if (!cut.cases.has(state.id)) faults.push(`unknown, and no kill fell inside its send: ${state.id}`);
  }

  // A last write may land after we looked: what is unknown was on the wire, too.
  const cutOff = new Set([...cut.attempts, ...unknown.flatMap(({ notice }) => notice.attemptId ?? [])]);
  const taken = new Set(mails.flatMap(({ tags }) => (cutOff.has(tags.attempt ?? "") ? [tags.attempt ?? ""] : [])));
  const settled = notices.filter(({ notice }) => taken.has(notice.attemptId ?? "") && (notice.state === "sent" || notice.state === "delivered")).length;
  if (unknown.length > cutOff.size) faults.push(`${unknown.length} unknown, but only ${cutOff.size} kills fell inside a send`);
  if (settled < settledAtLeast * taken.size) faults.push(`events settled ${settled} of ${taken.size} cut-off sends that SES had taken`);

  const unsettled = notices.filter(({ notice }) => notice.state === "on-wire" || notice.state === "queued");
  if (unsettled.length > 0) faults.push(`${unsettled.length} notices are still queued or on the wire`);
  const dueIds = new Set((await stand.store.due("9999-12-31T00:00:00.000Z", 1_000_000)).map(({ caseId }) => caseId));
  const balance = balanceOf(cases, dueIds);
  if (balance.lost !== 0 || balance.takenIn !== reports.length) faults.push(`${reports.length} reports, ${balance.takenIn} taken in, ${balance.lost} lost`);
  const gaps = cases.filter(({ history }) => history.some(({ version }, at) => version !== at + 1));
  if (gaps.length > 0) faults.push(`${gaps.length} histories have gaps`);
  const dead = await deadLetters(stand);
  if (dead > 0) faults.push(`${dead} messages lie in dead letters`);

  return {
    cases: cases.length,
    mailsExpected: told.size,
    mails: mails.length,
    cutOff: cutOff.size,
    takenBySes: taken.size,
    settledByEvents: settled,
    unknown: unknown.length,
    duplicates: duplicates.length,
    lost: lost.length,
    deadLetters: dead,
    faults,
  };
};

const urlOf = ({ target }: TargetCase): string => (target.kind === "url" ? defangUrl(target.url) : "");
const asksAbout = (state: TargetCase, { id }: Notice): boolean =>
  state.reviews.some(({ question, noticeId }) => question === "unknown-send" && noticeId === id);

/** The reported addresses that a mail names, defanged as they stand in it, each once. */
const urlsIn = async (stand: Stand, mail: KeptMail): Promise<readonly string[]> => {
  const { text = "" } = await PostalMime.parse(stand.ses.raw(mail));
  return [...new Set(text.match(/hxxps:\/\/user\d+\[\.\]p\d+\[\.\]example\/page\b/g) ?? [])];
};
