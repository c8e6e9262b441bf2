import type { MailRecords } from "../store/ports.ts";
import type { Outcome } from "../store/work.ts";
import { each } from "./each.ts";
import type { MailMember, MailRecord } from "./mail/record.ts";

/**
 * What comes back for a shared mail happens to its members. `undefined`: no such mail. `later`: one could not be
 * written, so all are repeated, a no-op where it is known.
 */
export const onMail = async (
  { store }: { readonly store: MailRecords },
  id: string,
  tell: (member: MailMember) => Promise<Outcome>,
): Promise<Outcome | undefined> => {
  const mail = await store.mailRecord(id);
  if (!mail) return undefined;
  const outcomes = await each(mail.members, tell);
  return outcomes.includes("later") ? "later" : "done";
};

/** The members that a desk's words name by number. All where it names none, or all. */
export const namedIn = ({ members }: MailRecord, said: string): readonly MailMember[] => {
  const numbers = new Set(said.toUpperCase().match(/TD(-[0-9A-Z]{4}){3}/g) ?? []);
  const named = members.filter(({ caseId }) => numbers.has(caseId));
  return named.length > 0 ? named : members;
};
