import { fail, ok, type Result } from "../kernel/result.ts";
import { untilWritten } from "../kernel/until-written.ts";

/** One try: written, somebody else was first, or nothing to do for the state as it was. */
export type Tried<Done> = { readonly done: Done } | "conflict" | "no-op";

export type NotChanged<State> =
  | { readonly kind: "no-case" }
  /** The facts no longer hold for the case as it is now (`state`). Nothing was written. */
  | { readonly kind: "no-op"; readonly state: State }
  /** Others changed the case on every try. Keep the message and retry later. */
  | { readonly kind: "contended" };

type Ways<State, Done> = {
  readonly read: () => Promise<State | undefined>;
  /** As the caller last read or wrote it. Safe for the first try: its write fails where it changed since. */
  readonly lastSeen?: State | undefined;
  /** Writes what a state becomes, guarded by its version. `tries`: how many there were before. */
  readonly write: (state: State, tries: number) => Promise<Tried<Done>>;
  /** Rests before the next try. Absent where nobody writes beside. */
  readonly rest?: ((tries: number) => Promise<void>) | undefined;
};

/**
 * Of twenty readers that meet at one case, each writing all it has in one change (`changes-together.ts`), the last
 * comes through within these tries: each lost race means that another one won. With their rests (`restBetweenTries`)
 * they take some five seconds at most.
 */
const triesAtMost = 16;

/** Reads the state and writes what it becomes, again from the start where somebody was first. */
export const change = async <State, Done>(ways: Ways<State, Done>): Promise<Result<Done, NotChanged<State>>> => {
  const came = await untilWritten(async (tries): Promise<Result<Done, NotChanged<State>> | undefined> => {
    const believed = tries === 0 ? ways.lastSeen : undefined;
    const state = believed ?? (await ways.read());
    if (!state) return fail({ kind: "no-case" });
    const tried = await ways.write(state, tries);
    if (tried === "conflict") await ways.rest?.(tries);
    else if (tried !== "no-op") return ok(tried.done);
    // No write confirms a believed state, so it is read first.
    else if (!believed) return fail({ kind: "no-op", state });
    return undefined;
  }, triesAtMost);
  return came ?? fail({ kind: "contended" });
};
