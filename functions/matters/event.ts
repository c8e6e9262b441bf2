import type { CaseEvent } from "../case/event.ts";
import type { NewsLine } from "../case/reporter-steps.ts";
import type { Line } from "../engine/matter.ts";
import type { StrayEvent } from "../strays/event.ts";

/**
 * What happened to anything that is kept, in the order in which it was written down. Events are
 * facts: nothing here says what follows from them, each matter's `decide` does. Each carries its
 * moment, since replaying must not ask a clock.
 */
export type AnyEvent = CaseEvent | StrayEvent;

/** One line of a history: what one change wrote. Versions run 1, 2, 3 … without a gap. */
export type HistoryLine = Line<AnyEvent> & Pick<NewsLine, "reporterSteps">;
