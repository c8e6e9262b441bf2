import { describe, expect, it, test } from "vitest";
import {
  answerOf,
  type CaseLike,
  countriesToChoose,
  courseOfCaseLike,
  reportOf,
} from "../../functions/console/policy/case-like.ts";
import { standings } from "../../functions/console/policy/standings.ts";
import { type Instant, plusHours, plusMinutes } from "../../functions/kernel/instant.ts";
import type { Settings } from "../../functions/kernel/settings.ts";
import { categories, laneOf, lanes } from "../../functions/report/category.ts";
import { aSettings, morning } from "../support/a-case.ts";
import { aFlow, nativeMessage } from "../support/a-flow.ts";
import { randomOf } from "../support/random.ts";

/*
 * What the timeline of a made-up case says is held against the deployed steps: the same report is
 * taken in, the look-up finds the same desks, and sweeps pass over three weeks in which nobody
 * answers.
 */

const settings = (digests: boolean): Partial<Settings> => ({
  digests,
  countries: [
    { country: "NL", hotline: { name: "Hotline NL", email: "notices@hotline-nl.example" } },
    {
      country: "DE",
      hotline: { name: "Hotline DE", email: "notices@hotline-de.example" },
      cert: { name: "CERT DE", email: "incidents@cert-de.example" },
    },
  ],
  reporters: aSettings().reporters.map((one) => (one.id === "cert" ? { ...one, liveIn: [] } : one)),
});

const aCaseLike = (spoilt: Partial<CaseLike> = {}): CaseLike => ({
  category: "phishing",
  lane: "standard",
  country: "NL",
  standing: "network",
  domainIsMalicious: false,
  reporter: "hotline",
  arrivesAt: morning,
  ...spoilt,
});

/** Something that a person would see: who is written to, and what is asked, and when. */
type Seen = { readonly at: Instant; readonly what: string };

const foretold = (asked: CaseLike, by: Settings): readonly Seen[] =>
  courseOfCaseLike(asked, by).coming.flatMap(({ at, sends, events }) => [
    ...sends.map(({ to, step }): Seen => ({ at, what: `${step} to ${to.email}` })),
    ...events.flatMap((event): readonly Seen[] =>
      event.type === "asked" ? [{ at, what: `asked ${event.question}` }] : [],
    ),
  ]);

const happened = async (asked: CaseLike, spoilt: Partial<Settings>, looks: readonly Instant[]) => {
  const flow = aFlow(spoilt);
  const by = aSettings(spoilt);
  // The flow's own answer names a country, and this one may not.
  flow.contacts(() => ({ ...({ country: undefined } as object), ...answerOf(asked, by) }));
  await flow.leap(asked.arrivesAt);
  const { kind: _, target, ...report } = reportOf(asked, by);
  // The reporter's own word, which taking in may not believe.
  const live = asked.lane === "urgent" && laneOf(asked.category, false) === "standard";
  await flow.report(
    nativeMessage({ ...report, live, target: target.kind === "url" ? { url: target.url } : { host: target.host } }),
  );
  const until = endOf(asked);
  // Each moment that is foretold, the minute before it, and some hours between.
  const moments = looks.flatMap((at) => [plusMinutes(at, -1), at, at, at]);
  for (let now = asked.arrivesAt; now < until; now = plusHours(now, 7)) moments.push(now);
  for (const at of moments.sort()) if (at >= flow.now() && at <= until) await flow.leap(at);
  const state = await flow.theCase();
  const lines = (await flow.store.history(state.id)).flatMap(({ events }) => events);
  const seen = [
    ...state.notices.flatMap(({ step, to, sentAt }): readonly Seen[] =>
      sentAt === undefined ? [] : [{ at: sentAt, what: `${step} to ${to.email}` }],
    ),
    ...lines.flatMap((event): readonly Seen[] =>
      event.type === "asked" ? [{ at: event.at, what: `asked ${event.question}` }] : [],
    ),
  ];
  return { seen, lane: state.lane };
};

/** Less than what is looked ahead, so that nothing comes between. */
const endOf = ({ arrivesAt }: CaseLike): Instant => plusHours(arrivesAt, 20 * 24);

const inOrder = (seen: readonly Seen[]): readonly string[] => seen.map(({ at, what }) => `${at} ${what}`).sort();

const aSeed = (seed: number, category: CaseLike["category"], lane: CaseLike["lane"]): CaseLike => {
  const { oneOf } = randomOf(seed);
  // Where a notice of copyright is void, nothing is foretold and nothing happens.
  const country = oneOf(category === "copyright" ? ["NL", "DE", "JP"] : ["NL", "DE", "US", "JP", undefined]);
  return {
    category,
    lane,
    ...(country !== undefined && { country }),
    standing: oneOf(standings),
    domainIsMalicious: oneOf([true, false]),
    reporter: oneOf(["hotline", "cert"]),
    arrivesAt: plusMinutes(oneOf(["2026-11-27T06:00:00.000Z", "2026-12-23T00:00:00.000Z"]), 17 * oneOf([0, 3, 40, 83])),
  };
};

describe("what the timeline of a made-up case says is what happens to such a case", () => {
  const all = categories.flatMap((category, number) =>
    lanes.flatMap((lane, other) => [1, 2].map((seed) => ({ category, lane, seed: seed * 100 + number * 2 + other }))),
  );
  test.each(all)("$category in the $lane lane (seed $seed)", async ({ category, lane, seed }) => {
    const asked = aSeed(seed, category, lane);
    const spoilt = settings(seed % 3 > 0);
    const played = courseOfCaseLike(asked, aSettings(spoilt));
    const says = foretold(asked, aSettings(spoilt));
    const looks = [...new Set(played.coming.map(({ at }) => at))];
    const { seen, lane: isIn } = await happened(asked, spoilt, looks);
    expect(inOrder(seen), JSON.stringify(asked)).toEqual(inOrder(says.filter(({ at }) => at <= endOf(asked))));
    expect(isIn).toBe(played.lane);
    expect(says.length).toBeGreaterThan(1);
  });
});

describe("a made-up case", () => {
  const by = aSettings(settings(true));

  it("is forgotten when its policy says, once a person has closed it", () => {
    const { coming, forgottenAt } = courseOfCaseLike(aCaseLike({ category: "csam", lane: "urgent" }), by);
    expect(forgottenAt).toBe(plusHours(coming.at(-1)?.at ?? "", 90 * 24));
  });

  it("is in the standard lane where its reporter is not believed that it is live", () => {
    expect(courseOfCaseLike(aCaseLike({ lane: "urgent", reporter: "cert" }), by).lane).toBe("standard");
    expect(courseOfCaseLike(aCaseLike({ lane: "urgent", reporter: "hotline" }), by).lane).toBe("urgent");
  });

  it("says why a mail waits: for the desk's working day, or for others to the same desk", () => {
    const night = aCaseLike({ category: "copyright", country: "DE", arrivesAt: "2026-12-24T20:00:00.000Z" });
    const [first, second] = courseOfCaseLike(night, by).moments;
    expect(first?.says).toContain(
      "The mail to abuse@network.example is written and waits: nobody is at work in the host’s country.",
    );
    // Christmas is a Friday, and Germany's second day of it the Saturday.
    expect(second).toEqual({
      at: "2026-12-28T07:00:00.000Z",
      says: ["The first notice to abuse@network.example goes out."],
    });
    expect(courseOfCaseLike(aCaseLike(), by).moments[0]?.says).toContain(
      "The mail to abuse@network.example is written and waits: others to the same desk may go with it.",
    );
  });

  it("says each mail and question, and none in the hours that are kept quiet", () => {
    const { coming } = courseOfCaseLike(
      aCaseLike({ category: "copyright", country: "DE", arrivesAt: "2026-12-24T20:00:00.000Z" }),
      by,
    );
    const mails = coming.flatMap(({ at, sends }) => sends.map(({ to, step }) => ({ at, to: to.email, step })));
    const stepsTo = (email: string) => mails.flatMap(({ to, step }) => (to === email ? [step] : []));
    // The reminder of its escalation level, and the slow ones at the end of the escalation path.
    expect(stepsTo("abuse@network.example")).toEqual(["first", "reminder", "reminder", "reminder"]);
    expect(stepsTo("abuse@upstream.example")).toEqual(["escalation", "reminder", "reminder", "reminder"]);
    expect(coming.flatMap(({ events }) => events.filter(({ type }) => type === "asked"))).toHaveLength(1);
    expect(mails[0]?.at).toBe("2026-12-28T07:00:00.000Z");
    for (const { at } of mails) expect(Number(at.slice(11, 13))).toSatisfy((hour: number) => hour >= 7 && hour < 17);
  });

  it("stands in any country of which something is known, and comes to a person in each", () => {
    for (const country of countriesToChoose(by))
      expect(
        courseOfCaseLike(aCaseLike({ country, category: "csem", lane: "urgent" }), by).coming.some(({ events }) =>
          events.some(({ type }) => type === "asked"),
        ),
        country,
      ).toBe(true);
  });
});
