import { describe, expect, test } from "vitest";
import type { Said, TargetCase } from "../../functions/case/case.ts";
import { reportKeyOf } from "../../functions/case/case-id.ts";
import { plusMinutes } from "../../functions/kernel/instant.ts";
import { aFlow, nativeMessage, statusMessage } from "../support/a-flow.ts";

/*
 * Cases once held what was said of each of their reports, all in one item of 400 KB: with 720
 * reports of a talkative reporter not even a hold went in. Such cases are read as they were
 * written, and get smaller with each change.
 */

const count = 100;
const idOf = (n: number): string => `c-${n}`;

/**
 * A case as it was written then: 100 reports of CERT, each held, released and taken back, but for
 * the last, which stands.
 */
const ofBefore = async () => {
  const flow = aFlow();
  await flow.report(nativeMessage());
  for (let n = 0; n < count; n++) await flow.report(nativeMessage({ reporter: "cert", reportId: idOf(n) }));
  const { lastSaid: _, ...state } = await flow.theCase();
  await flow.pass({ minutes: 30 });
  const at = plusMinutes(flow.now(), -20);
  const said: readonly Said[] = Array.from({ length: count }, (__, n) => idOf(n)).flatMap((reportId, n) =>
    (["hold", "release", "withdrawn"] as const)
      .filter((status) => status !== "withdrawn" || n < count - 1)
      .map((status, minute) => ({ reporter: "cert", reportId, status, at: plusMinutes(at, minute) })),
  );
  const takenBack = Array.from({ length: count - 1 }, (__, n) => reportKeyOf("cert", idOf(n)));
  const next: TargetCase = { ...state, version: state.version + 1, said, takenBack, standing: { hotline: 1, cert: 1 } };
  await flow.store.commit({ next, events: [], at: flow.now() });
  return { flow, at };
};

describe("a case that holds its reports' words itself", () => {
  test("is told nothing new by a word that it knows, wherever that is kept by now", async () => {
    const { flow, at } = await ofBefore();
    const version = async () => (await flow.theCase()).version;
    const before = await version();
    const again = statusMessage("withdrawn", plusMinutes(at, 2), { reporter: "cert", reportId: idOf(50) });
    const older = statusMessage("release", plusMinutes(at, -1), { reporter: "cert", reportId: idOf(99) });
    await flow.report(again);
    await flow.report(older);
    expect(await version()).toBe(before);
    // With this one the first of them move, with those that it is about before others.
    await flow.says("still-up", { reporter: "cert", reportId: idOf(50) });
    await flow.report(again);
    await flow.report(older);
    expect(await version()).toBe(before + 1);
    expect((await flow.theCase()).standing).toEqual({ hotline: 1, cert: 1 + 1 });
  });

  test("gets smaller with each change, until it holds none, and knows as much as before", async () => {
    const { flow, at } = await ofBefore();
    const left: number[] = [];
    for (let n = 0; n < 10; n++) {
      await flow.pass({ minutes: 1 });
      await flow.says(n % 2 === 0 ? "hold" : "release");
      left.push((await flow.theCase()).takenBack?.length ?? 0);
    }
    expect([left[0], left.at(-1), [...left].sort((a, b) => b - a)]).toEqual([89, 0, left]);
    const { id, said, takenBack, lastSaid } = await flow.theCase();
    expect([said, takenBack]).toEqual([undefined, undefined]);
    expect(lastSaid?.["cert"]).toEqual({ hold: at, release: plusMinutes(at, 1), withdrawn: plusMinutes(at, 2) });
    expect(await flow.store.wordsOf(id, reportKeyOf("cert", idOf(98)))).toEqual({
      said: { hold: at, release: plusMinutes(at, 1), withdrawn: plusMinutes(at, 2) },
      takenBack: true,
    });
    await flow.says("withdrawn", { reporter: "cert", reportId: idOf(99) });
    expect((await flow.theCase()).withdrawn).toEqual(["cert"]);
  });
});

test("however many reports there are and whatever each says, a case grows by five moments a reporter", async () => {
  const flow = aFlow();
  await flow.report(nativeMessage({ category: "ncii" }));
  const lengthAfter = async (reports: number, from: number) => {
    for (let n = from; n < reports; n++) {
      const about = { reporter: "cert", reportId: `${"x".repeat(190)}${n}` };
      await flow.report(nativeMessage({ ...about, category: "ncii" }));
      for (const status of ["hold", "release", "still-up", "withdrawn"])
        await flow.takeIn(statusMessage(status, flow.now(), about));
    }
    const { reviews: _, ...rest } = await flow.theCase();
    return JSON.stringify(rest).length;
  };
  const one = await lengthAfter(10, 0);
  expect((await lengthAfter(60, 10)) - one).toBeLessThan(100);
  await flow.says("hold");
  expect((await flow.theCase()).holds.map(({ by }) => by)).toContain("hotline");
});
