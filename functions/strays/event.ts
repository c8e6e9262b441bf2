import type { CommonEvent } from "../case/event.ts";
import { takes } from "../engine/matter.ts";
import type { Instant } from "../kernel/instant.ts";
import type { Lane } from "../report/category.ts";
import type { StatusMessage } from "../report/report.ts";

/** What happened to a place for messages that can't be read or fit no report. */
export type StrayEvent =
  | CommonEvent
  | {
      readonly type: "unreadable";
      readonly at: Instant;
      readonly caseId: string;
      readonly lane: Lane;
      readonly field: string;
      readonly reason: string;
      readonly fix: string;
      /** It could be read, and its target names nobody's host. */
      readonly unhosted?: true;
      /** The reporter whose messages are gathered here: each could be read, and fits no report. */
      readonly straysOf?: string;
      /**
       * Further messages of this sender that can't be read at this field join it. Absent in what
       * was written before they did.
       */
      readonly joinedBy?: { readonly sender?: string };
    }
  /**
   * One more message that could not be read as the first could not; its text stands beside the case
   * under this version.
   */
  | { readonly type: "unread-joined"; readonly at: Instant; readonly field: string; readonly reason: string }
  | { readonly type: "strayed"; readonly at: Instant; readonly message: StatusMessage };

export type StrayOpening = Extract<StrayEvent, { type: "unreadable" }>;

export const isStrayEvent = takes<StrayEvent>({
  unreadable: true,
  "unread-joined": true,
  strayed: true,
  asked: true,
  announced: true,
  agreed: true,
  "verdict-given": true,
  "verdict-taken-back": true,
  "verdict-dropped": true,
  answered: true,
  closed: true,
  forgotten: true,
});
