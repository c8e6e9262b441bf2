import type { TargetCase } from "../case/case.ts";
import type { Notice } from "../case/notice.ts";
import type { Digest } from "../digest/digest.ts";
import type { Case } from "./case.ts";
import { isEntry, type ReviewItem } from "./queue-entry.ts";

/** A case, or a digest for many: what writes to a desk. */
export type Mailer = Extract<Case, { readonly notices: readonly Notice[] }>;

type Ways<T> = {
  readonly case: (state: TargetCase) => T;
  readonly digest: (state: Digest) => T;
};

/** What is true of each kind in its own way; the compiler asks for all of them. */
export const perKind = <T>(state: Case, ways: Ways<T>): T => {
  switch (state.kind) {
    case "case":
      return ways.case(state);
    case "digest":
      return ways.digest(state);
    default:
      return state satisfies never;
  }
};

/** What is kept, under the name of what it is; nothing under the others'. */
export const asKind = (state: ReviewItem | undefined): { readonly target?: TargetCase; readonly digest?: Digest } =>
  state && !isEntry(state)
    ? perKind<ReturnType<typeof asKind>>(state, {
        case: (target) => ({ target }),
        digest: (digest) => ({ digest }),
      })
    : {};

/** The case of a target, where that is what is kept. */
export const targetIn = (state: ReviewItem | undefined): TargetCase | undefined => asKind(state).target;

/** What writes to a desk, where that is what is kept. */
export const mailerIn = (state: ReviewItem | undefined): Mailer | undefined => {
  const { target, digest } = asKind(state);
  return target ?? digest;
};
