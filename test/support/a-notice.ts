import type { Notice, NoticeAt } from "../../functions/case/notice.ts";
import type { NoticeState } from "../../functions/case/notice-state.ts";
import { aCase, anAnswer, morning } from "./a-case.ts";

/** A case whose host was looked up, and whose desk has its notice in line. */
export const inLine = aCase({}, [{ type: "contact-answered", at: morning, answer: anAnswer() }]);
const [first] = inLine.notices;
if (first?.state !== "queued") throw new Error("the host's desk has a notice in line");
export const queuedOne: NoticeAt<"queued"> = first;

const attempt = { attempts: 1, attemptId: "a-1", wireAt: morning, subject: "ABUSE", renderHash: "hash" } as const;
const out = { ...attempt, sentAt: morning, sesMessageId: "ses-1" } as const;

/** What a notice has come to have at each stage. */
const stages: { readonly [State in NoticeState]: Omit<NoticeAt<State>, keyof Notice> & Partial<NoticeAt<State>> } = {
  queued: {},
  cancelled: { problem: "it is not needed" },
  failed: { problem: "a fact is missing" },
  "on-wire": attempt,
  unknown: attempt,
  sent: out,
  delivered: { ...out, deliveredAt: morning },
  rejected: { ...out, problem: "policy" },
  bounced: { ...out, problem: "no such user" },
  complained: { ...out, deliveredAt: morning, problem: "unwanted" },
};

/** The first notice to the host's desk at a stage, with all that it has there. */
export const aNotice = <State extends NoticeState>(
  state: State,
  spoilt: Partial<NoticeAt<State>> = {},
): NoticeAt<State> => ({ ...queuedOne, ...stages[state], ...spoilt, state }) as unknown as NoticeAt<State>;
