import { fail, ok, type Result } from "../kernel/result.ts";
import { untilWritten } from "../kernel/until-written.ts";

/**
 * What came of one try: it was written, somebody else was first, or there was nothing to do for the
 * state as it was.
 */
export type Tried<Done> = { readonly done: Done } | "outdone" | "needless";

export type NotChanged<State> =
  /** There is no such case. */
  | { readonly kind: "no-case" }
  /**
   * The facts do not hold any more for the case as it is now, which is `state`; nothing was
   * written.
   */
  | { readonly kind: "needless"; readonly state: State }
  /** Others changed the case in every one of several tries; keep the message and come back. */
  | { readonly kind: "contended" };

type Ways<State, Done> = {
  readonly read: () => Promise<State | undefined>;
  /**
   * The state as the caller read or wrote it last. The first try believes it, since its write fails
   * where it changed since.
   */
  readonly lastSeen?: State | undefined;
  /** Writes what a state becomes, guarded by its version. `tries`: how many there were before. */
  readonly write: (state: State, tries: number) => Promise<Tried<Done>>;
  /** Rests before the next try; absent where nobody writes beside. */
  readonly rest?: ((tries: number) => Promise<void>) | undefined;
};

/**
 * Of twenty readers that meet at one case, who write all that they have for it in one change each
 * (`changes-together.ts`), the last comes through within these tries: each lost race means
 * that another one did. With their rests (`restBetweenTries`) they take some five seconds at most.
 */
const triesAtMost = 16;

/**
 * Reads, asks what is to be written, and writes it; and where somebody was first, again from the
 * beginning.
 */
export const change = async <State, Done>(ways: Ways<State, Done>): Promise<Result<Done, NotChanged<State>>> => {
  const came = await untilWritten(async (tries): Promise<Result<Done, NotChanged<State>> | undefined> => {
    const believed = tries === 0 ? ways.lastSeen : undefined;
    const state = believed ?? (await ways.read());
    if (!state) return fail({ kind: "no-case" });
    const tried = await ways.write(state, tries);
    if (tried === "outdone") await ways.rest?.(tries);
    else if (tried !== "needless") return ok(tried.done);
    // No write says whether it still stands so: it is read before that is believed.
    else if (!believed) return fail({ kind: "needless", state });
    return undefined;
  }, triesAtMost);
  return came ?? fail({ kind: "contended" });
};
