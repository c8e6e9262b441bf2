import { type Draw, shareAt } from "./draw.ts";
import { hourMs, type PlayedTarget } from "./targets.ts";
import type { Truth } from "./truth.ts";
import { type ApiAnswer, week } from "./week.ts";

/*
 * Port: providers that take reports by an API or by a form. As long as the system knows no channel,
 * only the played person tells them, by the form; a channel's adapter is played by `submit` as well,
 * and hears the answer of its list at `answersAtMs`.
 */

export type Submission = { readonly answer: ApiAnswer; readonly answersAtMs: number };

/** A provider that acts does so within so many hours: chosen. */
const actsWithinHours = [6, 72] as const;

/**
 * Tells a provider of a target by its own way. The same target is answered alike each time. Where
 * it acts, the target is taken down when it answers.
 */
export const submit = (target: PlayedTarget, atMs: number, truth: Truth, draw: Draw): Submission => {
  const answer = shareAt(week.answersByApi, draw("submitted", target.id));
  const [soonest, latest] = actsWithinHours;
  const answersAtMs = atMs + Math.round((soonest + draw("submitted at", target.id) * (latest - soonest)) * hourMs);
  if (answer === "acted") truth.isTakenDown(target, answersAtMs);
  return { answer, answersAtMs };
};
