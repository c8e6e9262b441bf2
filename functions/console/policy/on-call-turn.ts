import type { CategoryPolicy } from "../../case/policy.ts";
import { type Instant, msOf } from "../../kernel/instant.ts";
import { nationalScopes } from "../../kernel/scope.ts";
import type { Settings } from "../../kernel/settings.ts";
import { laneOf } from "../../report/category.ts";
import { type CaseLike, comingOf } from "./case-like.ts";
import { standings } from "./standings.ts";

/** Hours from the report until on-call is asked what next, if nobody answers. */
export type OnCallTurn = { readonly soonestHours: number; readonly latestHours: number };

const hourMs = 3_600_000;

/** The country with the most desks of its own: with it a path has all its steps. */
const richestCountry = ({ countries }: Settings): string | undefined => {
  const desksOf = (one: Settings["countries"][number]) => nationalScopes.filter((scope) => one[scope]).length;
  return countries
    .filter(({ lawEnforcementFirst }) => lawEnforcementFirst !== true)
    .toSorted((one, other) => desksOf(other) - desksOf(one))
    .at(0)
    ?.country.toUpperCase();
};

/**
 * By the forecast, for a case that comes in now at any standing, with or without national desks.
 * `onCallAfterHours` would be wrong: in the standard lane nobody is asked while somebody is left to escalate
 * to. Pure.
 */
export const onCallTurn = ({ category }: CategoryPolicy, settings: Settings, now: Instant): OnCallTurn | undefined => {
  const country = richestCountry(settings);
  const [reporter] = settings.reporters;
  if (!reporter) return undefined;
  const lane = laneOf(category, false);
  const common = { category, lane, domainIsMalicious: false, reporter: reporter.id, arrivesAt: now };
  const cases = standings.flatMap((standing): readonly CaseLike[] => [
    { ...common, standing },
    ...(country === undefined ? [] : [{ ...common, standing, country }]),
  ]);
  const hours = cases.flatMap((asked) => askedAfterHours(asked, settings) ?? []);
  if (hours.length === 0) return undefined;
  return { soonestHours: Math.min(...hours), latestHours: Math.max(...hours) };
};

const askedAfterHours = (asked: CaseLike, settings: Settings): number | undefined => {
  for (const { at: then, events } of comingOf(asked, settings).coming)
    if (events.some((event) => event.type === "asked" && event.question === "unanswered"))
      return (msOf(then) - msOf(asked.arrivesAt)) / hourMs;
  return undefined;
};
