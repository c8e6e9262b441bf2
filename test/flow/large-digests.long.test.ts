import { expect, test } from "vitest";
import { mailBytesAtMost, membersAtMost } from "../../functions/send/mail/waiting.ts";
import { aFlow, nativeMessage } from "../support/a-flow.ts";
import { aTableStore } from "../support/a-table-server.ts";
import { caseIdOf } from "../support/case-ids.ts";
import { memoryCaseStore } from "../support/memory-case-store.ts";

const onTable = aTableStore();
const honest = caseIdOf("report hotline/h-1");
const noticesOf = async (flow: ReturnType<typeof aFlow>, caseId: string) => {
  const state = await flow.store.read(caseId);
  return state?.kind === "case" ? state.notices.map(({ state: come }) => come) : [];
};
const membersSent = async (flow: ReturnType<typeof aFlow>): Promise<readonly string[]> => {
  const ids = flow.mails.map(({ attemptId }) => attemptId.split("_")[0] ?? "");
  const mails = await Promise.all(
    ids.map(async (id) => (await flow.store.mailRecord(id))?.members ?? [{ caseId: id }]),
  );
  return mails.flat().map(({ caseId }) => caseId);
};

/** As many and as long as a report may bring; no two alike, or the mail would hold them once. */
const hashes = (of: number) => Array.from({ length: 50 }, (_, n) => `photodna:${`${of}x${n}`.padEnd(1800, "Ab3")}`);
/** Letters that a mail writes as nine. */
const words = (of: number) => `${of} ${"漢".repeat(990)}`;
const large = (n: number, spoilt: object = {}) =>
  nativeMessage({
    reporter: "cert",
    reportId: `c-${n}`,
    target: { url: `https://evil.bad.example/${n}` },
    evidence: { explanation: words(n) + words(n), reproduce: words(n), hashes: hashes(n) },
    ...spoilt,
  });

test.each([
  ["in memory", memoryCaseStore],
  ["on the table", onTable],
])(
  "where many reports bring all that the form takes, %s: in parts, and another reporter's too",
  async (_, aStore) => {
    const flow = aFlow({ digests: true }, { store: await aStore() });
    const many = 60;
    for (let n = 0; n < many; n++) await flow.report(large(n));
    await flow.report(nativeMessage({ reportId: "h-1" }));
    await flow.pass({ minutes: 17 });
    expect(await noticesOf(flow, honest)).toEqual(["sent"]);
    expect(flow.mails.length).toBeGreaterThan(1);
    expect(Math.max(...flow.mails.map(({ mime }) => mime.length))).toBeLessThan(mailBytesAtMost);
    expect(new Set(await membersSent(flow)).size).toBe(many + 1);
    expect(await membersSent(flow)).toHaveLength(many + 1);
  },
  180_000,
);

test("where what a case adds became more while it stood in line", async () => {
  const flow = aFlow({ digests: true });
  const many = 130;
  for (let n = 0; n < many; n++) await flow.report(large(n, { evidence: { explanation: "x" } }));
  for (let n = 0; n < many; n++)
    await flow.report(large(n, { reportId: `again-${n}`, evidence: { reproduce: words(n), hashes: hashes(n) } }));
  await flow.pass({ minutes: 16 });
  expect(flow.mails.length).toBeGreaterThan(1);
  expect(Math.max(...flow.mails.map(({ mime }) => mime.length))).toBeLessThan(mailBytesAtMost);
}, 180_000);

test("where those in line are taken for less than they are: the others go in the next mail", async () => {
  const flow = aFlow({ digests: true });
  const { waitingFor } = flow.store;
  // As notices were put in line before what was reported counted.
  const store = {
    ...flow.store,
    waitingFor: async (batch: string) => (await waitingFor(batch)).map((one) => ({ ...one, bytes: 80 })),
  };
  Object.assign(flow.sending, { store });
  const many = 120;
  for (let n = 0; n < many; n++) await flow.report(large(n));
  await flow.pass({ minutes: 16 });
  await flow.pass({ minutes: 16 });
  expect(Math.max(...flow.mails.map(({ mime }) => mime.length))).toBeLessThan(mailBytesAtMost);
  expect(flow.mails.length).toBeGreaterThan(many / membersAtMost);
  expect(
    (await Promise.all(Array.from({ length: many }, (_, n) => noticesOf(flow, caseIdOf(`report cert/c-${n}`))))).flat(),
  ).toEqual(Array(many).fill("sent"));
}, 180_000);
