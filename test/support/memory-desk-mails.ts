import type { DeskMails } from "../../functions/notice/desk-pace.ts";

/** Mails to each desk by the hour, counted in memory. */
export const memoryDeskMails = (): DeskMails => {
  const counts = new Map<string, number>();
  const placeOf = (email: string, now: string) => `${email.toLowerCase()} ${now.slice(0, 13)}`;
  return {
    countIn: async (email, now) => counts.get(placeOf(email, now)) ?? 0,
    note: async (email, now) => void counts.set(placeOf(email, now), (counts.get(placeOf(email, now)) ?? 0) + 1),
  };
};
