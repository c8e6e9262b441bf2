import type { CaseEvent } from "../../case/event.ts";

/**
 * Lines of the timeline that are the machine's alone: a step on its way, behind which the next line says
 * what came of it. What anybody said or decided, what went out and what is asked is never one.
 */
const machineLines: readonly CaseEvent["type"][] = [
  "contact-answered",
  "notice-queued",
  "notice-requeued",
  "send-claimed",
  "send-declined",
  "status-asked",
  "delivered",
  "announced",
  "check-wanted",
  "check-ended",
];

/** A letter's words are a person's, though the machine puts them in line. */
const isLetter = (event: CaseEvent): boolean => event.type === "notice-queued" && event.letter !== undefined;

export const isMachineLine = (events: readonly CaseEvent[]): boolean =>
  events.every((event) => machineLines.includes(event.type) && !isLetter(event));
