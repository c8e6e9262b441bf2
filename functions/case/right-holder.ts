import { isSameMailbox } from "../kernel/mailbox.ts";
import { pageUrlOf } from "../report/target.ts";
import type { Candidate, ContactAnswer } from "./candidate.ts";
import type { Case } from "./case.ts";
import { onlyCountryOf, ownCountryOf } from "./contact-facts.ts";
import { isPersons } from "./contact-source.ts";
import { type NoticeElement, noticeElements } from "./notice-elements.ts";

/*
 * > 17 U.S.C. 512(c)(3)(B)(i): a notification that fails to comply substantially with (A) is not considered in
 * > determining whether a service provider has actual knowledge.
 *
 * A report has no signature of the right holder, nor their statements, so a notice made of it is void where that law
 * is asked: nobody in the United States, nor where the country is not known, has one. Its reporter hears what is
 * lacking, as only the right holder or their agent can send it.
 */

/** What that law asks and a case lacks; what only the right holder can give it always does. Pure. */
export const lackingElements = ({ evidence, target }: Case): readonly NoticeElement[] => {
  const isThere: Partial<Record<NoticeElement, boolean>> = {
    work: (evidence.imitates ?? "").trim() !== "",
    material: pageUrlOf(target) !== undefined,
  };
  return noticeElements.filter((element) => !isThere[element]);
};

const isVoidIn = (country: string | undefined): boolean => country === undefined || country === "US";

type Reported = Pick<Case, "category" | "contact">;

/** By the latest lookup: the country may be another than when its notice was queued. */
const asOfNow = (contact: ContactAnswer | undefined, to: Candidate): Candidate =>
  contact?.candidates.find(({ email, scope }) => scope === to.scope && isSameMailbox(email, to.email)) ?? to;

/** No machine and no person here notifies this desk: only the right holder, or their agent, can. Pure. */
export const isRightHoldersAlone = ({ category, contact }: Reported, to: Candidate): boolean =>
  category === "copyright" &&
  isVoidIn(ownCountryOf(contact, asOfNow(contact, to)) ?? (isPersons(to) ? onlyCountryOf(contact) : undefined));

/** Of providers' forms, which name no country: by where the host is. Pure. */
export const areFormsRightHolders = ({ category, contact }: Reported): boolean =>
  category === "copyright" && isVoidIn(onlyCountryOf(contact));

/** Whom the case would notify is left to the right holder; or nobody is known, and no country. Pure. */
export const isLeftToRightHolder = (state: Reported, scopes: readonly Candidate["scope"][]): boolean => {
  const { category, contact } = state;
  if (category !== "copyright" || contact === undefined) return false;
  const desks = contact.candidates.filter(({ scope }) => scopes.includes(scope));
  return desks.length === 0 ? isVoidIn(onlyCountryOf(contact)) : desks.some((desk) => isRightHoldersAlone(state, desk));
};
