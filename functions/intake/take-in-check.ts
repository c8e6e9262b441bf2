import { answers } from "../case/check.ts";
import * as z from "../kernel/zod.ts";
import { wrongMoment } from "../report/moments.ts";
import { caseNumber } from "../report/native.ts";
import { checkerId } from "../report/own-queue.ts";
import type { StatusMessage } from "../report/report.ts";
import type { Outcome } from "../store/work.ts";
import { factOf } from "./later-word.ts";
import { changeBySaid } from "./tell-case.ts";
import type { TakeInWork } from "./work.ts";

export const checkAnswer = () =>
  z.strictObject({
    caseId: caseNumber(),
    status: z.enum(["gone", "still-up"]),
    at: z.iso.datetime(),
    note: z.string().check(z.maxLength(200)),
  });

/**
 * Notes what the operator's checker found, where a check is open that asks it: it may say nothing
 * else, and nothing in the urgent lane. Idempotent. Throws at what is no answer: a dead letter.
 */
export const takeInCheck = async (work: TakeInWork, text: string): Promise<Outcome> => {
  const said = checkAnswer().parse(JSON.parse(text));
  const status: StatusMessage = { kind: "status", reporter: checkerId, reportId: "check", ...said };
  if (wrongMoment(status, work.clock.now())) throw new Error("The checker's clock is wrong.");
  const changed = await changeBySaid(work, said.caseId, status, (state, words) => {
    const open = state.lane === "standard" ? state.checks?.open : undefined;
    const fact = open && answers(open, checkerId, said.at) && factOf(state, words, status, work.clock.now());
    return fact ? [fact] : undefined;
  });
  return !changed.ok && changed.error.kind === "contended" ? "later" : "done";
};
