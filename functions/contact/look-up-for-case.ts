import type { Instant } from "../kernel/instant.ts";
import type { Settings } from "../kernel/settings.ts";
import type { Lane } from "../report/category.ts";
import type { ToLookUp } from "./asked-look-ups.ts";
import { lookUpContact } from "./look-up-contact.ts";
import type { Sources } from "./sources.ts";

/** Network: as `lookUpContact`, by the sources of the case's lane. */
export const lookUpForCase =
  (settings: Settings, sourcesOf: (lane: Lane) => Sources) =>
  ({ target, category, lane, evidence, domainIsMalicious }: ToLookUp, now: Instant) =>
    lookUpContact(
      { target, category, domainIsMalicious, rightfulSite: evidence.legitimateSite, settings, now },
      sourcesOf(lane),
    );
