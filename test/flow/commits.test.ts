import { describe, expect, test } from "vitest";
import { aFlow, nativeMessage } from "../support/a-flow.ts";
import { memoryCaseStore } from "../support/memory-case-store.ts";

/*
 * What a notice costs the table in changes, from its report until SES has it: each is a transaction,
 * and most of what AWS charges. A lone notice pays for the digest that it might have shared
 * (`infra/guides/decisions/digests.md` says why); with many in it that is spread over all.
 */
const commitsOf = async (reports: number, digests: boolean): Promise<number> => {
  const store = memoryCaseStore();
  let commits = 0;
  const counting: typeof store = {
    ...store,
    commit: (change) => {
      commits += 1;
      return store.commit(change);
    },
  };
  const flow = aFlow({ digests }, { store: counting });
  for (let number = 1; number <= reports; number++)
    await flow.report(
      nativeMessage({ reportId: `r-${number}`, target: { url: `https://shop.bad.example/page-${number}` } }),
    );
  await flow.run();
  if (digests) await flow.pass({ minutes: 16 });
  expect(flow.mails.length).toBe(digests ? 1 : reports);
  return commits;
};

describe("changes of the table for a notice, from its report until SES has it", () => {
  test.each([
    ["one by itself, without digests", 1, false, 4],
    ["one by itself, with digests", 1, true, 7],
    ["one of a digest of two", 2, true, 6.5],
    ["one of a digest of a hundred", 100, true, 4.05],
  ])("%s", async (_, reports, digests, changes) => {
    expect((await commitsOf(reports, digests)) / reports).toBe(changes);
  });
});
