import type { CaseEvent } from "../../case/event.ts";

/** Intermediate steps: the next line says what came of it. Never what was said, decided, sent or asked. */
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

/** A letter's words are a person's, though the machine queues it. */
const isLetter = (event: CaseEvent): boolean => event.type === "notice-queued" && event.letter !== undefined;

export const isMachineLine = (events: readonly CaseEvent[]): boolean =>
  events.every((event) => machineLines.includes(event.type) && !isLetter(event));
