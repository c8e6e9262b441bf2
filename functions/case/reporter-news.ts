import type { Dated, Line } from "../engine/matter.ts";
import { scopes } from "../kernel/scope.ts";
import * as z from "../kernel/zod.ts";
import { categories } from "../report/category.ts";
import type { TargetCase } from "./case.ts";
import { reportKeyOf } from "./case-id.ts";
import { checkWhys } from "./check.ts";
import { closeOutcomes } from "./close-outcome.ts";
import { type CaseEvent, isCaseEvent } from "./event.ts";
import { beginTarget } from "./evolve/report.ts";
import { evolveTarget } from "./evolve.ts";
import { isMachines } from "./letter.ts";
import { questionFacts } from "./question.ts";
import { replyClasses } from "./reply-class.ts";
import { saysGone } from "./said.ts";
import { steps } from "./step.ts";

/*
 * What reporters hear of their reports, made from a case's history and from nothing else, so that
 * telling it again tells the very same. What is told is little on purpose: neither where the
 * content is, nor a mailbox, a desk's words or number, nor a person's name leaves with it. The
 * reporter knows their report by its id; who only listens on the bus learns nothing.
 */

const common = {
  version: z.literal(1),
  id: z
    .string()
    .check(
      z.describe(
        "Names this news for ever. It may come more than once; what has an id that you know is the same news.",
      ),
    ),
  reporter: z.string().check(z.describe("Whose report it is.")),
  reportId: z.string().check(z.describe("Your own number for the report.")),
  alsoReportIds: z
    .optional(z.array(z.string()))
    .check(
      z.describe(
        "Further reports of yours of which the same is told here, and not again: " +
          "only where more than ten of yours joined one case.",
      ),
    ),
  caseId: z.string().check(z.describe("The case that the report opened or joined.")),
  category: z.enum(categories),
  caseVersion: z
    .int()
    .check(
      z.positive(),
      z.describe("Counts up within a case. EventBridge keeps no order: what has the higher number happened later."),
    ),
  at: z.iso.datetime().check(z.describe("When it happened, in UTC.")),
};
const happened = <Name extends string, More extends z.core.$ZodShape>(name: Name, says: string, more: More) =>
  z.strictObject({ ...common, happened: z.literal(name), ...more }).check(z.describe(says));

const desk = z.enum(scopes).check(z.describe("What the desk answers for; never its address."));

/**
 * One piece of news about one report. Published as `reporter-news.schema.json` (`npm run schema`).
 */
export const reporterNews = z.discriminatedUnion("happened", [
  happened("taken-in", "The report opened a case.", {}),
  happened("joined", "The report joined a case that was open on the same target.", {}),
  happened(
    "id-used-again",
    "You used this report id for something else before. Both reports are taken in; what you say later " +
      "about the id has to name the case (`caseId`), but for a hold, which holds both.",
    { usedFor: z.string().check(z.describe("The case of the report that had the id before.")) },
  ),
  happened("contact-unknown", "Nobody is known who may be written to by mail; the person on call seeks a way.", {
    why: z
      .enum(["no-contact", "form-only"])
      .check(z.describe("form-only: the provider takes reports by its own form, which a person fills in.")),
  }),
  happened("notice-sent", "A mail went out to a desk.", { purpose: z.enum(steps), desk }),
  happened("acknowledged", "A desk, or its machine, said that it has the notice. That is not an answer yet.", {
    desk,
    passedOn: z
      .optional(z.literal(true))
      .check(
        z.describe(
          "The desk itself says that it handed the notice on to its customer, a reseller or the site's owner.",
        ),
      ),
    customerHasUntil: z
      .optional(z.iso.datetime())
      .check(z.describe("Until when they have time, where the desk said so.")),
  }),
  happened("answered", "A desk answered.", {
    desk,
    answer: z.enum(replyClasses).check(z.describe("unclear: a person reads it.")),
  }),
  happened("moved", "The host stands elsewhere now; the desk there is sought.", {}),
  happened("needs-you", "Only you can say; send a status message about the report, or write to the person on call.", {
    asks: z
      .enum(["more-information", "is-it-gone", "is-it-still-there"])
      .check(
        z.describe(
          "more-information: the desk asks something. is-it-gone: the desk says so, or another reporter, or " +
            "the name is out of DNS, and it is not proven. is-it-still-there: nobody acted, or the desk " +
            "looked and does not find it, or refuses; or it was removed a week ago and may be back.",
        ),
      ),
  }),
  happened(
    "check-wanted",
    "You have something that looks (`checks` in the settings): say *gone* or *still-up* by a status message about " +
      "`reportId`. The machine waits until then, and goes on without an answer. Asked once for each cause, of you " +
      "and not of each report.",
    {
      why: z.enum(checkWhys).check(z.describe("What it is asked for.")),
      answerBy: z.iso.datetime().check(z.describe("Until when the answer is waited for, in UTC.")),
    },
  ),
  happened("closed", "Nothing more is done about it, unless you say that it is still up.", {
    outcome: z.enum(closeOutcomes),
  }),
  happened(
    "reopened",
    "A reporter said that it is still up, or reported it again, or a person of the hotline says that it is there " +
      "again or should not have ended, and the case goes on; or every reporter took it back, and those who were " +
      "told hear of that.",
    {},
  ),
]);
export type ReporterNews = z.infer<typeof reporterNews>;

/** The published form of the news, as JSON Schema. */
export const newsSchema = (): object => ({
  $id: "reporter-news.schema.json",
  title: "What a reporter hears of a report",
  ...z.toJSONSchema(reporterNews),
});

// Without what names the report: the same for each report of the case.
type Told<News = ReporterNews> = News extends ReporterNews ? Omit<News, keyof typeof common> : never;
type Named = { readonly reporter: string; readonly reportId: string };

/**
 * Facts that every reporter of the case hears of, or may: what was sent is seen by the state and
 * not by one fact.
 */
const toldToAll: ReadonlySet<string> = new Set<CaseEvent["type"]>([
  "status",
  "host-moved",
  "sent",
  "delivered",
  "bounced",
  "complained",
  "replied",
  "answer-taken",
  "asked",
  "answer-held",
  "answered",
  "closed",
  "reopened",
  "check-wanted",
]);

/**
 * Whether the news of a line can be made only with the lines before it. A report that joins a case
 * of thousands is told without them.
 */
export const wantsEarlier = ({ version, events }: Line<Dated>): boolean =>
  version > 1 && events.some((event) => toldToAll.has(event.type) || opensAgain(event));

/** A report of what was removed: its case goes on, and all its reporters hear so. */
const opensAgain = (event: Dated): boolean => isCaseEvent(event) && event.type === "joined" && event.seenAgain === true;

/**
 * The news in one line of a case's history. `earlier` are all lines before it, and may be left out
 * unless `wantsEarlier`. A report hears of what happens from its own line on.
 */
export const newsOf = (caseId: string, line: Line<Dated>, earlier: readonly Line<Dated>[]): readonly ReporterNews[] => {
  const before = earlier.flatMap(({ events }) => events.filter(isCaseEvent));
  const reports: Named[] = before.flatMap((event) => [...reportIn(event)]);
  let state = before.reduce<TargetCase | undefined>(after, undefined);
  return line.events.flatMap((event, index): readonly ReporterNews[] => {
    if (!isCaseEvent(event)) return [];
    const was = state;
    state = after(state, event);
    const news = (told: Told, { reporter, reportId }: Named, category: ReporterNews["category"]): ReporterNews => ({
      version: 1,
      id: [caseId, line.version, index, told.happened, reporter, reportId].join("/"),
      reporter,
      reportId,
      caseId,
      category,
      caseVersion: line.version,
      at: event.at,
      ...told,
    });
    const onPage = (told: Told, [first, ...others]: NamedPage, category: ReporterNews["category"]): ReporterNews => ({
      ...news(told, first, category),
      ...(others.length > 0 && { alsoReportIds: others.map(({ reportId }) => reportId) }),
    });
    const [report] = reportIn(event);
    if (report) {
      const reopened =
        was && state && opensAgain(event)
          ? pagesOf(reports).map((page) => onPage({ happened: "reopened" }, page, report.category))
          : [];
      reports.push(report);
      const usedFor = "usedFor" in event ? event.usedFor : undefined;
      return [
        news({ happened: event.type === "opened" ? "taken-in" : "joined" }, report, report.category),
        ...(usedFor === undefined ? [] : [news({ happened: "id-used-again", usedFor }, report, report.category)]),
        ...reopened,
      ];
    }
    if (!was || !state) return [];
    const { category } = state;
    if (event.type === "check-wanted") {
      const told = { happened: event.type, why: event.why, answerBy: event.until } as const;
      const earlierFacts = [...before, ...line.events.slice(0, index).filter(isCaseEvent)];
      return asksOf(event.reporters, reports, earlierFacts).map((page) => onPage(told, page, category));
    }
    const closes = line.events.some(({ type }) => type === "closed");
    const isAnswered = line.events
      .filter(isCaseEvent)
      .some((other) => other.type === "answer-taken" && other.way === "answers");
    // Who said that it is gone need not be asked whether it is.
    const isSayingGone = saysGone(state);
    const wanted =
      event.type === "asked" && event.question === "said-gone"
        ? reports.filter(({ reporter }) => !isSayingGone(reporter))
        : reports;
    const told = toldBy(was, event, state, { closes, isAnswered });
    return told.flatMap((one) => pagesOf(wanted).map((page) => onPage(one, page, category)));
  });
};

/** Each reporter is asked once, by those of their reports that stand, as many as one page names. */
const asksOf = (
  asked: readonly string[],
  reports: readonly Named[],
  before: readonly CaseEvent[],
): readonly NamedPage[] => {
  const takenBack = new Set<string>();
  for (const event of before) {
    if (event.type !== "status") continue;
    const { reporter, reportId, status } = event.message;
    if (status === "withdrawn") takenBack.add(reportKeyOf(reporter, reportId));
    if (status === "still-up") takenBack.delete(reportKeyOf(reporter, reportId));
  }
  return asked.flatMap((one) =>
    paged(
      reports.filter(({ reporter, reportId }) => reporter === one && !takenBack.has(reportKeyOf(reporter, reportId))),
    ).slice(0, 1),
  );
};

type NamedPage = readonly [Named, ...(readonly Named[])];

/**
 * Thousands of reports may join one case, and each step would be thousands of events: the first ten
 * of each reporter are told each for itself, the others by pages. Ten pages fit one PutEvents (256
 * KB), and 5,000 reports with the longest ids are 60 events for each step.
 */
const eachForItself = 10;
const pageAtMost = { reports: 100, bytes: 20_000 } as const;

/**
 * Whom one step is told to, in the order in which they came; later reports change no page that is
 * full.
 */
const pagesOf = (reports: readonly Named[]): readonly NamedPage[] => {
  const ofReporter = new Map<string, Named[]>();
  for (const one of reports) {
    const own = ofReporter.get(one.reporter);
    if (own) own.push(one);
    else ofReporter.set(one.reporter, [one]);
  }
  return [...ofReporter.values()].flatMap((own) => [
    ...own.slice(0, eachForItself).map((one): NamedPage => [one]),
    ...paged(own.slice(eachForItself)),
  ]);
};

const paged = (reports: readonly Named[]): readonly NamedPage[] => {
  const pages: [Named, ...Named[]][] = [];
  let bytes = 0;
  for (const one of reports) {
    const page = pages.at(-1);
    const more = Buffer.byteLength(JSON.stringify(one.reportId));
    bytes += more;
    if (page && page.length < pageAtMost.reports && bytes <= pageAtMost.bytes) page.push(one);
    else {
      pages.push([one]);
      bytes = more;
    }
  }
  return pages;
};

const reportIn = (event: CaseEvent) => (event.type === "opened" || event.type === "joined" ? [event.report] : []);

/** What is no case of a target has no reporters who hear of it. */
const after = (state: TargetCase | undefined, event: CaseEvent): TargetCase | undefined => {
  if (state) return evolveTarget(state, event);
  return event.type === "opened" ? beginTarget(event) : undefined;
};

/**
 * `closes`: the same change closes the case, so that a desk's "removed" is taken at its word;
 * `isAnswered`: the machine answers what the desk asks, so that its reporter need not.
 */
type Beside = { readonly closes: boolean; readonly isAnswered: boolean };
const toldBy = (was: TargetCase, event: CaseEvent, is: TargetCase, { closes, isAnswered }: Beside): readonly Told[] => {
  const sent = is.notices.filter(
    ({ id, sentAt }) => sentAt !== undefined && was.notices.find((notice) => notice.id === id)?.sentAt === undefined,
  );
  return [
    ...sent.map((notice): Told => ({ happened: "notice-sent", purpose: notice.step, desk: notice.to.scope })),
    ...(event.type === "host-moved" && !event.isGone ? [{ happened: "moved" } as const] : []),
    ...(event.type === "replied"
      ? afterReply(is, event, { closes: closes || is.closed !== undefined, isAnswered })
      : []),
    ...(event.type === "answer-taken" ? afterTaken(is, event) : []),
    ...(event.type === "asked" ? afterQuestion(event) : []),
    ...(isLeft(is) && !isLeft(was) ? [{ happened: "needs-you", asks: "more-information" } as const] : []),
    ...(event.type === "answer-held" ? afterQuestion({ question: event.question, blocking: true }) : []),
    ...(is.closed && !was.closed ? [{ happened: "closed", outcome: is.closed.outcome } as const] : []),
    ...(was.closed && !is.closed ? [{ happened: "reopened" } as const] : []),
  ];
};

/** The machine was to answer a desk, and does not: its reporter hears what it asks. */
const isLeft = ({ notices }: TargetCase): boolean =>
  notices.some(({ letter }) => isMachines(letter) && letter.left === true);

const afterReply = (
  is: TargetCase,
  { noticeId, replyClass, authenticated, customerHasUntil }: Extract<CaseEvent, { type: "replied" }>,
  { closes: ends, isAnswered }: Beside,
): readonly Told[] => {
  const scope = is.notices.find(({ id }) => id === noticeId)?.to.scope;
  if (!scope) return [];
  switch (replyClass) {
    case "bounce":
    case "complaint":
      return [];
    case "passed-on":
      // A stranger's word that somebody has time is nobody's.
      return [
        {
          happened: "acknowledged",
          desk: scope,
          ...(authenticated && { passedOn: true, ...(customerHasUntil && { customerHasUntil }) }),
        },
      ];
    case "acknowledgement":
    case "auto-reply":
      return [{ happened: "acknowledged", desk: scope }];
    case "question":
      return [
        { happened: "answered", desk: scope, answer: replyClass },
        ...(isAnswered ? [] : [{ happened: "needs-you", asks: "more-information" } as const]),
      ];
    case "removed":
      return [
        { happened: "answered", desk: scope, answer: replyClass },
        ...(ends ? [] : [{ happened: "needs-you", asks: "is-it-gone" } as const]),
      ];
    case "not-found":
      // Whoever saw it can say best whether it is there.
      return [
        { happened: "answered", desk: scope, answer: replyClass },
        { happened: "needs-you", asks: "is-it-still-there" },
      ];
    case "not-ours":
    case "use-our-form":
    case "refused":
    case "unclear":
      return [{ happened: "answered", desk: scope, answer: replyClass }];
    default:
      return replyClass satisfies never;
  }
};

/** A desk refuses, and the reporter is asked in a person's place; of "not found" they were by the reply. */
const afterTaken = ({ notices }: TargetCase, { noticeId, way }: Extract<CaseEvent, { type: "answer-taken" }>) => {
  const isRefused = notices.find(({ id }) => id === noticeId)?.answer === "refused";
  return isRefused && (way === "reporter" || way === "clock")
    ? [{ happened: "needs-you", asks: "is-it-still-there" } as const]
    : [];
};

type AskedOf = Pick<Extract<CaseEvent, { type: "asked" }>, "question" | "noticeId" | "blocking">;

const afterQuestion = ({ question, noticeId, blocking }: AskedOf): readonly Told[] => {
  const hear = questionFacts[question].reportersHear;
  switch (hear) {
    case "no-contact":
      // One beside notices that go out is about one desk of several.
      return blocking ? [{ happened: "contact-unknown", why: hear }] : [];
    case "form-only":
      // One that is about a notice was the desk's answer, and is told as such; one beside notices
      // that go out is the person's work alone.
      return noticeId === undefined && blocking ? [{ happened: "contact-unknown", why: hear }] : [];
    case "is-it-gone":
    case "is-it-still-there":
      return [{ happened: "needs-you", asks: hear }];
    case "nothing":
      return [];
    default:
      return hear satisfies never;
  }
};
