import type { Instant } from "../kernel/instant.ts";
import type { Settings } from "../kernel/settings.ts";
import { type Told, tellAgainAfter } from "../kernel/told.ts";
import { type ExpiredEntry, expiredEntries } from "./directory.ts";

/** A person may need days to look at a provider's page, and forgets it in more than a week. */
const tellsAgainAfterHours = 7 * 24;

/** Tells on-call once a week which entries of the directory have expired and are not used any more. */
export const tellOfExpired = async (
  { settings, told, now }: { readonly settings: Settings; readonly told: Told; readonly now: Instant },
  tell: (expired: readonly ExpiredEntry[]) => Promise<void>,
): Promise<void> => {
  const expired = expiredEntries(settings, now);
  if (expired.length > 0) await tellAgainAfter(told, "directory-expired", { hours: tellsAgainAfterHours, now }, () => tell(expired));
};
