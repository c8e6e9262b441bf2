import type { Instant } from "../../kernel/instant.ts";
import type { Case } from "../case.ts";
import { keptBy } from "../desk-clock.ts";
import { noLevel } from "../level.ts";
import { questionFacts } from "../question.ts";
import { withoutGoneSaid } from "../said.ts";
import { withoutCheck } from "./check.ts";
import { ends } from "./host.ts";

/** Nobody waits any more. */
export const unwaited = ({ waitUntil: _, slowReminders: __, isWaitedWith: ___, ...state }: Case): Case => state;

/** Who waited with an urgent case did not wait for it to come back. */
const endsWait = (state: Case): Case => (state.isWaitedWith ? unwaited(state) : state);

/** What was removed is back: its host now is notified from the first step on. Else it goes on as it stood. */
export const openedAgain = (state: Case, at: Instant, seenAt: Instant): Case => {
  const { closed, ...rested } = endsWait(state);
  if (!closed) return rested;
  const open = { ...rested, reopened: { at, outcome: closed.outcome } };
  if (closed.outcome !== "removed") return open;
  const { escalatedAt: _, beforeGone: __, waitUntil: ___, ...rest } = withoutCheck(open);
  const { cameBack } = rest;
  return {
    ...rest,
    lookAgain: at,
    silentLookups: 0,
    level: noLevel,
    quiet: false,
    cleared: state.cleared.filter((question) => questionFacts(question).clearedFor === "case"),
    notices: state.notices.map((notice) => ({ ...ends(notice), wasRemoved: true })),
    cameBack: {
      at,
      removedAt: closed.wordAt ?? closed.at,
      seenAt,
      times: (cameBack?.times ?? 0) + 1,
      keptMs: keptBy(state, at),
    },
  };
};

/** A person says that it is there again. Whoever said *gone* said so of the time before. */
export const openedByAnswer = (state: Case, at: Instant): Case => {
  if (!state.closed) return state;
  const open =
    state.closed.outcome === "removed" ? withoutGoneSaid(openedAgain(state, at, at)) : openedByHand(state, at);
  return { ...open, lastSeenAt: at };
};

/** A person says that it should not have ended: it goes on where it stood. *Gone* has to be said again. */
export const openedByHand = (state: Case, at: Instant): Case => {
  const { closed, ...open } = endsWait(state);
  if (!closed) return state;
  return {
    ...withoutGoneSaid(withoutCheck(open)),
    reopened: { at, outcome: closed.outcome },
    lookAgain: at,
    silentLookups: 0,
    quiet: false,
  };
};
