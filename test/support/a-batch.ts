import { takeInDelivery } from "../../functions/answers/take-in-delivery.ts";
import { takeInReading } from "../../functions/answers/take-in-reply.ts";
import type { Case } from "../../functions/case/case.ts";
import type { ReplyClass } from "../../functions/case/reply-class.ts";
import { gather } from "../../functions/review/for-all.ts";
import type { MailRecord } from "../../functions/send/mail/record.ts";
import { batchIdOf } from "../../functions/send/mail/waiting.ts";
import { sendHinted } from "../../functions/send/send-notice.ts";
import type { SendAnswer } from "../../functions/send/send-port.ts";
import type { CaseStore } from "../../functions/store/ports.ts";
import { aFlow, nativeMessage } from "./a-flow.ts";
import { caseIdOf } from "./case-ids.ts";
import { memoryCaseStore } from "./memory-case-store.ts";

export const idOf = (number: number): string => caseIdOf(`report hotline/r-${number}`);
export const pageReport = (number: number, spoilt: Record<string, unknown> = {}): string =>
  nativeMessage({ reportId: `r-${number}`, target: { url: `https://shop.bad.example/page-${number}` }, ...spoilt });

export class Died extends Error {}

/**
 * Pages on one host whose notices wait in one window. `strikes` is called in front of each touch of the store, and
 * in front of SES: it may throw, let others go first, and give what is done after its effect.
 */
export const aBatch = async (
  reports = 4,
  settings: Parameters<typeof aFlow>[0] = {},
  store: CaseStore = memoryCaseStore(),
) => {
  let strike: (port: string) => Promise<(() => void) | undefined> = async () => undefined;
  const struck: CaseStore = new Proxy(store, {
    get: (of, port) => {
      const call: unknown = Reflect.get(of, port);
      return typeof call !== "function"
        ? call
        : async (...given: readonly unknown[]) => {
            const after = await strike(String(port));
            const answer: unknown = await call(...given);
            after?.();
            return answer;
          };
    },
  });
  const flow = aFlow({ digests: true, ...settings }, { store: struck });
  const { sendOnce } = flow.sending;
  const answers: { readonly attemptId: string; readonly text: string; readonly answer: SendAnswer }[] = [];
  Object.assign(flow.sending, {
    sendOnce: async (mail: Parameters<typeof sendOnce>[0]) => {
      const after = await strike("SES");
      const answer = await sendOnce(mail);
      answers.push({ attemptId: mail.attemptId, text: Buffer.from(mail.mime).toString(), answer });
      after?.();
      return answer;
    },
  });
  for (let number = 1; number <= reports; number++) await flow.report(pageReport(number));
  await flow.run();
  const all: readonly number[] = Array.from({ length: reports }, (_, at) => at + 1);
  const caseOf = async (number: number): Promise<Case> => {
    const state = await store.read(idOf(number));
    if (!state) throw new Error(`there is no case of report ${number}`);
    return state;
  };
  const batchOf = async (number: number): Promise<string> => {
    const state = await caseOf(number);
    const batch = state.notices[0] && batchIdOf(state, state.notices[0]);
    if (!batch) throw new Error(`report ${number} waits in no batch`);
    return batch;
  };
  const mailOf = async (number: number): Promise<MailRecord> => {
    const mail = await store.mailRecord((await caseOf(number)).notices.at(-1)?.mail?.id ?? "none");
    if (!mail) throw new Error(`report ${number} is in no mail`);
    return mail;
  };
  const mailsTold = (number: number) => answers.filter(({ text }) => new RegExp(`page-${number}(?!\\d)`).test(text));
  return {
    flow,
    store,
    all,
    caseOf,
    batchOf,
    mailOf,
    strikes: (by: typeof strike) => {
      strike = by;
    },
    sends: (caseId: string) => sendHinted(flow.sending, { caseId }),
    /** The mails that SES was asked to take and that tell of this page. */
    mailsTold,
    /** How many of them SES took, or may have taken. */
    times: (number: number) => mailsTold(number).filter(({ answer }) => answer.kind !== "declined").length,
    texts: () => flow.mails.map(({ recipient, mime }) => ({ recipient, text: Buffer.from(mime).toString() })),
    states: async () => Promise.all(all.map(async (n) => (await caseOf(n)).notices.map((one) => one.state).join())),
    closed: async () => Promise.all(all.map(async (n) => (await caseOf(n)).closed?.outcome)),
    /** The questions that are one to a person, each with how many cases ask it. */
    asked: async () =>
      gather(await Promise.all(all.map(caseOf))).map((group) => [group[0].review.question, group.length]),
    /** SES tells of a mail; of each where none is named. */
    tells: async (
      eventType: "Delivery" | "Bounce" | "Complaint",
      attemptIds: readonly string[] = flow.mails.map(({ attemptId }) => attemptId),
      more: Pick<Parameters<typeof takeInDelivery>[0], "guard"> = {},
    ) => {
      const outcomes = [];
      for (const attemptId of attemptIds)
        outcomes.push(
          await takeInDelivery(
            { ...flow.work, ...more },
            JSON.stringify({
              eventType,
              mail: { messageId: "ses-x", timestamp: flow.now(), tags: { attempt: [attemptId] } },
              ...(eventType === "Bounce" ? { bounce: { bounceType: "Permanent" } } : {}),
              ...(eventType === "Delivery" ? { delivery: {} } : {}),
              ...(eventType === "Complaint" ? { complaint: {} } : {}),
            }),
          ),
        );
      return outcomes;
    },
    /** Somebody writes to the reply address of a mail. */
    writes: async (mailId: string, replyClass: ReplyClass, text: string, from = "abuse@network.example") => {
      const outcome = await takeInReading(flow.work, {
        about: [{ caseId: mailId, noticeToken: "aaaaaaaaaa" }],
        replyClass,
        rule: "the story",
        dmarc: "pass",
        from,
        mailHash: `${replyClass} ${text} ${from}`,
        subject: "Re: notice",
        text,
        automatic: false,
        attachments: [],
      });
      await flow.run();
      return outcome;
    },
  };
};
export type Batch = Awaited<ReturnType<typeof aBatch>>;
