import { expect, test } from "vitest";
import type { Case } from "../../functions/case/case.ts";
import { membersAtMost } from "../../functions/send/mail/waiting.ts";
import { aSettings } from "../support/a-case.ts";
import { aFlow, nativeMessage } from "../support/a-flow.ts";
import { aTableStore } from "../support/a-table-server.ts";
import { caseIdOf } from "../support/case-ids.ts";
import { memoryCaseStore } from "../support/memory-case-store.ts";

const onTable = aTableStore();
const windows = 3;
const urlOf = (number: number) => `https://shop.bad.example/page-${number}`;

test.each([
  [999, "in memory", memoryCaseStore],
  [300, "on the table", onTable],
] as const)("%d reports on a host are few mails, in its desk's pace: %s", async (reports, _, aStore) => {
  // Nobody's reports wait for their turn here: what is proven is what becomes of so many.
  const reporters = aSettings().reporters.map((reporter) => ({ ...reporter, reportsAMinute: reports }));
  const flow = aFlow({ digests: true, reporters }, { store: await aStore() });
  const each = Math.ceil(reports / windows);
  for (let number = 0; number < reports; number++) {
    await flow.report(nativeMessage({ reportId: `r-${number}`, target: { url: urlOf(number) } }));
    if (number % each === each - 1) await flow.pass({ minutes: 15 });
  }
  // Two mails a sweep, and ten within an hour.
  await flow.pass({ hours: 8 });
  expect(flow.mails.length).toBeLessThanOrEqual(windows + Math.ceil(reports / membersAtMost));
  expect(new Set(flow.told())).toEqual(new Set(["abuse@network.example"]));

  const seen = new Map<string, number>();
  for (const { mime } of flow.mails) {
    const xarf = [
      ...Buffer.from(mime)
        .toString("latin1")
        .matchAll(/filename="?xarf[\s\S]*?\r\n\r\n([A-Za-z0-9+/=\r\n]+)/g),
    ]
      .flatMap(([, part = ""]) =>
        Buffer.from(part, "base64")
          .toString()
          .trimEnd()
          .split(/\n(?=\{)/),
      )
      .map((text): { readonly url: string } => JSON.parse(text));
    for (const { url } of xarf) seen.set(url, (seen.get(url) ?? 0) + 1);
  }
  expect([seen.size, [...seen.values()].filter((times) => times !== 1)]).toEqual([reports, []]);

  const states: Case[] = [];
  for (let number = 0; number < reports; number++) {
    const state = await flow.store.read(caseIdOf(`report hotline/r-${number}`));
    if (state) states.push(state);
  }
  const notices = states.flatMap((state) => (state.kind === "case" ? state.notices : []));
  expect([notices.length, notices.filter(({ step, state }) => step !== "first" || state !== "sent")]).toEqual([
    reports,
    [],
  ]);
});
