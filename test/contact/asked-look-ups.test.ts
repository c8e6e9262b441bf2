import { beforeEach, expect, it } from "vitest";
import { answerAsked, askedLookUps, isAskedLookUp, type ToLookUp } from "../../functions/contact/asked-look-ups.ts";
import { anAnswer, aReport } from "../support/a-case.ts";
import { memoryKnownStore } from "../support/memory-known-store.ts";

const now = "2026-11-24T03:00:00.000Z";
const asked: ToLookUp = { ...aReport(), lane: "standard" };

let nowMs: number;
let store: ReturnType<typeof memoryKnownStore>;
let dropped: { readonly to: string; readonly lane: string; readonly caseId: string }[];
let hears: () => Promise<unknown>;
const lookedUp: ToLookUp[] = [];
const work = () => ({ store, nowMs: () => nowMs });
const lookUp = async (one: ToLookUp) => {
  lookedUp.push(one);
  return anAnswer();
};
const lookUps = () =>
  askedLookUps({
    ...work(),
    dropHint: async (to, lane, { caseId }) => void dropped.push({ to, lane, caseId }),
    sleep: async (ms) => {
      nowMs += ms;
      await hears();
    },
    newId: () => "1",
  });
const answers = () => answerAsked({ ...work(), lookUp }, dropped[0]?.caseId ?? "", now);

beforeEach(() => {
  nowMs = 0;
  store = memoryKnownStore();
  dropped = [];
  lookedUp.length = 0;
  hears = answers;
});

it("a lookup before a report is made by find-contact at once, and names nothing of the page", async () => {
  expect(await lookUps().lookUp(asked, "hotline")).toEqual(anAnswer());
  expect(dropped).toEqual([{ to: "find-contact", lane: "urgent", caseId: "LOOKUP-1" }]);
  expect(isAskedLookUp("LOOKUP-1")).toBe(true);
  expect(lookedUp.map(({ target }) => target)).toEqual([{ kind: "url", host: asked.target.host }]);
});

it("its answer holds for the host's other pages in the category, for an hour", async () => {
  await lookUps().lookUp(asked, "hotline");
  const other = { ...asked, target: { kind: "url", host: asked.target.host } } as const;
  expect(await lookUps().answered(other)).toEqual(anAnswer());
  expect(await lookUps().answered({ ...other, category: "fraud" })).toBeUndefined();
  nowMs += 60 * 60_000;
  expect(await lookUps().answered(other)).toBeUndefined();
});

it("a message that comes twice, or an hour late, looks nothing up", async () => {
  await lookUps().lookUp(asked, "hotline");
  expect([await answers(), lookedUp.length]).toEqual(["done", 1]);
  nowMs += 60 * 60_000;
  expect([await answers(), lookedUp.length]).toEqual(["done", 1]);
});

it("nobody waits longer than a page may take", async () => {
  hears = async () => {};
  expect(await lookUps().lookUp(asked, "hotline")).toBeUndefined();
  expect(nowMs).toBeLessThan(10_000);
});
