import { type DeskMails, type LastMails, noMails } from "../../functions/send/desk-pace.ts";

export const memoryDeskMails = (): DeskMails => {
  const kept = new Map<string, LastMails>();
  const last = (email: string): LastMails => kept.get(email.toLowerCase()) ?? noMails;
  return {
    last: async (email) => last(email),
    write: async (email, before, after) => {
      if (JSON.stringify(last(email)) !== JSON.stringify(before)) return false;
      kept.set(email.toLowerCase(), after);
      return true;
    },
  };
};
