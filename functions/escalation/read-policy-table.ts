import * as z from "zod";
import { type CategoryPolicy, recipientConditions } from "../case/policy.ts";
import { scopes } from "../kernel/scope.ts";
import { categories, isUrgent } from "../report/category.ts";
import { byCategory, urgentCheckMinutesAtMost } from "./policy.ts";

const hours = z.number().int().positive();
const rung = z.strictObject({
  name: z.string().min(1),
  to: z
    .array(z.strictObject({ anyOf: z.array(z.enum(scopes)).min(1), onlyIf: z.enum(recipientConditions).optional() }))
    .min(1),
});
const row = z
  .strictObject({
    category: z.enum(categories),
    ladder: z.array(rung).min(1),
    reminderAfterHours: hours,
    remindersAtMost: z.number().int().min(0).max(3),
    climbsAfterHours: hours,
    slowRemindersAfterDays: z.array(z.number().int().min(1).max(60)).max(4),
    onCallAfterHours: hours,
    forgetAfterDays: z.number().int().positive(),
    quietHours: z.enum(["never", "nights-and-days-off"]),
    digestMinutes: z
      .number()
      .int()
      .min(0)
      .max(24 * 60),
    checks: z.strictObject({
      answerWithinMinutes: z
        .number()
        .int()
        .min(5)
        .max(24 * 60),
      allSayGone: z.enum(["closes", "asks-a-person"]),
      registryHolds: z.enum(["closes", "asks-a-person"]),
      silence: z.literal("goes-on", "a case never ends by silence: write goes-on"),
      againAfterDays: z.array(z.number().int().min(1).max(60)).max(4),
      personAgainAfterDays: z.array(z.number().int().min(1).max(60)).max(1),
    }),
    neverTo: z.array(z.enum(scopes)),
  })
  .refine(
    ({ category, checks }) => !isUrgent(category) || checks.allSayGone === "asks-a-person",
    "a checker would close the urgent lane, where a person decides: allSayGone must be asks-a-person",
  )
  .refine(
    ({ category, checks }) => !isUrgent(category) || checks.registryHolds === "asks-a-person",
    "a registry would close the urgent lane, where a person decides: registryHolds must be asks-a-person",
  )
  .refine(
    ({ category, checks }) => !isUrgent(category) || checks.answerWithinMinutes <= urgentCheckMinutesAtMost,
    `the urgent lane would wait for a checker: answerWithinMinutes must be at most ${urgentCheckMinutesAtMost}`,
  )
  .refine(
    ({ checks, climbsAfterHours }) => checks.answerWithinMinutes <= climbsAfterHours * 60,
    "a checker would be waited for longer than a rung: answerWithinMinutes must be at most climbsAfterHours",
  )
  .refine(
    ({ reminderAfterHours, climbsAfterHours }) => reminderAfterHours <= climbsAfterHours,
    "a reminder after the climb would never be sent: reminderAfterHours must be at most climbsAfterHours",
  )
  .refine(
    ({ climbsAfterHours, onCallAfterHours }) => climbsAfterHours <= onCallAfterHours,
    "on-call would be asked before the ladder moves: climbsAfterHours must be at most onCallAfterHours",
  )
  .refine(
    ({ category, slowRemindersAfterDays }) => !isUrgent(category) || slowRemindersAfterDays.length === 0,
    "in the urgent lane a person is asked each time: slowRemindersAfterDays must be empty",
  )
  .refine(
    ({ ladder, neverTo }) =>
      !ladder.some(({ to }) => to.some(({ anyOf }) => anyOf.some((scope) => neverTo.includes(scope)))),
    "the ladder names a scope that neverTo forbids",
  );

/**
 * Checks a policy table as data: every category once, numbers that make sense. Throws one error
 * that names the row and the field.
 */
export const readPolicyTable = (rows: readonly unknown[]): ReadonlyMap<string, CategoryPolicy> => {
  const read = z.array(row).safeParse(rows);
  if (!read.success) throw new Error(`The policy table is not valid:\n${z.prettifyError(read.error)}`);
  return byCategory(read.data);
};
