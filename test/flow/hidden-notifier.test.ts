import { describe, expect, test } from "vitest";
import { forgetfulCaseEvent, forgetfulTarget } from "../../functions/case/forget.ts";
import type { Settings } from "../../functions/kernel/settings.ts";
import { aCandidate, aSettings } from "../support/a-case.ts";
import { aFlow, aReportedFlow, nativeMessage, statusMessage } from "../support/a-flow.ts";

/* Two report child abuse, and the second one's words name the first: nobody reads that name, whatever it does later. */

const organisation = "Meldpunt Kinderporno";
const contact = "desk@meldpunt.example";
const [hotline, cert] = aSettings().reporters as [Settings["reporters"][number], Settings["reporters"][number]];
const reporters = [
  { ...hotline, organisation, contact },
  cert,
  { ...cert, id: "third", contact: "desk@third.example" },
];
const [first, second] = ["hotline", "cert"];

const explanation = `Seen by ${organisation} (${contact}), whose new name is Stichting Veilig Kind.`;
const about = (reporter: string, words: string, seenAt = "2026-11-24T09:00:00Z") =>
  nativeMessage({
    category: "csam",
    seenAt,
    reporter,
    reportId: `${reporter}-1`,
    evidence: { explanation: words, detectedBy: "manual-review" },
  });

const reported = async () => {
  const flow = aFlow({ reporters });
  flow.contacts(() => ({
    candidates: [aCandidate(), aCandidate({ email: "abuse@carrier.example", scope: "upstream" })],
  }));
  await flow.report(about(first, "A picture of a child."));
  await flow.report(about(second, explanation));
  return flow;
};
type Flow = Awaited<ReturnType<typeof reported>>;

const renamed = (names: Partial<Settings["reporters"][number]>): Partial<Settings> => ({
  reporters: reporters.map((one) => (one.id === first ? { ...one, ...names } : one)),
});
const veiligKind = renamed({ organisation: "Stichting Veilig Kind", contact: "desk@veiligkind.example" });

const readable = ({ mime }: Flow["mails"][number]) => Buffer.from(mime).toString("latin1").replace(/=\r\n/g, "");
const goesOn = async (flow: Flow) => {
  const before = flow.mails.length;
  await flow.pass({ hours: 36 });
  const later = flow.mails.slice(before).map(readable);
  return {
    count: later.length,
    named: later.filter((bytes) => /Kinderporno|meldpunt\.example/i.test(bytes)).length,
    later,
  };
};

describe("whom a second report of child abuse names is in no later mail", () => {
  const changes: Record<string, (flow: Flow) => unknown> = {
    "where it stands by its report": () => undefined,
    "once it takes its report back": (flow) =>
      flow.takeIn(statusMessage("withdrawn", flow.now(), { reporter: first, reportId: `${first}-1` })),
    "once the settings know it no more": (flow) =>
      flow.settingsBecome({ reporters: reporters.filter(({ id }) => id !== first) }),
    "once it is called otherwise": (flow) => flow.settingsBecome(veiligKind),
    "once it is called otherwise, under another id": (flow) =>
      flow.settingsBecome(renamed({ id: "veilig", formerIds: [], organisation: "Stichting Veilig Kind" })),
  };
  test.each(Object.entries(changes))("%s", async (_, change) => {
    const flow = await reported();
    await change(flow);
    const { count, named } = await goesOn(flow);
    expect(count).toBeGreaterThan(1);
    expect(named).toBe(0);
    expect(await flow.questions()).not.toContain("cannot-compose");
  });
});

test("nor is its later name, which the settings had when the second report came, or have today", async () => {
  for (const then of [veiligKind, renamed({ organisation: "Third Name Foundation" })]) {
    const flow = aFlow({ reporters });
    flow.contacts(() => ({ candidates: [aCandidate()] }));
    await flow.report(about(first, "A picture of a child."));
    flow.settingsBecome(veiligKind);
    await flow.report(about(second, explanation));
    flow.settingsBecome(then);
    const { count, named, later } = await goesOn(flow);
    expect([count > 0, named, later.filter((bytes) => bytes.includes("Veilig")).length]).toEqual([true, 0, 0]);
  }
});

test("nor is who reported the same page in an earlier case, whose report by now stands in another one", async () => {
  const flow = await reported();
  const { id: earlier } = await flow.theCase();
  for (const reporter of [first, second])
    await flow.takeIn(statusMessage("gone", flow.now(), { reporter, reportId: `${reporter}-1` }));
  await flow.pass({ hours: 1 });
  expect((await flow.store.read(earlier))?.closed?.outcome).toBe("gone");
  await flow.report(about("third", "There as well.", flow.now()));
  const joined = await flow.store.caseOfReport("third/third-1");
  expect(joined).not.toBe(earlier);
  await flow.pass({ minutes: 2 });
  await flow.takeIn(statusMessage("still-up", flow.now(), { reporter: second, reportId: `${second}-1` }));
  expect(await flow.store.read(joined ?? "")).toMatchObject({
    evidence: { explanation: expect.stringContaining(organisation) },
  });
  const { count, named } = await goesOn(flow);
  expect([count > 0, named]).toEqual([true, 0]);
});

test("the names are noted of child abuse alone, and forgotten with the rest", async () => {
  const other = await aReportedFlow({ settings: { reporters } });
  expect(await other.theCase()).not.toHaveProperty("notifiers");
  const flow = await reported();
  const state = await flow.theCase();
  const history = await flow.store.history(state.id);
  expect([state.notifiers?.length, JSON.stringify(history)]).toEqual([2, expect.stringContaining(contact)]);
  const left = [forgetfulTarget(state, flow.now()), history.flatMap(({ events }) => events.map(forgetfulCaseEvent))];
  expect(JSON.stringify(left)).not.toMatch(/Kinderporno|meldpunt/i);
});
