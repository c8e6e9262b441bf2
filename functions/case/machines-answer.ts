import { readAddress } from "../kernel/address.ts";
import type { Instant } from "../kernel/instant.ts";
import { isSameMailbox } from "../kernel/mailbox.ts";
import { noticesWithCorrections } from "./bounds.ts";
import type { Case } from "./case.ts";
import type { EventOf } from "./event.ts";
import { type AskedThing, isMachines } from "./letter.ts";
import type { Notice } from "./notice.ts";
import { noticeStateFacts } from "./notice-state.ts";
import { allWithdrew, isFormerHost, toldDesks } from "./path/notified.ts";
import { noticeIdOf } from "./path/queue.ts";
import { tells } from "./step.ts";

export const desksToWriteTo = (state: Case): readonly Notice[] =>
  state.closed || allWithdrew(state)
    ? []
    : toldDesks(state)
        .flatMap(({ to }) => lastAsk(state, to.email) ?? [])
        // Nobody reads words at an API.
        .filter((notice) => notice.to.channel === undefined && !isFormerHost(state, notice));

/** The last notice that still asks this desk to act. One that may not have gone out is settled first. */
const lastAsk = ({ notices }: Case, email: string): Notice | undefined =>
  notices.findLast(
    (notice) =>
      tells(notice) && !notice.ended && noticeStateFacts[notice.state].isHeard && isSameMailbox(notice.to.email, email),
  );

const holds: Readonly<Record<AskedThing, (state: Case) => boolean>> = {
  time: () => true,
  address: ({ target, contact }) => readAddress(target.host) !== undefined || (contact?.addresses ?? []).length > 0,
  page: () => true,
  reproduce: ({ evidence }) => evidence.reproduce !== undefined,
  brand: ({ evidence }) => evidence.imitates !== undefined,
};

/** The machine's answer to a proven desk: once a case, where the report holds all that is asked. Pure. */
export const machinesAnswer = (
  state: Case,
  { noticeId: repliedTo, asked = [] }: Pick<EventOf<"replied">, "noticeId" | "asked">,
  now: Instant,
): EventOf<"notice-queued"> | undefined => {
  const { to, mail } = state.notices.find(({ id }) => id === repliedTo) ?? {};
  const about = to && desksToWriteTo(state).find((desk) => isSameMailbox(desk.to.email, to.email));
  if (state.holds.length > 0) return undefined;
  // One mail about many cases asks about which of them?
  if (!about || mail !== undefined || asked.length === 0 || !asked.every((thing) => holds[thing](state)))
    return undefined;
  const hasAnswered = state.notices.some(
    ({ letter, to: { email } }) => isMachines(letter) && isSameMailbox(email, about.to.email),
  );
  if (hasAnswered || state.notices.length >= noticesWithCorrections) return undefined;
  const place = { level: about.level, step: "letter", to: about.to, notBefore: now } as const;
  const noticeId = `${noticeIdOf(about.level, "letter", about.to.email)}-asked`;
  return { type: "notice-queued", at: now, noticeId, ...place, letter: { about: about.id, asked } };
};
