import { readFileSync } from "node:fs";
import { describe, expect, test } from "vitest";
import { type CaseLike, courseOfCaseLike } from "../../functions/console/policy/case-like.ts";
import { standings } from "../../functions/console/policy/standings.ts";
import { policyTable } from "../../functions/escalation/policy.ts";
import { msOf } from "../../functions/kernel/instant.ts";
import type { Settings } from "../../functions/kernel/settings.ts";
import { categories, laneOf } from "../../functions/report/category.ts";
import { aSettings } from "../support/a-case.ts";
import { aConsole, threeAtNight } from "./a-console.ts";

/* Figures that people read are what the decider does. */

const withDesks: Settings = aSettings({
  countries: [
    {
      country: "NL",
      hotline: { name: "Hotline NL", email: "notices@hotline-nl.example" },
      cert: { name: "CERT NL", email: "incidents@cert-nl.example" },
    },
  ],
});

/** Days until a person is asked about such cases, in the forecast that the page beside it draws. */
const forecastDays = (asked: Omit<CaseLike, "standing" | "country">, settings: Settings): readonly number[] =>
  standings.flatMap((standing) =>
    [{ country: "FR" }, ...settings.countries.map(({ country }) => ({ country }))].flatMap((where) =>
      courseOfCaseLike({ ...asked, standing, ...where }, settings)
        .coming.filter(({ events }) => events.some((one) => one.type === "asked" && one.question === "unanswered"))
        .slice(0, 1)
        .map(({ at }) => Math.round((msOf(at) - msOf(asked.arrivesAt)) / 86_400_000)),
    ),
  );

const onPage = async (settings: Settings): Promise<ReadonlyMap<string, string>> => {
  const { text } = await aConsole({ settings }).get("/policy");
  const cards = text.split(/(?=<section aria-labelledby="policy-)/).slice(1);
  return new Map(
    cards.flatMap((card) => {
      const says = /The person on call<\/strong><span class="soft">([^<]*)/.exec(card)?.[1] ?? "";
      return [...card.matchAll(/id="policy-([a-z-]+)"/g)].map(([, category = ""]) => [category, says] as const);
    }),
  );
};

describe.each([
  ["with a country's own desks", withDesks],
  ["without any", aSettings({ countries: [] })],
])("the policy page's word on when on-call is asked is the forecast's, %s", (_, settings) => {
  test.each(categories)("%s", async (category) => {
    const [reporter] = settings.reporters;
    const lane = laneOf(category, false);
    const asked = { category, lane, domainIsMalicious: false, reporter: reporter?.id ?? "", arrivesAt: threeAtNight };
    const days = forecastDays(asked, settings);
    const [soonest, latest] = [Math.min(...days), Math.max(...days)];
    const range = soonest === latest ? `${latest} days` : `${soonest} to ${latest} days`;
    expect((await onPage(settings)).get(category)).toContain(`after ${range} if nobody answers`);
  });
});

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
