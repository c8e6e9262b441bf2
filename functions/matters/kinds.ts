import type { TargetCase } from "../case/case.ts";
import type { UnreadReport } from "../strays/unread-report.ts";
import type { Case } from "./case.ts";

type Ways<T> = {
  readonly case: (state: TargetCase) => T;
  readonly unread: (state: UnreadReport) => T;
};

/** What is true of each kind in its own way; the compiler asks for all of them. */
export const perKind = <T>(state: Case, ways: Ways<T>): T => {
  switch (state.kind) {
    case "case":
      return ways.case(state);
    case "unread":
      return ways.unread(state);
    default:
      return state satisfies never;
  }
};

/** What is kept, under the name of what it is; nothing under the others'. */
export const asKind = (state: Case | undefined): { readonly target?: TargetCase; readonly unread?: UnreadReport } =>
  state
    ? perKind<ReturnType<typeof asKind>>(state, {
        case: (target) => ({ target }),
        unread: (unread) => ({ unread }),
      })
    : {};

/** The case of a target, where that is what is kept. */
export const targetIn = (state: Case | undefined): TargetCase | undefined => asKind(state).target;
