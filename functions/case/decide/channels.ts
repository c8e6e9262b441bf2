import { earliest, type Instant, plusHours, plusMinutes } from "../../kernel/instant.ts";
import type { Case } from "../case.ts";
import type { Notice } from "../notice.ts";
import type { Policy } from "../policy.ts";
import { hintAgainAt } from "../wants.ts";
import type { Rule } from "./rule.ts";

/** A provider looks within hours where it looks at all; then a day is soon enough. */
const asksAfterHours = [1, 6] as const;
const thenEachHours = 24;
/** Whoever has said nothing for a month says nothing any more. */
const asksForHours = 30 * 24;
/** A list shows a report minutes after it was taken, and a person is asked after a quarter of an hour. */
const looksInListAfterMinutes = 5;

const askedFrom = (notice: Notice): { readonly from: Instant; readonly first: Instant } | undefined => {
  if (notice.to.channel === undefined || notice.asked?.isOver) return undefined;
  switch (notice.state) {
    case "on-wire":
    case "unknown":
      return { from: notice.wireAt, first: plusMinutes(notice.wireAt, looksInListAfterMinutes) };
    case "sent":
    case "delivered":
      return { from: notice.sentAt, first: plusHours(notice.sentAt, asksAfterHours[0]) };
    default:
      return undefined;
  }
};

const statusDueAt = (notice: Notice, { channels }: Pick<Policy, "channels">): Instant | undefined => {
  const asks = askedFrom(notice);
  if (!asks || notice.to.channel === undefined || !channels.has(notice.to.channel)) return undefined;
  const { from, first } = asks;
  const before = notice.asked?.at;
  if (before === undefined || before < first) return first;
  const next =
    asksAfterHours.map((hours) => plusHours(from, hours)).find((at) => at > before) ?? plusHours(before, thenEachHours);
  return next > plusHours(from, asksForHours) ? undefined : next;
};

export const dueToAsk = ({ closed, notices }: Case, policy: Policy, now: Instant): readonly Notice[] =>
  closed
    ? []
    : notices.filter((notice) => {
        const at = statusDueAt(notice, policy);
        return at !== undefined && at <= now;
      });

export const channelStatus = {
  name: "channel-status",
  why: "What an API took has its answer there: it is asked on the case's own time, whatever else the case waits for.",
  wants: (state, policy, now) => {
    const at = earliest(...state.notices.map((notice) => statusDueAt(notice, policy)));
    if (at === undefined) return undefined;
    return at > now ? { wakes: [at] } : { hints: ["tell-channel"], wakes: [hintAgainAt(state, at, now)] };
  },
} as const satisfies Rule;
