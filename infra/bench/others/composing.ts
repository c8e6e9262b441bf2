import MailComposer from "nodemailer/lib/mail-composer";
import { composeIn } from "../../../functions/notice/compose-notice.ts";
import { sampleCase, sampleContact } from "../../../functions/notice/preview.ts";
import { textsFor } from "../../../functions/notice/templates/languages.ts";
import { sampleSettings } from "../../local/sample/settings.ts";
import type { Contest } from "./contest.ts";

export const composedSettings = { ...sampleSettings, verifyBy: "call +00 000 0000" };

/** A first notice with all checks, and nodemailer's composer alone on the same text and attachment. */
export const twoComposers = async (language: string) => {
  const settings = composedSettings;
  const { case: state, notice } = sampleCase(
    "phishing",
    sampleContact("network", { language, country: "DE" }),
    "first",
  );
  const ours = () =>
    composeIn(textsFor(language), {
      case: state,
      notice,
      settings,
      replyAddress: `bench@${settings.replyDomain}`,
      attemptId: `${state.id}_${notice.id}_1`,
      now: "2026-11-24T10:00:00.000Z",
      messageIdDomain: "eu-central-1.amazonses.com",
    });
  const composed = await ours();
  if (!composed.ok) throw new Error(`The notice to measure could not be composed: ${composed.error.kind}.`);
  const { subject, text, recipient, mime } = composed.value;
  const json =
    /name=xarf-[\w-]+\.json[\s\S]*?\r\n\r\n([A-Za-z0-9+/=\r\n]+)/.exec(Buffer.from(mime).toString("latin1"))?.[1] ?? "";
  const attachment = { filename: composed.value.attached ?? "", content: Buffer.from(json, "base64") };
  const theirs = () =>
    new MailComposer({
      from: settings.senderAddress,
      to: recipient,
      subject,
      text,
      attachments: [attachment],
      disableFileAccess: true,
      disableUrlAccess: true,
    })
      .compile()
      .build();
  return { ours, theirs, text, mime };
};

/** Composing and checking a notice, at most three times nodemailer's composer. */
export const composingContests = async (): Promise<readonly Contest[]> => {
  const contests: Contest[] = [];
  for (const language of ["en", "de", "ja"]) {
    const { ours, theirs, mime } = await twoComposers(language);
    contests.push({
      what: `a notice in ${language}, ${mime.length} octets, composed and checked`,
      each: 1,
      ours: { name: "with all checks", does: ours },
      others: [{ name: "nodemailer alone", does: theirs, atMost: 3 }],
    });
  }
  return contests;
};
