import { isOfName, runsPage } from "../../kernel/scope.ts";
import type { ContactForm } from "../candidate.ts";
import type { Case } from "../case.ts";
import { awaitsClearance } from "../clearance.ts";
import { formsOf } from "../desk-rules.ts";
import { isHeld } from "../name-gone.ts";
import type { Policy, Recipient } from "../policy.ts";
import { isForPerson, needsPerson, stopsWholeName } from "../registrar-turn.ts";
import { areFormsRightHolders } from "../right-holder.ts";
import { isLeftToHotline, isTellable, registrarBehindPerson, scopesOf, wanted, whyNot } from "./who.ts";

const hasDesk = (state: Case, { anyOf }: Recipient, policy: Policy): boolean =>
  (state.contact?.candidates ?? []).some(
    (candidate) => anyOf.includes(candidate.scope) && whyNot(state, candidate, policy) === undefined,
  );

/** None where the name is held; one that could stop the whole name only replaces the question about it. */
const isOffered = (state: Case, policy: Policy, form: ContactForm): boolean => {
  if (isLeftToHotline(form, policy) || (isOfName(form.scope) && isHeld(state))) return false;
  if (!stopsWholeName(form, state.contact)) return true;
  if (state.noRegistrar) return false;
  if (!needsPerson(state, form)) return true;
  return state.domainIsMalicious && isForPerson(state) && registrarBehindPerson(state, policy).length === 0;
};

/** A form is a notice: none while the host's side waits, or where the right holder alone may notify. */
const formsNow = (state: Case, policy: Policy): readonly ContactForm[] =>
  awaitsClearance(state) || areFormsRightHolders(state)
    ? []
    : formsOf(state, policy).filter((form) => isOffered(state, policy, form));

/** Forms of recipients on the steps from `from` up to and without `to` whom no mail reaches. */
export const formsOnLevels = (state: Case, policy: Policy, from: number, to: number): readonly ContactForm[] => {
  const unheard = policy.row.path
    .slice(from, to)
    .flatMap((level) => level.to)
    .filter((recipient) => wanted(recipient, state) && !hasDesk(state, recipient, policy));
  return formsNow(state, policy).filter(({ scope }) => unheard.some(({ anyOf }) => anyOf.includes(scope)));
};

export const platformForms = (state: Case, policy: Policy): readonly ContactForm[] => {
  const isTold = (state.contact?.candidates ?? []).some(
    (candidate) => runsPage(candidate.scope) && isTellable(state, candidate, policy),
  );
  const isWanted = policy.row.path.some(({ to }) => to.some(({ anyOf }) => anyOf.some(runsPage)));
  return isTold || !isWanted ? [] : formsNow(state, policy).filter(({ scope }) => runsPage(scope));
};

export const formsFor = (state: Case, policy: Policy): readonly ContactForm[] => {
  const scopes = scopesOf(state, policy);
  return formsNow(state, policy).filter(({ scope }) => scopes.includes(scope));
};
