import type { Instant } from "../kernel/instant.ts";

/** A fact, as far as the engine looks at it. */
export type Dated = { readonly type: string; readonly at: Instant };

/** One line of a history: what one change wrote. */
export type Line<Fact> = { readonly version: number; readonly at: Instant; readonly events: readonly Fact[] };

/** A function that works for a case when it is hinted at. */
export type Hinted = "find-contact" | "send-notice" | "tell-channel";

/**
 * What a matter wants at a moment. `record` are consequences to write down first; only when there
 * are none left do the others count. `wakeAt` is when it wants to be looked at again without being
 * asked: the one source of every timer.
 */
export type Wants<Fact> = {
  readonly record: readonly Fact[];
  readonly hints: readonly Hinted[];
  /** Open reviews of which on-call is to be told now, or again; what blocks first. */
  readonly announce: readonly string[];
  readonly wakeAt?: Instant;
};

/**
 * A kind of thing that has a life of its own: what facts make of it, and what follows. All of it is
 * pure. `evolve` is total: a fact that fits nothing changes nothing.
 */
export type Matter<State, Fact extends Dated> = {
  readonly evolve: (state: State, fact: Fact) => State;
  /** `fact`: what it brings with it is to be recorded, and `state` is after it. Without one: what the state wants. */
  readonly decide: (state: State, now: Instant, fact?: Fact) => Wants<Fact>;
};

/** One version on from where it began, when anything happened. */
export type Advanced<State, Fact> = {
  readonly next: State;
  /** The facts and all that followed from them, in order; empty when nothing happened. */
  readonly events: readonly Fact[];
  readonly wants: Omit<Wants<Fact>, "record">;
};
