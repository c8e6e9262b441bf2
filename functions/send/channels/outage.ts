import { type ApiProvider, channelFacts } from "../../kernel/channels.ts";
import { type Instant, plusHours, plusMinutes } from "../../kernel/instant.ts";
import type { Lane } from "../../report/category.ts";
import type { HttpAnswer } from "./http-answer.ts";
import type { ApiWord } from "./provider.ts";

/** How an API failed report after report, without one answer between that says what became of it. */
export type Outage = {
  /** In a row. From `failuresAtMost` on the API is left alone. */
  readonly failures: number;
  readonly at: Instant;
  /** Its last answer, in our words: the provider's own may say what was reported. */
  readonly why: string;
  /** A person has been asked, and read why. */
  readonly isTold?: true;
};

/** Each failure may leave a person with a report of which nobody knows whether it was taken. */
const failuresAtMost = 3;
const pauseMinutes = 15;
const pauseMinutesAtMost = 120;

/** What is known of the API after this answer. `undefined` where it works. */
export const outageAfter = (
  before: Outage | undefined,
  { answer, told, now }: { readonly answer: HttpAnswer; readonly told: ApiWord; readonly now: Instant },
): Outage | undefined => {
  // A no and a "too many" are answers, handled elsewhere.
  if (told.kind !== "uncertain" && answer.kind !== "unreached") return undefined;
  const failures = (before?.failures ?? 0) + 1;
  return { failures, at: now, why: shown(answer), ...(before?.isTold && { isTold: true }) };
};

const shown = (answer: HttpAnswer): string => {
  switch (answer.kind) {
    case "answered":
      return `HTTP ${answer.status}, and nothing that says what became of the report.`;
    case "unreadable":
      return `HTTP ${answer.status}, ${answer.detail}`;
    case "silent":
    case "unreached":
      return answer.detail;
    default:
      return answer satisfies never;
  }
};

export const isOut = (outage: Outage | undefined): outage is Outage =>
  outage !== undefined && outage.failures >= failuresAtMost;

/** Until when it is left alone: twice as long after each further failure. */
const pausedUntil = ({ failures, at }: Outage): Instant =>
  plusMinutes(at, Math.min(pauseMinutesAtMost, pauseMinutes * 2 ** (failures - failuresAtMost)));

/** `try`: this report alone, to see whether the API is back. `next` is kept before, so nobody else tries. */
export const turnOf = (
  outage: Outage | undefined,
  now: Instant,
): { readonly kind: "go" } | { readonly kind: "try"; readonly next: Outage } | { readonly kind: "paused" } => {
  if (!isOut(outage)) return { kind: "go" };
  return now < pausedUntil(outage) ? { kind: "paused" } : { kind: "try", next: { ...outage, at: now } };
};

/** A phishing page is not left for longer where a person can fill in a form. */
const waitsHours = 6;

/** The urgent goes to the form and a person at once, as does the first, by which a person hears of it. */
export const waitsForIt = (
  { isTold }: Outage,
  { lane, dueAt, now }: { readonly lane: Lane; readonly dueAt: Instant; readonly now: Instant },
): boolean => lane === "standard" && isTold === true && now < plusHours(dueAt, waitsHours);

/** Why the form is left, for a person. */
export const whyPaused = (provider: ApiProvider, { failures, why }: Outage): string => {
  const { name } = channelFacts[provider];
  return (
    `${name}'s API failed ${failures} times in a row. Its last answer: ${why} ` +
    "It is left alone for a while and tried again by itself; what is urgent, or waits too long, is its form's."
  );
};
