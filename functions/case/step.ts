/**
 * What a notice is for. `first` opens a rung, those behind `escalation` go to who already had one. `returned`: what was
 * removed is back. `letter`: what a person writes to a desk, or the machine answers it (`letter.ts`).
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
  /** Tells a desk of the case, which had not heard of it, or not on this rung. */
  readonly tells: boolean;
  /** Wants its desk to act; the others speak to who was told. */
  readonly wantsAction: boolean;
};

const stepFacts = {
  first: { tells: true, wantsAction: true },
  escalation: { tells: true, wantsAction: true },
  reminder: { tells: false, wantsAction: true },
  moved: { tells: false, wantsAction: false },
  withdrawal: { tells: false, wantsAction: false },
  correction: { tells: false, wantsAction: false },
  returned: { tells: true, wantsAction: true },
  letter: { tells: false, wantsAction: false },
} as const satisfies Record<Step, StepFacts>;

/** A notice that tells its desk of the case. A reminder repeats it, and the other steps speak to who was told. */
export const tells = ({ step }: { readonly step: Step }): boolean => stepFacts[step].tells;

export const wantsAction = (step: Step): boolean => stepFacts[step].wantsAction;
