import { readFileSync } from "node:fs";
import { describe, expect, test } from "vitest";
import { policyTable } from "../../functions/escalation/policy.ts";

describe("figures that guides have typed", () => {
  const textOf = (file: string) => readFileSync(`infra/guides/${file}`, "utf8");
  const words = ["no", "a", "two", "three", "four", "five", "six"] as const;
  const phishing = policyTable.get("phishing");
  const childAbuse = policyTable.get("csam");

  test("say how long before a reminder or a step whoever can look is asked", () => {
    const hours = (phishing?.checks.answerWithinMinutes ?? 0) / 60;
    expect(textOf("producers.md")).toContain(
      `| ${words[hours]} hours before either is due; in the urgent lane half an`,
    );
    expect(childAbuse?.checks.answerWithinMinutes).toBe(30);
  });

  test("say on which days after a removal they are asked again", () => {
    for (const { checks } of policyTable.values()) {
      expect(checks.againAfterDays).toEqual([1, 3, 7]);
      expect(checks.personAgainAfterDays).toEqual([7]);
    }
    expect(textOf("producers.md")).toContain("| a day, three days and a week after a desk removed it");
    expect(textOf("producers.md")).toContain("after the week a person is asked |");
  });
});
