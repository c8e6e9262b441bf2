import { describe, expect, test } from "vitest";
import { holdCase } from "../../functions/review/hold.ts";
import { foreseeLetter, type GivenLetter, writeLetter } from "../../functions/review/letter.ts";
import { changeCase } from "../../functions/store/change-case.ts";
import { aCandidate } from "../support/a-case.ts";
import { aFlow, aReportedFlow, nativeMessage } from "../support/a-flow.ts";

const desk = aCandidate();
const carrier = aCandidate({ email: "abuse@carrier.example", scope: "upstream" });
type Flow = ReturnType<typeof aFlow>;

/** A case whose desk has its notice and asks something. */
const asked = async (settings: Parameters<typeof aFlow>[0] = {}) => {
  const flow = await aReportedFlow({ settings, contacts: { candidates: [desk, carrier] } });
  await flow.deskReplies("question", true, { text: "Which browser?", ticket: "HOST-1" });
  return flow;
};
const write = async (flow: Flow, given: Partial<GivenLetter> = {}) => {
  const written = await writeLetter(flow.work, {
    caseId: (await flow.theCase()).id,
    by: "jane",
    why: "They ask for the browser.",
    to: desk.email,
    text: "It was a phone's browser.",
    ...given,
  });
  await flow.run();
  return written;
};
const refusal = async (...given: Parameters<typeof write>) => {
  const written = await write(...given);
  return written.ok || written.error.kind !== "refused" ? undefined : written.error.reason;
};
const letters = async (flow: Flow) => (await flow.theCase()).notices.filter(({ step }) => step === "letter");
const states = async (flow: Flow) => (await letters(flow)).map(({ state }) => state);
const lastMail = (flow: Flow) => Buffer.from(flow.mails.at(-1)?.mime ?? []).toString();

describe("a letter to a desk", () => {
  test("goes once, at once, to the mailbox that has the notice, and is kept with name and reason", async () => {
    const flow = await asked();
    await write(flow);
    expect(flow.told()).toEqual([desk.email, desk.email]);
    expect(lastMail(flow)).toContain("It was a phone's browser.");
    expect(await letters(flow)).toMatchObject([{ state: "sent", letter: { by: "jane" } }]);
    const history = await flow.store.history((await flow.theCase()).id);
    expect(history.flatMap(({ events }) => events)).toContainEqual(
      expect.objectContaining({ type: "notice-queued", step: "letter", why: "They ask for the browser." }),
    );
    await flow.pass({ hours: 24 });
    expect(flow.told().filter((email) => email === desk.email)).toHaveLength(2);
  });

  test.each<[string, (flow: Flow) => Promise<unknown>]>([
    ["its desk wrote", (flow) => flow.deskReplies("question", true, { text: "And which page?", ticket: "HOST-1" })],
    [
      "its case was held",
      async (flow) =>
        holdCase(flow.work, { caseId: (await flow.theCase()).id, by: "ben", why: "The police are asked first." }),
    ],
    ["another reporter joined, who is named in it", (flow) => flow.report(nativeMessage({ reporter: "cert" }))],
  ])("is not sent where %s since its mail was seen, and is once it is seen anew", async (_, happens) => {
    const flow = await asked();
    const seen = async () => {
      const state = await flow.theCase();
      const given = { caseId: state.id, by: "jane", why: "They ask.", to: desk.email, text: "By phone." };
      const foreseen = foreseeLetter(state, given, flow.work.policyOf, flow.now());
      return { text: "By phone.", seen: foreseen.ok ? foreseen.value.seen : "" };
    };
    const before = await seen();
    await flow.pass({ minutes: 1 });
    await happens(flow);
    expect(await write(flow, before)).toMatchObject({ ok: false, error: { kind: "refused", field: "seen" } });
    expect(await letters(flow)).toEqual([]);
    // Whoever sends it: the code is of the mail alone.
    expect((await write(flow, { ...(await seen()), by: "ben" })).ok).toBe(true);
    expect(await letters(flow)).toHaveLength(1);
  });

  test("sent off twice, or by two persons at a time, is one mail", async () => {
    const flow = await asked();
    await Promise.all([write(flow), write(flow, { by: "ben" }), write(flow)]);
    await write(flow);
    expect([flow.told(), await states(flow)]).toEqual([[desk.email, desk.email], ["sent"]]);
  });

  test.each([
    ["another space", "a phone's browser", "a\u00a0phone's  browser"],
    ["another line break", "a phone's browser", "a phone's\nbrowser"],
    ["letters composed otherwise", "caf\u00e9", "cafe\u0301"],
  ])("is the same letter with %s", async (_, one, other) => {
    const flow = await asked();
    await write(flow, { text: one });
    await write(flow, { text: other });
    expect([flow.told(), await states(flow)]).toEqual([[desk.email, desk.email], ["sent"]]);
  });

  test.each<[string, Partial<GivenLetter>]>([
    ["SES refuses for good", {}],
    ["may not say what it says", { text: "We send this as a removal order." }],
  ])("that %s is before a person, and keeps nothing else of its case back", async (_, given) => {
    const flow = await asked();
    flow.sesSays(() => ({ kind: "declined", code: "MessageRejected", final: true }));
    await write(flow, given);
    flow.sesSays(() => ({ kind: "accepted", sesMessageId: "ses-later" }));
    expect([await states(flow), (await flow.theCase()).reviews]).toMatchObject([
      ["failed"],
      expect.arrayContaining([expect.objectContaining({ question: "notice-refused", blocking: false })]),
    ]);
    await flow.pass({ hours: 49 });
    expect(flow.told().at(-1)).toBe(carrier.email);
  });

  test("may follow another: other words are another letter", async () => {
    const flow = await asked();
    await write(flow);
    await write(flow, { text: "And from Germany." });
    expect([flow.told().length, await states(flow)]).toEqual([3, ["sent", "sent"]]);
  });

  test("is none to a desk while nobody knows whether its notice went out", async () => {
    const flow = aFlow();
    flow.contacts(() => ({ candidates: [desk] }));
    flow.sesSays(() => ({ kind: "uncertain", code: "TimeoutError" }));
    await flow.report(nativeMessage());
    await flow.pass({ hours: 1 });
    expect(await refusal(flow)).toBeDefined();
    expect(await letters(flow)).toEqual([]);
  });

  test("goes out neither while the pause is on nor where its desk opted out since", async () => {
    const flow = await asked();
    flow.pause("standard");
    await write(flow);
    expect([flow.mails.length, await states(flow)]).toEqual([1, ["queued"]]);
    flow.pause();
    flow.settingsBecome({ optedOut: [desk.email] });
    await flow.pass({ hours: 2 });
    expect([flow.told().filter((email) => email === desk.email).length, await states(flow)]).toEqual([
      1,
      ["cancelled"],
    ]);
  });

  test("is never sent to a desk that the host has left", async () => {
    const flow = await asked();
    flow.pause("standard");
    await write(flow);
    flow.contacts(() => ({ candidates: [aCandidate({ email: "abuse@new.example" })], addresses: ["198.51.100.9"] }));
    for (let n = 0; n < 4; n++) {
      await flow.lookUp((await flow.theCase()).id);
      await flow.pass({ hours: 1 });
    }
    flow.pause();
    await flow.pass({ hours: 2 });
    expect(flow.mails.every(({ mime }) => !Buffer.from(mime).toString().includes("a phone's browser"))).toBe(true);
  });

  test("goes to nobody but a desk that has the notice: whoever merely wrote in is refused", async () => {
    const flow = await asked();
    await flow.deskReplies("question", false, { text: "Hello?" });
    expect(await refusal(flow, { to: "somebody@elsewhere.example" })).toBe(
      `A letter goes only to a mailbox that has a notice of this case: ${desk.email}.`,
    );
    expect(await refusal(flow, { to: carrier.email })).toMatch(/^A letter goes only to/);
    expect(flow.mails.length).toBe(1);
  });

  test("goes to no desk that turned our mail away, and none of a closed case", async () => {
    const flow = await aReportedFlow({ contacts: { candidates: [desk] } });
    await flow.sesTells({ kind: "bounced", permanent: true, detail: "no such user" });
    expect(await refusal(flow)).toMatch(/^No desk of this case may be written to/);
    const { id } = await flow.theCase();
    await changeCase(flow.work, id, () => [{ type: "closed", at: flow.now(), outcome: "decided", why: "done" }]);
    expect(await refusal(flow)).toBe("The case is closed; nothing goes out about it.");
  });

  test("names who and why, and is one of ten at most in a case", async () => {
    const flow = await asked();
    expect(await refusal(flow, { by: " " })).toBe("Say who decides.");
    expect(await refusal(flow, { why: "" })).toMatch(/^Say why in a sentence/);
    for (let n = 0; n < 10; n++) expect(await refusal(flow, { text: `Word ${n}.` })).toBeUndefined();
    expect(await refusal(flow, { text: "One more." })).toMatch(/^This case has as many mails as it can hold/);
  });

  test("puts off the reminder of a desk that has just been written to, and no escalation level", async () => {
    const flow = await aReportedFlow({ contacts: { candidates: [desk, carrier] } });
    await flow.pass({ hours: 23 });
    await write(flow);
    await flow.pass({ hours: 23 });
    expect(flow.told()).toEqual([desk.email, desk.email]);
    await flow.pass({ hours: 2 });
    expect((await flow.theCase()).notices.map(({ step }) => step)).toContain("reminder");
    await flow.pass({ hours: 2 });
    expect(flow.told()).toContain(carrier.email);
  });

  test("is forgotten with the case: neither its words nor the reason stay readable", async () => {
    const flow = await asked();
    await write(flow);
    const { id } = await flow.theCase();
    await changeCase(flow.work, id, () => [{ type: "closed", at: flow.now(), outcome: "decided", why: "done" }]);
    await changeCase(flow.work, id, () => [{ type: "forgotten", at: flow.now() }]);
    expect(JSON.stringify(await flow.theCase())).not.toMatch(/phone's browser|They ask/);
  });
});
