import type { MailRecords } from "../store/ports.ts";
import type { Outcome } from "../store/work.ts";
import { each } from "./each.ts";
import type { MailMember, MailRecord } from "./mail/record.ts";

/**
 * What comes back for a mail about several cases happens to its members, first to the first of them, which
 * stands for the mail. Nothing where there is no such mail. `later` where one could not be written: all are told
 * again, and who knows does nothing.
 */
export const onMail = async (
  { store }: { readonly store: MailRecords },
  id: string,
  tell: (member: MailMember) => Promise<Outcome>,
): Promise<Outcome | undefined> => {
  const mail = await store.mailRecord(id);
  if (!mail) return undefined;
  const [first, ...others] = mail.members;
  const outcomes = first ? [await tell(first), ...(await each(others, tell))] : [];
  return outcomes.includes("later") ? "later" : "done";
};

/** The members that a desk's own words name by their numbers; all when it names no case, or all of them. */
export const namedIn = ({ members }: MailRecord, said: string): readonly MailMember[] => {
  const numbers = new Set(said.toUpperCase().match(/TD(-[0-9A-Z]{4}){3}/g) ?? []);
  const named = members.filter(({ caseId }) => numbers.has(caseId));
  return named.length > 0 ? named : members;
};
