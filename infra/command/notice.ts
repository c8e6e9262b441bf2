import { type NoticeText, noticeTextOf } from "../../functions/console/case/notice-text.ts";
import { caseNamed } from "../../functions/console/cases/case-number.ts";
import type { Clock } from "../../functions/kernel/instant.ts";
import { asJson } from "./as-json.ts";
import { noSuchCase, nowAt, reached, storeAt, type Where } from "./connection.ts";
import { stageSettingsAt } from "./in-force.ts";
import { printLine, printMail } from "./print.ts";
import { CommandProblem } from "./problem.ts";

/** Composes mails as they would be written at a moment, by the settings of the stage that is meant. */
export const noticeTextAt = (where: Where, clock: Clock): NoticeText =>
  noticeTextOf(stageSettingsAt(where), clock, process.env.AWS_REGION ?? "us-east-1");

/**
 * Shows a notice of a case as it would be written now: a mail's text, or field by field what
 * a provider's API is asked. Sends nothing, writes nothing.
 */
export const showNotice = async (
  id: string,
  noticeId: string | undefined,
  options: Where & { readonly json?: true },
): Promise<void> => {
  const target = await reached(options, storeAt(options).read(caseNamed(id)));
  if (!target) throw noSuchCase(id, options);
  const ids = target.notices.map((notice) => notice.id);
  const notice = target.notices.find((one) => one.id === (noticeId ?? ids[0]));
  if (!notice)
    throw new CommandProblem(
      ids.length === 0 ? `${target.id} has no notice yet.` : `${target.id} has these notices: ${ids.join(", ")}.`,
    );
  const textOf = noticeTextAt(options, { now: () => nowAt(options) });
  const text = await reached(options, textOf(target, notice.id));
  if (!text.ok) throw new CommandProblem(text.error);
  const { channel, email } = notice.to;
  if (options.json) {
    const by = channel === undefined ? { to: email } : { byApi: channel, ticket: notice.ticket };
    printLine(asJson({ caseId: target.id, noticeId: notice.id, state: notice.state, ...by, ...text.value }));
    return;
  }
  const { subject, text: words, byApi } = text.value;
  const to = byApi ? `${byApi.name}, by its API` : email;
  printLine(`${notice.id}, ${notice.state}`);
  printMail(to, subject, words);
  for (const line of byApi?.says ?? []) printLine(line);
};
