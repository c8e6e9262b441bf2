import { advance } from "../case/advance.ts";
import type { CaseEvent } from "../case/event.ts";
import { type InOneGo, inOneGo } from "../kernel/in-one-go.ts";
import { fail } from "../kernel/result.ts";
import { changeCase, type FactsOf, wordsAfter } from "./change-case.ts";
import type { CaseWork } from "./work.ts";

/** A queue message's report or word for a case. `bytes`: about what its facts take in a history line. */
export type Wish = {
  readonly factsOf: FactsOf;
  readonly bytes: number;
  readonly about?: string;
  readonly takesIn?: string;
};

type Granting = Awaited<ReturnType<typeof changeCase>>;
export type ChangesTogether = InOneGo<Wish, Granting>;

/**
 * Changes a case once for all messages that one process holds for it, since a hundred writers would keep each other,
 * and a hold, from writing. Made once by each function that runs. As safe to repeat as `changeCase`.
 */
export const changesTogether = (work: CaseWork): ChangesTogether =>
  inOneGo(async (caseId: string, wishes: readonly Wish[]) => {
    const answers: Granting[] = [];
    for (const portion of portionsOf(wishes)) answers.push(...(await changeFor(work, caseId, portion)));
    return answers;
  });

/** A transaction holds 100 items, a history line 400 KB. One message may exceed the bytes of a portion. */
const portionAtMost = { wishes: 10, bytes: 60_000 } as const;

const portionsOf = (wishes: readonly Wish[]): readonly (readonly Wish[])[] => {
  const portions: Wish[][] = [];
  let bytes = 0;
  for (const wish of wishes) {
    const last = portions.at(-1);
    bytes += wish.bytes;
    if (last && last.length < portionAtMost.wishes && bytes <= portionAtMost.bytes) last.push(wish);
    else {
      portions.push([wish]);
      bytes = wish.bytes;
    }
  }
  return portions;
};

const changeFor = async (work: CaseWork, caseId: string, wishes: readonly Wish[]): Promise<readonly Granting[]> => {
  let granted: readonly (readonly CaseEvent[] | undefined)[] = [];
  const about = [...new Set(wishes.flatMap((wish) => wish.about ?? []))];
  const changed = await changeCase(
    work,
    caseId,
    (read, reports) => {
      const now = work.clock.now();
      let state = read;
      let facts: readonly CaseEvent[] = [];
      // Each sees the case as those before it leave it.
      const taken = new Set<string>();
      granted = wishes.map((wish) => {
        const { takesIn } = wish;
        if (takesIn !== undefined && (reports.isKnown(takesIn) || taken.has(takesIn))) return undefined;
        const words = wordsAfter(facts, reports, about);
        const own = wish.factsOf(state, { ...reports, wordsOf: (key) => words.get(key) ?? reports.wordsOf(key) });
        if (own === undefined || own.length === 0) return undefined;
        if (takesIn !== undefined) taken.add(takesIn);
        state = { ...advance(state, own, work.policyOf, now).next, version: read.version };
        facts = [...facts, ...own];
        return own;
      });
      return facts.length > 0 ? facts : undefined;
    },
    {
      about,
      takesIn: wishes.flatMap(({ takesIn }) => takesIn ?? []),
      also: () => ({
        reportKeys: wishes.flatMap(({ takesIn }, at) => (granted[at] && takesIn !== undefined ? [takesIn] : [])),
      }),
    },
  );
  // A wish that added nothing to a change made by others hears that.
  return granted.length === 0 || !changed.ok
    ? wishes.map(() => changed)
    : granted.map((own) => (own ? changed : fail({ kind: "no-op", state: changed.value.next })));
};
