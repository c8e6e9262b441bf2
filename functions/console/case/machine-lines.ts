import type { AnyEvent } from "../../matters/event.ts";

/**
 * Whether a line of the timeline is the machine's alone: a step on its way, behind which the next line
 * says what came of it. What anybody said or decided, what went out and what is asked is never one.
 */
const isMachines = {
  opened: false,
  joined: false,
  status: false,
  "contact-answered": true,
  "host-moved": false,
  climbed: false,
  "notice-queued": true,
  "notice-requeued": true,
  "desk-stopped": false,
  "notice-cancelled": false,
  "send-claimed": true,
  "send-declined": true,
  refused: false,
  sent: false,
  "send-doubted": false,
  "channel-failed": false,
  "status-asked": true,
  "send-unknown": false,
  delivered: true,
  bounced: false,
  complained: false,
  replied: false,
  "answer-taken": false,
  corrected: false,
  held: false,
  noted: false,
  released: false,
  reopened: false,
  asked: false,
  announced: true,
  agreed: false,
  "verdict-given": false,
  "verdict-taken-back": false,
  "verdict-dropped": false,
  answered: false,
  "answer-held": false,
  "reminded-slowly": false,
  "returned-to-reporter": false,
  closed: false,
  "check-wanted": true,
  "check-ended": true,
  forgotten: false,
  unreadable: false,
  "unread-joined": false,
  strayed: false,
} as const satisfies Record<AnyEvent["type"], boolean>;

/** A letter's words are a person's, though the machine puts them in line. */
const isLetter = (event: AnyEvent): boolean => event.type === "notice-queued" && event.letter !== undefined;

export const isMachineLine = (events: readonly AnyEvent[]): boolean =>
  events.every((event) => isMachines[event.type] && !isLetter(event));
