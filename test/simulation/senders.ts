import { sendHinted } from "../../functions/send/send-notice.ts";
import type { SendWork } from "../../functions/send/send-port.ts";
import type { Hint, Outcome } from "../../functions/store/work.ts";

/** What senders other than the real one lean on. */
export type Leaning = {
  readonly caseIsMessage: string;
  readonly nowMs: () => number;
  /** A record of its own in a table: an atomic change of one row. */
  readonly changeRecord: (
    key: string,
    change: (row: LedgerRow | undefined) => LedgerRow | undefined,
  ) => Promise<LedgerRow | undefined>;
  /** Does it a minute later in the same worker; a worker that died takes it along. */
  readonly laterInThisWorker: (work: () => Promise<void>) => void;
};
export type LedgerRow = { readonly state: "in-progress" | "done"; readonly until: number };

/** The step that the simulation puts behind the notice queue. */
export type Sender = (work: SendWork, hint: Hint, leaning: Leaning) => Promise<Outcome>;

export const realSender: Sender = (work, hint) => sendHinted(work, hint);
