import { modelReader } from "../../functions/adapters/model-reader.ts";
import type { ProseReader } from "../../functions/answers/prose/read-prose.ts";
import { readReplyPointers } from "../../functions/answers/reply-pointers.ts";
import { takeInDelivery } from "../../functions/answers/take-in-delivery.ts";
import { takeInReplies } from "../../functions/answers/take-in-reply.ts";
import type { ContactAnswer } from "../../functions/case/candidate.ts";
import type { Case, Review } from "../../functions/case/case.ts";
import { reportKeyOf } from "../../functions/case/case-id.ts";
import type { Verdict } from "../../functions/case/event.ts";
import { isDecided } from "../../functions/case/given.ts";
import { desksToWriteTo } from "../../functions/case/machines-answer.ts";
import type { Hinted } from "../../functions/case/wants.ts";
import { neverRefused } from "../../functions/contact/account-turn.ts";
import { findContact } from "../../functions/contact/find-contact.ts";
import { lookUpContact } from "../../functions/contact/look-up-contact.ts";
import type { Sources } from "../../functions/contact/sources.ts";
import { type KeptWalk, reach, type Walk } from "../../functions/follow-up/reach.ts";
import { sweep } from "../../functions/follow-up/sweep.ts";
import { leftToTheSweep } from "../../functions/intake/left-to-the-sweep.ts";
import { takeInReport } from "../../functions/intake/take-in-report.ts";
import { type Instant, instant } from "../../functions/kernel/instant.ts";
import type { LogCode, LogFields } from "../../functions/kernel/log.ts";
import { oneAtATime } from "../../functions/kernel/one-at-a-time.ts";
import { checkRequestsIn, newsOf } from "../../functions/news/tell-reporters.ts";
import type { ComposeNotice } from "../../functions/notice/request.ts";
import type { Lane } from "../../functions/report/category.ts";
import { nativeText } from "../../functions/report/native-text.ts";
import { checkerId } from "../../functions/report/own-queue.ts";
import { readReport } from "../../functions/report/read-report.ts";
import { actOnEntry } from "../../functions/review/entry-action.ts";
import { gather } from "../../functions/review/for-all.ts";
import { writeLetter } from "../../functions/review/letter.ts";
import { reopenCase } from "../../functions/review/reopen.ts";
import { takeBack } from "../../functions/review/take-back.ts";
import { recordVerdict } from "../../functions/review/verdict.ts";
import { tellChannel } from "../../functions/send/channels/tell-channel.ts";
import type { TakeTurn } from "../../functions/send/pacing.ts";
import { neverRestored } from "../../functions/send/restore-guard.ts";
import { changesTogether } from "../../functions/store/changes-together.ts";
import type { CaseStore } from "../../functions/store/ports.ts";
import { isEntry, messageKeyOf, type QueueEntry } from "../../functions/store/queue-entry.ts";
import type { DropHint, Hint } from "../../functions/store/work.ts";
import {
  inReview,
  refusal,
  simulatedTable,
  storeOver,
  type Table,
  type Write,
} from "../../infra/command/scenarios/table-double.ts";
import { caseIdOf, idOf } from "../support/case-ids.ts";
import { memoryBursts, neverPutOff } from "../support/memory-bursts.ts";
import { memoryDeskMails } from "../support/memory-desk-mails.ts";
import { anApi } from "./api.ts";
import { nothingKnown } from "./cast.ts";
import type { Look } from "./checker.ts";
import type { Fault, Port } from "./faults.ts";
import { type InForce, inForceAfter, type SettingsChange, senderOf } from "./in-force.ts";
import { bytesOf, type Letter } from "./letters.ts";
import { anOutside, type Says } from "./outside.ts";
import { simulatedQueues } from "./queues.ts";
import { type LedgerRow, realSender, type Sender } from "./senders.ts";
import { aSes, type Desk } from "./ses.ts";
import { type Acting, aWatch, canary } from "./watch.ts";
import { aWorld, type Task, type WorldRules } from "./world.ts";

const replyKeys = { current: "k1", keys: { k1: "a key for tests that opens nothing" } };

const lookUp = (
  { target, category, evidence }: Case,
  sources: Sources,
  settings: InForce["settings"],
  now: Instant,
): Promise<ContactAnswer> =>
  lookUpContact({ target, category, rightfulSite: evidence.legitimateSite, settings, now }, sources);

const portOf: Partial<Record<keyof CaseStore, Port>> = {
  read: "read a case",
  latestLines: "read a case",
  commit: "write a case",
  caseOfReport: "find a report",
  wordsOf: "find a report",
  openCaseOfTarget: "find a target",
  removedCaseOfTarget: "find a target",
  waitingFor: "find who waits",
  putTimer: "set a timer",
  endTimer: "end a timer",
  mailRecord: "read a mail's record",
  noteAnswer: "note what SES said",
  due: "read what is due",
  awaited: "read what waits",
  postpone: "postpone",
  setAside: "set a case aside",
  outcomesAt: "recall a desk",
  isStopped: "ask for a complaint",
  forgetHistory: "forget a history",
  inReview: "read what waits",
  readEntry: "read a case",
  writeEntry: "write a case",
  allow: "allow a desk",
  countUnproven: "count an unproven mail",
};

export type HouseRules = WorldRules & {
  readonly compose: ComposeNotice;
  readonly sender?: Sender;
  /** Whether notices to one desk wait for each other. */
  readonly digests?: boolean;
  readonly lagMs?: () => number;
  readonly answerOf: (state: Case, nowMs: number) => ContactAnswer;
  readonly deskOf: (recipient: string, nth: number) => Desk;
  /** A hostile desk, or whoever it forwarded our mails to. */
  readonly lettersOn?: Parameters<typeof aSes>[0]["lettersOn"];
  /**
   * Hostile name servers and registries, in the place of `answerOf`: the real look-up is made among
   * them.
   */
  readonly outside?: Says;
  /** How replies are read, in the place of the model. */
  readonly reads?: ProseReader["read"];
  /** Reporters have something that looks, and this is what it says when it is asked. */
  readonly looks?: Look;
  /** Whether the registry's own RDAP has the name out of DNS at a moment, whatever `answerOf` says. */
  readonly holds?: (nowMs: number) => boolean;
  /** Whether the sweep walks through what waits when clocks are others; it does by default. */
  readonly walks?: boolean;
  /** When after a verdict somebody takes it back, if they do. */
  readonly takesBackInMs?: () => number | undefined;
  /** What is changed while it runs, by a deployment or in the table, and from when on it is in force. */
  readonly settingsChanges?: readonly { readonly change: SettingsChange; readonly atMs: number }[];
};

const heldFrom = (heldSince: Instant) =>
  ({ addresses: [], candidates: [], forms: [], outOfDns: "client hold", heldSince }) as const;

const earliestMs = (...moments: readonly (number | undefined)[]): number | undefined => {
  const known = moments.filter((ms) => ms !== undefined);
  return known.length === 0 ? undefined : Math.min(...known);
};

/** On whose account something is done, and whether it has looked at what is in force since its last claim. */
type Account = Omit<Acting, "inForce"> & { inForce: InForce; hasLooked: boolean };

/**
 * The whole house on doubles: the real steps and decisions between simulated queues, table, SES,
 * S3, registries and on-call.
 */
export const aHouse = (rules: HouseRules) => {
  const { settingsChanges = [], walks = true } = rules;
  const world = aWorld(rules);
  const looksForThem = rules.looks !== undefined;
  let standing = { count: 0, inForce: inForceAfter([], rules.digests ?? false, looksForThem) };
  const inForceNow = (): InForce => {
    const made = settingsChanges.filter(({ atMs }) => world.nowMs() >= atMs);
    if (made.length === standing.count) return standing.inForce;
    world.note(() => `  in force by now: ${made.at(-1)?.change}`);
    for (const { atMs } of made.slice(standing.count)) world.settingsChange(atMs);
    const changed = made.map(({ change, atMs }) => ({ change, at: instant(atMs) }));
    standing = { count: made.length, inForce: inForceAfter(changed, rules.digests ?? false, looksForThem) };
    return standing.inForce;
  };
  const bare = simulatedTable(world.nowMs, rules.lagMs);
  const watch = aWatch(bare, world, rules.holds);
  /** On whose account the table is written to at this moment. */
  let acting: Account = { inForce: inForceNow(), hasLooked: false };
  /** Each write passes the watch. */
  const table: Table = {
    ...bare,
    commit: (change) => {
      const changes = [change, ...(change.together ?? [])];
      const before = changes.map(({ next }) => bare.read(next.id));
      const written = bare.commit(change);
      // Each claim has a look at what is in force of its own: without one it is judged by today's.
      const isClaim = changes.some(({ events }) => events.some(({ type }) => type === "send-claimed"));
      const judged = isClaim && !acting.hasLooked ? { ...acting, inForce: inForceNow() } : acting;
      if (written.ok) for (const [at, one] of changes.entries()) watch.committed(before[at], one, judged);
      if (written.ok) for (const { next } of changes) looksAt(next.id);
      else world.note(() => `  ${change.next.id}: somebody was first`);
      if (isClaim) acting.hasLooked = false;
      return written;
    },
    writeEntry: (change) => {
      const before = bare.entries.get(change.next.id);
      const written = bare.writeEntry(change);
      if (written.ok) watch.entryWritten(before, change);
      return written;
    },
    postpone: (caseId, ...until) => {
      bare.postpone(caseId, ...until);
      watch.clocks.lookedAt(caseId, acting.inForce);
    },
    countUnproven: (mail) => {
      bare.countUnproven(mail);
      watch.counted(mail, acting);
    },
  };
  const sender = rules.sender ?? realSender;
  const mails = new Map<string, Letter>();
  const ledger = new Map<string, LedgerRow>();
  const clock = { now: world.now };

  const log = (task: Task) => {
    const say = (code: LogCode, fields: LogFields = {}) => {
      const line = JSON.stringify({ code, ...fields });
      world.note(() => `  ${task.name} says ${line}`);
      watch.said("a log line", line);
    };
    return { info: say, error: say };
  };

  /** Writes that were asked for and have not come about. */
  const underWay = new Set<Write>();
  /**
   * Where another write is at one of its items, both are refused; whatever locks it may outlive the
   * answer.
   */
  const answerOfTable = (task: Task, port: keyof CaseStore, write: Write, fault: Fault | undefined) => {
    underWay.delete(write);
    if (fault === "locked") write.isLocked = true;
    const isRefused = fault === "conflict" || write.isLocked;
    if (isRefused)
      for (const other of underWay) other.isRefused ||= other.items.some((item) => write.items.includes(item));
    if (fault === "throttled") {
      // The fifth try of a write that is locked is the last: what it meets then, the step has to
      // let through.
      task.hurt ||= write.isLocked;
      throw refusal(port, "throttled");
    }
    if (!isRefused && !write.isRefused) return;
    write.isRefused = false;
    throw refusal(port, "conflict");
  };
  /** What the settings are when an invocation begins holds until it ends, or looks again. */
  const workOf = (task: Task, by: Omit<Acting, "inForce"> = {}) => {
    const account: Account = { ...by, inForce: inForceNow(), hasLooked: false };
    return {
      inForce: () =>
        world.call(task, "read what is in force", () => {
          account.inForce = inForceNow();
          account.hasLooked = true;
          return account.inForce;
        }),
      store: storeOver(table, (name, effect, write) => {
        const port = portOf[name];
        if (port === undefined) throw new Error(`No step of the simulation may ask for ${name}.`);
        if (write) underWay.add(write);
        return world.call(task, port, (fault) => {
          if (fault === "nothing") return [] as never;
          if (write) answerOfTable(task, name, write, fault);
          acting = account;
          return effect();
        });
      }),
      policyOf: account.inForce.policyOf,
      clock,
      dropHint: (to: Hinted, _lane: string, hint: Hint) =>
        world.call(task, "drop a hint", (fault) => {
          const body = JSON.stringify(hint);
          watch.said("a hint", body);
          if (fault !== "lost") queues.put(queueOf[to], body);
        }),
      log: log(task),
      settings: account.inForce.settings,
      clocks: account.inForce.clocks,
    };
  };

  const queueOf = { "find-contact": "contact", "send-notice": "notice", "tell-channel": "channel" } as const;
  const api = anApi(world, watch.breach);
  const hintIn = (body: string): Hint => JSON.parse(body) as Hint;
  const queues = simulatedQueues(
    world,
    {
      report: (task, { body, receives, sender: really }) => {
        const isChecker = really === checkerId;
        const work = workOf(task, really !== undefined && !isChecker ? { isForged: true } : {});
        const { reporter } = JSON.parse(body) as { readonly reporter: string };
        return takeInReport(
          {
            ...work,
            rules: work.settings,
            caseIdOf: idOf,
            bursts: memoryBursts(() => []),
            putOffs: neverPutOff,
            jitter: () => 0.5,
            oneAtATime: oneAtATime(),
            changeTogether: changesTogether(work),
          },
          isChecker
            ? { text: body, queueLane: "standard", receives, owner: checkerId }
            : { text: body, queueLane: "standard", receives, sender: senderOf(really ?? reporter) },
        );
      },
      contact: (task, { body }) => {
        const work = workOf(task);
        const find = async (state: Case) => {
          const fault = await world.call(task, "ask the registries", (struck) => struck);
          if (outside)
            return world.whileBusy(
              lookUp(state, outside.sources(state.target.host, fault === "silent"), work.settings, world.now()),
            );
          const answer = {
            ...rules.answerOf(state, world.nowMs()),
            ...(rules.holds?.(world.nowMs()) && heldFrom(world.now())),
            askedAt: world.now(),
          };
          if (fault === "silent") return { ...answer, ...nothingKnown };
          watch.contacts.answered(answer.addresses, answer.candidates);
          return answer;
        };
        const leaves = leftToTheSweep(work);
        const dropHint: DropHint = (to, ...hint) => (to === "find-contact" ? leaves : work.dropHint)(to, ...hint);
        return findContact(
          { ...work, dropHint, lookUp: find, accountTurn: neverRefused, jitter: () => 0.5 },
          hintIn(body),
        );
      },
      notice: (task, { body }) => {
        // As deployed: a hint of its own would come back to it (`topology.ts`).
        const own = workOf(task);
        const work = {
          ...own,
          dropHint: leftToTheSweep(own),
          replyKeys: () => world.call(task, "read the reply keys", () => replyKeys),
          messageIdDomain: "email.amazonses.com",
          compose: (request: Parameters<ComposeNotice>[0]) => world.whileBusy(rules.compose(request)),
          accountTurn: neverRefused,
          takeTurn: (lane: Lane) =>
            world.call(task, "take a turn", (fault): Awaited<ReturnType<TakeTurn>> => {
              if (paused.has(lane)) return { kind: "no-turn", why: "stopped" };
              return fault === "no-turn" || fault === "no-turn-today"
                ? { kind: "no-turn", why: fault === "no-turn" ? "rate" : "day" }
                : { kind: "go" };
            }),
          sendOnce: ses.sendOnce(task),
          guard: neverRestored,
          isPaused: (lane: Lane) =>
            world.call(task, "read the pause", () => {
              watch.looksAtPause(task);
              return paused.has(lane);
            }),
          deskMails,
          jitter: () => 0.5,
        };
        return sender(work, hintIn(body), {
          caseIsMessage: body,
          nowMs: world.nowMs,
          changeRecord: (key, change) =>
            world.call(task, "keep a record", () => {
              const before = ledger.get(key);
              const after = change(before);
              if (after) ledger.set(key, after);
              else ledger.delete(key);
              return before;
            }),
          laterInThisWorker: (later) =>
            world.at(world.nowMs() + 60_000, "a worker's own loop comes round", () => {
              if (!task.dead) world.start("loop", later);
            }),
        });
      },
      channel: (task, { body }) => {
        const own = workOf(task);
        return tellChannel(
          {
            ...own,
            dropHint: leftToTheSweep(own),
            replyKeys: () => world.call(task, "read the reply keys", () => replyKeys),
            ask: api.ask(task),
            counts: api.counts(task),
            isPaused: (lane: Lane) => world.call(task, "read the pause", () => paused.has(lane)),
            guard: neverRestored,
            jitter: () => 0.5,
          },
          hintIn(body),
        );
      },
      delivery: (task, { body }) => takeInDelivery(workOf(task), body),
      reply: (task, { body }) => {
        const letter = letterIn(body);
        return takeInReplies(
          {
            ...workOf(task, letter && { letter }),
            replyKeys: () => world.call(task, "read the reply keys", () => replyKeys),
            readMailBytes: () => world.call(task, "read a mail", () => letter && bytesOf(letter)),
            reader: () => ({ ...modelReader(), ...(rules.reads && { read: rules.reads }) }),
          },
          body,
        );
      },
    },
    ({ queue, body, sender: really }) => {
      const letter = queue === "reply" ? letterIn(body) : undefined;
      if (letter) watch.letterTaken(letter);
      if (queue === "delivery") watch.heardFromSes(attemptIn(body));
      if (queue !== "report" || really !== undefined) return;
      /** The entry that has a message which could not be read; none yet where it is lost. */
      const unreadIn = (text: string): string => table.caseOfReport(messageKeyOf(text)) ?? "no entry";
      const { reporter, reportId, status, at } = JSON.parse(body) as {
        reporter: string;
        reportId: string;
        status?: string;
        at: string;
      };
      const known = table.caseOfReport(reportKeyOf(reporter, reportId));
      const read = readReport(body, inForceNow().settings);
      if (status === undefined) {
        if (read.ok && read.value.kind === "report" && read.value.target.kind === "url") {
          const { target, category } = read.value;
          const id = `${reporter} ${reportId}`;
          watch.pages.taken({ id, url: target.url, category }, table.entries.get(unreadIn(body)));
        }
        return watch.reported(known ?? unreadIn(body));
      }
      const unmatched =
        read.ok && read.value.kind === "status" ? table.caseOfReport(messageKeyOf(nativeText(read.value))) : undefined;
      watch.told(unmatched ?? known ?? unreadIn(body), { reporter, status, at });
    },
  );
  /** Of which attempt an event of SES tells. */
  const attemptIn = (body: string): string =>
    (JSON.parse(body) as { readonly mail: { readonly tags: { readonly attempt: readonly [string] } } }).mail.tags
      .attempt[0];
  const deskMails = memoryDeskMails();
  /** Lanes that a person has stopped. */
  const paused = new Set<Lane>();
  const letterIn = (body: string): Letter | undefined => {
    const pointers = readReplyPointers(body);
    return pointers.ok && pointers.value[0] ? mails.get(pointers.value[0].key) : undefined;
  };
  const ses = aSes({ world, watch, queues, mails, deskOf: rules.deskOf, lettersOn: rules.lettersOn ?? (() => []) });
  const outside = rules.outside && anOutside(rules.outside, watch.contacts.hearing);

  let walked: Walk | undefined;
  const keptWalk = (task: Task): KeptWalk => ({
    read: () => world.call(task, "read the walk", () => walked),
    note: (walk) =>
      world.call(task, "note the walk", () => {
        walked = walk;
      }),
  });
  const isWalked = () =>
    settingsChanges.length === 0 || !walks || (walked?.clocks === inForceNow().clocks && walked.isDone);
  const sweepOnce = () =>
    world.start("sweep", async (task) => {
      const tellOnCall = (news: unknown) =>
        world.call(task, "tell on-call", () => watch.said("on-call's news", JSON.stringify(news)));
      const work = workOf(task);
      await sweep({ ...work, tellOnCall });
      if (settingsChanges.length > 0 && walks)
        await reach({ ...work, walk: keptWalk(task), clocks: work.clocks }, () => true);
    });
  let sweptAt = 0;
  /** The schedule's minute. One at which nothing is due would do nothing, and is left out. */
  const nextSweepMs = (): number | undefined => {
    const change = settingsChanges.find(({ atMs }) => atMs > world.nowMs())?.atMs;
    const due = earliestMs(table.nextDueMs(), isWalked() ? change : world.nowMs());
    return due === undefined ? undefined : Math.max(Math.ceil(due / 60_000) * 60_000, sweptAt + 60_000);
  };
  world.addSource({
    nextMs: nextSweepMs,
    ready: () => ((nextSweepMs() ?? Number.POSITIVE_INFINITY) <= world.nowMs() ? 1 : 0),
    begin: () => {
      sweptAt = Math.floor(world.nowMs() / 60_000) * 60_000;
      const fault = world.strikes("start a sweep");
      if (fault !== "lost") sweepOnce();
      if (fault === "twice") sweepOnce();
    },
  });

  /**
   * A reporter says it then; the queue may bring it again later, as it was. `really`: somebody
   * else says so in their name.
   */
  const says = (
    status: string,
    by: { readonly reporter?: string; readonly reportId?: string } = {},
    inMs = 0,
    againInMs?: number,
    really?: string,
  ) => {
    const at = instant(world.nowMs() + inMs);
    const body = JSON.stringify({
      version: 1,
      reporter: "hotline",
      reportId: "r-1",
      status,
      at,
      note: `because of ${canary}`,
      ...by,
    });
    queues.put("report", body, inMs, really);
    if (againInMs !== undefined) queues.put("report", body, againInMs, really);
  };

  /** Whoever looks hears what the newest line of a history asks, and says what it says. */
  const looksAt = (caseId: string) => {
    if (!rules.looks) return;
    const history = table.history(caseId);
    const line = history.at(-1);
    if (!line?.events.some(({ type }) => type === "check-wanted")) return;
    for (const news of newsOf(caseId, line, table.furtherReports(caseId, line.version)))
      if (news.happened === "check-wanted")
        for (const { status, inMs } of rules.looks())
          says(status, { reporter: news.reporter, reportId: news.reportId }, inMs);
    for (const _ of checkRequestsIn({ caseId, line }))
      for (const { status, inMs } of rules.looks()) {
        const at = instant(world.nowMs() + inMs);
        queues.put("report", JSON.stringify({ caseId, status, at, note: "Checker." }), inMs, checkerId);
      }
  };

  /** Puts a report of a reporter on the queue. */
  const report = (spoilt: Readonly<Record<string, unknown>> = {}, inMs = 0) =>
    queues.put(
      "report",
      JSON.stringify({
        version: 1,
        reporter: "hotline",
        reportId: "r-1",
        category: "phishing",
        target: { url: `https://shop.bad.example/${canary}-page` },
        seenAt: "2026-11-24T09:00:00Z",
        evidence: { explanation: `A copy of a bank's sign-in page (${canary}).` },
        ...spoilt,
      }),
      inMs,
    );

  /** A person discards an entry of the review queue, as they see it. */
  const discards = ({ id, version: seenVersion }: QueueEntry, by: string) =>
    world.start("an entry is discarded", async (task) => {
      const { settings, ...work } = workOf(task);
      const given = { id, seenVersion, does: "discard", by, why: "Its reporter is told." } as const;
      await actOnEntry({ ...work, rules: settings }, given);
    });

  /** A person takes a verdict back, then; where it has taken effect, or another way was found, in vain. */
  const personTakesBack = (caseId: string, reviewId: string, inMs: number) =>
    world.at(world.nowMs() + inMs, "a person takes a verdict back", () => {
      const seen = table.states.get(caseId)?.reviews.find(({ id }) => id === reviewId);
      const givenAt = seen?.given?.at ?? "";
      world.start("take back", async (task) => {
        await takeBack(workOf(task), { caseId, reviewId, givenAt, by: "a colleague" });
      });
    });

  return {
    world,
    table,
    watch,
    queues,
    sweepOnce,
    api,
    report,
    /** The same page, written otherwise. */
    reportSpelt: (page: string, url: string, spoilt: Readonly<Record<string, unknown>>, inMs = 0) => {
      for (const written of [url, new URL(url).href]) watch.pages.spell(written, page);
      report({ target: { url }, ...spoilt }, inMs);
    },
    says,
    /** A person looks at what waits, and decides what `decide` says about each question. */
    personDecides: (decide: (review: Review, state: Case) => Verdict | undefined, by = "on-call") => {
      for (const state of inReview(table)) {
        if (isEntry(state)) {
          discards(state, by);
          continue;
        }
        for (const review of state.reviews) {
          const verdict = decide(review, state);
          if (!verdict) continue;
          world.start("verdict", async (task) => {
            await recordVerdict(workOf(task, { answers: review.id }), {
              caseId: state.id,
              reviewId: review.id,
              verdict,
              by,
              why: "it is right",
            });
          });
          const inMs = rules.takesBackInMs?.();
          if (inMs !== undefined) personTakesBack(state.id, review.id, inMs);
        }
      }
    },
    /** A person takes back whatever was decided and has not taken effect, then. */
    personTakesAllBack: (inMs: number) =>
      world.at(world.nowMs() + inMs, "a person takes back what was decided", () => {
        for (const state of table.states.values())
          for (const { id } of state.reviews.filter(isDecided)) personTakesBack(state.id, id, 0);
      }),
    /** A person writes to the first desk of each case that has one, then. */
    personWrites: (text: string, inMs: number, by = "on-call") =>
      world.at(world.nowMs() + inMs, "a person writes to a desk", () => {
        for (const state of table.states.values()) {
          const [desk] = state.kind === "case" ? desksToWriteTo(state) : [];
          if (!desk) continue;
          world.start("letter", async (task) => {
            await writeLetter(workOf(task), { caseId: state.id, by, why: "they ask", to: desk.to.email, text });
          });
        }
      }),
    /** A person opens again, then, whatever is closed and is theirs to open. */
    personReopens: (inMs: number, by = "on-call", isTheirs: (state: Case) => boolean = () => true) =>
      world.at(world.nowMs() + inMs, "a person opens what is closed again", () => {
        for (const state of table.states.values()) {
          if (state.kind !== "case" || !state.closed || !isTheirs(state)) continue;
          world.start("reopen", async (task) => {
            await reopenCase(workOf(task), { caseId: state.id, by, why: "it stands there still" });
          });
        }
      }),
    /** From then on nothing of these lanes goes out. */
    personStops: (lanes: readonly Lane[], inMs: number) =>
      world.at(world.nowMs() + inMs, "a person stops sending", () => {
        for (const lane of lanes) paused.add(lane);
        watch.stopped(lanes);
      }),
    personResumes: (inMs: number) =>
      world.at(world.nowMs() + inMs, "a person lets sending go on", () => {
        paused.clear();
        watch.resumed();
      }),
    /** A person lets notices go again to every desk that complained. */
    personAllows: () => {
      for (const desk of table.stops.keys()) {
        world.start("allow", async (task) => {
          await workOf(task).store.allow(desk, { at: world.now(), by: "on-call", why: "it was a mistake" });
        });
      }
    },
    /** How many questions stand before a person, those of many cases that are one as one. */
    asked: (): number => gather([...table.states.values()]).length,
    theCase: (): Case => {
      const [only] = table.states.values();
      if (!only) throw new Error("there is no case yet");
      return only;
    },
    caseIdOf: (reporter: string, reportId: string) => caseIdOf(`report ${reportKeyOf(reporter, reportId)}`),
    /**
     * After the last fault: time for every hint and question to come round, the dead letters given
     * back, and the last check.
     */
    end: async () => {
      world.stopFaults();
      await world.run(world.nowMs() + 45 * 60_000);
      if (queues.dead.length > 0) {
        queues.redrive();
        await world.run(world.nowMs() + 45 * 60_000);
      }
      const decisionsOf = (caseId: string) =>
        table
          .history(caseId)
          .flatMap(({ events }) =>
            events.flatMap((event) => (event.type === "answered" ? [event.verdict.decision] : [])),
          );
      api.ended(table.states.values(), decisionsOf, watch.isByApi);
      try {
        watch.clocks.ended(isWalked() ? inForceNow() : undefined);
      } catch (error) {
        // A case whose rules don't come to rest: told with the run's name, and the other runs go on.
        world.problem(String(error));
      }
      watch.ended(queues.waiting().filter(({ visibleAt }) => visibleAt < world.nowMs()).length + queues.dead.length);
    },
  };
};

export type House = ReturnType<typeof aHouse>;
