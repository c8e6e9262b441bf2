import type { MailRecord, SesAnswer } from "../../send/mail/record.ts";
import type { WaitingNotice } from "../../send/mail/waiting.ts";
import type { Batches, Change, MailRecords } from "../ports.ts";
import { duePlace } from "./due.ts";
import { expiryOf, type Item, isNew, type Table, type Write } from "./table.ts";

const partition = (batch: string): string => `BATCH#${batch}`;
export const timerKey = (batch: string) => ({ pk: partition(batch), sk: "TIMER" });
const waitingKey = ({ batch, caseId, noticeId }: WaitingNotice) => ({
  pk: partition(batch),
  sk: `${caseId}#${noticeId}`,
});

const mailKey = (id: string) => ({ pk: `MAIL#${id}`, sk: "MAIL" });
/** As long as word of it may come. */
const mailsKept = { days: 400 };
const mailItem = ({ id, at, members }: MailRecord): Item => ({
  ...mailKey(id),
  at,
  members: JSON.stringify(members),
  expiresAt: expiryOf(at, mailsKept),
});
const readMail = ({ pk, at, members, answer }: Item): MailRecord => ({
  id: String(pk).slice("MAIL#".length),
  at: String(at),
  members: JSON.parse(String(members)) as MailRecord["members"],
  ...(typeof answer === "string" && { answer: JSON.parse(answer) as SesAnswer }),
});

export const batchWrites = ({
  waits = [],
  waitsNoMore = [],
  mail,
}: Pick<Change, "waits" | "waitsNoMore" | "mail">): readonly Write[] => [
  ...waits.map((waiting) => ({ put: { ...waitingKey(waiting), bytes: waiting.bytes } })),
  ...waitsNoMore.map((waiting) => ({ remove: waitingKey(waiting) })),
  ...(mail ? [{ put: mailItem(mail), where: isNew }] : []),
];

export const batches = (table: Table): Batches & MailRecords => ({
  waitingFor: async (batch) =>
    (await table.all({ pk: partition(batch), sk: ["begins", "TD-"], consistent: true })).map(({ sk, bytes }) => {
      const [caseId = "", noticeId = ""] = String(sk).split("#");
      return { batch, caseId, noticeId, bytes: Number(bytes) };
    }),
  putTimer: async (batch, lane, dueAt) => {
    await table.write({ put: { ...timerKey(batch), ...duePlace(batch, lane, dueAt) }, where: isNew });
  },
  endTimer: async (batch) => {
    await table.write({ remove: timerKey(batch) });
  },
  mailRecord: async (id) => {
    const found = await table.get(mailKey(id));
    return found && readMail(found);
  },
  noteAnswer: async (id, answer, at) => {
    await table.write({
      update: mailKey(id),
      by: "SET answer = :answer, isOut = :isOut, expiresAt = :until",
      where: "attribute_exists(pk) AND (attribute_not_exists(isOut) OR isOut = :no)",
      values: {
        answer: JSON.stringify(answer),
        isOut: answer.kind === "accepted",
        no: false,
        until: expiryOf(at, mailsKept),
      },
    });
  },
});
