import { describe, expect, test } from "vitest";
import { closingOf, type QueueEntry } from "../../functions/store/queue-entry.ts";
import { aSettings, morning } from "../support/a-case.ts";
import { aFlow, nativeMessage, statusMessage } from "../support/a-flow.ts";

/** A flow with one message that could not be read, as its reporter is not known yet. */
const withAStranger = async () => {
  const flow = aFlow();
  await flow.report(nativeMessage({ reporter: "newcomer" }), { sender: "AROAFEED" });
  return { flow, entry: await flow.onlyEntry() };
};
const newcomer = () => {
  const settings = aSettings();
  const [like] = settings.reporters;
  return { reporters: [...settings.reporters, ...(like ? [{ ...like, id: "newcomer" }] : [])] };
};
const stateOf = async (flow: ReturnType<typeof aFlow>) =>
  (await flow.entries()).map((entry) => [entry.field, entry.messages, closingOf(entry)?.does]);

describe("a person retries an entry", () => {
  test("after settings were changed: it is taken in as it came", async () => {
    const { flow, entry } = await withAStranger();
    flow.settingsBecome(newcomer());
    expect((await flow.acts(entry, "retry")).ok).toBe(true);
    await flow.pass({ minutes: 1 });
    expect((await flow.theCase()).reporters).toEqual(["newcomer"]);
    expect(await stateOf(flow)).toEqual([["reporter", 1, "retry"]]);
  });

  test.each([
    ["a parameter", `https://shop.bad.example/login?token=${"3f9a".repeat(60)}`],
    ["a path", `https://shop.bad.example/login/${"3f9a".repeat(60)}`],
  ])("of a long address: %s is named whole", async (_, url) => {
    const flow = aFlow();
    await flow.report(nativeMessage({ reporter: "newcomer", target: { url } }), { sender: "AROAFEED" });
    flow.settingsBecome(newcomer());
    expect((await flow.acts(await flow.onlyEntry(), "retry")).ok).toBe(true);
    await flow.pass({ minutes: 1 });
    expect((await flow.theCase()).target).toMatchObject({ url });
  });

  test.each([
    ["an address", { url: `https://shop.bad.example/a ${"3f9a".repeat(60)}` }],
    ["an account", { account: { service: "telegram", account: "3f9a".repeat(60) } }],
  ])("never with something of %s left out, as if it were whole", async (_, target) => {
    const flow = aFlow();
    await flow.report(nativeMessage({ reporter: "newcomer", reportId: "r-1" }), { sender: "AROAFEED" });
    await flow.report(nativeMessage({ reporter: "newcomer", target, reportId: "r-2" }), { sender: "AROAFEED" });
    flow.settingsBecome(newcomer());
    expect((await flow.acts(await flow.onlyEntry(), "retry")).ok).toBe(true);
    await flow.pass({ minutes: 1 });
    expect((await flow.theCase()).target).toMatchObject({ url: "https://shop.bad.example/login" });
    const [left] = await flow.entries();
    expect([left?.field, left && (await flow.acts(left, "retry")).ok]).toEqual(["target", false]);
  });

  test("in vain, where nothing has changed: it says why, and the entry stays open", async () => {
    const { flow, entry } = await withAStranger();
    const done = await flow.acts(entry, "retry");
    expect(done).toMatchObject({ ok: false, error: { kind: "refused", field: "text" } });
    expect(!done.ok && "reason" in done.error && done.error.reason).toContain('No reporter is known as "newcomer".');
    expect([await stateOf(flow), flow.putOffs()]).toEqual([[["reporter", 1, undefined]], []]);
  });

  test("and what still does not fit is an entry anew: no message is lost by a retry", async () => {
    const flow = aFlow();
    for (let receives = 1; receives < 3; receives++) flow.receivedAgain();
    for (const id of ["lost-1", "lost-2"]) await flow.report(statusMessage("hold", morning, { reportId: id }));
    await flow.report(nativeMessage({ reportId: "lost-1" }));
    const [entry] = await flow.entries();
    if (!entry) throw new Error("there is an entry");
    expect((await flow.acts(entry, "retry")).ok).toBe(true);
    await flow.pass({ minutes: 1 });
    expect((await flow.theCase()).holds).toHaveLength(1);
    expect((await stateOf(flow)).toSorted()).toEqual([
      ["reportId", 1, undefined],
      ["reportId", 2, "retry"],
    ]);
    const [left] = (await flow.entries()).filter((one) => closingOf(one) === undefined);
    expect(left?.toHold).toEqual(["lost-2"]);
  });

  test("twice at once counts each message once", async () => {
    const { flow, entry } = await withAStranger();
    flow.settingsBecome(newcomer());
    const both = await Promise.all([flow.acts(entry, "retry"), flow.acts(entry, "retry")]);
    expect(both.map(({ ok }) => ok).toSorted()).toEqual([false, true]);
    await flow.pass({ minutes: 1 });
    expect((await flow.theCase()).reports).toBe(1);
    expect(await stateOf(flow)).toEqual([["reporter", 1, "retry"]]);
  });
});

describe("a person fixes a message", () => {
  test("and it is taken in as its reporter's", async () => {
    const { flow, entry } = await withAStranger();
    expect((await flow.acts(entry, "fix", { text: nativeMessage() })).ok).toBe(true);
    await flow.pass({ minutes: 1 });
    expect([(await flow.theCase()).reporters, await stateOf(flow)]).toEqual([["hotline"], [["reporter", 1, "fix"]]]);
  });

  test("and is told what is still wrong with it; nothing is taken in", async () => {
    const { flow, entry } = await withAStranger();
    expect(await flow.acts(entry, "fix", { text: "{" })).toMatchObject({ ok: false, error: { kind: "refused" } });
    await flow.pass({ minutes: 1 });
    expect(await stateOf(flow)).toEqual([["reporter", 1, undefined]]);
  });

  test("in nobody's name whom its sender may not speak for", async () => {
    const [first, ...others] = aSettings().reporters;
    const flow = aFlow({ reporters: first ? [{ ...first, senders: ["AROAOWN"] }, ...others] : [] });
    await flow.report("{", { sender: "AROAFEED" });
    const done = await flow.acts(await flow.onlyEntry(), "fix", { text: nativeMessage({ reporter: first?.id }) });
    expect(!done.ok && "reason" in done.error && done.error.reason).toContain("may not speak for");
  });

  test("of several alone: the entry stays open until the last is fixed", async () => {
    const flow = aFlow();
    for (const n of [1, 2]) await flow.report(JSON.stringify({ n }), { sender: "AROAFEED" });
    const fixed = await flow.acts(await flow.onlyEntry(), "fix", { text: nativeMessage(), message: 2 });
    expect(fixed.ok && [fixed.value.fixed, closingOf(fixed.value)]).toEqual([[2], undefined]);
    expect((await flow.acts(await flow.onlyEntry(), "fix", { text: nativeMessage(), message: 2 })).ok).toBe(false);
    const last = await flow.acts(await flow.onlyEntry(), "fix", {
      text: nativeMessage({ reportId: "r-2", target: { url: "https://other.bad.example/" } }),
      message: 1,
    });
    expect(last.ok && closingOf(last.value)?.does).toBe("fix");
  });
});

describe("what a person fixes is taken in only where it is recorded", () => {
  const opened = async (flow: ReturnType<typeof aFlow>) =>
    (await flow.store.openedOn(morning.slice(0, 10), 10)).items.map((one) => one.kind === "case" && one.target.host);
  const typo = nativeMessage({ target: { url: "https://typo.innocent.example/" } });

  test("two persons fix it at once: one of both", async () => {
    const { flow, entry } = await withAStranger();
    const both = await Promise.all([typo, nativeMessage()].map((text) => flow.acts(entry, "fix", { text })));
    await flow.pass({ minutes: 2 });
    expect(both.map(({ ok }) => ok).toSorted()).toEqual([false, true]);
    expect(await opened(flow)).toEqual([both[0]?.ok ? "typo.innocent.example" : "shop.bad.example"]);
  });

  test.each([
    ["another discards it", (flow, entry) => flow.acts(entry)],
    ["a further message joins", (flow) => flow.takeIn('{"n":2}', { sender: "AROAFEED" })],
  ] as readonly (readonly [string, (flow: ReturnType<typeof aFlow>, entry: QueueEntry) => Promise<unknown>])[])(
    "%s at the moment at which it is fixed",
    async (_, comes) => {
      const flow = aFlow();
      await flow.report('{"n":1}', { sender: "AROAFEED" });
      const entry = await flow.onlyEntry();
      const [, fixed] = await Promise.all([comes(flow, entry), flow.acts(entry, "fix", { text: typo })]);
      await flow.pass({ minutes: 2 });
      expect([fixed.ok, await opened(flow)]).toEqual([false, []]);
    },
  );

  test("a text longer than an item of the table: its person is told so", async () => {
    const { flow, entry } = await withAStranger();
    const fixed = await flow.acts(entry, "fix", { text: `${nativeMessage()}${" ".repeat(400_000)}` });
    expect(!fixed.ok && "reason" in fixed.error && fixed.error.reason).toContain("longer than 300 KB");
  });
});

describe("a person discards an entry", () => {
  test("never over a message that came since they looked", async () => {
    const flow = aFlow();
    await flow.report('{"n":1}', { sender: "AROAFEED" });
    const seen = await flow.onlyEntry();
    await flow.report('{"n":2}', { sender: "AROAFEED" });
    expect(await flow.acts(seen)).toMatchObject({
      ok: false,
      error: { kind: "changed-since", entry: { messages: 2 } },
    });
  });

  test("though on-call was notified since they looked", async () => {
    const { flow, entry } = await withAStranger();
    await flow.pass({ minutes: 1 });
    expect((await flow.onlyEntry()).version).toBeGreaterThan(entry.version);
    expect((await flow.acts(entry)).ok).toBe(true);
  });

  test("once: who is second hears who was first", async () => {
    const { flow, entry } = await withAStranger();
    await flow.acts(entry, "discard", { by: "jane" });
    expect(await flow.acts(entry, "retry")).toMatchObject({ ok: false, error: { kind: "not-open" } });
  });

  test.each([
    ["nobody is named", { by: " " }],
    ["no reason is given", { why: "" }],
  ])("not where %s", async (_, more) => {
    const { flow, entry } = await withAStranger();
    expect(await flow.acts(entry, "discard", more)).toMatchObject({ ok: false, error: { kind: "refused" } });
  });

  test("and it is kept who did what, on the entry and in the decisions", async () => {
    const { flow, entry } = await withAStranger();
    await flow.acts(entry, "discard", { by: "jane", why: "Told them." });
    expect((await flow.onlyEntry()).actions).toMatchObject([{ does: "discard", by: "jane", why: "Told them." }]);
    const { items } = await flow.store.decidedOn(flow.now().slice(0, 10), 10);
    expect(items).toMatchObject([{ caseId: entry.id, question: "not-taken-in", decision: "discard", by: "jane" }]);
  });
});

describe("a person opens an entry again", () => {
  test("which takes its kind anew, and on-call is notified of it", async () => {
    const { flow, entry } = await withAStranger();
    await flow.pass({ minutes: 1 });
    await flow.acts(entry);
    expect((await flow.acts(await flow.onlyEntry(), "reopen")).ok).toBe(true);
    await flow.report(nativeMessage({ reporter: "newcomer", reportId: "r-2" }), { sender: "AROAFEED" });
    await flow.pass({ minutes: 1 });
    expect([await stateOf(flow), flow.news.length]).toEqual([[["reporter", 2, undefined]], 2]);
  });

  test("beside another that takes its kind by now: both can be closed", async () => {
    const { flow, entry } = await withAStranger();
    await flow.acts(entry);
    await flow.report(nativeMessage({ reporter: "newcomer", reportId: "r-2" }), { sender: "AROAFEED" });
    const first = await flow.store.readEntry(entry.id);
    if (!first) throw new Error("there is an entry");
    expect((await flow.acts(first, "reopen")).ok).toBe(true);
    for (const one of await flow.entries()) expect((await flow.acts(one)).ok).toBe(true);
  });

  test("until it is redacted", async () => {
    const { flow, entry } = await withAStranger();
    await flow.acts(entry);
    await flow.pass({ hours: 24 * 91 });
    expect(await flow.acts(await flow.onlyEntry(), "reopen")).toEqual({ ok: false, error: { kind: "no-entry" } });
  });
});

test("only what has no host is passed on", async () => {
  const { flow, entry } = await withAStranger();
  expect(await flow.acts(entry, "pass-on")).toMatchObject({ ok: false, error: { kind: "refused" } });
  const other = aFlow();
  await other.report(nativeMessage({ target: { url: `magnet:?xt=urn:btih:${"0".repeat(40)}` } }));
  const passed = await other.acts(await other.onlyEntry(), "pass-on");
  expect(passed.ok && closingOf(passed.value)?.does).toBe("pass-on");
});
