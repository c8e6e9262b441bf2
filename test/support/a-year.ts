import { isDeepStrictEqual } from "node:util";
import { open } from "../../functions/case/advance.ts";
import type { Candidate } from "../../functions/case/candidate.ts";
import type { Case } from "../../functions/case/case.ts";
import type { CaseEvent } from "../../functions/case/event.ts";
import type { ReplyClass } from "../../functions/case/reply-class.ts";
import { policyOf } from "../../functions/escalation/policy.ts";
import { type Instant, instant, msOf, plusMs } from "../../functions/kernel/instant.ts";
import type { HistoryLine } from "../../functions/news/reporter-steps.ts";
import { type Category, categories, laneOf } from "../../functions/report/category.ts";
import { type Adds, type CountedBy, countedBy, hourEdges, plus } from "../../functions/statistics/counts.ts";
import { type Figures, tallyBy } from "../../functions/statistics/figures.ts";
import { type Grouping, groupings } from "../../functions/statistics/measures.ts";
import { monthsBetween } from "../../functions/statistics/months.ts";
import { changeCase } from "../../functions/store/change-case.ts";
import { changeOf } from "../../functions/store/change-of.ts";
import type { CaseStore } from "../../functions/store/ports.ts";
import { randomFrom } from "../../infra/bench/random.ts";
import { aCandidate, anAnswer, aReport, aSettings } from "./a-case.ts";
import { memoryCaseStore } from "./memory-case-store.ts";

/** The same year for the same seed. */
const chance = (seed: number) => {
  const next = randomFrom(seed);
  return {
    next,
    is: (part: number): boolean => next() < part,
    upTo: (most: number): number => next() * most,
    of: <T>(some: readonly T[]): T => some[Math.floor(next() * some.length)] as T,
  };
};
type Chance = ReturnType<typeof chance>;

const countries = ["NL", "DE", "US", "FR", "RU", "CN", "BR", undefined];
const providers = Array.from({ length: 40 }, (_, number) => `net-${String(number).padStart(2, "0")}.example`);
const hourMs = 3_600_000;

const candidatesOf = (luck: Chance, country: string | undefined): readonly Candidate[] => {
  const desk = (scope: Candidate["scope"], email: string) => {
    const { country: _, ...candidate } = aCandidate({ scope, email, source: "rdap" });
    return { ...candidate, ...(country && { country }) };
  };
  return [
    desk("network", `abuse@${luck.of(providers)}`),
    ...(luck.is(0.7) ? [desk("upstream", `abuse@up.${luck.of(providers)}`)] : []),
    ...(luck.is(0.5) ? [desk("registrar", `abuse@registrar-${Math.floor(luck.upTo(5))}.example`)] : []),
  ];
};

type Life = ReturnType<typeof lifeOf>;

/** One case in a store with a clock of its own, moved by hand. */
const lifeOf = (store: CaseStore, caseId: string, openedAt: Instant, luck: Chance) => {
  let now = openedAt;
  const work = { store, policyOf: policyOf(aSettings()), clock: { now: () => now }, dropHint: async () => {} };
  const state = async (): Promise<Case> => {
    const read = await store.read(caseId);
    if (read?.kind !== "case") throw new Error(`${caseId} is no case`);
    return read;
  };
  return {
    luck,
    work,
    state,
    at: () => now,
    pass: (hours: number) => {
      now = plusMs(now, Math.round(hours * hourMs));
    },
    /** Some time, at most this. */
    later: (hours: number) => {
      now = plusMs(now, Math.round(luck.upTo(hours) * hourMs));
    },
    until: (moment: Instant) => {
      if (moment > now) now = moment;
    },
    happens: async (...facts: readonly CaseEvent[]): Promise<void> => {
      const changed = await changeCase(work, caseId, () => facts);
      if (!changed.ok) throw new Error(`${caseId}: ${changed.error.kind}`);
    },
    /** What time alone brings, if it brings anything. */
    looks: async (): Promise<void> => void (await changeCase(work, caseId, () => [])),
  };
};

/**
 * Lives one case through in a store, from its report to an end or to a wait: the real rules decide
 * what follows, luck says what desks and reporters do. Mails go out, come back, are acknowledged,
 * refused, acted upon; some cases are joined, withdrawn, closed by a person, opened again and
 * closed again, or stay open.
 */
const liveThrough = async (store: CaseStore, caseId: string, openedAt: Instant, luck: Chance): Promise<void> => {
  const life = lifeOf(store, caseId, openedAt, luck);
  const host = `site-${caseId.toLowerCase()}.example`;
  const category: Category = luck.of(categories);
  const report = aReport({
    category,
    target: { kind: "url", url: `https://${host}/x`, host },
    reportId: caseId,
    seenAt: openedAt,
    live: luck.is(0.03),
  });
  const advanced = open(
    { type: "opened", at: openedAt, caseId, lane: laneOf(category, report.live), report },
    life.work.policyOf,
  );
  const written = await store.commit({ ...changeOf(advanced, openedAt), reportKeys: [caseId] });
  if (!written.ok) throw new Error(`${caseId} could not be opened`);

  life.later(0.5);
  const country = luck.of(countries);
  const { country: _, ...answer } = anAnswer({
    askedAt: life.at(),
    candidates: luck.is(0.06) ? [] : candidatesOf(luck, country),
    forms: [],
  });
  await life.happens({ type: "contact-answered", at: life.at(), answer: { ...answer, ...(country && { country }) } });
  if (luck.is(0.15) && !(await life.state()).closed) {
    life.later(1);
    await life.happens({
      type: "joined",
      at: life.at(),
      report: { ...report, reporter: luck.of(["hotline", "cert"]), reportId: `${caseId}-2` },
    });
  }
  for (let round = 0; round < 3; round++) {
    if (!(await sendAll(life)) || luck.is(0.4)) break;
    // Time passes: a reminder, the next escalation level, or a question.
    life.pass(26);
    await life.looks();
  }
  await end(life);
  if ((await life.state()).closed && luck.is(0.08)) {
    life.later(200);
    const at = life.at();
    const seenAgain = { ...report, reportId: `${caseId}-3`, seenAt: at };
    // Of what was removed a report says the same as a word does.
    if ((await life.state()).closed?.outcome === "removed" && luck.is(0.5))
      await life.happens({ type: "joined", at, report: seenAgain, seenAgain: true });
    else
      await life.happens({
        type: "status",
        at,
        message: { kind: "status", reporter: "hotline", reportId: caseId, status: "still-up", at },
        stood: true,
      });
    life.later(30);
    if (luck.is(0.8)) await end(life);
  }
};

/** Sends what is queued; gives false where nothing was. */
const sendAll = async ({ state, happens, luck, later, at, until }: Life): Promise<boolean> => {
  const queued = (await state()).notices.filter((notice) => notice.state === "queued");
  for (const { id: noticeId, notBefore } of queued) {
    const { id, closed, notices } = await state();
    if (closed || notices.find((notice) => notice.id === noticeId)?.state !== "queued") continue;
    until(notBefore);
    later(0.2);
    const attemptId = `${id}_${noticeId}_1`;
    const sesMessageId = `ses-${attemptId}`;
    await happens({
      type: "send-claimed",
      at: at(),
      noticeId,
      attemptId,
      subject: "s",
      renderHash: "h",
      recipientHash: "r",
    });
    later(0.01);
    await happens({ type: "sent", at: at(), noticeId, attemptId, sesMessageId });
    later(0.1);
    if (luck.is(0.06))
      await happens({ type: "bounced", at: at(), noticeId, sesMessageId, permanent: true, detail: "5.1.1" });
    else if (luck.is(0.9)) await happens({ type: "delivered", at: at(), noticeId, sesMessageId });
    const replies = (replyClass: ReplyClass) =>
      happens({
        type: "replied",
        at: at(),
        noticeId,
        replyClass,
        authenticated: luck.is(0.9),
        mailHash: `${noticeId} ${at()}`,
      });
    later(6);
    if (luck.is(0.4)) await replies("acknowledgement");
    later(40);
    if (luck.is(0.35))
      await replies(
        luck.of(["removed", "removed", "removed", "not-ours", "refused", "question", "use-our-form", "unclear"]),
      );
  }
  return queued.length > 0;
};

/** Most cases end; some wait for ever. */
const end = async ({ state, happens, luck, later, at }: Life): Promise<void> => {
  if ((await state()).closed) return;
  later(100);
  const { id, reporters } = await state();
  const says = (reporter: string, status: "gone" | "withdrawn"): CaseEvent => ({
    type: "status",
    at: at(),
    message: { kind: "status", reporter, reportId: reporter === "hotline" ? id : `${id}-2`, status, at: at() },
    stood: true,
  });
  const what = luck.next();
  if (what < 0.55) await happens(says("hotline", "gone"));
  else if (what < 0.6) await happens(...reporters.map((reporter) => says(reporter, "withdrawn")));
  else if (what < 0.85)
    await happens({
      type: "closed",
      at: at(),
      outcome: luck.of(["removed", "dismissed", "decided"]),
      why: "a person closed it",
    });
};

/** Case ids and moments of opening, spread over a month. */
const openingsIn = (
  month: string,
  cases: number,
  luck: Chance,
): readonly { readonly caseId: string; readonly openedAt: Instant }[] =>
  Array.from({ length: cases }, (_, number) => ({
    caseId: `TD-${month.replace("-", "")}-${String(number).padStart(6, "0")}`,
    openedAt: instant(msOf(`${month}-01T00:00:00.000Z`) + Math.floor(luck.upTo(27.9 * 24 * hourMs))),
  }));

/**
 * What one case came to, counted from its history by hand: by the words of its events, with none of
 * the code that statistics are made by.
 */
type Recounted = {
  readonly caseId: string;
  readonly openedAt: Instant;
  readonly category: Category;
  readonly country: string | undefined;
  readonly firstProvider: string | undefined;
  readonly issuedAt: Instant | undefined;
  readonly acknowledgedAt: Instant | undefined;
  readonly bounced: boolean;
  readonly returns: number;
  readonly closed: { readonly at: Instant; readonly outcome: string } | undefined;
};

const recount = (caseId: string, history: readonly HistoryLine[]): Recounted => {
  const events = history.flatMap((line) => line.events);
  const [opening] = events;
  if (opening?.type !== "opened") throw new Error(`${caseId} was not opened by a report`);
  const queued = new Map<string, { readonly step: string; readonly domain: string }>();
  const claimed = new Map<string, Instant>();
  const issued: { readonly at: Instant; readonly domain: string }[] = [];
  const asked = new Set<string>();
  let country: string | undefined;
  let acknowledgedAt: Instant | undefined;
  let bounced = false;
  let returns = 0;
  let closed: Recounted["closed"];
  for (const event of events) {
    if (event.type === "contact-answered") country = event.answer.country;
    if (event.type === "notice-queued")
      queued.set(event.noticeId, {
        step: event.step,
        domain: event.to.email.split("@")[1]?.split(".").slice(-2).join(".") ?? "",
      });
    if (event.type === "send-claimed") claimed.set(event.noticeId, event.at);
    if (event.type === "sent") {
      const notice = queued.get(event.noticeId);
      const asks = notice && ["first", "reminder", "escalation", "returned"].includes(notice.step);
      if (asks) {
        issued.push({ at: claimed.get(event.noticeId) ?? event.at, domain: notice.domain });
        asked.add(event.noticeId);
      }
    }
    const acknowledges =
      event.type === "replied" &&
      event.authenticated &&
      (event.replyClass === "acknowledgement" || event.replyClass === "auto-reply");
    if (acknowledges && asked.has(event.noticeId)) acknowledgedAt ??= event.at;
    if (event.type === "bounced" && event.permanent && asked.has(event.noticeId)) bounced = true;
    if (event.type === "closed") closed = { at: event.at, outcome: event.outcome };
    if ((event.type === "status" && event.message.status === "still-up") || event.type === "joined") {
      if (closed?.outcome === "removed") returns++;
      closed = undefined;
    }
  }
  const [first] = issued;
  return {
    caseId,
    openedAt: opening.at,
    category: opening.report.category,
    country,
    firstProvider: first?.domain,
    issuedAt: first?.at,
    acknowledgedAt,
    bounced,
    returns,
    closed,
  };
};

const nameIn: Readonly<Record<Grouping, (one: Recounted) => string>> = {
  country: ({ country }) => country ?? "unknown",
  provider: ({ firstProvider }) => firstProvider ?? "nobody was asked",
  category: ({ category }) => category,
  month: ({ openedAt }) => openedAt.slice(0, 7),
};

const byName = (a: { readonly name: string }, b: { readonly name: string }) => (a.name < b.name ? -1 : 1);

/** The figures that a recount comes to, by their definitions. */
const recountBy = (by: Grouping, counted: readonly Recounted[]): readonly Figures[] => {
  const groups = new Map<string, Recounted[]>();
  for (const one of counted) groups.set(nameIn[by](one), [...(groups.get(nameIn[by](one)) ?? []), one]);
  return [...groups]
    .map(([name, group]): Figures => {
      const removed = group.filter(({ closed }) => closed?.outcome === "removed" || closed?.outcome === "gone");
      const hours = removed
        .flatMap(({ issuedAt, closed }) =>
          issuedAt && closed ? [Math.max(0, msOf(closed.at) - msOf(issuedAt)) / hourMs] : [],
        )
        .sort((a, b) => a - b);
      const toAcknowledge = group
        .flatMap(({ issuedAt, acknowledgedAt }) =>
          issuedAt && acknowledgedAt ? [(msOf(acknowledgedAt) - msOf(issuedAt)) / hourMs] : [],
        )
        .sort((a, b) => a - b);
      // Nearest rank: at least this part of them is no larger.
      const rank = (sorted: readonly number[], part: number) => sorted.find((_, at) => at + 1 >= part * sorted.length);
      const [medianHours, p90Hours, medianHoursToAcknowledge] = [
        rank(hours, 0.5),
        rank(hours, 0.9),
        rank(toAcknowledge, 0.5),
      ];
      return {
        name,
        cases: group.length,
        share: group.length / counted.length,
        asked: group.filter(({ issuedAt }) => issuedAt !== undefined).length,
        acknowledged: group.filter(({ acknowledgedAt }) => acknowledgedAt !== undefined).length,
        bounced: group.filter(({ bounced }) => bounced).length,
        closed: group.filter(({ closed }) => closed !== undefined).length,
        removed: removed.length,
        cameBack: group.filter(({ returns }) => returns > 0).length,
        returns: group.reduce((sum, { returns }) => sum + returns, 0),
        ...(medianHoursToAcknowledge !== undefined && { medianHoursToAcknowledge }),
        ...(medianHours !== undefined && { medianHours }),
        ...(p90Hours !== undefined && { p90Hours }),
      };
    })
    .sort(byName);
};

/** Names and numbers, in the order of the names, and without those that come to none. */
const inOrder = (adds: Iterable<readonly [string, number]>): Adds =>
  Object.fromEntries([...adds].filter(([, number]) => number !== 0).sort(([one], [other]) => (one < other ? -1 : 1)));

/** What the overview's counts come to by a recount: of each group its removals, of all what came in and went out. */
const recountedCounts = (by: CountedBy, counted: readonly Recounted[]): Adds => {
  let sums: Adds = {};
  const add = (name: string) => {
    sums = plus(sums, { [name]: 1 });
  };
  for (const one of counted.filter(({ issuedAt }) => issuedAt !== undefined)) {
    const name = `${one.openedAt.slice(0, 7)} ${nameIn[by](one)}`;
    add(`${name} asked`);
    if (one.closed) add(`${name} closed`);
    if (!one.closed || !one.issuedAt || !["removed", "gone"].includes(one.closed.outcome)) continue;
    const hours = Math.max(0, msOf(one.closed.at) - msOf(one.issuedAt)) / hourMs;
    add(`${name} gone`);
    add(`${name} h${hourEdges.filter((edge) => edge < hours).length}`);
  }
  return inOrder(Object.entries(sums));
};

const recountedFlow = (lived: readonly Recounted[]): Adds => {
  let sums: Adds = {};
  for (const { openedAt, closed } of lived)
    sums = plus(
      plus(sums, { [`in ${openedAt.slice(0, 10)}`]: 1 }),
      closed ? { [`out ${closed.at.slice(0, 10)}`]: 1 } : { open: 1 },
    );
  return inOrder(Object.entries(sums));
};

/** What a store counted by itself, as a recount writes it. */
const countsKept = async (store: CaseStore, month: string) => {
  let flow: Adds = {};
  // A case ends months later, and may have come in by the day that a mail went out on.
  for (const of of monthsBetween(month, monthsBetween(month, "2099-12")[18] ?? month))
    for (const [day, adds] of await store.counts("days", of))
      for (const [name, number] of Object.entries(adds)) {
        const [what = ""] = name.split("-");
        if (what === "in" || what === "out") flow = plus(flow, { [`${what} ${of}-${day}`]: number });
      }
  const open = Object.values((await store.counts("open", "now")).get("all") ?? {});
  flow = plus(flow, { open: open.reduce((sum, number) => sum + number, 0) });
  const groups = new Map<CountedBy, Adds>();
  for (const by of countedBy) {
    const kept = [...(await store.counts(by, month))];
    groups.set(
      by,
      inOrder(
        kept.flatMap(([name, adds]) =>
          Object.entries(adds).map(([what, number]) => [`${month} ${name} ${what}`, number] as const),
        ),
      ),
    );
  }
  return { flow: inOrder(Object.entries(flow)), groups };
};

/**
 * A whole year of cases, lived through month by month; the figures that statistics give, and those
 * that a recount from the histories gives, both by name. A month's store is dropped when it is
 * counted, so that a hundred thousand cases fit in memory.
 */
export const aYear = async ({
  year,
  cases,
  seed,
}: {
  readonly year: number;
  readonly cases: number;
  readonly seed: number;
}): Promise<{
  readonly cases: number;
  readonly rows: Record<Grouping, readonly Figures[]>;
  readonly recounted: Record<Grouping, readonly Figures[]>;
  /** What the overview's counts come to that are not as a recount has them; none, it is hoped. */
  readonly miscounted: readonly string[];
}> => {
  const luck = chance(seed);
  const tallies = {
    country: tallyBy("country"),
    provider: tallyBy("provider"),
    category: tallyBy("category"),
    month: tallyBy("month"),
  };
  const counted: Recounted[] = [];
  const miscounted: string[] = [];
  let lived = 0;
  for (const month of monthsBetween(`${year}-01`, `${year}-12`)) {
    const store = memoryCaseStore();
    const left = cases - lived;
    const inMonth: Recounted[] = [];
    for (const { caseId, openedAt } of openingsIn(month, Math.round(left / (13 - Number(month.slice(5)))), luck)) {
      await liveThrough(store, caseId, openedAt, luck);
      const one = recount(caseId, await store.history(caseId));
      if (one.issuedAt !== undefined || one.closed !== undefined) counted.push(one);
      inMonth.push(one);
      lived++;
    }
    const { flow, groups } = await countsKept(store, month);
    if (!isDeepStrictEqual(flow, recountedFlow(inMonth))) miscounted.push(`in and out of ${month}`);
    for (const by of countedBy)
      if (!isDeepStrictEqual(groups.get(by), recountedCounts(by, inMonth))) miscounted.push(`${by} in ${month}`);
    for (const statistic of await store.statistics(month)) for (const by of groupings) tallies[by].add(statistic);
  }
  const each = <T>(rows: (by: Grouping) => T): Record<Grouping, T> => ({
    country: rows("country"),
    provider: rows("provider"),
    category: rows("category"),
    month: rows("month"),
  });
  return {
    cases: lived,
    rows: each((by) => [...tallies[by].rows()].sort(byName)),
    recounted: each((by) => recountBy(by, counted)),
    miscounted,
  };
};
