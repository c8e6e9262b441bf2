import { expect, test } from "vitest";
import { open } from "../../functions/case/advance.ts";
import { policyOf } from "../../functions/escalation/policy.ts";
import { changeCase } from "../../functions/store/change-case.ts";
import { changeOf } from "../../functions/store/change-of.ts";
import type { CaseWork } from "../../functions/store/work.ts";
import { anOpening, aSettings, morning } from "../support/a-case.ts";
import { memoryCaseStore } from "../support/memory-case-store.ts";

const policy = policyOf(aSettings());
const held = { type: "held", at: morning, by: "jane", why: "asked" } as const;

const aCase = async () => {
  const store = memoryCaseStore();
  const reads: string[] = [];
  const read: typeof store.read = async (caseId) => {
    reads.push(caseId);
    return store.read(caseId);
  };
  const work: CaseWork = {
    store: { ...store, read },
    policyOf: policy,
    clock: { now: () => morning },
    dropHint: async () => {},
  };
  const opened = open({ ...anOpening(), caseId: "TD-A" }, policy);
  await store.commit(changeOf(opened, morning));
  return { work, store, reads, lastSeen: opened.next };
};

test("reads nothing where the case stands as it was seen", async () => {
  const { work, store, reads, lastSeen } = await aCase();
  expect((await changeCase(work, "TD-A", () => [held], { lastSeen })).ok).toBe(true);
  expect([reads, (await store.read("TD-A"))?.version]).toEqual([[], 2]);
});

test("asks again of the case as it is where somebody was first, and undoes nothing of theirs", async () => {
  const { work, store, reads, lastSeen } = await aCase();
  await changeCase({ ...work, store }, "TD-A", () => [held]);
  const asked: number[] = [];
  const changed = await changeCase(
    work,
    "TD-A",
    (state) => {
      asked.push(state.version);
      return [{ ...held, by: "anna" }];
    },
    { lastSeen },
  );
  expect([changed.ok, asked, reads]).toEqual([true, [1, 2], ["TD-A"]]);
  expect(
    (await store.history("TD-A")).flatMap(({ events }) =>
      events.flatMap((event) => (event.type === "held" ? event.by : [])),
    ),
  ).toEqual(["jane", "anna"]);
});

test("is a no-op only by the case as it is", async () => {
  const { work, store, lastSeen } = await aCase();
  await changeCase({ ...work, store }, "TD-A", () => [held]);
  const onceHeld = await changeCase(
    work,
    "TD-A",
    (state) => (state.version > 1 ? [{ ...held, by: "anna" }] : undefined),
    { lastSeen },
  );
  expect(onceHeld.ok).toBe(true);
  const never = await changeCase(work, "TD-A", () => undefined, { lastSeen });
  expect(never).toEqual({ ok: false, error: { kind: "no-op", state: await store.read("TD-A") } });
});
