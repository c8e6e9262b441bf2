import { expect, test } from "vitest";
import { channelFacts } from "../../functions/kernel/channels.ts";
import { formFieldsOf } from "../../functions/send/channels/form-fields.ts";
import { aReport, aSettings, byApi } from "../support/a-case.ts";
import { aConsole, firstNotice } from "./a-console.ts";

const textOf = (html: string): string => html.replace(/<[^>]+>/g, " ").replace(/\s+/g, " ");
const settings = { ...aSettings(), channels: { godaddy: {} } };

/** A page at a provider that is told by its API, which has its report by now. */
const aTold = async () => {
  const console = aConsole({ settings });
  const caseId = await console.opened(aReport({ seenAt: "2026-11-24T01:30:00.000Z" }));
  const to = byApi("godaddy");
  const state = await console.lookedUp(caseId, { candidates: [to] });
  const noticeId = firstNotice(state);
  await console.claimed(caseId, noticeId, "GoDaddy");
  const attemptId = `${caseId}_${noticeId}_1`;
  await console.happened(caseId, { type: "sent", at: console.now(), noticeId, attemptId, ticket: "DCU-4711" });
  return { console, caseId, path: `/cases/${caseId}/notices/${noticeId}` };
};

test("a notice by API is shown field by field, defanged, with its number and the provider's rules", async () => {
  const { console, caseId, path } = await aTold();
  const { status, text } = await console.get(path);
  const read = textOf(text);
  expect(status).toBe(200);
  for (const words of ["GoDaddy is notified by its API, and by no mail", "type PHISHING", "DCU-4711"])
    expect(read).toContain(words);
  expect(read).toContain(`Our number: ${caseId}`);
  expect(read).toContain("It takes 5 addresses of one domain at most.");
  expect(text).not.toMatch(/https?:\/\/|shop\.bad\.example|api\.invalid/);
});

test("shows the very fields that the provider is asked, but for mailboxes", async () => {
  const { console, caseId, path } = await aTold();
  const state = await console.read(caseId);
  const form = { url: "https://godaddy.example/", scope: "platform", api: channelFacts.godaddy.api } as const;
  const fields = formFieldsOf(state, form, settings);
  const names = fields?.ok ? fields.value.fields.map(({ name }) => name) : [];
  const { text } = await console.get(path);
  expect(names).toEqual(["type", "source", "info"]);
  for (const name of names) expect(text).toContain(`>${name}<`);
});
