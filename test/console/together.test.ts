import { beforeEach, expect, it } from "vitest";
import { aCandidate, anAnswer, aReport } from "../support/a-case.ts";
import { memorySettingsStore } from "../support/memory-settings-store.ts";
import { aConsole, askedOfName, firstNotice } from "./a-console.ts";

let console: ReturnType<typeof aConsole>;
beforeEach(() => {
  console = aConsole();
});

const twoAlike = async () => {
  const ids: string[] = [];
  for (const host of ["a.gone.example", "b.gone.example"]) {
    const id = await askedOfName(console, host, anAnswer({ askedAt: console.now(), candidates: [], addresses: [] }));
    ids.push(id);
  }
  return ids;
};
const rowsIn = (text: string): readonly string[] =>
  [...text.matchAll(/name="row" value="([^"]+)"/g)].map(([, row]) => row ?? "");

it("stands once, and takes one answer for those chosen, each as it was seen", async () => {
  const [one = "", other = ""] = await twoAlike();
  const rows = rowsIn((await console.get("/")).text).filter((row) => row.includes("name-gone"));
  expect(rows.map((row) => row.split("@")[0]).sort()).toEqual([one, other].sort());
  await console.happened(other, { type: "held", at: console.now(), by: "anna", why: "The police ask for it." });
  const form: [string, string][] = [
    ...rows.map((row): [string, string] => ["row", row]),
    ["question", "name-gone"],
    ["decision", "close"],
    ["outcome", "gone"],
    ["why", "The registry says so."],
  ];
  const { text } = await console.post("/reviews/together", form);
  expect(text).toContain("1 case took your answer");
  expect(text).toContain("it has changed since you saw it");
  expect(text).toContain('<p class="copy">The registry says so.</p>');
  for (const [id, name] of [
    [one, "a[.]gone[.]example"],
    [other, "b[.]gone[.]example"],
  ])
    expect(text).toContain(`>${id}</a> ${name}: `);
  expect(text).toContain("recorded; it takes effect at 24 Nov 2026, 03:01:00 UTC");
  await console.minutePasses();
  expect((await console.store.read(one))?.closed?.outcome).toBe("gone");
  expect((await console.store.read(other))?.closed).toBeUndefined();
});

it("of forms has for each provider all that its form asks of each case, so that nobody opens one for it", async () => {
  for (const host of ["a.pages.example", "b.pages.example", "c.other.example"]) {
    const url = `https://report.${host.endsWith("pages.example") ? "provider" : "another"}.example/abuse`;
    const form = { url, scope: "platform" } as const;
    const id = await console.opened(aReport({ reportId: host, category: "phishing", target: { kind: "host", host } }));
    await console.asks(id, "form-only", "This provider takes reports by its form only.", { forms: [form] });
  }
  for (const page of ["/", "/?question=form-only"]) {
    const { text } = await console.get(page);
    expect(text.match(/<textarea[^>]*class="paste"/g)).toHaveLength(2);
    expect(text).toMatch(/provider.*a\[\.\]pages.*b\[\.\]pages.*another.*c\[\.\]other/s);
    expect(text).toMatch(/\| phishing \| a\[\.\]pages\[\.\]example \| seen /i);
    expect(text).toMatch(/\| phishing \| b\[\.\]pages\[\.\]example \| seen /i);
  }
});

it.each(["continue", "close:gone"])(
  "about a desk’s form may be answered for its later cases, too (%s): a row of the settings",
  async (decision) => {
    const settingsStore = memorySettingsStore();
    console = aConsole({ settingsStore });
    const id = await console.opened(aReport({ reportId: "r-9", category: "phishing" }));
    const to = aCandidate({ email: "abuse@Network.example" });
    const noticeId = firstNotice(await console.lookedUp(id, { candidates: [to] }));
    const state = await console.asks(id, "form-only", "The desk takes reports by its form only.", {
      blocking: false,
      noticeId,
    });
    const form = {
      row: `${id}@${state.version}@form-only.9`,
      question: "form-only",
      decision,
      why: "We do not fill in theirs.",
      days: "30",
    };
    const { text } = await console.post("/reviews/together", form);
    expect(text).toContain("It holds for cases that come later, too");
    const [row] = (await settingsStore.read()).rows;
    expect(row).toMatchObject({
      kind: "standing-answer",
      value: { question: "form-only", desks: ["abuse@network.example"] },
    });
    expect(row?.until).toBeDefined();
  },
);

it("records nothing without a reason, a case or an answer", async () => {
  const [one = ""] = await twoAlike();
  const form: [string, string][] = [
    ["row", rowsIn((await console.get("/")).text)[0] ?? ""],
    ["question", "name-gone"],
    ["decision", "close"],
    ["outcome", "gone"],
  ];
  expect((await console.post("/reviews/together", form)).status).toBe(422);
  const answerless = await console.post("/reviews/together", [
    ["question", "name-gone"],
    ["why", "It took a while."],
  ]);
  expect([answerless.status, answerless.text.includes('<p class="copy">It took a while.</p>')]).toEqual([422, true]);
  expect((await console.post("/reviews/together", {})).status).toBe(422);
  expect((await console.store.read(one))?.closed).toBeUndefined();
});
