import { reporterOf } from "../kernel/reporter-ids.ts";
import { isUrgent } from "../report/category.ts";
import type { ReadingRules } from "../report/read-target.ts";
import type { Report, Unreadable } from "../report/report.ts";
import type { ReportMessage } from "./work.ts";

/** Anybody can write any id: where settings say who may, AWS's word on the sender or queue counts. */
export const strangerTo = (
  { reporters }: ReadingRules,
  reporter: string,
  { sender, owner }: Pick<ReportMessage, "sender" | "owner">,
): Unreadable | undefined => {
  const { id, senders, through } = reporterOf(reporters, reporter) ?? {};
  if (owner !== undefined && owner !== id)
    return stranger(
      `It came by the topic or rule of ${owner}, which may not speak for ${reporter}.`,
      "have it sent again by a way of theirs",
    );
  if (through !== undefined && owner !== id)
    return stranger(
      `It came by a queue for all, and ${reporter} speaks through ${through} alone.`,
      "have it sent again through that",
    );
  if (senders === undefined || (sender !== undefined && senders.includes(sender))) return undefined;
  return stranger(
    `Its sender (${sender ?? "unknown to SQS"}) may not speak for ${reporter}.`,
    "add the sender to their `senders` in the settings, and have it sent again",
  );
};

const stranger = (reason: string, then: string): Unreadable => ({
  kind: "unreadable",
  field: "(sender)",
  reason,
  fix: `Nothing of it was done. Ask the reporter whether it is theirs; if it is, ${then}.`,
});

/** Whether this reporter is believed that it happens live, in this category. */
export const mayBeLive = (
  { reporters }: Pick<ReadingRules, "reporters">,
  { reporter, category }: Pick<Report, "reporter" | "category">,
): boolean => isUrgent(category) || (reporterOf(reporters, reporter)?.liveIn?.includes(category) ?? false);
