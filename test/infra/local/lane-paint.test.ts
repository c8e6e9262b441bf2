import { expect, test } from "vitest";
import { lanePaint } from "../../../infra/local/lane-paint.ts";

const marked = () => lanePaint((colour, words) => `<${String(colour)}>${words}`);

test("what an urgent case does is red from its first line on, its mails and news as well", () => {
  const { line, about } = marked();
  expect(line("opened", "report.opened", { caseId: "TD-1", category: "csam" })).toBe("<red>opened");
  expect(line("accepted", "notice.sent", { caseId: "TD-1" })).toBe("<red>accepted");
  expect([about("TD-1", "mail", "cyan"), about("TD-1", "news", "dim")]).toEqual(["<red>mail", "<red>news"]);
});

test("what the standard lane does has no colour, and what needs a person is yellow", () => {
  const { line, about } = marked();
  expect(line("opened", "report.opened", { caseId: "TD-2", category: "phishing" })).toBe("opened");
  expect(line("refused", "notice.refused", { caseId: "TD-2" })).toBe("<yellow>refused");
  expect([about("TD-2", "mail", "cyan"), about(undefined, "mail", "cyan")]).toEqual(["<cyan>mail", "<cyan>mail"]);
});

test("an urgent case of a run before is red as well", () => {
  const { know, line } = marked();
  know({ id: "TD-3", lane: "urgent" });
  know({ id: "TD-4", lane: "standard" });
  expect(line("swept", "notice.sent", { caseId: "TD-3" })).toBe("<red>swept");
  expect(line("swept", "notice.sent", { caseId: "TD-4" })).toBe("swept");
});
