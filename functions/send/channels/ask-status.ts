import type { Case } from "../../case/case.ts";
import { dueToAsk } from "../../case/decide/channels.ts";
import type { CaseEvent } from "../../case/event.ts";
import type { Notice } from "../../case/notice.ts";
import type { ApiProvider } from "../../kernel/channels.ts";
import { runsPage } from "../../kernel/scope.ts";
import { replyAddress } from "../../notice/reply-address.ts";
import { changeCase } from "../../store/change-case.ts";
import type { Status } from "./provider.ts";
import { providers } from "./providers.ts";
import { listedAs, mayBeAnothers, type Settled, settleByList } from "./settle.ts";
import { answerKindOf } from "./standing.ts";
import { addressOf, noticeKey, tellingOf } from "./telling.ts";
import { isToTryAgain } from "./tries.ts";
import type { ChannelWork } from "./work.ts";

/**
 * Asks once what became of a report, by its number or in the provider's list. An answer in a list's words moves the
 * case as a desk's proven reply does. What can't be read moves nothing, and is asked again in its time.
 */
export const askStatus = async (work: ChannelWork, caseId: string, noticeId: string): Promise<void> => {
  const state = await work.store.read(caseId);
  const notice = state && dueNotice(work, state, noticeId);
  const provider = notice?.to.channel;
  if (!state || !notice || !provider) return;
  const facts = notice.ticket === undefined || !isTaken(notice) ? byList : byNumber;
  const found = await facts(work, state, notice, provider);
  await changeCase(work, caseId, (current) => {
    const still = dueNotice(work, current, noticeId);
    if (!still) return undefined;
    // The same word twice is one answer.
    return found.filter((fact) => fact.type !== "replied" || !current.mails.includes(fact.mailHash));
  });
};

const isTaken = ({ state }: Notice): boolean => state === "sent" || state === "delivered";

const dueNotice = (work: ChannelWork, state: Case, noticeId: string): Notice | undefined =>
  dueToAsk(state, work.policyOf(state), work.clock.now()).find(({ id }) => id === noticeId);

type Facts = (work: ChannelWork, state: Case, notice: Notice, provider: ApiProvider) => Promise<readonly CaseEvent[]>;

/**
 * Finds a report whose answer was lost, or had no number. Another case's report of the same page at the time proves
 * nothing. Those are looked up after the list, so that whatever the list shows is known of.
 */
const byList: Facts = async (work, state, notice, provider) => {
  const { settings } = await work.inForce();
  const address = replyAddress({ caseId: state.id, notice }, await work.replyKeys(), settings.replyDomain);
  const telling = tellingOf(state, { settings, notice, replyAddress: address, toldOfDomain: 0 });
  const askedAt = notice.wireAt ?? work.clock.now();
  const listed = await settleByList(work.ask, provider, { telling, askedAt });
  const { isIdempotent } = providers[provider];
  const isUnsure = listed.kind === "found" && !isIdempotent;
  const puts = isUnsure ? await work.counts.puts(provider, listedAs(provider, telling)) : [];
  const isAnothers = mayBeAnothers(puts, { notice: telling.key, at: askedAt });
  const settled: Settled = isAnothers ? { kind: "unsettled", why: anothers(providers[provider].name) } : listed;
  const at = work.clock.now();
  const noticeId = notice.id;
  work.log.info(settled.kind === "found" ? "channel.settled" : "channel.unsettled", {
    caseId: state.id,
    noticeId,
    source: provider,
  });
  if (settled.kind === "not-listed" && isIdempotent && notice.state === "on-wire" && isToTryAgain(state, notice))
    return [
      {
        type: "send-declined",
        at,
        noticeId,
        attemptId: notice.attemptId,
        code: settled.why,
        final: false,
        retryAt: at,
      },
    ];
  if (settled.kind !== "found") return [{ type: "status-asked", at, noticeId, why: settled.why }];
  return [
    {
      type: "sent",
      at,
      noticeId,
      ...(notice.attemptId !== undefined ? { attemptId: notice.attemptId } : { attemptId: "" }),
      ticket: settled.id,
    },
  ];
};

const anothers = (name: string): string =>
  `${name} lists a report of this page, and another of our cases was put to it at the time: it may be that one's.`;

const byNumber: Facts = async (work, state, notice, provider) => {
  const { ticket: id = "", to } = notice;
  const { statusRequest, fromStatus } = providers[provider];
  const url = addressOf(state);
  const status = fromStatus(await work.ask(provider, statusRequest(id)), {
    id,
    key: noticeKey(state.id, notice.id),
    host: state.target.host,
    ...(url !== undefined && { url }),
    standsAlone: runsPage(to.scope),
  });
  const say = status.kind === "not-let-in" ? work.log.error : work.log.info;
  const counts = answerKindOf(status);
  if (counts !== undefined) await work.counts.noteAnswer(provider, counts, work.clock.now());
  say(status.kind === "not-let-in" ? "channel.shut" : "channel.asked", {
    caseId: state.id,
    noticeId: notice.id,
    source: provider,
    code: status.kind,
  });
  return statusFacts(status, notice, id, work.clock.now());
};

const statusFacts = (
  status: Status,
  { id: noticeId, to }: Notice,
  ticket: string,
  at: string,
): readonly CaseEvent[] => {
  const asked = { type: "status-asked", at, noticeId } as const;
  switch (status.kind) {
    case "waiting":
      return [asked];
    case "silent":
    case "not-let-in":
      return [{ ...asked, why: status.why }];
    case "person":
    case "answer": {
      const isWord = status.kind === "answer";
      const says = isWord ? `${status.says}.` : status.why;
      return [
        { ...asked, isOver: true },
        {
          type: "replied",
          at,
          noticeId,
          replyClass: isWord ? status.replyClass : "unclear",
          // Its own API says so to our own key.
          authenticated: true,
          byApi: { ...(isWord && { word: status.word }), says },
          ...(isWord && status.replyClass === "refused" && { refusal: "fact" as const }),
          ticket,
          said: says,
          mailHash: `${to.channel} ${ticket} ${isWord ? status.word : "unknown"}`,
        },
      ];
    }
    default:
      return status satisfies never;
  }
};
