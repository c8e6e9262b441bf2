import { expect, test } from "vitest";
import { membersAtMost } from "../../functions/send/mail/waiting.ts";
import { aFlow, nativeMessage } from "../support/a-flow.ts";
import { memoryCaseStore } from "../support/memory-case-store.ts";

/*
 * What a notice costs the table in changes, from its report until SES has it: each is a transaction,
 * and most of what AWS charges. One that waited for others and is alone costs what it would have cost
 * without digests; of many in a mail the claim is one for all.
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
  expect(flow.mails.length).toBe(digests ? Math.ceil(reports / membersAtMost) : reports);
  return commits;
};

test.each([
  ["one by itself, without digests", 1, false, 4],
  ["one by itself, with digests", 1, true, 4],
  ["one of two in a mail", 2, true, 3.5],
  ["one of a hundred in three mails", 100, true, 3.03],
])("changes of the table for a notice, from its report until SES has it: %s", async (_, reports, digests, changes) => {
  expect((await commitsOf(reports, digests)) / reports).toBe(changes);
});
