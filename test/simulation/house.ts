import type { ContactAnswer } from "../../functions/case/candidate.ts";
import type { Case, Review, TargetCase } from "../../functions/case/case.ts";
import { caseIdOf, reportKeyOf } from "../../functions/case/case-id.ts";
import { changesTogether, type DropHint, type Hint } from "../../functions/case/change-case.ts";
import type { Verdict } from "../../functions/case/event.ts";
import { leftToTheSweep } from "../../functions/case/left-to-the-sweep.ts";
import type { CaseStore } from "../../functions/case/store.ts";
import { strayKeyOf } from "../../functions/case/strays.ts";
import { takeInReport } from "../../functions/case/take-in-report.ts";
import { unreadKeyOf } from "../../functions/case/unread.ts";
import { seekContact } from "../../functions/contact/seek-contact.ts";
import { policyOf } from "../../functions/escalation/policy.ts";
import { sweep } from "../../functions/escalation/sweep.ts";
import { takeInDelivery } from "../../functions/follow-up/take-in-delivery.ts";
import { takeInReplies } from "../../functions/follow-up/take-in-reply.ts";
import { instant } from "../../functions/kernel/instant.ts";
import type { LogCode, LogFields } from "../../functions/kernel/log.ts";
import { oneAtATime } from "../../functions/kernel/one-at-a-time.ts";
import type { Settings } from "../../functions/kernel/settings.ts";
import type { TakeTurn } from "../../functions/notice/pacing.ts";
import type { ComposeNotice } from "../../functions/notice/request.ts";
import { readReport } from "../../functions/report/read-report.ts";
import { recordVerdict } from "../../functions/review/verdict.ts";
import { aSettings } from "../support/a-case.ts";
import { memoryBursts, neverPutOff } from "../support/memory-bursts.ts";
import { memoryDeskMails } from "../support/memory-desk-mails.ts";
import type { Port } from "./faults.ts";
import { simulatedQueues } from "./queues.ts";
import { type LedgerRow, realSender, type Sender } from "./senders.ts";
import { aSes, type Desk } from "./ses.ts";
import { inReview, simulatedTable, storeOver, type Table } from "./table.ts";
import { aWatch, canary } from "./watch.ts";
import { aWorld, type Task, type WorldRules } from "./world.ts";

export const optedOut = "canary-opted-out@network.example";
const replyKeys = { current: "k1", keys: { k1: "a key for tests that opens nothing" } };
const byThemselves: Settings = aSettings({
  reporters: [
    {
      id: "hotline",
      organisation: "Example Hotline",
      contact: "canary-desk@hotline.example",
      trustedFlagger: false,
      people: [],
      liveIn: [],
      reportsAMinute: 300,
    },
    { id: "cert", organisation: "Example CERT", contact: "canary-desk@cert.example", trustedFlagger: false, people: [], liveIn: [], reportsAMinute: 300 },
  ],
  optedOut: [optedOut],
});

const portOf: Partial<Record<keyof CaseStore, Port>> = {
  read: "read a case",
  commit: "write a case",
  caseOfReport: "find a report",
  wordsOf: "find a report",
  openCaseOfTarget: "find a target",
  waitingFor: "find who waits",
  due: "read what is due",
  postpone: "postpone",
  setAside: "setAside",
  outcomesAt: "recall a desk",
  isStopped: "ask for a complaint",
};

export type HouseRules = WorldRules & {
  readonly compose: ComposeNotice;
  readonly sender?: Sender;
  /** Whether notices to one desk wait for each other. */
  readonly digests?: boolean;
  readonly lagMs?: () => number;
  readonly answerOf: (state: TargetCase, nowMs: number) => ContactAnswer;
  readonly deskOf: (recipient: string, nth: number) => Desk;
};

/** Made once: a house is built a few hundred thousand times. */
const settingsOf = (digests: boolean) => {
  const settings: Settings = { ...byThemselves, digests };
  return { settings, policies: policyOf(settings) };
};
const together = settingsOf(true);
const alone = settingsOf(false);

/** The whole house on doubles: the real steps and decisions between simulated queues, table, SES, S3, registries and on-call. */
export const aHouse = (rules: HouseRules) => {
  const { settings, policies } = rules.digests ? together : alone;
  const world = aWorld(rules);
  const bare = simulatedTable(world.nowMs, rules.lagMs);
  const watch = aWatch(bare, world, settings.optedOut);
  /** Each write passes the watch. */
  const table: Table = {
    ...bare,
    commit: (change) => {
      const changes = [change, ...(change.together ?? [])];
      const before = changes.map(({ next }) => bare.read(next.id));
      const written = bare.commit(change);
      if (written.ok) for (const [at, one] of changes.entries()) watch.committed(before[at], one);
      else world.note(() => `  ${change.next.id}: somebody was first`);
      return written;
    },
  };
  const sender = rules.sender ?? realSender;
  const mails = new Map<string, Uint8Array>();
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

  const workOf = (task: Task) => ({
    store: storeOver(table, (name, effect) => {
      const port = portOf[name];
      if (port === undefined) throw new Error(`No step of the simulation may ask for ${name}.`);
      return world.call(task, port, (fault) => {
        if (fault === "nothing") return [] as never;
        if (fault === "conflict") return { ok: false, error: { kind: "somebody-was-first" } } as never;
        return effect();
      });
    }),
    policyOf: policies,
    clock,
    dropHint: (to: "find-contact" | "send-notice", _lane: string, hint: Hint) =>
      world.call(task, "drop a hint", (fault) => {
        const body = JSON.stringify(hint);
        watch.said("a hint", body);
        if (fault !== "lost") queues.put(to === "find-contact" ? "contact" : "notice", body);
      }),
    log: log(task),
  });

  const hintIn = (body: string): Hint => JSON.parse(body) as Hint;
  const queues = simulatedQueues(
    world,
    {
      report: (task, { body, receives }) =>
        takeInReport(
          {
            ...workOf(task),
            rules: settings,
            bursts: memoryBursts([]),
            putOffs: neverPutOff,
            jitter: () => 0.5,
            oneAtATime: oneAtATime(),
            changeTogether: changesTogether(workOf(task)),
          },
          { text: body, queueLane: "standard", receives },
        ),
      contact: (task, { body }) => {
        const find = (state: TargetCase) =>
          world.call(task, "ask the registries", (fault): ContactAnswer => {
            const answer = { ...rules.answerOf(state, world.nowMs()), askedAt: world.now() };
            return fault === "silent" ? { ...answer, candidates: [], addresses: [], retry: true } : answer;
          });
        const work = workOf(task);
        const leaves = leftToTheSweep(work);
        const dropHint: DropHint = (to, ...hint) => (to === "send-notice" ? work.dropHint : leaves)(to, ...hint);
        return seekContact({ ...work, dropHint, find }, hintIn(body));
      },
      notice: (task, { body }) => {
        // As deployed: a hint of its own would come back to it (`topology.ts`).
        const work = {
          ...workOf(task),
          dropHint: leftToTheSweep(workOf(task)),
          settings,
          replyKeys: () => world.call(task, "read the reply keys", () => replyKeys),
          messageIdDomain: "email.amazonses.com",
          compose: (request: Parameters<ComposeNotice>[0]) => world.whileBusy(rules.compose(request)),
          takeTurn: () =>
            world.call(
              task,
              "take a turn",
              (fault): Awaited<ReturnType<TakeTurn>> =>
                fault === "no-turn" || fault === "no-turn-today" ? { kind: "no-turn", why: fault === "no-turn" ? "rate" : "day" } : { kind: "go" },
            ),
          sendOnce: ses.sendOnce(task),
          isBraked: async () => false,
          deskMails: memoryDeskMails(),
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
      delivery: (task, { body }) => takeInDelivery(workOf(task), body),
      reply: (task, { body }) =>
        takeInReplies(
          {
            ...workOf(task),
            settings,
            replyKeys: () => world.call(task, "read the reply keys", () => replyKeys),
            readMailBytes: ({ key }) => world.call(task, "read a mail", () => mails.get(key)),
          },
          body,
        ),
    },
    ({ queue, body }) => {
      if (queue !== "report") return;
      /** The place that a message which could not be read stands in; none yet where it is lost. */
      const unreadIn = (text: string): string => table.caseOfReport(unreadKeyOf(text)) ?? "no place";
      const { reporter, reportId, status, at } = JSON.parse(body) as { reporter: string; reportId: string; status?: string; at: string };
      const known = table.caseOfReport(reportKeyOf(reporter, reportId));
      if (status === undefined) return watch.reported(known ?? unreadIn(body));
      const read = readReport(body, settings);
      const stray = read.ok && read.value.kind === "status" ? table.caseOfReport(strayKeyOf(read.value)) : undefined;
      watch.told(stray ?? known ?? unreadIn(body), { reporter, status, at });
    },
  );
  const ses = aSes({ world, watch, queues, mails, deskOf: rules.deskOf });

  const sweepOnce = () =>
    world.start("sweep", async (task) => {
      const tellOnCall = (news: unknown) => world.call(task, "tell on-call", () => watch.said("on-call's news", JSON.stringify(news)));
      await sweep({ ...workOf(task), tellOnCall });
    });
  let sweptAt = 0;
  /** The schedule's minute. One at which nothing is due would do nothing, and is left out. */
  const nextSweepMs = (): number | undefined => {
    const due = table.nextDueMs();
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

  return {
    world,
    table,
    watch,
    queues,
    sweepOnce,
    /** Puts a report of a reporter on the queue. */
    report: (spoilt: Readonly<Record<string, unknown>> = {}, inMs = 0) =>
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
      ),
    /** A reporter says it then; the queue may bring it again later, as it was. */
    says: (status: string, by: { readonly reporter?: string; readonly reportId?: string } = {}, inMs = 0, againInMs?: number) => {
      const at = instant(world.nowMs() + inMs);
      const body = JSON.stringify({ version: 1, reporter: "hotline", reportId: "r-1", status, at, note: `because of ${canary}`, ...by });
      queues.put("report", body, inMs);
      if (againInMs !== undefined) queues.put("report", body, againInMs);
    },
    /** A person looks at what waits, and decides what `decide` says about each question. */
    personDecides: (decide: (review: Review, state: Case) => Verdict | undefined, by = "on-call") => {
      for (const state of inReview(table)) {
        for (const review of state.reviews) {
          const verdict = decide(review, state);
          if (!verdict) continue;
          world.start("verdict", async (task) => {
            await recordVerdict(workOf(task), { caseId: state.id, reviewId: review.id, verdict, by, why: "it is right" });
          });
        }
      }
    },
    theCase: (): Case => {
      const [only] = table.states.values();
      if (!only) throw new Error("there is no case yet");
      return only;
    },
    caseIdOf: (reporter: string, reportId: string) => caseIdOf(`report ${reportKeyOf(reporter, reportId)}`),
    /** After the last fault: time for every hint and question to come round, the dead letters given back, and the last check. */
    end: async () => {
      world.stopFaults();
      await world.run(world.nowMs() + 45 * 60_000);
      if (queues.dead.length > 0) {
        queues.redrive();
        await world.run(world.nowMs() + 45 * 60_000);
      }
      watch.ended(queues.waiting().filter(({ visibleAt }) => visibleAt < world.nowMs()).length + queues.dead.length);
    },
  };
};

export type House = ReturnType<typeof aHouse>;
