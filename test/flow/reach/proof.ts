import PostalMime from "postal-mime";
import { expect } from "vitest";
import type { Candidate } from "../../../functions/case/candidate.ts";
import { isSent } from "../../../functions/case/notice-progress.ts";
import { nationalDesks } from "../../../functions/contact/directory.ts";
import { plusHours } from "../../../functions/kernel/instant.ts";
import { type Settings, settingsSchema } from "../../../functions/kernel/settings.ts";
import { recordVerdict } from "../../../functions/review/verdict.ts";
import type { OutgoingMail } from "../../../functions/send/send-port.ts";
import { aCandidate, aSettings } from "../../support/a-case.ts";
import { aFlow, classifiedAbuse, copiedBrand, nativeMessage, statusMessage } from "../../support/a-flow.ts";

/** Proves in a flow what the page of reach says of a row for such cases (`infra/guides/settings-reach.md`). */
type Proof = () => Promise<void>;
export type Proofs = { readonly open: Proof; readonly closed: Proof };

export type Flow = ReturnType<typeof aFlow>;
/** A deployment brings other settings, or another policy. */
export type Comes = (flow: Flow) => void;
export const settings =
  (others: Partial<Settings>): Comes =>
  (flow) =>
    flow.settingsBecome(others);

export const network = aCandidate();
export const upstream = aCandidate({ email: "abuse@carrier.example", scope: "upstream", range: "AS64500" });
export const days = (count: number) => count * 24;
/** What a sweep needs to see that settings are others, and then to have walked through what waits. */
export const minutesToReach = 30;

export const directory = (...entries: readonly object[]): Partial<Settings> => ({
  directory: settingsSchema.shape.directory.parse(
    entries.map((entry) => ({ name: "Example Network", scope: "network", ...entry })),
  ),
});
export const country = (row: object, of = "NL"): Partial<Settings> => ({
  countries: settingsSchema.shape.countries.parse([{ country: of, ...row }]),
});
/** The reporter of all these stories, otherwise. */
export const reporter = (row: object): Partial<Settings> => ({
  reporters: aSettings().reporters.map((one) => (one.id === "hotline" ? { ...one, ...row } : one)),
});

export const csam = classifiedAbuse;
export const brand = copiedBrand;

type Given = {
  readonly settings?: Partial<Settings>;
  readonly message?: Record<string, unknown>;
  readonly candidates?: readonly Candidate[];
};

/** A host's look-up finds its network's desk and the one above, and the country's desks by today's settings. */
export const aHostedFlow = (
  given: Partial<Settings> = {},
  candidates: readonly Candidate[] = [network, upstream],
): Flow => {
  const flow = aFlow(given);
  flow.contacts(() => ({
    candidates: [...candidates, ...nationalDesks(flow.sending.settings, "NL")],
    origins: ["AS64500"],
  }));
  return flow;
};
/** Its hint lies on the queue of `send-notice`. */
export const waiting = async ({ settings: given = {}, message = {}, candidates }: Given = {}): Promise<Flow> => {
  const flow = aHostedFlow(given, candidates);
  await flow.takeIn(nativeMessage(message));
  await flow.runOne();
  expect(flow.hints.map(({ to }) => to)).toEqual(["send-notice"]);
  return flow;
};
/** Its network's desk was told. */
export const told = async ({ settings: given = {}, message = {}, candidates }: Given = {}): Promise<Flow> => {
  const flow = aHostedFlow(given, candidates);
  await flow.report(nativeMessage(message));
  expect(flow.told()).toEqual([network.email]);
  return flow;
};
/** Told, and gone by its reporter's word. */
export const closed = async (given: Given = {}): Promise<Flow> => {
  const flow = await told(given);
  await flow.says("gone");
  expect(await flow.outcome()).toBe("gone");
  return flow;
};
/** Of what is sensitive a person says that the desks hear of the withdrawal; its hint lies on its queue then. */
export const saysYes = async ({ work, theCase }: Flow): Promise<void> => {
  const { id: caseId, reviews } = await theCase();
  const asked = reviews.find(({ question }) => question === "withdrawal");
  const yes = { by: "on-call", why: "it is right", verdict: { decision: "clear" } } as const;
  if (asked) expect((await recordVerdict(work, { caseId, reviewId: asked.id, ...yes })).ok).toBe(true);
};
/** Told, and taken back: the withdrawal's hint lies on its queue. */
export const takenBack = async (given: Given = {}): Promise<Flow> => {
  const flow = await told(given);
  await flow.takeIn(statusMessage("withdrawn", flow.now()));
  await saysYes(flow);
  expect((await flow.theCase()).notices.map(({ step, state }) => [step, state])).toEqual([
    ["first", "sent"],
    ["withdrawal", "queued"],
  ]);
  return flow;
};

export const asked = async (flow: Flow) => await flow.questions();
export const steps = async (flow: Flow) =>
  (await flow.theCase()).notices.filter(isSent).map(({ step, to }) => `${step} ${to.email}`);
const lifeOf = async (flow: Flow) => {
  const { notices, reviews, closed: end, forgottenAt } = await flow.theCase();
  return {
    notices: notices.map((notice) => [notice.step, notice.to.email, notice.state, isSent(notice) && notice.sentAt]),
    asked: reviews.map(({ question, reason, askedAt }) => [question, reason, askedAt]),
    closed: end,
    forgottenAt,
    mails: flow.told(),
  };
};
const alike = async (comes: Comes, live: (comes: Comes) => Promise<Flow>) => {
  const [as, without] = [await live(comes), await live(() => {})];
  expect(await lifeOf(as)).toEqual(await lifeOf(without));
};

/** An open case goes on for more than a week as it would have gone on. */
const untouchedOpen =
  (comes: Comes, given: Given = {}): Proof =>
  () =>
    alike(comes, async (then) => {
      const flow = await told(given);
      await flow.pass({ minutes: minutesToReach });
      then(flow);
      await flow.pass({ hours: days(8) });
      return flow;
    });
/** Nothing is sent about a closed case, nobody is asked, and it is forgotten when it would have been. */
export const untouchedClosed =
  (comes: Comes, given: Given = {}): Proof =>
  () =>
    alike(comes, async (then) => {
      const flow = await closed(given);
      await flow.pass({ minutes: minutesToReach });
      then(flow);
      await flow.pass({ minutes: minutesToReach });
      for (const day of [30, 189]) await flow.leap(plusHours(flow.now(), days(day)));
      expect((await flow.theCase()).forgottenAt).toBeDefined();
      return flow;
    });
export const untouched = (comes: Comes): Proofs => ({ open: untouchedOpen(comes), closed: untouchedClosed(comes) });

export const read = ({ mime }: OutgoingMail) => PostalMime.parse(mime);
type Mail = Awaited<ReturnType<typeof read>> & { readonly recipient: string };

/**
 * What a mail shows by the settings: the one that went out before shows what it did, and the
 * reminder, or where the case has ended the withdrawal, what they say since.
 */
export const mails = (
  comes: Comes,
  shows: (mail: Mail) => unknown,
  [was, is]: readonly [unknown, unknown],
  given: Given = {},
): Proofs => {
  const shown = async (flow: Flow) =>
    Promise.all(flow.mails.map(async (mail) => shows({ ...(await read(mail)), recipient: mail.recipient })));
  return {
    open: async () => {
      const flow = await told(given);
      comes(flow);
      await flow.pass({ hours: 25 });
      expect([await steps(flow), await shown(flow)]).toEqual([
        [`first ${network.email}`, `reminder ${network.email}`],
        [was, is],
      ]);
    },
    closed: async () => {
      const flow = await takenBack(given);
      comes(flow);
      await flow.run();
      expect([await steps(flow), await shown(flow)]).toEqual([
        [`first ${network.email}`, `withdrawal ${network.email}`],
        [was, is],
      ]);
      expect(await flow.outcome()).toBe("withdrawn");
    },
  };
};

/** A withdrawal that is still to go does not go, and the case ends. */
export const stopsWithdrawal =
  (comes: Comes, given: Given = {}): Proof =>
  async () => {
    const flow = await takenBack(given);
    comes(flow);
    await flow.run();
    expect([await steps(flow), await flow.outcome()]).toEqual([[`first ${network.email}`], "withdrawn"]);
  };
/** Whoever was told hears that it was taken back, whatever the settings say of them since. */
export const letsWithdrawalGo =
  (comes: Comes, given: Given = {}): Proof =>
  async () => {
    const flow = await takenBack(given);
    comes(flow);
    await flow.run();
    expect([await steps(flow), await flow.outcome()]).toEqual([
      [`first ${network.email}`, `withdrawal ${network.email}`],
      "withdrawn",
    ]);
  };
/** Nothing goes out of what lies on its queue, and this is asked. */
export const stopsFirst =
  (comes: Comes, question: string, given: Given = {}): Proof =>
  async () => {
    const flow = await waiting({ ...given, candidates: [network] });
    comes(flow);
    await flow.run();
    await flow.pass({ minutes: 30 });
    expect([flow.told(), await asked(flow)]).toEqual([[], [question]]);
  };
export const all =
  (...proofs: readonly Proof[]): Proof =>
  async () => {
    for (const proof of proofs) await proof();
  };
