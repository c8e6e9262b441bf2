import { expect, test } from "vitest";
import type { Case } from "../../functions/case/case.ts";
import { deskIdOf, reportKeyOf } from "../../functions/case/case-id.ts";
import { changeCase } from "../../functions/store/change-case.ts";
import { aCandidate } from "../support/a-case.ts";
import { aFlow, aReportedFlow, nativeMessage } from "../support/a-flow.ts";
import { caseIdOf } from "../support/case-ids.ts";

const desk = aCandidate();
const upstream = aCandidate({ email: "abuse@upstream.example", scope: "upstream" });
type Flow = ReturnType<typeof aFlow>;

const about = (name: string, more: Record<string, unknown> = {}) =>
  nativeMessage({ reportId: name, target: { url: `https://${name}.bad.example/` }, ...more });
const caseOf = async (flow: Flow, name: string): Promise<Case> => {
  const state = await flow.store.read(caseIdOf(`report ${reportKeyOf("hotline", name)}`));
  if (state?.kind !== "case") throw new Error(`${name} has no case`);
  return state;
};
const complains = async (flow: Flow, name: string) => {
  const { id, notices } = await caseOf(flow, name);
  const noticeId = notices.find(({ state }) => state === "sent" || state === "on-wire")?.id ?? "";
  await changeCase(flow.work, id, () => [{ type: "complained", at: flow.now(), noticeId }]);
};
const aStory = (candidates = [desk, upstream], settings: Parameters<typeof aFlow>[0] = {}) => {
  const flow = aFlow(settings);
  flow.contacts(() => ({ candidates }));
  return flow;
};

test("gets no notice about another: the next contact does", async () => {
  const flow = aStory();
  await flow.report(about("one"));
  await complains(flow, "one");
  await flow.run();
  await flow.report(about("two"));
  await flow.pass({ minutes: 10 });
  expect(flow.told()).toEqual([desk.email, upstream.email, upstream.email]);
  expect((await caseOf(flow, "two")).notices.map(({ to, state }) => [to.email, state])).toEqual([
    [desk.email, "cancelled"],
    [upstream.email, "sent"],
  ]);
});

test("by mail stops nothing beyond the case: a person is asked; reminders rest if the desk is proven", async () => {
  for (const proven of [true, false]) {
    const flow = await aReportedFlow();
    await flow.deskReplies("complaint", proven);
    expect(await flow.store.isStopped(desk.email)).toBe(false);
    expect((await flow.theCase()).reviews.map(({ reason }) => reason)).toEqual([
      proven
        ? "The desk complains about the notice by mail."
        : "The desk complains about the notice by mail, but the sender is not proven.",
    ]);
    await flow.pass({ hours: 26 });
    expect(flow.told()).toEqual(proven ? [desk.email] : [desk.email, desk.email]);
  }
});

test("is reminded of no case", async () => {
  const flow = aStory([desk]);
  await flow.report(about("one"));
  await flow.report(about("two"));
  await complains(flow, "one");
  await flow.pass({ hours: 24 * 10 });
  expect(flow.told()).toEqual([desk.email, desk.email]);
  expect((await caseOf(flow, "two")).reviews).not.toEqual([]);
});

test("between the writing of a digest's mail and its claim stops that claim", async () => {
  const flow = aStory([desk, upstream], { digests: true });
  await flow.report(about("zero", { category: "ncii" }));
  const { commit } = flow.store;
  let isFirst = true;
  const meanwhile: typeof commit = async (change) => {
    if (isFirst && change.mail !== undefined && change.events.some(({ type }) => type === "send-claimed")) {
      isFirst = false;
      await complains(flow, "zero");
    }
    return commit(change);
  };
  Object.assign(flow.store, { commit: meanwhile });
  await flow.report(about("one"));
  await flow.report(about("two"));
  await flow.pass({ minutes: 120 });
  expect([isFirst, flow.told().filter((email) => email === desk.email)]).toEqual([false, [desk.email]]);
  for (const name of ["one", "two"])
    expect((await caseOf(flow, name)).notices.map(({ to, state }) => [to.email, state])).toEqual([
      [desk.email, "cancelled"],
      [upstream.email, "sent"],
    ]);
});

test("gets no digest: each case in it goes on without that desk", async () => {
  const flow = aStory([desk, upstream], { digests: true });
  await flow.report(about("zero", { category: "ncii" }));
  await changeCase(flow.work, (await caseOf(flow, "zero")).id, (state) =>
    state.kind === "case" && state.notices[0]
      ? [{ type: "complained", at: flow.now(), noticeId: state.notices[0].id }]
      : undefined,
  );
  await flow.report(about("one"));
  await flow.report(about("two"));
  await flow.pass({ minutes: 120 });
  expect(flow.told().filter((email) => email === desk.email)).toHaveLength(1);
  for (const name of ["one", "two"])
    expect((await caseOf(flow, name)).notices.map(({ to, state }) => [to.email, state])).toEqual([
      [desk.email, "cancelled"],
      [upstream.email, "sent"],
    ]);
});

test("is written to again when a person allows it", async () => {
  const flow = aStory([desk]);
  await flow.report(about("one"));
  await complains(flow, "one");
  await flow.store.allow(deskIdOf(desk.email), {
    at: flow.now(),
    by: "jane",
    why: "They asked for fewer mails and get a digest now.",
  });
  await flow.report(about("two"));
  expect(flow.told()).toEqual([desk.email, desk.email]);
});
