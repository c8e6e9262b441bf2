import { open } from "../../functions/case/advance.ts";
import type { ContactAnswer } from "../../functions/case/candidate.ts";
import type { Case } from "../../functions/case/case.ts";
import { reportKeyOf } from "../../functions/case/case-id.ts";
import type { CloseOutcome } from "../../functions/case/close-outcome.ts";
import type { CaseEvent, EventOf } from "../../functions/case/event.ts";
import type { Question } from "../../functions/case/question.ts";
import { consoleApp } from "../../functions/console/app.tsx";
import { noticeTextOf } from "../../functions/console/case/notice-text.ts";
import type { SavedFilters } from "../../functions/console/list/saved-filters.ts";
import type { ConsoleDeps } from "../../functions/console/pages.tsx";
import { policyOf } from "../../functions/escalation/policy.ts";
import { takeInEntry, type Unfit } from "../../functions/intake/take-in-entry.ts";
import { type Instant, plusMinutes } from "../../functions/kernel/instant.ts";
import type { Log } from "../../functions/kernel/log.ts";
import { oneAtATime } from "../../functions/kernel/one-at-a-time.ts";
import { fail, ok } from "../../functions/kernel/result.ts";
import type { Settings } from "../../functions/kernel/settings.ts";
import { laneOf, lanes } from "../../functions/report/category.ts";
import { nativeText } from "../../functions/report/native-text.ts";
import type { ToPut } from "../../functions/report/put-reports.ts";
import type { Report, StatusMessage, Unreadable } from "../../functions/report/report.ts";
import type { DeadLetterQueue, DeadLetters } from "../../functions/review/dead-letters.ts";
import type { Reservations } from "../../functions/review/reservations.ts";
import type { CaseViews } from "../../functions/review/views.ts";
import type { PauseLine } from "../../functions/send/pause.ts";
import type { SendingState } from "../../functions/send/sending.ts";
import type { SettingsStore } from "../../functions/settings/store.ts";
import { changeCase } from "../../functions/store/change-case.ts";
import { changeOf } from "../../functions/store/change-of.ts";
import type { CaseStore } from "../../functions/store/ports.ts";
import { messageKeyOf, type QueueEntry } from "../../functions/store/queue-entry.ts";
import type { CaseWork } from "../../functions/store/work.ts";
import { aCandidate, anAnswer, aReport, aSettings } from "../support/a-case.ts";
import { caseIdOf, idOf } from "../support/case-ids.ts";
import { memoryPutOffs, puttingOff } from "../support/memory-bursts.ts";
import { memoryCaseStore } from "../support/memory-case-store.ts";
import { memoryReservations } from "../support/memory-reservations.ts";
import { memorySavedFilters } from "../support/memory-saved-filters.ts";
import { memorySettingsStore } from "../support/memory-settings-store.ts";
import { memoryViews } from "../support/memory-views.ts";

export const threeAtNight = "2026-11-24T03:00:00.000Z";

/** Dead letters that are gone as soon as they are sent back; a second order finds the first under way. */
const deadLettersOf = (
  lying: Record<string, DeadLetterQueue>,
  orders: { readonly givesUp?: string; readonly refused?: string },
): DeadLetters => ({
  look: async () => Object.values(lying),
  sendBack: async (queue, who, atMost) => {
    const here = lying[queue];
    if (!here) return fail({ kind: "no-such-queue" });
    if (here.messages === 0) return fail({ kind: "under-way" });
    if (orders.givesUp !== undefined) return fail({ kind: "gave-up", reason: orders.givesUp });
    if (orders.refused !== undefined) return fail({ kind: "refused", reason: orders.refused });
    const lastSentBack = { ...who, messages: Math.min(here.messages, atMost ?? here.messages) };
    lying[queue] = { queue, messages: here.messages - lastSentBack.messages, lastSentBack };
    return ok(lastSentBack);
  },
});

/** A console over a store in memory, with a clock that the test moves, and cases by what happened. */
export const aConsole = (
  given: {
    readonly person?: string;
    readonly mayDecide?: boolean;
    readonly settings?: Settings;
    readonly store?: CaseStore;
    readonly settingsStore?: SettingsStore;
    readonly reservations?: Reservations;
    readonly savedFilters?: SavedFilters;
    readonly views?: CaseViews;
  } = {},
) => {
  let now: Instant = threeAtNight;
  let person: string | undefined = given.person ?? "jane";
  const mayDecide = given.mayDecide ?? true;
  const said: string[] = [];
  const say: Log["info"] = (code, fields) => void said.push(JSON.stringify({ code, ...fields }));
  const here = given.settings ?? aSettings();
  let stage = here;
  const clock = { now: () => now };
  const { putOffs, waiting } = memoryPutOffs();
  const work: CaseWork & { readonly store: CaseStore } = {
    store: puttingOff(given.store ?? memoryCaseStore(), putOffs),
    policyOf: policyOf(here),
    clock,
    dropHint: async () => {},
  };
  const lying: Record<string, DeadLetterQueue> = Object.fromEntries(
    ["report-urgent", "report-standard", "notice-urgent", "delivery"].map((queue) => [queue, { queue, messages: 0 }]),
  );
  let sending: SendingState = { lane: { kind: "runs" }, stops: {}, refusals: {} };
  const lines: PauseLine[] = [];
  const orders: { givesUp?: string; refused?: string; queueIsShut?: true; tableIsDown?: true } = {};
  const queued: ToPut[] = [];
  /** What registries would say of a host, and of which they were asked. */
  const registries = { answers: new Map<string, ContactAnswer>(), asked: new Set<string>() };
  let senders = 0;
  const takenIn = async (unfit: Unfit): Promise<string> => {
    const quiet = { info: () => {}, error: () => {} };
    await takeInEntry({ ...work, log: quiet, oneAtATime: oneAtATime(), caseIdOf: idOf }, unfit);
    return (await work.store.caseOfReport(messageKeyOf(unfit.text))) ?? "";
  };
  const deps: ConsoleDeps = {
    work,
    settings: here,
    decided: {
      get stage() {
        return stage;
      },
      store: given.settingsStore ?? memorySettingsStore(),
    },
    log: { info: say, error: say },
    person: () =>
      person === undefined ? undefined : { name: person, mayDecide, by: mayDecide ? "signature" : "cookie" },
    noticeText: noticeTextOf(here, clock, "eu-central-1"),
    sending: {
      state: async () => sending,
      lately: async () => sending,
      tryNow: async () => {},
      resume: async (since, by, why) => {
        sending = { ...sending, lane: { kind: "runs", since, by, why } };
      },
      pause: {
        stop: async (of, word) => {
          if (orders.tableIsDown) throw new Error("the table does not answer");
          const fresh = of.filter((lane) => sending.stops[lane] === undefined);
          sending = { ...sending, stops: { ...Object.fromEntries(of.map((lane) => [lane, word])), ...sending.stops } };
          lines.unshift(...fresh.map((lane): PauseLine => ({ ...word, lane, does: "stop" })));
          return fresh.length > 0;
        },
        explain: async (seen, why) => {
          const { stops } = sending;
          const meant = lanes.filter((lane) => stops[lane]?.why === "" && stops[lane].at === seen[lane]?.at);
          const explained = Object.fromEntries(meant.map((lane) => [lane, { ...stops[lane], why }]));
          sending = { ...sending, stops: { ...stops, ...explained } };
          return meant.length > 0;
        },
        resume: async (of, seen, word) => {
          const stopped = of.filter((lane) => seen[lane] && sending.stops[lane]?.at === seen[lane].at);
          sending = {
            ...sending,
            stops: Object.fromEntries(
              Object.entries(sending.stops).filter(([lane]) => !stopped.some((one) => one === lane)),
            ),
          };
          lines.unshift(...stopped.map((lane): PauseLine => ({ ...word, lane, does: "resume" })));
          return stopped.length > 0;
        },
      },
      audit: async () => lines,
    },
    messageIdDomain: "eu-central-1.amazonses.com",
    reservations: given.reservations ?? memoryReservations(),
    savedFilters: given.savedFilters ?? memorySavedFilters(),
    views: given.views ?? memoryViews(),
    lookUps: {
      answered: async ({ target: { host } }) => (registries.asked.has(host) ? registries.answers.get(host) : undefined),
      lookUp: async ({ target: { host } }) => registries.asked.add(host) && registries.answers.get(host),
    },
    deadLetters: deadLettersOf(lying, orders),
    putReports: async (reports) => {
      const taken = orders.queueIsShut ? [] : reports;
      queued.push(...taken);
      return { left: reports.slice(taken.length), ...(orders.queueIsShut && { error: "AccessDenied" }) };
    },
  };
  const app = consoleApp(deps);

  const isHere = (state: Case | undefined): Case => {
    if (!state) throw new Error("no such case");
    return state;
  };
  /** Adds facts to a case with all that follows from them. */
  const happened = async (caseId: string, ...facts: readonly CaseEvent[]): Promise<Case> => {
    const changed = await changeCase(work, caseId, () => facts);
    if (!changed.ok) throw new Error(changed.error.kind);
    return changed.value.next;
  };
  return {
    app,
    deps,
    work,
    store: work.store,
    said,
    lying,
    queued,
    registries,
    /** Whether SQS gives the next orders up, or refuses them, and why. */
    orders,
    sending: () => sending,
    sendingIs: (state: SendingState) => {
      sending = state;
    },
    later: (minutes: number) => {
      now = plusMinutes(now, minutes);
    },
    /** The minute passes after which a verdict takes effect, and what is due by then is looked at. */
    minutePasses: async () => {
      now = plusMinutes(now, 1);
      for (const { caseId } of await work.store.due(now, 1_000)) await changeCase(work, caseId, () => []);
    },
    now: () => now,
    /** The stage's file says something else from now on. */
    decides: (settings: Settings) => {
      stage = settings;
    },
    signIn: (as: string | undefined) => {
      person = as;
    },
    /** Opens a case by a report, as taking it in does. */
    opened: async (report: Report): Promise<string> => {
      const key = reportKeyOf(report.reporter, report.reportId);
      const caseId = caseIdOf(`report ${key}`);
      const advanced = open(
        { type: "opened", at: now, caseId, lane: laneOf(report.category, report.live), report },
        work.policyOf,
      );
      const written = await work.store.commit({ ...changeOf(advanced, now), reportKeys: [key] });
      if (!written.ok) throw new Error("the case could not be opened");
      return caseId;
    },
    /** Takes in what is no report; gives the entry that it is in. */
    takenIn,
    unreadable: async (text: string, field = "target.url"): Promise<string> => {
      const reason = "Not valid: a URL.";
      const fix = "Write it as report.schema.json describes it.";
      const problem: Unreadable = { kind: "unreadable", field, reason, fix };
      // Each of a sender of its own, so that each is an entry.
      return takenIn({ text, lane: "standard", source: { sender: `AROA${senders++}` }, problem });
    },
    /** Takes in a status message that fits no report; gives the entry that it is in. */
    strayed: async (word: Partial<StatusMessage> = {}): Promise<string> => {
      const status = {
        kind: "status",
        reporter: "hotline",
        reportId: "lost-1",
        status: "gone",
        at: now,
        ...word,
      } as const;
      const problem = {
        kind: "unreadable",
        field: "reportId",
        reason: "No report of this reporter has this id.",
        fix: "Send the report first.",
      } as const;
      const source = { reporter: status.reporter };
      return takenIn({ text: nativeText(status), lane: "standard", source, problem, status });
    },
    readEntry: async (id: string): Promise<QueueEntry> => {
      const entry = await work.store.readEntry(id);
      if (!entry) throw new Error(`there is no entry ${id}`);
      return entry;
    },
    putBack: () => waiting(),
    happened,
    /** Its look-up found this. */
    lookedUp: (caseId: string, found: Partial<ContactAnswer> = {}): Promise<Case> =>
      happened(caseId, { type: "contact-answered", at: now, answer: anAnswer({ askedAt: now, ...found }) }),
    /** SES is asked to take a notice, and took it. */
    claimed: (caseId: string, noticeId: string, subject = "ABUSE"): Promise<Case> => {
      const claim = { attemptId: `${caseId}_${noticeId}_1`, subject, renderHash: "00", recipientHash: "00" };
      return happened(caseId, { type: "send-claimed", at: now, noticeId, ...claim });
    },
    sent: (caseId: string, noticeId: string, sesMessageId: string): Promise<Case> =>
      happened(caseId, { type: "sent", at: now, noticeId, attemptId: `${caseId}_${noticeId}_1`, sesMessageId }),
    /** A desk's answer to a notice came, which nobody proves to be of that desk. */
    replied: (caseId: string, noticeId: string, fields: Partial<EventOf<"replied">> = {}): Promise<Case> =>
      happened(caseId, anAnswerTo(noticeId, now, fields)),
    closed: (caseId: string, outcome: CloseOutcome = "gone", why = "x"): Promise<Case> =>
      happened(caseId, { type: "closed", at: now, outcome, why }),
    /** A person is asked this. */
    asks: (caseId: string, question: Question, reason: string, more: object = {}): Promise<Case> =>
      happened(caseId, {
        type: "asked",
        at: now,
        reviewId: `${question}.9`,
        question,
        blocking: true,
        reason,
        ...more,
      }),
    read: async (caseId: string): Promise<Case> => isHere(await work.store.read(caseId)),
    get: async (
      path: string,
      headers: Readonly<Record<string, string>> = {},
    ): Promise<{ readonly status: number; readonly text: string; readonly headers: Headers }> => {
      const response = await app.request(path, { headers });
      return { status: response.status, text: await response.text(), headers: response.headers };
    },
    post: async (
      path: string,
      fields: Readonly<Record<string, string>> | [string, string][],
      headers: Readonly<Record<string, string>> = { "sec-fetch-site": "same-origin" },
    ) => {
      const response = await app.request(path, {
        method: "POST",
        body: new URLSearchParams(fields).toString(),
        headers: { "content-type": "application/x-www-form-urlencoded", ...headers },
      });
      return { status: response.status, text: await response.text(), headers: response.headers };
    },
  };
};

export type Console = ReturnType<typeof aConsole>;

export const reviewOf = (state: Case, question: string): string => {
  const review = state.reviews.find((one) => one.question === question);
  if (!review)
    throw new Error(`${state.id} does not ask ${question}, but ${state.reviews.map((one) => one.question).join(", ")}`);
  return review.id;
};

/** A night's work: cases of many kinds in front of a person and beside them. */
export const aNight = async (console: Console) => {
  const seen = (spoilt: Partial<Report>): Report => aReport({ seenAt: "2026-11-24T01:30:00.000Z", ...spoilt });
  const phishing = await console.opened(seen({}));
  await console.lookedUp(phishing, {
    candidates: [],
    failures: [
      { source: "rdap", server: "rdap.registry.example", outcome: "silent", detail: "no answer within 10 s" },
      { source: "whois", server: "whois.registry.example", outcome: "none", detail: "" },
    ],
  });

  const child = await console.opened(
    seen({
      reportId: "r-2",
      category: "csam",
      channel: "file-host",
      target: { kind: "url", url: "https://files.bad.example/d/4f2a9c", host: "files.bad.example" },
      evidence: { classification: "baseline", detectedBy: "manual-review" },
    }),
  );
  await console.lookedUp(child, {
    candidates: [
      aCandidate({ email: "abuse@files-host.example", range: "203.0.113.0/24", name: "Files Host" }),
      aCandidate({
        email: "hostmaster@upstream.example",
        scope: "upstream",
        name: "Upstream Carrier",
        range: "AS64500",
        confidence: "medium",
      }),
    ],
    addresses: ["203.0.113.9"],
  });
  const first = firstNotice(await console.read(child));
  await console.claimed(child, first, "ABUSE: child sexual abuse material – files[.]bad[.]example");
  console.later(16);
  await console.happened(child, { type: "send-unknown", at: console.now(), noticeId: first });

  console.later(1);
  const live = await console.opened(
    seen({
      reportId: "r-3",
      category: "ncii",
      channel: "live-stream",
      live: true,
      target: { kind: "host", host: "stream.bad.example" },
    }),
  );
  await console.lookedUp(live, {
    candidates: [],
    forms: [
      {
        url: "https://platform.example/report-abuse",
        scope: "platform",
        name: "Example Platform",
        api: "Cloudflare abuse reports",
      },
    ],
  });

  console.later(46);
  const parliament = await console.opened(
    seen({ reportId: "r-4", category: "fraud", target: { kind: "host", host: "parliament.example" } }),
  );
  console.later(1);
  const unread = await console.unreadable(
    '{"version":1,"reporter":"hotline","target":{"url":"https://unread.bad.example/x","note":"see ' +
      'http://other.bad.example"}}',
  );

  const quiet = await console.opened(
    seen({
      reportId: "r-5",
      category: "malware",
      target: { kind: "url", url: "http://203.0.113.80/drop.bin", host: "203.0.113.80" },
    }),
  );
  await console.lookedUp(quiet);
  const notice = firstNotice(await console.read(quiet));
  await console.claimed(quiet, notice, "ABUSE: malware – 203[.]0[.]113[.]80 – 2026-11-24");
  await console.sent(quiet, notice, "0100-1");
  console.later(12);
  await console.happened(quiet, { type: "delivered", at: console.now(), noticeId: notice, sesMessageId: "0100-1" });
  console.later(132);
  return { phishing, child, live, parliament, unread, quiet };
};

export const anAnswerTo = (noticeId: string, at: Instant, fields: Partial<EventOf<"replied">>): EventOf<"replied"> => ({
  ...{ type: "replied", at, noticeId, replyClass: "question", authenticated: false, mailHash: "h" },
  ...fields,
});

export const firstNotice = (state: Case): string => {
  const id = state.notices[0]?.id;
  if (!id) throw new Error(`${state.id} has no notice`);
  return id;
};

/**
 * A case of this host before a person, who is asked about its name that is out of DNS; its id.
 * `answer`: what its look-up found before, where there was one.
 */
export const askedOfName = async (
  console: ReturnType<typeof aConsole>,
  host: string,
  answer?: ContactAnswer,
): Promise<string> => {
  const id = await console.opened(aReport({ reportId: host, category: "phishing", target: { kind: "host", host } }));
  if (answer) await console.happened(id, { type: "contact-answered", at: console.now(), answer });
  await console.asks(id, "name-gone", "The name is out of DNS.");
  return id;
};

/** Where a page's forms lead, but for the search and the pause of sending, which are on each. */
export const formsIn = (page: string): readonly string[] =>
  [...page.matchAll(/<form[^>]* action="([^"]+)"/g)].flatMap(([, to]) =>
    to && to !== "/search" && to !== "/sending/stop" ? [to] : [],
  );

/** What a page says, without its tags. */
export const textOf = (html: string): string =>
  html
    .replaceAll(/<style.*?<\/style>/gs, "")
    .replaceAll(/<[^>]+>/g, " ")
    .replaceAll("&#39;", "'")
    .replaceAll(/\s+/g, " ");

/** What a previewed form of settings says that was seen. */
export const seenIn = (text: string): string => /name="seen" value="([0-9a-f]+)"/.exec(text)?.[1] ?? "";

/** Previews a form of settings, as a person has to, and then records it. */
export const records = async (console: Console, path: string, fields: Readonly<Record<string, string>>) => {
  const { text } = await console.post(path, { ...fields, step: "look" });
  return console.post(path, { ...fields, step: "record", seen: seenIn(text) });
};
