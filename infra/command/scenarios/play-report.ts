import { modelReader } from "../../../functions/adapters/model-reader.ts";
import type { Candidate, ContactAnswer } from "../../../functions/case/candidate.ts";
import type { Review } from "../../../functions/case/case.ts";
import type { CaseEvent } from "../../../functions/case/event.ts";
import type { Step } from "../../../functions/case/step.ts";
import type { Sources } from "../../../functions/contact/sources.ts";
import type { ApiName } from "../../../functions/kernel/channels.ts";
import { type Instant, instant, msOf, plusHours } from "../../../functions/kernel/instant.ts";
import type { Settings } from "../../../functions/kernel/settings.ts";
import type { Lane } from "../../../functions/report/category.ts";
import type { AskChannel } from "../../../functions/send/channels/settle.ts";
import type { OutgoingMail } from "../../../functions/send/send-port.ts";
import { isEntry, type ReviewItem, targetIn } from "../../../functions/store/queue-entry.ts";
import { movableClock } from "../../local/clock.ts";
import { askPlayed } from "../../local/servers/channels/ask-played.ts";
import { numberOf, type Submitted } from "../../local/servers/channels/played.ts";
import { flowOver } from "./flow.ts";
import { simulatedTable, type Table } from "./table-double.ts";

export type ReportToPlay = {
  /** As its reporter puts it on the queue. */
  readonly message: string;
  readonly lane: Lane;
  readonly settings: Settings;
  readonly sources: Sources;
  readonly began: Instant;
  /** So long nobody answers: 21 days, unless it says otherwise. */
  readonly hours?: number;
};

/** A mail that went out, or a report that an API took; `level` is the policy's name of where the case stood. */
export type PlayedMail = {
  /** The mailbox; of a report to an API the provider's name for us (`kernel/channels.ts`). */
  readonly recipient: string;
  readonly to: Candidate;
  readonly step: Step;
  readonly level?: string;
  readonly at: Instant;
};

export type PlayedReport = {
  readonly mails: readonly PlayedMail[];
  /** The case, or the entry of the review queue that took it in. */
  readonly state: ReviewItem;
  readonly events: readonly CaseEvent[];
  /**
   * The first look-up's answer; absent where taking in refused the report, or nothing may be looked
   * up.
   */
  readonly contact?: ContactAnswer;
};

const playedHours = 21 * 24;
const minuteMs = 60_000;

/**
 * Plays one report through taking in, look-up and policy for days in which nobody answers, by
 * the policy's own clock: it jumps to each moment at which a case is due. The steps are those that
 * are deployed, over a table that is thrown away. Network: what `sources` touch. Throws where a
 * step does.
 */
export const playReport = async ({
  message,
  lane,
  settings,
  sources,
  began,
  hours = playedHours,
}: ReportToPlay): Promise<PlayedReport> => {
  const clock = movableClock(began, 0);
  const table = simulatedTable(() => msOf(clock.now()));
  const mails: PlayedMail[] = [];
  const flow = flowOver({
    settings,
    sources,
    table,
    clock,
    sendOnce: async (mail) => {
      mails.push(playedMail(table, mail, clock.now()));
      return { kind: "accepted", sesMessageId: mail.attemptId };
    },
    askChannel: silentApis(clock.now),
    reader: modelReader,
  });
  await flow.takeIn(message, lane);
  const end = msOf(plusHours(began, hours));
  for (
    let next = nextSweepMs(table, clock.now());
    next !== undefined && next <= end;
    next = nextSweepMs(table, clock.now())
  ) {
    clock.jumpTo(instant(next));
    await flow.sweep();
  }
  const [state] = [...table.states.values(), ...table.entries.values()];
  if (!state) throw new Error("Taking in opened no case.");
  const events = isEntry(state) ? state.reviews.map(asAsked) : table.history(state.id).flatMap((line) => line.events);
  // Of what goes out within a sweep, the order is the escalation path's.
  const place = ({ to, step }: PlayedMail): number =>
    targetIn(state)?.notices.findIndex((one) => one.to.email === to.email && one.step === step) ?? -1;
  const contact = events.flatMap((event) => (event.type === "contact-answered" ? [event.answer] : []))[0];
  const told = [...mails, ...toldByApi(state)].sort((a, b) => msOf(a.at) - msOf(b.at) || place(a) - place(b));
  return { mails: told, state, events, ...(contact && { contact }) };
};

const asAsked = ({ id: reviewId, askedAt: at, question, blocking, reason }: Review): CaseEvent => ({
  type: "asked",
  at,
  reviewId,
  question,
  blocking,
  reason,
});

/** Providers' APIs that take every report and never come to an answer. */
const silentApis = (now: () => Instant): AskChannel => {
  const submitted: Record<ApiName, Submitted[]> = { cloudflare: [], godaddy: [], aws: [], netcraft: [] };
  return async (of, request) =>
    askPlayed(of, request, submitted[of], (report) => {
      const taken = { ...report, id: numberOf(of, submitted[of].length + 1), at: now() };
      submitted[of].push(taken);
      return taken;
    });
};

const toldByApi = (state: ReviewItem): readonly PlayedMail[] => {
  const level = targetIn(state)?.levelName;
  return (targetIn(state)?.notices ?? []).flatMap(({ to, step, sentAt }) =>
    to.channel === undefined || sentAt === undefined
      ? []
      : [{ recipient: to.email, to, step, at: sentAt, ...(level !== undefined && { level }) }],
  );
};

/** The sweep comes each minute: the next one that finds something due. */
const nextSweepMs = (table: Table, now: Instant): number | undefined => {
  const dueMs = table.nextDueMs();
  return dueMs === undefined ? undefined : Math.max(Math.ceil(dueMs / minuteMs) * minuteMs, msOf(now) + minuteMs);
};

/** The notice that this mail is the attempt of. */
const playedMail = ({ states }: Table, { recipient, attemptId }: OutgoingMail, at: Instant): PlayedMail => {
  const [holder] = [...states.values()].filter((state) => attemptId.startsWith(`${state.id}_`));
  const notice = holder?.notices.find((one) => one.attemptId === attemptId);
  if (!notice) throw new Error(`${attemptId} is no notice's attempt`);
  const level = holder?.levelName;
  return { recipient, to: notice.to, step: notice.step, ...(level !== undefined && { level }), at };
};
