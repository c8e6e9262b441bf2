import { type Instant, plusHours } from "../kernel/instant.ts";
import { isOfName } from "../kernel/scope.ts";
import { isChildAbuse } from "../report/category.ts";
import type { Candidate, ContactAnswer } from "./candidate.ts";
import type { Case } from "./case.ts";
import { isPersons } from "./contact-source.ts";

/*
 * > A registrar can only stop a whole name, with all that everybody has there. A machine notifies it of a name that
 * > was registered within a year before the report and is on no list; of another a person decides.
 *
 * | the name                            | without the reporter's tick             | domain is malicious     |
 * | registered within a year, unlisted  | in its step                             | in the first step       |
 * | older, or well known                | skipped                                 | a person is asked       |
 * | no date, or one after the report    | skipped; asked at the end of the path   | a person is asked       |
 * | shared by strangers                 | skipped                                 | skipped                 |
 *
 * Of child abuse a person is asked alone, and after the network above the host: the registrar has no duty for
 * content, and the industry's Framework to Address Abuse has it act on this.
 *
 * Who lends out names of its own is no registrar: it can stop the one name.
 */

/** Names registered for abuse are mostly reported within weeks; a year leaves out hardly any of them. */
const youngForHours = 365 * 24;

export type WholeName = "shared" | "well-known" | "old" | "undated" | "child-abuse";

/** Why no machine notifies this name's registrar; `undefined` where one may. Pure. */
export const wholeName = ({
  category,
  contact,
  openedAt,
}: Pick<Case, "category" | "contact" | "openedAt">): WholeName | undefined => {
  const { registeredAt, isShared, isWellKnown } = contact?.name ?? {};
  if (isShared) return "shared";
  if (isWellKnown) return "well-known";
  if (registeredAt === undefined || isLater(registeredAt, openedAt)) return "undated";
  if (!isYoung(registeredAt, openedAt)) return "old";
  return isChildAbuse(category) ? "child-abuse" : undefined;
};

/** Later than the report by more than a zone may make of a day: no date of the name that was reported. */
const isLater = (registeredAt: Instant, at: Instant): boolean => registeredAt > plusHours(at, 24);

const isYoung = (registeredAt: Instant, at: Instant): boolean => registeredAt > plusHours(at, -youngForHours);

/** A person is asked about the registrar, at once or at the end of the path; not of a shared name. Pure. */
export const isForPerson = (state: Pick<Case, "category" | "contact" | "openedAt" | "domainIsMalicious">): boolean => {
  const why = wholeName(state);
  return why === "undated" || (why !== undefined && why !== "shared" && state.domainIsMalicious);
};

/** A registrar's desk, and not one of who lends the name out. */
export const stopsWholeName = (
  { scope }: Pick<Candidate, "scope">,
  contact: Pick<ContactAnswer, "namedBy"> | undefined,
): boolean => isOfName(scope) && contact?.namedBy !== "platform";

/** A person has to allow this desk or form, or to name the desk. */
export const needsPerson = (
  state: Pick<Case, "category" | "contact" | "openedAt" | "cleared">,
  { scope, source }: Pick<Candidate, "scope"> & Partial<Pick<Candidate, "source">>,
): boolean =>
  stopsWholeName({ scope }, state.contact) &&
  !(source && isPersons({ source })) &&
  !state.cleared.includes("registrar") &&
  wholeName(state) !== undefined;
