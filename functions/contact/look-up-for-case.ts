import type { Settings } from "../kernel/settings.ts";
import type { Lane } from "../report/category.ts";
import type { FindContactWork } from "./find-contact.ts";
import { lookUpContact } from "./look-up-contact.ts";
import type { Sources } from "./sources.ts";

/** Network: as `lookUpContact`, by the sources of the case's lane. */
export const lookUpForCase =
  (settings: Settings, sourcesOf: (lane: Lane) => Sources): FindContactWork["lookUp"] =>
  ({ target, category, lane, evidence, domainIsMalicious }, now) =>
    lookUpContact(
      { target, category, domainIsMalicious, rightfulSite: evidence.legitimateSite, settings, now },
      sourcesOf(lane),
    );
