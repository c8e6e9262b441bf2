import type { CloseOutcome } from "../../case/close-outcome.ts";

/** Outcomes that a person may choose. `withdrawn` is the reporters' word alone. */
export const outcomesToChoose = ["removed", "gone", "dismissed", "decided"] as const satisfies readonly CloseOutcome[];
