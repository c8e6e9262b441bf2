import { beforeEach, describe, expect, it } from "vitest";
import { aConsole, aNight, type Console } from "./a-console.ts";

let console: Console;
let night: Awaited<ReturnType<typeof aNight>>;
beforeEach(async () => {
  console = aConsole();
  night = await aNight(console);
});

const holdsOf = async (id: string) => {
  const state = await console.read(id);
  return state.kind === "case" ? state.holds : [];
};

describe("a hold in the console", () => {
  it("is set with why and until when, shows on case and timeline, and is lifted by another person", async () => {
    const path = `/cases/${night.child}`;
    const set = await console.post(`${path}/hold`, { why: "The police asked.", until: "2026-12-01T09:00" });
    expect([set.status, set.headers.get("location")]).toEqual([303, `${path}?recorded=held`]);
    expect(await holdsOf(night.child)).toEqual([
      { by: "jane", why: "The police asked.", since: console.now(), until: "2026-12-01T09:00:00.000Z" },
    ]);
    const { text } = await console.get(`${path}?recorded=held`);
    expect(text).toContain("Recorded: nothing more goes out");
    expect(text).toContain("Nothing goes out: jane holds the case until then.");
    expect(text).toMatch(/jane asked that nothing be sent until [^<]*: The police asked\./);
    console.signIn("ben");
    const lifted = await console.post(`${path}/release`, { why: "They have it." });
    expect(lifted.headers.get("location")).toBe(`${path}?recorded=released`);
    expect(await holdsOf(night.child)).toEqual([]);
    expect((await console.get(path)).text).toContain("The hold was lifted by ben: They have it.");
    expect(console.said.map((line) => JSON.parse(line).code)).toEqual(["case.held", "case.released"]);
  });

  it.each([
    [{ why: " " }, "Say why in a sentence", "why-hold"],
    [{ why: "x", until: "tomorrow" }, "Write a day and a time in UTC", "until-hold"],
    [{ why: "x", until: "2026-11-01T09:00" }, "This moment is over already", "until-hold"],
  ])(
    "of %j is refused in words at its field, with what was filled in",
    async (fields: Readonly<Record<string, string>>, words, field) => {
      const answer = await console.post(`/cases/${night.child}/hold`, fields);
      expect(answer.status).toBe(422);
      expect(answer.text).toContain("Not recorded");
      expect(answer.text).toMatch(new RegExp(`class="problem" id="${field}-problem">${words}`));
      if (fields.until) expect(answer.text).toContain(`value="${fields.until}"`);
      expect(await holdsOf(night.child)).toEqual([]);
    },
  );

  it("is lifted only where one stands, and set on no message that could not be read", async () => {
    expect((await console.post(`/cases/${night.child}/release`, { why: "x" })).text).toContain(
      "No hold stands on this case",
    );
    expect((await console.post(`/cases/${night.unread}/hold`, { why: "x" })).text).toContain("never read as a report");
    expect((await console.post("/cases/TD-0000-0000-0000/hold", { why: "x" })).status).toBe(404);
  });

  it("comes from a form of our own pages alone", async () => {
    expect(
      (await console.post(`/cases/${night.child}/hold`, { why: "x" }, { "sec-fetch-site": "cross-site" })).status,
    ).toBe(403);
    expect(await holdsOf(night.child)).toEqual([]);
  });
});

describe("a correction in the console", () => {
  it("says what is told now, is recorded, and stands in the timeline", async () => {
    const path = `/cases/${night.child}`;
    expect((await console.get(path)).text).toContain("Now it says: nothing");
    const sent = await console.post(`${path}/correct`, {
      explanation: "It is another file.",
      why: "The hotline says so.",
    });
    expect(sent.headers.get("location")).toBe(`${path}?recorded=corrected`);
    const { text } = await console.get(`${path}?recorded=corrected`);
    expect(text).toContain("Recorded: the correction goes out");
    expect(text).toContain("Now it says: It is another file.");
    expect(text).toContain("jane corrected the explanation");
    const state = await console.read(night.child);
    expect(state.kind === "case" && state.evidence.explanation).toBe("It is another file.");
  });

  it("without a word of what is right is refused at its field", async () => {
    const answer = await console.post(`/cases/${night.child}/correct`, { explanation: " ", why: "x" });
    expect(answer.status).toBe(422);
    expect(answer.text).toContain('class="problem" id="explanation-correct-problem">Write what is right');
  });

  it("names all that is wrong with it at once", async () => {
    const { text } = await console.post(`/cases/${night.child}/correct`, { explanation: "", why: "" });
    for (const field of ["explanation-correct", "why-correct"])
      expect(text).toContain(`class="problem" id="${field}-problem">`);
  });
});

describe("a closed case in the console", () => {
  const close = () =>
    console.happened(night.child, { type: "closed", at: console.now(), outcome: "removed", why: "the desk says so" });

  it("is opened again with a reason, and goes on; both stand in its timeline and in the list of the day", async () => {
    await close();
    const path = `/cases/${night.child}`;
    expect((await console.get(path)).text).toContain("Open this case again");
    const done = await console.post(`${path}/reopen`, { why: "It stands there as before." });
    expect([done.status, done.headers.get("location")]).toEqual([303, `${path}?recorded=reopened`]);
    const { text } = await console.get(`${path}?recorded=reopened`);
    expect(text).toContain("Recorded: the case is open again");
    expect(text).toContain("jane opened it again: It stands there as before.");
    expect(text).not.toContain("Open this case again");
    expect((await console.read(night.child)).closed).toBeUndefined();
    const { text: decided } = await console.get("/decided");
    expect(decided).toContain("Opened again");
    expect(decided).toContain("Unasked, of a case that was closed");
  });

  it("is opened with a word alone, and by two presses once", async () => {
    await close();
    const path = `/cases/${night.child}/reopen`;
    const refused = await console.post(path, { why: " " });
    expect(refused.status).toBe(422);
    expect(refused.text).toContain('class="problem" id="why-reopen-problem">Say why in a sentence');
    await console.post(path, { why: "x" });
    const again = await console.post(path, { why: "x" });
    expect([again.status, again.text.includes("The case is open; nothing was changed.")]).toEqual([422, true]);
  });

  it("is shown to who only reads without the form", async () => {
    await close();
    const reader = aConsole({ mayDecide: false, store: console.store });
    const { text } = await reader.get(`/cases/${night.child}`);
    expect(text).toContain("Only reviewers open a case again.");
    expect(text).not.toContain('/reopen"');
    expect((await reader.post(`/cases/${night.child}/reopen`, { why: "x" })).status).toBe(403);
  });
});
