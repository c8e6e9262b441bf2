import { describe, expect, test } from "vitest";
import { ask } from "../../functions/case/ask.ts";
import type { Candidate } from "../../functions/case/candidate.ts";
import type { Case } from "../../functions/case/case.ts";
import type { Rule, Want } from "../../functions/case/decide/rule.ts";
import type { CaseEvent, Check, EventOf } from "../../functions/case/event.ts";
import type { Notice } from "../../functions/case/notice.ts";
import { noticeIdOf } from "../../functions/case/path/queue.ts";
import type { Question } from "../../functions/case/question.ts";
import { policyOf } from "../../functions/escalation/policy.ts";
import type { CurrentSettings } from "../../functions/kernel/in-force.ts";
import { type Instant, plusHours, plusMinutes } from "../../functions/kernel/instant.ts";
import { settingsSchema } from "../../functions/kernel/settings.ts";
import { aCandidate, aCase, anAnswer, aSettings, morning } from "./a-case.ts";
import { aNotice, inLine, queuedOne } from "./a-notice.ts";

/** What a rule is asked, and what it wants then: nothing, where that is left out. */
export type Law = readonly [
  given: string,
  state: Case,
  wants?: Want | undefined,
  at?: Instant | undefined,
  settings?: Settings,
];
export type Settings = Partial<CurrentSettings>;
export type Laws<Rules extends readonly Rule[]> = Readonly<Record<Rules[number]["name"], readonly [Law, ...Law[]]>>;

export const later = (hours: number): Instant => plusHours(morning, hours);
export const minutes = (after: number): Instant => plusMinutes(morning, after);
export const network = aCandidate();
export const upstream = aCandidate({ email: "abuse@carrier.example", scope: "upstream" });
export const opened = aCase({});
export const sent = aNotice("sent");
/** Its reporter has something that looks. */
export const looks: Settings = {
  reporters: aSettings().reporters.map((one) => (one.id === "hotline" ? { ...one, checks: true } : one)),
};
/** Its checker is asked, and has said nothing yet. */
export const checked = (state: Case, open: Partial<Check> = {}): Case => ({
  ...state,
  checks: {
    causes: ["before-reminder.0.0"],
    lastAskedAt: morning,
    open: { why: "before-reminder", askedAt: morning, until: later(2), reporters: ["hotline"], ...open },
  },
});
/** And says now that it is gone. */
export const saidGone = (state: Case): Case => ({
  ...state,
  lastSaid: { hotline: { gone: later(1) } },
  goneHeardAt: later(1),
});
/** The host's desk was told, and nothing has come of it. */
export const told: Case = { ...inLine, notices: [sent] };
/** The same with these notices in the place of its own. */
export const having = (...notices: readonly Notice[]): Case => ({ ...told, notices });
export const onWire = aNotice("on-wire");
export const takenBack = (state: Case): Case => ({ ...state, withdrawn: state.reporters });
/** A question, beside which the case goes on unless it is said to block. */
export const asks = (
  state: Case,
  question: Question,
  reason: string,
  { at = morning, ...more }: Partial<Parameters<typeof ask>[2]> & { readonly at?: Instant } = {},
): Want => ({ record: [ask(state, at, { question, blocking: false, reason, ...more })] });
export const noFacts: Want = { record: [] };
export const records = (...record: readonly CaseEvent[]): Want => ({ record });
export const closes = (
  outcome: EventOf<"closed">["outcome"],
  why: string,
  more: Partial<EventOf<"closed">> = {},
): CaseEvent => ({ type: "closed", at: morning, outcome, why, ...more });
/** The notice in line waits for another moment, and for this window's end. */
export const requeues = (notBefore: Instant, why: string, window?: Instant): CaseEvent => ({
  type: "notice-requeued",
  at: morning,
  noticeId: queuedOne.id,
  notBefore,
  ...(window && { window }),
  why,
});
/** The reporter's own checker is asked first. */
export const looksFirst = (why: Check["why"], cause: string, until: Instant, at: Instant = morning): CaseEvent => ({
  type: "check-wanted",
  at,
  why,
  cause,
  reporters: ["hotline"],
  until,
});
export const found = (answer: Parameters<typeof anAnswer>[0]): Case => ({ ...opened, contact: anAnswer(answer) });
export const beforeAPerson = (state: Case, question: Case["reviews"][number]["question"], blocking = false): Case => ({
  ...state,
  reviews: [
    {
      id: `${question}.1`,
      question,
      askedAt: morning,
      blocking,
      reason: "It is asked.",
      announced: true,
      announcedAt: morning,
    },
  ],
});
export const held = (state: Case, until?: Instant): Case => ({
  ...state,
  holds: [{ by: "jane", why: "the police asked", since: morning, version: 1, ...(until && { until }) }],
});
export const cancels = (at: Instant, why: string, ...notices: readonly Notice[]): Want => ({
  record: notices.map(({ id }) => ({ type: "notice-cancelled", at, noticeId: id, why })),
});
export const inWindow = aNotice("queued", { notBefore: plusMinutes(morning, 15), window: plusMinutes(morning, 15) });
export const withdrawal = aNotice("queued", { id: "0-withdrawal-x", step: "withdrawal" });
export const hotline = aCandidate({ email: "report@hotline.example", scope: "hotline" });
export const second = aCandidate({ email: "noc@network.example" });
export const form = { url: "https://network.example/abuse", scope: "network" } as const;
export const nowhere = {
  addresses: [],
  candidates: [],
  failures: [{ source: "dns", outcome: "silent", detail: "No answer." }],
} as const;
/** Four networks, each of which serves an address of the host. */
export const four = [1, 2, 3, 4].map((n) =>
  aCandidate({ email: `abuse@n${n}.example`, range: `192.0.2.${n}`, serves: [`192.0.2.${n}`] }),
);
export const many = (notice: Notice, count: number): readonly Notice[] =>
  Array.from({ length: count }, (_, at) =>
    at === 0 ? notice : { ...notice, id: `0-first-${at}`, to: { ...notice.to, email: `abuse${at}@network.example` } },
  );
export const idTo = (email: string, step: Notice["step"] = "first", level = 0): string =>
  noticeIdOf(level, step, email);
export const queues = (to: Candidate, step: Notice["step"] = "first", { at = morning, level = 0 } = {}): CaseEvent => ({
  type: "notice-queued",
  at,
  noticeId: idTo(to.email, step, level),
  level,
  step,
  to,
  notBefore: at,
});
export const escalatesTo = (
  to: Candidate,
  why: string,
  step: Notice["step"],
  at: Instant = morning,
): readonly CaseEvent[] => [
  {
    type: "escalated",
    at,
    level: 1,
    id: "upstream",
    name: "the network above the host",
    below: ["host"],
    why: `${why}: the network above the host`,
  },
  queues(to, step, { at, level: 1 }),
];
export const ofHost = (host: string): Case => ({ ...opened, target: { kind: "host", host } });
export const protectedAsked = (state: Case): readonly CaseEvent[] => [
  ask(state, morning, {
    question: "protected-target",
    blocking: true,
    reason: "The reported host is on the list of protected domains, or is a whole public suffix.",
  }),
];
export const heldAsked = (state: Case): readonly CaseEvent[] => [
  ask(state, morning, { question: "held", blocking: true, reason: "Held by jane: the police asked" }),
];
export const policeFirst: Settings = {
  countries: settingsSchema.shape.countries.parse([{ country: "NL", lawEnforcementFirst: true }]),
};

/** Laws under the same settings, where they name none of their own. */
export const under = (settings: Settings, first: Law, ...others: readonly Law[]): readonly [Law, ...Law[]] => {
  const settled = ([given, state, wants, at, own = settings]: Law): Law => [given, state, wants, at, own];
  return [settled(first), ...others.map(settled)];
};

/** Each law of these rules: what the rule wants of a case, and of one that it has nothing to say to. */
export const lawsOf = (rules: readonly Rule[], laws: Readonly<Record<string, readonly Law[]>>) => {
  for (const rule of rules) {
    describe(`${rule.name}: ${rule.why}`, () => {
      for (const [given, state, wants, at = morning, settings] of laws[rule.name] ?? []) {
        test(given, () => {
          expect(rule.wants(state, policyOf({ ...aSettings(), ...settings })(state), at)).toEqual(wants);
        });
      }
    });
  }
};
