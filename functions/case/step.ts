/**
 * `first` and `escalation` notify a desk of the case, the others go to who had one. `returned`: what was removed
 * is back. `letter`: what a person writes to a desk, or the machine answers it (`letter.ts`).
 */
export const steps = [
  "first",
  "reminder",
  "escalation",
  "moved",
  "withdrawal",
  "correction",
  "returned",
  "letter",
] as const;
export type Step = (typeof steps)[number];

type StepFacts = {
  /** The desk had not heard of the case, or not on this escalation level. */
  readonly tells: boolean;
  readonly wantsAction: boolean;
  /** Asks for something, and so needs its grounds, its evidence and the statement of good faith. */
  readonly asks: boolean;
  readonly isFirstWord: boolean;
  readonly isAboutNotice: boolean;
};

const stepFacts = {
  first: { tells: true, wantsAction: true, asks: true, isFirstWord: true, isAboutNotice: false },
  escalation: { tells: true, wantsAction: true, asks: true, isFirstWord: true, isAboutNotice: false },
  reminder: { tells: false, wantsAction: true, asks: true, isFirstWord: false, isAboutNotice: false },
  moved: { tells: false, wantsAction: false, asks: false, isFirstWord: false, isAboutNotice: true },
  withdrawal: { tells: false, wantsAction: false, asks: false, isFirstWord: false, isAboutNotice: false },
  correction: { tells: false, wantsAction: false, asks: true, isFirstWord: false, isAboutNotice: true },
  returned: { tells: true, wantsAction: true, asks: true, isFirstWord: false, isAboutNotice: false },
  letter: { tells: false, wantsAction: false, asks: false, isFirstWord: false, isAboutNotice: true },
} as const satisfies Record<Step, StepFacts>;

export const tells = ({ step }: { readonly step: Step }): boolean => stepFacts[step].tells;

export const wantsAction = (step: Step): boolean => stepFacts[step].wantsAction;

export const asks = (step: Step): boolean => stepFacts[step].asks;

export const isFirstWord = (step: Step): boolean => stepFacts[step].isFirstWord;

export const isAboutNotice = (step: Step): boolean => stepFacts[step].isAboutNotice;
