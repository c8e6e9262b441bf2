import type { AnyEvent } from "../../matters/event.ts";

/**
 * Lines of the timeline that are the machine's alone: a step on its way, behind which the next line says
 * what came of it. What anybody said or decided, what went out and what is asked is never one.
 */
const machineLines: readonly AnyEvent["type"][] = [
  "contact-answered",
  "notice-queued",
  "notice-requeued",
  "notice-gathered",
  "digest-heard",
  "send-claimed",
  "send-declined",
  "status-asked",
  "delivered",
  "announced",
  "check-wanted",
  "check-ended",
  "members-planned",
  "members-told",
];

/** A letter's words are a person's, though the machine puts them in line. */
const isLetter = (event: AnyEvent): boolean => event.type === "notice-queued" && event.letter !== undefined;

export const isMachineLine = (events: readonly AnyEvent[]): boolean =>
  events.every((event) => machineLines.includes(event.type) && !isLetter(event));
