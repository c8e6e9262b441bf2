import { open } from "../../case/advance.ts";
import type { Candidate, ContactAnswer } from "../../case/candidate.ts";
import type { Case } from "../../case/case.ts";
import type { Policy } from "../../case/policy.ts";
import { notBefore } from "../../case/quiet-hours.ts";
import { nationalDesks } from "../../contact/directory.ts";
import { behindProxy } from "../../contact/for-person.ts";
import { hostCountries } from "../../escalation/countries.ts";
import { policyOf } from "../../escalation/policy.ts";
import { mayBeLive } from "../../intake/who-speaks.ts";
import type { CurrentSettings } from "../../kernel/in-force.ts";
import { type Instant, latest, plusHours, readInstant } from "../../kernel/instant.ts";
import type { Scope } from "../../kernel/scope.ts";
import type { Settings } from "../../kernel/settings.ts";
import { sampleCase, sampleContact } from "../../notice/preview.ts";
import { type Category, categories, type Lane, laneOf, lanes } from "../../report/category.ts";
import type { Report } from "../../report/report.ts";
import { verdictFacts } from "../../review/verdict.ts";
import { sayComing } from "../case/next-steps.ts";
import { type Coming, whatComes } from "../case/what-comes.ts";
import { visible } from "../shown.ts";
import { type Standing, standings } from "./standings.ts";

/** A hypothetical case, to see what would happen to it. */
export type CaseLike = {
  readonly category: Category;
  /** What its reporter asks for. Urgent: what happens live, or by category. */
  readonly lane: Lane;
  /** ISO 3166. Absent if no registry says where the host is. */
  readonly country?: string;
  readonly standing: Standing;
  readonly domainIsMalicious: boolean;
  readonly reporter: string;
  readonly arrivesAt: Instant;
};

/** Countries of which something is known. Others are as none. */
export const countriesToChoose = (settings: Settings): readonly string[] => [...hostCountries(settings).keys()].sort();

/** The choice in a page's address, the moment in UTC as a browser's field writes it. */
export const readCaseLike = (
  query: (name: string) => string | undefined,
  settings: Settings,
  now: Instant,
): CaseLike => {
  const oneOf = <T extends string>(name: string, all: readonly T[], otherwise: T): T =>
    all.find((each) => each === query(name)) ?? otherwise;
  const ids = settings.reporters.map(({ id }) => id);
  const category = oneOf("category", categories, "phishing");
  const country = countriesToChoose(settings).find((one) => one === query("country")?.toUpperCase());
  return {
    category,
    lane: oneOf("lane", lanes, laneOf(category, false)),
    ...(country !== undefined && { country }),
    standing: oneOf("standing", standings, "network"),
    domainIsMalicious: query("malicious") === "yes",
    reporter: oneOf("reporter", ids, ids[0] ?? ""),
    arrivesAt: readInstant(`${query("at")}Z`) ?? `${now.slice(0, 16)}:00.000Z`,
  };
};

/** Whether a part of an address is read as a choice. */
export const isChoice = (settings: Settings) => {
  const choices: Readonly<Record<string, readonly string[]>> = {
    category: categories,
    lane: lanes,
    country: countriesToChoose(settings).flatMap((one) => [one, one.toLowerCase()]),
    standing: standings,
    malicious: ["yes"],
    reporter: settings.reporters.map(({ id }) => id),
  };
  return (name: string, value: string): boolean =>
    name === "at" ? readInstant(`${value}Z`) !== undefined : choices[name]?.includes(value) === true;
};

/** Until when people's decisions keep back all notices of such a category, if they do. */
export const keptBackUntil = (
  { category, arrivesAt }: CaseLike,
  { inhibitions = [] }: CurrentSettings,
): Instant | undefined =>
  latest(
    ...inhibitions.flatMap(({ about, until }) =>
      "category" in about && about.category === category && until > arrivesAt ? until : [],
    ),
  );

const host = "a-case-like-this.example";
const platformsHost = "a-case-like-this.platform.example";
const names = { platform: "Example Platform", proxy: "Example Proxy" } as const;

/** The opening report, with all that a notice of its category needs. */
export const reportOf = (asked: CaseLike, settings: Settings): Report => {
  const { category, reporter, arrivesAt, standing, domainIsMalicious } = asked;
  const { evidence } = sampleCase(category, sampleContact("network"), "first").case;
  const at = standing === "platform" ? platformsHost : host;
  const live = laneOf(category, false) === "standard" && asked.lane === "urgent";
  return {
    kind: "report",
    reporter,
    reportId: "a-case-like-this",
    category,
    channel: "website",
    target: { kind: "url", url: `https://${at}/page`, host: at },
    seenAt: arrivesAt,
    live: live && mayBeLive(settings, { reporter, category }),
    domainIsMalicious,
    evidence,
  };
};

/** The lookup's result: one sure desk of each kind, none written to in vain, and the country's own. */
export const answerOf = ({ standing, country, arrivesAt }: CaseLike, settings: Settings): ContactAnswer => {
  const desk = (scope: Scope): Candidate => sampleContact(scope, country === undefined ? {} : { country });
  const national = nationalDesks(settings, country);
  const network = desk("network");
  const inFront = behindProxy({ ...network, email: "abuse@proxy.example", name: names.proxy }, names.proxy);
  const candidates = {
    network: [network, desk("upstream"), desk("registrar"), ...national],
    proxy: [inFront, desk("upstream"), desk("registrar"), ...national],
    platform: [desk("platform"), network, desk("upstream"), ...national],
  } as const satisfies Record<Standing, readonly Candidate[]>;
  return {
    askedAt: arrivesAt,
    addresses: ["192.0.2.10"],
    candidates: candidates[standing],
    forms: [],
    failures: [],
    ...(country !== undefined && { country }),
    ...(standing === "proxy" && { proxy: names.proxy }),
    // A name whose registrar is notified by its step.
    name: { registeredAt: plusHours(arrivesAt, -30 * 24) },
    ...(standing === "platform" && { platform: names.platform, namedBy: "platform" as const }),
    retry: false,
  };
};

export type CourseMoment = { readonly at: Instant; readonly says: readonly string[] };

export type CourseOfCaseLike = {
  readonly asked: CaseLike;
  /** Its actual lane: a reporter's word that it is live may count for nothing. */
  readonly lane: Lane;
  readonly policy: Policy;
  readonly coming: readonly Coming[];
  readonly moments: readonly CourseMoment[];
  /** When it is forgotten, if a person closes it when first asked what next. */
  readonly forgottenAt?: Instant;
};

/** Longer than any escalation path, and than reports are kept. */
const yearHours = 366 * 24;

/** Plays the case in the decider itself (`what-comes.ts`): each mail is taken, nobody answers. Pure. */
export const courseOfCaseLike = (asked: CaseLike, settings: Settings): CourseOfCaseLike => {
  const { arrivesAt: at } = asked;
  const byPolicy = policyOf(settings);
  const report = reportOf(asked, settings);
  const lane = laneOf(report.category, report.live);
  const opened = open({ type: "opened", at, caseId: "TD-0000-0000-0000", lane, report }, byPolicy).next;
  const found = { type: "contact-answered", at, answer: answerOf(asked, settings) } as const;
  const coming = [...whatComes(opened, [found], byPolicy, at, yearHours)];
  const last = coming.at(-1)?.after;
  const policy = byPolicy(last ?? { category: asked.category, lane });
  const said = coming.map((one) => ({ ...one, says: [...sayComing(one), ...sayWaiting(one, { policy, lane })] }));
  // On-call may hear of the question later than it is asked, of which nothing is said.
  const asksLast = said.findLast(({ says }) => says.length > 0);
  const before = asksLast?.after;
  const forgottenAt = before && forgottenAfter(before, settings, asksLast?.at ?? at);
  return {
    asked,
    lane,
    policy,
    coming,
    moments: momentsOf(at, said),
    ...(forgottenAt !== undefined && { forgottenAt }),
  };
};

/** Why a mail written now waits, a sentence each: the host's quiet hours, or others to the same desk. */
const sayWaiting = (
  { at, events, after }: Coming,
  { policy, lane }: Pick<CourseOfCaseLike, "policy" | "lane">,
): readonly string[] =>
  events.flatMap((event) => {
    if (event.type !== "notice-queued") return [];
    const notice = after.notices.find(({ id }) => id === event.noticeId);
    if (notice?.state !== "queued" || notice.notBefore <= at) return [];
    const isQuiet = notBefore(at, policy, lane) > at;
    return [
      `The mail to ${visible(notice.to.email)} is written and waits: ` +
        (isQuiet ? "nobody is at work in the host’s country." : "others to the same desk may go with it."),
    ];
  });

const comesIn = "The report comes in, and it is looked up who answers for the host.";

/** Merged by instant, without those that say nothing. */
const momentsOf = (began: Instant, said: readonly CourseMoment[]): readonly CourseMoment[] => {
  const all = [{ at: began, says: [comesIn] }, ...said];
  return [...new Set(all.filter(({ says }) => says.length > 0).map(({ at }) => at))].map((at) => ({
    at,
    says: all.flatMap((one) => (one.at === at ? one.says : [])),
  }));
};

/** When the decider forgets a case that a person closes at a moment. */
const forgottenAfter = (state: Case, settings: Settings, at: Instant): Instant | undefined => {
  const review = state.reviews.at(-1);
  if (!review) return undefined;
  const verdict = { decision: "close", outcome: "decided" } as const;
  const given = { reviewId: review.id, verdict, by: "somebody", why: "to see what follows" };
  const facts = verdictFacts(state, given, policyOf(settings), at);
  if (!facts.ok) return undefined;
  for (const { at: then, events } of whatComes(state, facts.value, policyOf(settings), at, yearHours))
    if (events.some(({ type }) => type === "forgotten")) return then;
  return undefined;
};
