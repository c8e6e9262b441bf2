import { describe, expect, it } from "vitest";
import { open } from "../../functions/case/advance.ts";
import { changeCase, changeOf } from "../../functions/case/change-case.ts";
import type { CaseEvent } from "../../functions/case/event.ts";
import { aCandidate } from "../support/a-case.ts";
import { aConsole, threeAtNight as at } from "./a-console.ts";

const caseId = "TD-DDDD-DDDD-DDDD";
const noticeId = "0-first-7e2fe1ce87";
const members = ["TD-AAAA-AAAA-AAAA", "TD-BBBB-BBBB-BBBB"].map((member) => ({ caseId: member, noticeId }));
const textOf = (html: string): string =>
  html
    .replace(/<style[\s\S]*?<\/style>/, " ")
    .replace(/<[^>]+>/g, " ")
    .replace(/\s+/g, " ");

/** The page of a digest of two phishing cases that has come as far as these facts say. */
const pageOf = async (...facts: readonly CaseEvent[]) => {
  const console = aConsole();
  const opening = {
    type: "digest-opened",
    at,
    caseId,
    lane: "standard",
    category: "phishing",
    key: "k",
    part: 1,
    window: at,
    noticeId,
    rung: 0,
    step: "first",
    to: aCandidate(),
  } as const;
  await console.work.store.commit(changeOf(open(opening, console.work.policyOf), at));
  for (const fact of [{ type: "members-planned", at, members, more: false } as const, ...facts]) await changeCase(console.work, caseId, () => [fact]);
  return textOf((await console.get(`/cases/${caseId}`)).text);
};
const claimed: CaseEvent = { type: "send-claimed", at, noticeId, attemptId: "a", subject: "s", renderHash: "0", recipientHash: "0" };

describe("the page of a digest", () => {
  it("says to whom it goes, what about, and which cases are in it", async () => {
    const text = await pageOf();
    expect(text).toContain("Digest for abuse@network.example");
    expect(text).toContain("one mail about many cases: phishing");
    for (const member of members) expect(text).toContain(member.caseId);
    expect(text).toContain("The first notice to abuse@network.example goes out.");
  });

  it("once it is out, says that its cases wait for the answer, and offers no dossier: each case has its own", async () => {
    const text = await pageOf(claimed, { type: "sent", at, noticeId, attemptId: "a", sesMessageId: "ses-1" }, { type: "members-told", at, upTo: 2 });
    expect(text).toContain("Its mail is out; the cases in it wait for the answer.");
    expect(text).not.toContain("Dossier");
  });

  it("asks once what holds for all of its cases", async () => {
    const text = await pageOf(claimed, { type: "send-unknown", at, noticeId });
    expect(text).toContain("Did this notice go out?");
    expect(text).toContain("what you answer holds for all 2 cases in its mail");
  });
});
