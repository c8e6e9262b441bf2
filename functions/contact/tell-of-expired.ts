import type { Instant } from "../kernel/instant.ts";
import { notifyAfter, type OnCallLog } from "../kernel/notified.ts";
import type { Settings } from "../kernel/settings.ts";
import { hasExpired, providerRows } from "./provider-rows.ts";

export type ExpiredEntry = { readonly name: string; readonly expires: string };

/** Entries whose expiry changes something: a mailbox that counted alone, or a form that was the only way. */
export const expiredEntries = (settings: Settings, now: Instant): readonly ExpiredEntry[] =>
  providerRows(settings).flatMap((row) => {
    const { name, expires, certainty } = row.entry;
    const counted = row.isOperators || row.mail === "unread" || (row.entry.email !== undefined && certainty !== "low");
    return counted && expires !== undefined && hasExpired(row, now) ? [{ name, expires }] : [];
  });

/** A person may need days to look at a provider's page, and forgets it in more than a week. */
const tellsAgainAfterHours = 7 * 24;

/** Notifies on-call once a week of expired directory entries that are not used any more. */
export const tellOfExpired = async (
  { settings, told, now }: { readonly settings: Settings; readonly told: OnCallLog; readonly now: Instant },
  tell: (expired: readonly ExpiredEntry[]) => Promise<void>,
): Promise<void> => {
  const expired = expiredEntries(settings, now);
  if (expired.length > 0)
    await notifyAfter(told, "directory-expired", { hours: tellsAgainAfterHours, now }, () => tell(expired));
};

const namedOfADay = 12;

/** One line per day, as most rows expire on the same one: `2027-05-25: Gname, GoDaddy and 90 more`. */
export const sayExpired = (expired: readonly ExpiredEntry[]): readonly string[] =>
  [...new Set(expired.map(({ expires }) => expires))].sort().map((day) => {
    const names = expired.filter(({ expires }) => expires === day).map(({ name }) => name);
    const rest = names.length - namedOfADay;
    return `${day}: ${names.slice(0, namedOfADay).join(", ")}${rest > 0 ? ` and ${rest} more` : ""}`;
  });
