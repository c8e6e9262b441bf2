import { PublishCommand, type SNSClient } from "@aws-sdk/client-sns";
import type { OnCallNews } from "../escalation/sweep.ts";

const counted = (count: number, what: string): string => `${count} ${what}${count === 1 ? "" : "s"}`;

/** The words of a notification: how much waits, which cases first, where to decide. Nothing of what was reported. */
export const onCallMessage = ({ urgent, standard, cases }: OnCallNews, consoleUrl: string | undefined): { readonly subject: string; readonly text: string } => {
  const waits = [...(urgent > 0 ? [counted(urgent, "urgent case")] : []), ...(standard > 0 ? [counted(standard, "other case")] : [])].join(" and ");
  const named = cases.map(({ caseId, lane, category, question }) => `${caseId}  ${lane === "urgent" ? "URGENT  " : ""}${category}: ${question}`);
  const more = urgent + standard - cases.length;
  return {
    subject: `Takedown dispatcher: ${waits} before a person`,
    text: [
      `New questions, worst first:`,
      "",
      ...named,
      ...(more > 0 ? [`and ${more} more`] : []),
      "",
      `Decide in the console${consoleUrl ? `: ${consoleUrl}` : "."}`,
    ].join("\n"),
  };
};

/** Tells on-call by SNS. Network: one Publish. Throws what SNS throws; the sweep comes again in a minute. */
export const snsOnCall =
  (client: SNSClient, topicArn: string, consoleUrl: string | undefined) =>
  async (news: OnCallNews): Promise<void> => {
    const { subject, text } = onCallMessage(news, consoleUrl);
    await client.send(new PublishCommand({ TopicArn: topicArn, Subject: subject.slice(0, 100), Message: text }));
  };
