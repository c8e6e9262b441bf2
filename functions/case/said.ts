import type { Instant } from "../kernel/instant.ts";
import type { StatusMessage } from "../report/report.ts";
import type { Said, TargetCase } from "./case.ts";

/*
 * What reporters say later, in the order in which they said it and not in which it came. A queue brings a message late,
 * twice and out of order, and from the dead letters two weeks later; a word that was said before what is known, or that is
 * known, tells nothing. Of two words said in the same moment the one counts that keeps the case in hand: hold, still up.
 */

/** Whether a status tells the case anything new. A case told of the same words has the same holds and withdrawals, in whatever order they came. */
export const tellsAnew = (state: TargetCase, message: StatusMessage): boolean => {
  const { reporter, reportId, status, at } = message;
  const ofReporter = (said: Said) => said.reporter === reporter;
  const ofReport = (said: Said) => ofReporter(said) && said.reportId === reportId;
  const isAfter = (what: Said["status"], of: (said: Said) => boolean = () => true) => every(state, what, of, (said) => at > said);
  const isNotBefore = (what: Said["status"], of: (said: Said) => boolean = () => true) => every(state, what, of, (said) => at >= said);
  if (!isAfter(status, ofReport)) return false;
  switch (status) {
    case "hold":
      return isNotBefore("release", ofReporter);
    case "release":
      return isAfter("hold", ofReporter);
    case "gone":
      return isAfter("still-up") && at >= (state.lastSeenAt ?? state.firstSeenAt);
    case "withdrawn":
      return isAfter("still-up", ofReport);
    case "still-up":
      return isNotBefore("gone") && isNotBefore("withdrawn", ofReport) && isAfterTheEnd(state, at) && isAfterRemoval(state, at);
    default:
      return status satisfies never;
  }
};

const every = (state: TargetCase, what: Said["status"], of: (said: Said) => boolean, holds: (at: Instant) => boolean): boolean =>
  (state.said ?? []).every((said) => said.status !== what || !of(said) || holds(said.at));

/** Where reporters' words closed the case, these words are what counts; else the moment of the reply or of the verdict. */
const isAfterTheEnd = ({ closed }: TargetCase, at: Instant): boolean =>
  closed === undefined || closed.outcome === "withdrawn" || closed.saidAt !== undefined || at > closed.at;

/** Reminders rest since a desk said that it removed it: who saw it before that saw what was removed. */
const isAfterRemoval = ({ quiet, notices }: TargetCase, at: Instant): boolean =>
  !quiet || notices.every(({ answer, answeredAt }) => answer !== "removed" || answeredAt === undefined || at > answeredAt);

/** The case with one more word noted. Only the newest of a kind is kept for each report, so that a reporter's patience costs no room. */
export const withSaid = (state: TargetCase, { reporter, reportId, status, at }: StatusMessage): TargetCase => ({
  ...state,
  said: [
    ...(state.said ?? []).filter((said) => said.reporter !== reporter || said.reportId !== reportId || said.status !== status),
    { reporter, reportId, status, at },
  ],
});
