import type { Settings } from "../kernel/settings.ts";
import type { Lane } from "../report/category.ts";
import type { SeekWork } from "./find-contact.ts";
import { findContact } from "./look-up-contact.ts";
import type { Sources } from "./sources.ts";

/** What a case asks of the look-up, by the sources of its lane. Network: as `findContact`. */
export const findForCase =
  (settings: Settings, sourcesOf: (lane: Lane) => Sources): SeekWork["find"] =>
  ({ target, category, lane, evidence, domainIsMalicious }, now) =>
    findContact({ target, category, domainIsMalicious, rightfulSite: evidence.legitimateSite, settings, now }, sourcesOf(lane));
