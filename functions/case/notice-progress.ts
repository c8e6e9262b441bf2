import type { Answered, Notice, NoticeAt, Sent } from "./notice.ts";
import { noticeStateFacts, type OutState } from "./notice-state.ts";

/** It is out, whatever came of it. */
export const isOut = (notice: Notice): notice is NoticeAt<OutState> => noticeStateFacts[notice.state].isOut;

export const isSent = (notice: Notice): notice is Sent => notice.sentAt !== undefined;

export const isAnswered = (notice: Notice): notice is Answered =>
  notice.answer !== undefined && notice.answeredAt !== undefined;

/** Of a mail about several cases one notice does. */
export const standsForMail = ({ mail }: Pick<Notice, "mail">): boolean => mail === undefined || mail.first === true;
