import { describe, expect, it } from "vitest";
import { open } from "../../functions/matters/advance.ts";
import { changeCase } from "../../functions/matters/change-case.ts";
import { changeOf } from "../../functions/matters/change-of.ts";
import type { AnyEvent as CaseEvent } from "../../functions/matters/event.ts";
import { aCandidate } from "../support/a-case.ts";
import { aFlow, nativeMessage } from "../support/a-flow.ts";
import { aConsole, threeAtNight as at } from "./a-console.ts";
import { digestOpening } from "./many-digests.ts";

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
  const opening = digestOpening(at, caseId);
  await console.work.store.commit(changeOf(open(opening, console.work.policyOf), at));
  for (const fact of [{ type: "members-planned", at, members, more: false } as const, ...facts])
    await changeCase(console.work, caseId, () => [fact]);
  return textOf((await console.get(`/cases/${caseId}`)).text);
};
const claimed: CaseEvent = {
  type: "send-claimed",
  at,
  noticeId,
  attemptId: "a",
  subject: "s",
  renderHash: "0",
  recipientHash: "0",
};

describe("the page of a digest", () => {
  it("says to whom it goes, what about, and which cases are in it", async () => {
    const text = await pageOf();
    expect(text).toContain("Digest for abuse@network.example");
    expect(text).toContain("one mail about many cases: phishing");
    for (const member of members) expect(text).toContain(member.caseId);
    expect(text).toContain("The first notice to abuse@network.example goes out.");
  });

  it("once it is out, says that its cases wait for the answer, and offers no dossier: each has its own", async () => {
    const text = await pageOf(
      claimed,
      { type: "sent", at, noticeId, attemptId: "a", sesMessageId: "ses-1" },
      { type: "members-told", at, upTo: 2 },
    );
    expect(text).toContain("Its mail is out; the cases in it wait for the answer.");
    expect(text).not.toContain("Dossier");
  });

  it("asks once what holds for all of its cases", async () => {
    const text = await pageOf(claimed, { type: "send-unknown", at, noticeId });
    expect(text).toContain("Did this notice go out?");
    expect(text).toContain("what you answer holds for all 2 cases in its mail");
  });
});

describe("the text of a digest's mail", () => {
  /**
   * What the console shows, over the cases of reports about one desk, of the digest for it that
   * day.
   */
  const aDay = async (...pages: readonly string[]) => {
    const flow = aFlow({ digests: true });
    flow.contacts(() => ({ candidates: [aCandidate()] }));
    for (const page of pages)
      await flow.report(nativeMessage({ reportId: page, target: { url: `https://shop.bad.example/${page}` } }));
    const console = aConsole({ store: flow.store });
    const digest = async () => {
      const { items } = await flow.store.openedOn(flow.now().slice(0, 10), 25);
      const found = items.find(({ kind }) => kind === "digest");
      if (found?.kind !== "digest") throw new Error("no digest was opened");
      return found;
    };
    const theText = async () => {
      const { id, notices } = await digest();
      const page = await console.get(`/cases/${id}`);
      const path = `/cases/${id}/notices/${notices[0]?.id}`;
      return { isLinked: page.text.includes(`href="${path}"`), text: textOf((await console.get(path)).text) };
    };
    const list = async () => textOf((await console.get(`/cases?day=${flow.now().slice(0, 10)}`)).text);
    return { ...flow, console, digest, theText, list };
  };

  it("names every case in it under the digest's own number, and no exact address", async () => {
    const day = await aDay("one", "two");
    await day.pass({ hours: 1 });
    const { isLinked, text } = await day.theText();
    const { id, members = [] } = await day.digest();
    expect([isLinked, members.length]).toEqual([true, 2]);
    for (const part of [
      id,
      ...members.map(({ caseId }) => caseId),
      "shop[.]bad[.]example/one",
      "shop[.]bad[.]example/two",
    ])
      expect(text).toContain(part);
    expect(text).not.toContain("https://shop.bad.example");
    expect(text).not.toContain("so far");
  });

  it("holds those who wait so far, before its window is over", async () => {
    const { isLinked, text } = await (await aDay("one", "two")).theText();
    expect(isLinked).toBe(true);
    expect(text).toContain("with those that wait for it so far");
    expect(text).toContain("shop[.]bad[.]example/two");
  });

  it("is none where one notice went by itself; then the list says so, not that nothing was to act on", async () => {
    const day = await aDay("one");
    await day.pass({ hours: 1 });
    const { isLinked, text } = await day.theText();
    expect(isLinked).toBe(false);
    expect(text).toContain("There is nobody in its mail.");
    expect(await day.list()).toContain("Ended: one notice alone goes by itself");
    expect(await day.list()).not.toContain("nothing to act on");
  });

  it("is none of a case that is forgotten", async () => {
    const day = await aDay("one", "two");
    await day.pass({ hours: 1 });
    for (const { caseId: member } of (await day.digest()).members ?? [])
      await changeCase(day.work, member, () => [
        { type: "closed", at: day.now(), outcome: "decided", why: "x" },
        { type: "forgotten", at: day.now() },
      ]);
    expect((await day.theText()).text).toContain("There is nobody in its mail.");
  });
});
