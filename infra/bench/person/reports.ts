import { type Instant, instant, msOf } from "../../../functions/kernel/instant.ts";
import type { Lane } from "../../../functions/report/category.ts";
import { type Draw, pickAt } from "./draw.ts";
import { hasChecker, reporterIds } from "./providers.ts";
import { dayMs, hourMs, type PlayedTarget } from "./targets.ts";
import { week } from "./week.ts";

/** A message as a reporter puts it on a queue. Without a target it can't be read. */
export type PlayedReport = {
  readonly atMs: number;
  readonly reporter: string;
  readonly reportId: string;
  readonly lane: Lane;
  readonly body: string;
  readonly target?: PlayedTarget;
  readonly joins: boolean;
  /** When its reporter looks by themselves and says what they see. */
  readonly looksAtMs?: number;
};

/** A Monday. */
export const weekBegins: Instant = "2026-10-05T00:00:00.000Z";
const beginsMs = msOf(weekBegins);

/** A target that somebody reported within so many hours is reported again by another: chosen. */
const joinsWithinHours = 12;

const urlOf = ({ host, id }: PlayedTarget): string => `https://${host.name}/p/${id}`;
const speltOtherwise = ({ host, id }: PlayedTarget): string => `https://${host.name.toUpperCase()}:443/p/${id}#top`;

const targetIn = (target: PlayedTarget, isSpeltOtherwise: boolean): object => {
  if (target.host.kind !== "peer") return { url: isSpeltOtherwise ? speltOtherwise(target) : urlOf(target) };
  return { peer: { address: target.host.name, port: 6881, seenAt: instant(beginsMs + target.reportedAt - 1_000) } };
};

const bodyOf = (
  reporter: string,
  reportId: string,
  target: PlayedTarget,
  isSpeltOtherwise: boolean,
  atMs: number,
): string =>
  JSON.stringify({
    version: 1,
    reporter,
    reportId,
    category: target.category,
    target: targetIn(target, isSpeltOtherwise),
    // A peer's moment names its target, so nobody says another.
    seenAt: instant(target.host.kind === "peer" ? beginsMs + target.reportedAt - 1_000 : atMs - 60_000),
    live: target.live,
    domainIsMalicious: target.domainIsMalicious,
    evidence: {
      explanation: "An analyst looked at the page and found what the report says.",
      imitates: "Example Bank",
      legitimateSite: "https://bank.example/",
      detectedBy: "manual-review",
    },
  });

const reporterAt = (draw: Draw, at: number): string => {
  const isWith = draw("checker", at) < week.reporters.shareOfReportsWithChecker;
  return pickAt(
    reporterIds.filter((id) => hasChecker(id) === isWith),
    draw("reporter", at),
  );
};

/** Fields that a burst lacks, so that one burst can't be read at another field than the next. */
const lackingFields = ["category", "target", "seenAt"] as const;

const unreadableReports = (count: number, draw: Draw): readonly PlayedReport[] =>
  Array.from({ length: count }, (_, at): PlayedReport => {
    const burst = Math.floor(at / week.unreadable.inBurstsOf);
    const reporter = pickAt(reporterIds, draw("burst of", burst));
    const atMs = beginsMs + Math.floor(draw("burst at", burst) * week.arriveWithinDays * dayMs) + at * 1_000;
    const reportId = `unreadable-${at}`;
    const whole = {
      version: 1,
      reporter,
      reportId,
      category: "phishing",
      target: { url: `https://burst-${burst}.example/p/${at}` },
      seenAt: instant(atMs),
    };
    const body = JSON.stringify({ ...whole, [pickAt(lackingFields, draw("lacks", burst))]: undefined });
    return { atMs, reporter, reportId, lane: "standard", body, joins: false };
  });

/** How many of so many reports are what. */
export const countsOf = (reports: number) => {
  const unreadable = Math.round(reports * week.unreadable.share);
  const joining = Math.round((reports - unreadable) * week.joins.share);
  return { unreadable, joining, targets: reports - unreadable - joining };
};

/**
 * All messages of the week in the order in which they come: one for each target, those that join
 * one that was reported a few hours before, and those that can't be read.
 */
export const reportsOf = (targets: readonly PlayedTarget[], reports: number, draw: Draw): readonly PlayedReport[] => {
  const { unreadable, joining } = countsOf(reports);
  const first = targets.map((target) => ({ target, at: target.id, joins: false, atMs: beginsMs + target.reportedAt }));
  const again = Array.from({ length: joining }, (_, nth) => {
    const target = pickAt(targets, draw("joins", nth));
    const laterMs = Math.round((0.05 + 0.95 * draw("joins after", nth)) * joinsWithinHours * hourMs);
    return { target, at: targets.length + nth, joins: true, atMs: beginsMs + target.reportedAt + laterMs };
  });
  const readable = [...first, ...again].map(({ target, at, joins, atMs }): PlayedReport => {
    const reporter = reporterAt(draw, at);
    const reportId = `r-${at}`;
    const isSpeltOtherwise = joins && draw("spelt", at) < week.joins.ofTheseSpeltDifferently;
    const looks = draw("looks", at) < week.reporters.saysUnasked;
    return {
      atMs,
      reporter,
      reportId,
      lane: target.lane,
      body: bodyOf(reporter, reportId, target, isSpeltOtherwise, atMs),
      target,
      joins,
      ...(looks && { looksAtMs: atMs + Math.round((1 + 6 * draw("looks at", at)) * dayMs) }),
    };
  });
  return [...readable, ...unreadableReports(unreadable, draw)].toSorted((a, b) => a.atMs - b.atMs);
};
