import { describe, expect, test } from "vitest";
import { policyOf } from "../../functions/escalation/policy.ts";
import { plusHours } from "../../functions/kernel/instant.ts";
import { readContent } from "../../functions/settings/check.ts";
import { readsInForce } from "../../functions/settings/in-force.ts";
import type { RowContent } from "../../functions/settings/row.ts";
import { aCandidate, aSettings } from "../support/a-case.ts";
import { aFlow, nativeMessage } from "../support/a-flow.ts";
import { aSettingsTable } from "../support/a-settings-table.ts";
import { caseIdOf } from "../support/case-ids.ts";

const network = aCandidate({ email: "abuse@desk.network.example" });
const other = aCandidate({ email: "abuse@carrier.example", scope: "upstream", range: "AS64500" });
const hosted = { candidates: [network], addresses: ["192.0.2.10"], origins: ["AS64500"] };
const provider = (spoilt: object): RowContent => {
  const { content } = readContent("r", "provider", {
    name: "Example Network",
    scope: "network",
    matches: ["@network.example"],
    ...spoilt,
  });
  if (!content) throw new Error("a provider");
  return content;
};

/** A flow that reads its settings from the table, as the functions do. */
const aTableFlow = (spoilt: Parameters<typeof aFlow>[0] = {}) => {
  const flow = aFlow(spoilt);
  const stage = aSettings(spoilt);
  const table = aSettingsTable(stage, flow.now);
  let isDown = false;
  const reads = { head: 0, rows: 0 };
  const inForce = readsInForce({
    stage,
    store: {
      head: async () => {
        if (isDown) throw new Error("the table is down");
        reads.head++;
        return table.store.head();
      },
      read: async () => {
        if (isDown) throw new Error("the table is down");
        reads.rows++;
        return table.store.read();
      },
    },
    policyOf,
    clock: { now: flow.now },
    log: { error: () => {} },
  });
  flow.contacts(() => hosted);
  flow.readsSettingsBy(inForce);
  const breaks = (is: boolean) => {
    isDown = is;
  };
  return { flow, table, inForce, reads, breaks };
};

/** The hint for `send-notice` is on its queue, its sender has read the settings, and the notice is ready to go. */
const waiting = async (spoilt: Parameters<typeof aFlow>[0] = {}) => {
  const story = aTableFlow(spoilt);
  await story.flow.takeIn(nativeMessage());
  await story.flow.runOne();
  await story.inForce.now();
  return story;
};
type Story = Awaited<ReturnType<typeof waiting>>;
const asked = async ({ flow }: Story) => await flow.questions();
const first = async ({ flow }: Story) => (await flow.theCase()).notices[0];

test("what a person records while a mail is composed and waits for its turn stops it", async () => {
  const story = await waiting();
  story.flow.beforeTurn(async () => {
    await story.table.add({ kind: "opt-out", value: { desk: "@network.example" } });
  });
  await story.flow.run();
  expect([story.flow.told(), await asked(story)]).toEqual([[], ["no-contact"]]);
});

test("nothing goes out while the settings can't be read, and it does once they can", async () => {
  const story = await waiting();
  story.breaks(true);
  await expect(story.flow.run()).rejects.toThrow("the table is down");
  expect([story.flow.told(), (await first(story))?.state]).toEqual([[], "queued"]);
  story.breaks(false);
  await story.flow.pass({ minutes: 6 });
  expect(story.flow.told()).toEqual([network.email]);
});

test("an override that ended stops the mail to its mailbox, and who answers by the registries is told", async () => {
  const story = aTableFlow();
  const id = await story.table.add(provider({ email: "override@network.example" }));
  const byEntry = aCandidate({ email: "override@network.example", source: "directory" });
  story.flow.contacts(() => ({ ...hosted, candidates: [byEntry] }));
  await story.flow.takeIn(nativeMessage());
  await story.flow.runOne();
  await story.inForce.now();
  await story.table.end(id);
  story.flow.contacts(() => hosted);
  await story.flow.run();
  expect(story.flow.told()).toEqual([]);
  expect(await first(story)).toMatchObject({
    state: "cancelled",
    problem: "the entry that named its mailbox has ended",
  });
  await story.flow.pass({ minutes: 15 });
  expect([story.flow.told(), await asked(story)]).toEqual([[network.email], []]);
});

describe("an inhibition", () => {
  const inhibits = async (story: Story, value: Extract<RowContent, { kind: "inhibition" }>["value"], hours: number) =>
    story.table.add({ kind: "inhibition", value }, plusHours(story.flow.now(), hours));

  test.each([
    ["of a mailbox", { desk: "abuse@desk.network.example" }],
    ["of a mail domain", { desk: "@network.example" }],
    ["of a host's domain", { desk: "bad.example" }],
    ["of a range", { desk: "192.0.2.0/24" }],
    ["of a system", { desk: "AS64500" }],
    ["of a category", { category: "phishing" as const }],
  ])("%s keeps a mail back whose hint lies on its queue, which goes by itself when it is over", async (_, value) => {
    const story = await waiting();
    await inhibits(story, value, 3);
    await story.flow.run();
    expect(story.flow.told()).toEqual([]);
    const history = await story.flow.store.history((await story.flow.theCase()).id);
    expect(history.flatMap(({ events }) => events).filter(({ type }) => type === "notice-requeued")).toMatchObject([
      { why: expect.stringContaining("a person had nothing sent there until") },
    ]);
    await story.flow.pass({ minutes: 175 });
    expect([story.flow.told(), await asked(story)]).toEqual([[], []]);
    await story.flow.pass({ minutes: 15 });
    expect([story.flow.told(), await asked(story)]).toEqual([[network.email], []]);
  });

  test("that two persons end early lets its mails go within a quarter of an hour", async () => {
    const story = await waiting();
    const id = await inhibits(story, { desk: "@network.example" }, 24 * 20);
    await story.flow.run();
    await story.flow.pass({ minutes: 40 });
    expect(story.flow.told()).toEqual([]);
    await story.table.end(id);
    await story.flow.pass({ minutes: 17 });
    expect(story.flow.told()).toEqual([network.email]);
  });

  test("that two persons end early lets the clocks of desks that were told go on, before its planned end", async () => {
    const plain = await waiting();
    const kept = await waiting();
    for (const { flow } of [plain, kept]) {
      flow.contacts(() => ({ ...hosted, candidates: [network, other] }));
      await flow.run();
    }
    const id = await inhibits(kept, { desk: "@network.example" }, 24 * 29);
    await kept.flow.pass({ hours: 36 });
    await kept.table.end(id);
    for (const hours of [23, 1.5, 24]) {
      for (const { flow } of [plain, kept]) await flow.pass({ hours });
      expect(kept.flow.told()).toEqual(plain.flow.told());
    }
    expect(plain.flow.told()).toEqual([network.email, network.email, other.email]);
  });

  test("that ends early while its mails wait for a digest in any case leaves them where they are", async () => {
    const story = aTableFlow({ digests: true });
    await story.flow.report(nativeMessage());
    const id = await inhibits(story, { desk: "@network.example" }, 1 / 6);
    await story.flow.pass({ minutes: 2 });
    await story.table.end(id);
    await story.flow.pass({ minutes: 2 });
    await story.flow.takeIn(nativeMessage({ reporter: "cert", reportId: "c-1" }));
    await story.flow.run();
    expect([story.flow.told(), (await story.flow.theCase()).reports]).toEqual([[], 2]);
    await story.flow.pass({ minutes: 20 });
    expect(story.flow.told()).toEqual([network.email]);
  });

  test("of others keeps nothing back", async () => {
    const story = await waiting();
    await inhibits(story, { desk: "@elsewhere.example" }, 3);
    await story.flow.run();
    expect(story.flow.told()).toEqual([network.email]);
  });
});

describe("while notices wait for their digest", () => {
  const stateOf = async (flow: ReturnType<typeof aFlow>, number: number) => {
    const state = await flow.store.read(caseIdOf(`report hotline/r-${number}`));
    if (state?.kind !== "case") throw new Error(`there is no case of report ${number}`);
    return state.notices[0]?.state;
  };
  const aWindow = async () => {
    const story = aTableFlow({ digests: true });
    story.flow.contacts(({ target }) => ({ ...hosted, addresses: [`192.0.2.${10 * Number(target.host[0])}`] }));
    for (const number of [1, 2, 3])
      await story.flow.takeIn(
        nativeMessage({ reportId: `r-${number}`, target: { url: `https://${number}.bad.example/login` } }),
      );
    await story.flow.run();
    await story.inForce.now();
    return story;
  };
  const all = async ({ flow }: Story) => Promise.all([1, 2, 3].map((number) => stateOf(flow, number)));

  test.each([
    ["an opt-out", { kind: "opt-out", value: { desk: "192.0.2.20" } }, "cancelled"],
    ["a protected domain", { kind: "protected", value: { domain: "2.bad.example" } }, "queued"],
  ] as const)("%s that comes when its mail is composed leaves that one out of it", async (_, content, becomes) => {
    const story = await aWindow();
    let isFirst = true;
    story.flow.beforeTurn(async () => {
      if (isFirst) await story.table.add(content as RowContent);
      isFirst = false;
    });
    await story.flow.pass({ minutes: 16 });
    expect([story.flow.told(), await all(story)]).toEqual([[network.email], ["sent", becomes, "sent"]]);
    expect(Buffer.from(story.flow.mails[0]?.mime ?? []).toString()).not.toContain("2.bad");
  });

  test("an inhibition of their desk keeps all of them, and they go in one mail when it is over", async () => {
    const story = await aWindow();
    let isFirst = true;
    story.flow.beforeTurn(async () => {
      if (!isFirst) return;
      isFirst = false;
      await story.table.add(
        { kind: "inhibition", value: { desk: "@network.example" } },
        plusHours(story.flow.now(), 2),
      );
    });
    await story.flow.pass({ minutes: 120 });
    expect([story.flow.told(), await all(story)]).toEqual([[], ["queued", "queued", "queued"]]);
    await story.flow.pass({ minutes: 45 });
    expect([story.flow.told(), await all(story)]).toEqual([[network.email], ["sent", "sent", "sent"]]);
  });
});
