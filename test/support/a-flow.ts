import type { DeliveryOutcome } from "../../functions/answers/delivery-fact.ts";
import { eventsOf } from "../../functions/answers/delivery-fact.ts";
import type { ReplyReading } from "../../functions/answers/reply-reading.ts";
import { recordReply } from "../../functions/answers/take-in-reply.ts";
import type { ContactAnswer } from "../../functions/case/candidate.ts";
import type { Case } from "../../functions/case/case.ts";
import { isDecided } from "../../functions/case/given.ts";
import type { Notice } from "../../functions/case/notice.ts";
import type { CategoryPolicy, Policy } from "../../functions/case/policy.ts";
import type { ReplyClass } from "../../functions/case/reply-class.ts";
import type { Hinted } from "../../functions/case/wants.ts";
import { type AccountTurn, neverRefused } from "../../functions/contact/account-turn.ts";
import { findContact } from "../../functions/contact/find-contact.ts";
import { clocksOf } from "../../functions/escalation/clocks.ts";
import { policyOf, policyTable, rowsOf } from "../../functions/escalation/policy.ts";
import { readPolicyTable } from "../../functions/escalation/read-policy-table.ts";
import { reach } from "../../functions/follow-up/reach.ts";
import { type OnCallNews, sweep } from "../../functions/follow-up/sweep.ts";
import { leftToTheSweep } from "../../functions/intake/left-to-the-sweep.ts";
import { takeInPutOffs, takeInReport } from "../../functions/intake/take-in-report.ts";
import { takeUp } from "../../functions/intake/take-up.ts";
import type { CurrentSettings } from "../../functions/kernel/in-force.ts";
import { type Instant, plusHours, plusMinutes } from "../../functions/kernel/instant.ts";
import type { LogCode, LogFields } from "../../functions/kernel/log.ts";
import { oneAtATime } from "../../functions/kernel/one-at-a-time.ts";
import { ok } from "../../functions/kernel/result.ts";
import type { Settings } from "../../functions/kernel/settings.ts";
import { composeNotice } from "../../functions/notice/compose-notice.ts";
import { noticeToken } from "../../functions/notice/reply-address.ts";
import type { Lane } from "../../functions/report/category.ts";
import type { PutReports, ToPut } from "../../functions/report/put-reports.ts";
import { actOnEntry, type GivenEntryAction } from "../../functions/review/entry-action.ts";
import { takeBack } from "../../functions/review/take-back.ts";
import { type GivenVerdict, recordVerdict } from "../../functions/review/verdict.ts";
import type { AskChannel } from "../../functions/send/channels/settle.ts";
import { tellChannel } from "../../functions/send/channels/tell-channel.ts";
import { alwaysATurn, type TakeTurn } from "../../functions/send/pacing.ts";
import { type AccountWord, heardBy } from "../../functions/send/refusal.ts";
import { neverRestored } from "../../functions/send/restore-guard.ts";
import { sendHinted } from "../../functions/send/send-notice.ts";
import type { OutgoingMail, SendAnswer, SendWork } from "../../functions/send/send-port.ts";
import type { ReadsInForce } from "../../functions/settings/in-force.ts";
import { changeCase } from "../../functions/store/change-case.ts";
import { type ChangesTogether, changesTogether, type Wish } from "../../functions/store/changes-together.ts";
import type { EntryAction, QueueEntry } from "../../functions/store/queue-entry.ts";
import type { Hint } from "../../functions/store/work.ts";
import { memoryChannelCounts } from "../../infra/command/scenarios/memory-channel-counts.ts";
import { anAnswer, aSettings, morning } from "./a-case.ts";
import { idOf } from "./case-ids.ts";
import { memoryBursts, memoryPutOffs, puttingOff } from "./memory-bursts.ts";
import { memoryCaseStore } from "./memory-case-store.ts";
import { memoryDeskMails } from "./memory-desk-mails.ts";
import { memoryWalk } from "./memory-walk.ts";

const replyKeys = { current: "k1", keys: { k1: "a key for tests that opens nothing" } };

/** A message as a reporter puts it on a queue. */
export const nativeMessage = (spoilt: Record<string, unknown> = {}): string =>
  JSON.stringify({
    version: 1,
    reporter: "hotline",
    reportId: "r-1",
    category: "phishing",
    target: { url: "https://shop.bad.example/login" },
    seenAt: "2026-11-24T09:00:00Z",
    evidence: { explanation: "A copy of a bank's sign-in page asks for passwords." },
    ...spoilt,
  });

/** A copied brand, of which a notice waits for its desk's working day. */
export const copiedBrand = {
  category: "brand",
  evidence: { explanation: "Copies.", imitates: "Example", legitimateSite: "https://brand.example/" },
} as const;

/** Child abuse material that a person has classified. */
export const classifiedAbuse = {
  category: "csam",
  evidence: { classification: "baseline", detectedBy: "manual-review" },
} as const;

/** What a reporter says later, as they put it on a queue. */
export const statusMessage = (status: string, at: Instant, spoilt: Record<string, unknown> = {}): string =>
  JSON.stringify({ version: 1, reporter: "hotline", reportId: "r-1", status, at, ...spoilt });

/**
 * The whole flow on doubles, with a clock moved by hand: the real steps, the real decisions, an
 * outside world that says what the story tells it to. `run` works off hints until none is left;
 * `pass` moves the clock and sweeps each hour.
 */
export const aFlow = (
  spoilt: Partial<Settings> = {},
  { windowsPass = false, store: kept = memoryCaseStore() } = {},
) => {
  let settings = aSettings(spoilt);
  let rows = policyTable;
  let policy = policyOf(settings);
  let now: Instant = morning;
  const hints: { readonly to: Hinted; readonly hint: Hint }[] = [];
  const mails: OutgoingMail[] = [];
  const news: OnCallNews[] = [];
  let answerOf: (state: Case) => Partial<ContactAnswer> = () => ({});
  let ses: (mail: OutgoingMail) => SendAnswer = () => ({ kind: "accepted", sesMessageId: `ses-${mails.length}` });
  let api: AskChannel = async () => ({ kind: "unreached", detail: "the story has no API" });
  let receives = 1;
  let reads: ReadsInForce | undefined;
  let comesBeforeTurn: () => Promise<void> = async () => {};
  const paused = new Set<Lane>();
  let account: Pick<AccountWord, "turn" | "heard"> = { turn: neverRefused, heard: async () => {} };
  const said: { readonly code: LogCode; readonly fields: LogFields }[] = [];
  const say = (code: LogCode, fields: LogFields = {}) => void said.push({ code, fields });

  const { putOffs, duePutOffs, waiting } = memoryPutOffs();
  const store = puttingOff(kept, putOffs);
  const walk = memoryWalk();
  const work = {
    store,
    policyOf: (state: Parameters<typeof policy>[0]): Policy => policy(state),
    clock: { now: () => now },
    dropHint: async (to: Hinted, _lane: string, hint: Hint) => void hints.push({ to, hint }),
    log: { info: say, error: say },
    bursts: memoryBursts(() => settings.reporters),
    putOffs,
    caseIdOf: idOf,
    jitter: () => 0.5,
    oneAtATime: oneAtATime(),
    changeTogether: (caseId: string, wish: Wish) => together(caseId, wish),
  };
  const together: ChangesTogether = changesTogether(work);
  // As deployed: neither of them drops a hint that could come back to it (`topology.ts`).
  const leaves = leftToTheSweep(work);
  const accountTurn: AccountTurn = (...asked) => account.turn(...asked);
  const finding = {
    ...work,
    accountTurn,
    dropHint: async (to: Hinted, lane: Lane, hint: Hint) =>
      (to === "find-contact" ? leaves : work.dropHint)(to, lane, hint),
    lookUp: async (state: Case, at: Instant) => anAnswer({ ...answerOf(state), askedAt: at }),
  };
  const sending = {
    ...work,
    dropHint: leaves,
    get settings() {
      return settings;
    },
    inForce: async (): Promise<Pick<SendWork, "settings" | "policyOf">> =>
      reads ? reads.now() : { settings, policyOf: work.policyOf },
    replyKeys: async () => replyKeys,
    messageIdDomain: "email.amazonses.com",
    compose: composeNotice,
    sendOnce: (mail: OutgoingMail) =>
      heardBy(account, async () => {
        mails.push(mail);
        return ses(mail);
      })(mail),
    takeTurn: async (lane: Lane): ReturnType<TakeTurn> => {
      await comesBeforeTurn();
      return paused.has(lane) ? { kind: "no-turn", why: "stopped" } : alwaysATurn(lane);
    },
    accountTurn,
    isPaused: async (lane: Lane) => paused.has(lane),
    guard: neverRestored,
    deskMails: memoryDeskMails(),
  };
  const telling = {
    ...sending,
    ask: (...asked: Parameters<AskChannel>) => api(...asked),
    counts: memoryChannelCounts(),
  };
  const runOne = async () => {
    const next = hints.shift();
    if (!next) return;
    const { settings: lately, policyOf: policyLately } = (await reads?.lately()) ?? {
      settings,
      policyOf: work.policyOf,
    };
    if (next.to === "find-contact") await findContact({ ...finding, policyOf: policyLately }, next.hint);
    else if (next.to === "tell-channel") await tellChannel({ ...telling, policyOf: policyLately }, next.hint);
    else await sendHinted({ ...sending, settings: lately, policyOf: policyLately }, next.hint);
  };
  const run = async () => {
    while (hints.length > 0) await runOne();
  };
  let clocks: { readonly of: Settings; readonly rows: typeof rows; readonly fingerprint: string } | undefined;
  /** The fingerprint holds ten years of holidays of each country: computed again when it can differ. */
  const clocksNow = (): string => {
    if (clocks?.of !== settings || clocks.rows !== rows)
      clocks = { of: settings, rows, fingerprint: clocksOf(settings, rows) };
    return clocks.fingerprint;
  };
  /** What the sweep puts on a report queue again is taken in at once. */
  const takesBack: PutReports = async (reports) => {
    const left: ToPut[] = [];
    for (const one of reports)
      if ((await takeInPutOffs({ ...work, rules: settings }, JSON.parse(one.body))) === "later") left.push(one);
    return { left };
  };
  const sweepNow = async () => {
    if (reads) policy = (await reads.lately()).policyOf;
    await sweep({ ...work, tellOnCall: async (told) => void news.push(told) });
    await takeUp({ ...work, duePutOffs, putReports: takesBack }, () => true);
    await reach({ ...work, walk, clocks: clocksNow() }, () => true);
    await run();
  };
  const takeIn = (
    text: string,
    from: { readonly queueLane?: Lane; readonly sender?: string; readonly owner?: string } = {},
  ) =>
    takeInReport(
      { ...work, rules: settings },
      {
        text,
        queueLane: "standard",
        ...from,
        receives,
      },
    );
  /** Whether a sweep at this moment could do anything. */
  const mayDoSomething = async (at: Instant): Promise<boolean> => {
    if (reads || hints.length > 0 || waiting().length > 0) return true;
    const { clocks: walked, isDone } = (await walk.read()) ?? {};
    if (!isDone || walked !== clocksNow()) return true;
    return (await store.due(at, 1)).length > 0;
  };
  const pass = async ({ hours = 0, minutes = 0 }: { readonly hours?: number; readonly minutes?: number }) => {
    const until = plusMinutes(plusHours(now, hours), minutes);
    while (now < until) {
      now = [plusMinutes(now, hours > 0 ? 30 : 1), until].sort()[0] ?? until;
      if (await mayDoSomething(now)) await sweepNow();
    }
  };
  const goOn = async () => {
    await run();
    if (windowsPass) await pass({ minutes: 16 });
  };
  const onlyCase = async (): Promise<Case> => {
    const items: Case[] = [];
    for (let day = morning; day.slice(0, 10) <= now.slice(0, 10); day = plusHours(day, 24))
      items.push(...(await store.openedOn(day.slice(0, 10), 100)).items);
    if (items.length !== 1 || !items[0]) throw new Error(`the story has ${items.length} cases`);
    return items[0];
  };
  /** Entries of the review queue, the newest first. */
  const entries = async (): Promise<readonly QueueEntry[]> => {
    const all: QueueEntry[] = [];
    for (let day = morning; day.slice(0, 10) <= now.slice(0, 10); day = plusHours(day, 24))
      all.unshift(...(await store.entriesOn(day.slice(0, 10), 100_000)).items);
    return all;
  };
  const onlyEntry = async (): Promise<QueueEntry> => {
    const [entry, ...others] = await entries();
    if (!entry || others.length > 0) throw new Error(`the story has ${others.length + (entry ? 1 : 0)} entries`);
    return entry;
  };
  /** All messages of an entry, in their order. */
  const messagesOf = async ({ id, messages }: QueueEntry): Promise<readonly (string | undefined)[]> =>
    Promise.all(Array.from({ length: messages }, (_, at) => store.messageOf(id, at + 1)));
  /** A person does something to an entry as they see it. */
  const acts = async (
    { id, version }: QueueEntry,
    does: EntryAction["does"] = "discard",
    more: Partial<GivenEntryAction> = {},
  ) => {
    const given = { id, seenVersion: version, does, by: "on-call", why: "The reporter fixes the script.", ...more };
    return actOnEntry({ ...work, rules: settings }, given);
  };
  const theCase = async (): Promise<Case> => {
    const state = await onlyCase();
    if (state.kind !== "case") throw new Error("the story has a case");
    return state;
  };
  const lastNotice = async () => {
    const notice = (await theCase()).notices.filter(({ sesMessageId }) => sesMessageId).at(-1);
    if (!notice) throw new Error("no notice went out yet");
    return notice;
  };

  const writesBack = async (notice: Notice, reply: NewReply) => {
    const read: ReplyReading = {
      about: [{ caseId: (await theCase()).id, noticeToken: noticeToken(notice) }],
      rule: "the story",
      dmarc: "pass",
      mailHash: `mail at ${now}`,
      subject: "Re: notice",
      text: "words",
      automatic: false,
      attachments: [],
      ...reply,
    };
    await recordReply(work, (await theCase()).id, read);
    await run();
  };

  const report = async (text: string, from: Parameters<typeof takeIn>[1] = {}) => {
    const outcome = await takeIn(text, from);
    await goOn();
    return outcome;
  };

  const gives = async (given: Deciding) => {
    const state = await onlyCase();
    const review = state.reviews.find(({ id }) => given.reviewId === undefined || id === given.reviewId);
    const outcome = await recordVerdict(work, {
      caseId: state.id,
      reviewId: review?.id ?? "none",
      by: "on-call",
      why: "it is right",
      ...given,
    });
    await run();
    return outcome;
  };

  return {
    store,
    work,
    mails,
    news,
    hints,
    said,
    /** What waits in the table to be taken in, the oldest first. */
    putOffs: () => waiting().flatMap((one) => ("said" in one ? one.said.reportId : [])),
    /** What `send-notice` works with, for a story that comes in between. */
    sending,
    /** What `find-contact` works with, for a story that comes in between. */
    finding,
    /** What `find-contact` does with one hint. */
    lookUp: (caseId: string) => findContact(finding, { caseId }),
    theCase,
    onlyCase,
    entries,
    onlyEntry,
    messagesOf,
    acts,
    questions: async () => (await theCase()).reviews.map(({ question }) => question),
    outcome: async () => (await theCase()).closed?.outcome,
    takeIn,
    run,
    runOne,
    sweepNow,
    now: () => now,
    /** Moves the clock to this moment in one go, and looks at what is due by then. */
    leap: async (to: Instant) => {
      now = to;
      await sweepNow();
    },
    /** Moves the clock alone, where something is under way meanwhile. */
    clockTo: (to: Instant) => {
      now = to;
    },
    told: () => mails.map(({ recipient }) => recipient),
    contacts: (answer: (state: Case) => Partial<ContactAnswer>) => {
      answerOf = answer;
    },
    /** What the senders know of SES's refusals. */
    paced: (by: typeof account) => {
      account = by;
    },
    /** A deployment brings these settings, while hints and notices wait. */
    settingsBecome: (others: Partial<CurrentSettings>) => {
      settings = aSettings({ ...spoilt, ...others });
      policy = policyOf(settings, rows);
    },
    /** A deployment brings this to each category's row of the policy. */
    policyBecomes: (of: (row: CategoryPolicy) => Partial<CategoryPolicy>) => {
      rows = readPolicyTable([...rowsOf(settings).values()].map((row) => ({ ...row, ...of(row) })));
      settings = { ...settings, clocks: {} };
      policy = policyOf(settings, rows);
    },
    /** Settings come from a table, which the functions read by this. */
    readsSettingsBy: (by: ReadsInForce) => {
      reads = by;
    },
    /** What comes when a mail is composed, and before it is claimed. */
    beforeTurn: (comes: () => Promise<void>) => {
      comesBeforeTurn = comes;
    },
    /** A person stops these lanes, or lets all go on. */
    pause: (...lanes: readonly Lane[]) => {
      paused.clear();
      for (const lane of lanes) paused.add(lane);
    },
    sesSays: (says: (mail: OutgoingMail) => SendAnswer) => {
      ses = says;
    },
    /** What providers' APIs answer. */
    apiSays: (ask: AskChannel) => {
      api = ask;
    },
    /** What `tell-channel` works with. */
    telling,
    /** What is known of providers' answers, and of domains that they were told of. */
    counts: telling.counts,
    /** What `tell-channel` does with one hint. */
    tell: (caseId: string) => tellChannel(telling, { caseId }),
    /** The same message again, as a standard queue may. */
    receivedAgain: () => void receives++,
    report,
    /** A reporter says it now. Gives the message, to be brought again. */
    says: async (status: string, by: { readonly reporter?: string; readonly reportId?: string } = {}) => {
      const text = statusMessage(status, now, by);
      await report(text);
      return text;
    },
    pass,
    sesTells: async (outcome: DeliveryOutcome) => {
      const notice = await lastNotice();
      const fact = {
        caseId: (await theCase()).id,
        noticeId: notice.id,
        attemptId: notice.attemptId ?? "",
        sesMessageId: notice.sesMessageId ?? "",
        at: now,
        outcome,
      };
      await changeCase(work, fact.caseId, () => eventsOf(fact));
      await goOn();
    },
    deskReplies: async (
      replyClass: ReplyClass,
      proven: boolean,
      { about, ...more }: Partial<Pick<NewReply, "ticket" | "text" | "answers">> & { readonly about?: string } = {},
    ) => {
      const notice = (await theCase()).notices.find(({ id }) => id === about) ?? (await lastNotice());
      await writesBack(notice, { replyClass, from: proven ? notice.to.email : "somebody@elsewhere.example", ...more });
    },
    /** Somebody, of whose domain SES is sure, writes to the reply address of the last notice. */
    writesBack: async (reply: NewReply) => writesBack(await lastNotice(), reply),
    /** A person decides; in the standard lane nothing follows before the minute is over. */
    gives,
    /** The same, and the minute passes after which it takes effect. */
    decides: async (given: Deciding) => {
      const outcome = await gives(given);
      if (outcome.ok && outcome.value.reviews.some(isDecided)) {
        now = plusMinutes(now, 1);
        await sweepNow();
      }
      await goOn();
      return outcome.ok ? ok((await store.read(outcome.value.id)) ?? outcome.value) : outcome;
    },
    takesBack: async (by = "on-call") => {
      const state = await onlyCase();
      const { id: reviewId, given } = state.reviews.find(isDecided) ?? { id: "none", given: { at: now } };
      const outcome = await takeBack(work, { caseId: state.id, reviewId, givenAt: given.at, by });
      await run();
      return outcome;
    },
  };
};

/** What a person decides; who, why and which question where the story says. */
type Deciding = Omit<GivenVerdict, "caseId" | "reviewId" | "by" | "why"> & Partial<GivenVerdict>;

/** What comes in to a reply address: of the reading what the story needs. */
export type NewReply = { readonly replyClass: ReplyClass; readonly from: string } & Partial<
  Pick<
    ReplyReading,
    | "ticket"
    | "form"
    | "namedParty"
    | "text"
    | "confidence"
    | "isLikelyRemoved"
    | "telling"
    | "automatic"
    | "mayBeAutomatic"
    | "answers"
  >
>;

/**
 * A flow in which notices wait for others as they do in earnest: after each thing told of here, a
 * window passes.
 */
export const aStory = (spoilt: Partial<Settings> = {}) => aFlow({ digests: true, ...spoilt }, { windowsPass: true });

type Reported = {
  readonly settings?: Partial<Settings>;
  readonly contacts?: Partial<ContactAnswer> | ((state: Case) => Partial<ContactAnswer>);
  readonly report?: Record<string, unknown>;
};

/** A flow under these settings, whose look-ups find these contacts, and in which this was reported. */
export const aReportedFlow = async ({ settings, contacts = {}, report }: Reported = {}, begins = aFlow) => {
  const flow = begins(settings);
  flow.contacts(typeof contacts === "function" ? contacts : () => contacts);
  await flow.report(nativeMessage(report));
  return flow;
};

/** The same where notices wait for others. */
export const aReportedStory = (given: Reported = {}) => aReportedFlow(given, aStory);
