import type { CloseOutcome } from "../../case/close-outcome.ts";

/** How a person may say that a case ends. `withdrawn` is the reporters' word alone. */
export const outcomesToChoose = ["removed", "gone", "dismissed", "decided"] as const satisfies readonly CloseOutcome[];
