import { type CategoryPolicy, recipientConditions } from "../case/policy.ts";
import { scopes } from "../kernel/scope.ts";
import * as z from "../kernel/zod.ts";
import { categories, isUrgent } from "../report/category.ts";
import { byCategory, urgentCheckMinutesAtMost } from "./policy.ts";

const hours = z.int().check(z.positive());
const level = z.strictObject({
  id: z.string().check(z.minLength(1)),
  name: z.string().check(z.minLength(1)),
  to: z
    .array(
      z.strictObject({
        anyOf: z.array(z.enum(scopes)).check(z.minLength(1)),
        onlyIf: z.optional(z.enum(recipientConditions)),
      }),
    )
    .check(z.minLength(1)),
});
const row = z
  .strictObject({
    category: z.enum(categories),
    path: z.array(level).check(z.minLength(1)),
    reminderAfterHours: hours,
    remindersAtMost: z.int().check(z.minimum(0), z.maximum(3)),
    escalatesAfterHours: hours,
    slowRemindersAfterDays: z.array(z.int().check(z.minimum(1), z.maximum(60))).check(z.maxLength(4)),
    onCallAfterHours: hours,
    forgetAfterDays: z.int().check(z.positive()),
    quietHours: z.enum(["never", "nights-and-days-off"]),
    digestMinutes: z.int().check(z.minimum(0), z.maximum(24 * 60)),
    checks: z.strictObject({
      answerWithinMinutes: z.int().check(z.minimum(5), z.maximum(24 * 60)),
      allSayGone: z.enum(["closes", "asks-a-person"]),
      registryHolds: z.enum(["closes", "asks-a-person"]),
      againAfterDays: z.array(z.int().check(z.minimum(1), z.maximum(60))).check(z.maxLength(4)),
      personAgainAfterDays: z.array(z.int().check(z.minimum(1), z.maximum(60))).check(z.maxLength(1)),
    }),
    neverTo: z.array(z.enum(scopes)),
  })
  .check(
    z.refine(
      ({ category, checks }) => !isUrgent(category) || checks.allSayGone === "asks-a-person",
      "a checker would close the urgent lane, where a person decides: allSayGone must be asks-a-person",
    ),
    z.refine(
      ({ category, checks }) => !isUrgent(category) || checks.registryHolds === "asks-a-person",
      "a registry would close the urgent lane, where a person decides: registryHolds must be asks-a-person",
    ),
    z.refine(
      ({ category, checks }) => !isUrgent(category) || checks.answerWithinMinutes <= urgentCheckMinutesAtMost,
      `the urgent lane would wait for a checker: answerWithinMinutes must be at most ${urgentCheckMinutesAtMost}`,
    ),
    z.refine(
      ({ checks, escalatesAfterHours }) => checks.answerWithinMinutes <= escalatesAfterHours * 60,
      "a checker would be waited for longer than a level: answerWithinMinutes must be at most escalatesAfterHours",
    ),
    z.refine(
      ({ reminderAfterHours, escalatesAfterHours }) => reminderAfterHours <= escalatesAfterHours,
      "a reminder after the escalation would never be sent: reminderAfterHours must be at most escalatesAfterHours",
    ),
    z.refine(
      ({ escalatesAfterHours, onCallAfterHours }) => escalatesAfterHours <= onCallAfterHours,
      "on-call would be asked before the escalation path moves: escalatesAfterHours must be at most onCallAfterHours",
    ),
    z.refine(
      ({ category, slowRemindersAfterDays }) => !isUrgent(category) || slowRemindersAfterDays.length === 0,
      "in the urgent lane a person is asked each time: slowRemindersAfterDays must be empty",
    ),
    z.refine(
      ({ path }) => new Set(path.map(({ id }) => id)).size === path.length,
      "two steps of the escalation path have one id: a case would be taken to be on either",
    ),
    z.refine(
      ({ path, neverTo }) =>
        !path.some(({ to }) => to.some(({ anyOf }) => anyOf.some((scope) => neverTo.includes(scope)))),
      "the escalation path names a scope that neverTo forbids",
    ),
  );

/** What of a row makes no sense, in sentences. */
export const wrongInRow = (one: CategoryPolicy): readonly string[] =>
  row.safeParse(one).error?.issues.map(({ message }) => message) ?? [];

/** Every category once, and numbers that make sense. Throws one error that names the row and the field. */
export const readPolicyTable = (rows: readonly unknown[]): ReadonlyMap<string, CategoryPolicy> => {
  const read = z.array(row).safeParse(rows);
  if (!read.success) throw new Error(`The policy table is not valid:\n${z.prettifyError(read.error)}`);
  return byCategory(read.data);
};
