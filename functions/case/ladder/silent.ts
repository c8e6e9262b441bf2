import type { Case } from "../case.ts";
import { isDead } from "../networks.ts";
import { hasSpoken, tellingOnRung } from "./told.ts";

export const lower = (text: string): string => text.toLowerCase();

/** Mailboxes, in lower case and in their order, that are asked on the rung now stood on. */
export const askedDesks = (state: Case): readonly string[] =>
  [...new Set(tellingOnRung(state).map(({ to }) => lower(to.email)))].sort();

/** The same where none of them has said anything but that it has the notice; none where one has answered. */
export const silentDesks = (state: Case): readonly string[] =>
  tellingOnRung(state).some((notice) => isDead(notice) || hasSpoken(state, notice.to.email)) ? [] : askedDesks(state);
