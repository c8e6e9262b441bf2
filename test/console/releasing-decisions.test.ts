import { describe, expect, it } from "vitest";
import type { Question } from "../../functions/case/question.ts";
import type { Category } from "../../functions/report/category.ts";
import { answerAll } from "../../infra/command/reviews.ts";
import { aReport, aSettings } from "../support/a-case.ts";
import { aConsole, aNight, type Console } from "./a-console.ts";

const settings = { ...aSettings(), reasons: [{ name: "night", text: "Nobody is there at night." }] };

const asked = async (console: Console, question: Question, category: Category = "phishing"): Promise<string> => {
  const target = { kind: "host", host: `${question}.bad.example` } as const;
  const id = await console.opened(aReport({ reportId: `${question}-${category}`, category, target }));
  await console.asks(id, question, "Look at it.");
  return id;
};
const historyOf = async (console: Console, id: string) =>
  (await console.store.history(id)).flatMap(({ events }) => events);
const presetsIn = (html: string): readonly string[] =>
  [...html.matchAll(/name="preset" value="([^"]*)"/g)].map(([, text = ""]) => text);

const releasing: readonly Question[] = [
  "contact-may-be-suspect",
  "new-contact",
  "protected-target",
  "well-known-host",
  "clearance",
  "held",
  "unknown-send",
  "notice-refused",
];

describe("a decision that releases mail", () => {
  it.each(releasing)("of %s is offered no preset reason; saved ones are there to copy", async (question) => {
    const console = aConsole({ settings });
    const { text } = await console.get(`/cases/${await asked(console, question)}`);
    expect(presetsIn(text)).toEqual([]);
    expect(text).toContain('<p class="copy">Nobody is there at night.</p>');
  });

  it("and any decision of the urgent lane, which can't be undone, is offered none", async () => {
    const console = aConsole({ settings });
    const { text } = await console.get(`/cases/${await asked(console, "name-gone", "csam")}`);
    expect(text).toContain("Record this decision");
    expect(presetsIn(text)).toEqual([]);
  });

  it("is not taken from an older page's preset button, and the form comes back for words of one's own", async () => {
    const console = aConsole({ settings });
    const id = await asked(console, "held");
    const preset = { decision: "continue", preset: "Looked at; nothing speaks against it." };
    const refused = await console.post(`/cases/${id}/reviews/held.9`, preset);
    expect(refused.status).toBe(422);
    expect(refused.text).toContain(`<a href="#why-held.9">Type why yourself`);
    expect((await console.read(id)).reviews[0]?.given).toBeUndefined();
    const typed = await console.post(`/cases/${id}/reviews/held.9`, { ...preset, preset: "", why: "They called." });
    expect(typed.status).toBe(303);
  });
});

it("the recorded reason has what was typed once, however often the form was refused", async () => {
  const console = aConsole();
  const id = await asked(console, "name-gone");
  const path = `/cases/${id}/reviews/name-gone.9`;
  const pressed = { preset: "Reviewed, no objection.", why: "The registry says so." };
  for (const _ of ["once", "twice"]) {
    const { status, text } = await console.post(path, pressed);
    expect([status, /<textarea[^>]*name="why"[^>]*>([^<]*)</.exec(text)?.[1]]).toEqual([422, pressed.why]);
  }
  await console.post(path, { ...pressed, decision: "close", outcome: "gone" });
  const given = (await console.read(id)).reviews[0]?.given;
  expect(given?.why).toBe("Reviewed, no objection. The registry says so.");
});

describe("a clearance", () => {
  const yes = { decision: "clear", why: "They called back." };

  it("says who cleared it and under which reference, or is refused at these fields", async () => {
    const console = aConsole();
    const id = await asked(console, "clearance");
    const refused = await console.post(`/cases/${id}/reviews/clearance.9`, yes);
    expect(refused.status).toBe(422);
    for (const field of ["clearedBy", "reference"]) {
      expect(refused.text).toContain(`<a href="#${field}-clearance.9">`);
      expect(refused.text).toContain(`id="${field}-clearance.9-problem"`);
    }
    const long = { clearedBy: "x".repeat(201), reference: "12/26" };
    expect((await console.post(`/cases/${id}/reviews/clearance.9`, { ...yes, ...long })).text).toContain(
      "Keep it to 200 characters.",
    );
    expect((await console.read(id)).reviews[0]?.given).toBeUndefined();
  });

  it("keeps both in the history and, once a notice is out, in the dossier", async () => {
    const console = aConsole();
    const { quiet } = await aNight(console);
    await console.asks(quiet, "clearance", "Look at it.");
    const cleared = { ...yes, clearedBy: "Officer Lind, see http://bad.example", reference: "K12/26" };
    expect((await console.post(`/cases/${quiet}/reviews/clearance.9`, cleared)).status).toBe(303);
    await console.minutePasses();
    expect((await console.get(`/cases/${quiet}`)).text).toContain(
      "What jane decided took effect: Yes, they have cleared it: cleared by Officer Lind, see hxxp://bad[.]example, " +
        "reference K12/26. Why: They called back.",
    );
    expect(await historyOf(console, quiet)).toContainEqual(expect.objectContaining({ type: "answered", why: yes.why }));
    const { text } = await console.get(`/cases/${quiet}/dossier`);
    expect(text).toMatch(
      /Cleared: 2026-11-24 \d\d:\d\d:00 UTC, by Officer Lind, see hxxp:\/\/bad\[\.\]example, reference K12\/26/,
    );
  });

  it("asks the command line for both, before anything is asked or written", async () => {
    const options = { folder: ".", question: "clearance", why: "They called back." } as const;
    await expect(answerAll("clear", ["TD-7K3M-9QXZ-4B2N@12"], options)).rejects.toThrow(
      /^--cleared-by: Write who cleared it, .* --reference: Write the reference/,
    );
    await expect(
      answerAll("continue", ["TD-7K3M-9QXZ-4B2N@12"], { ...options, question: "held", reference: "K12/26" }),
    ).rejects.toThrow("--cleared-by and --reference are for clear, where the question is clearance.");
  });
});
