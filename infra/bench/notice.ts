import { Command } from "commander";
import { composeIn } from "../../functions/notice/compose-notice.ts";
import { sampleCase, sampleContact } from "../../functions/notice/preview.ts";
import { textsFor } from "../../functions/notice/templates/languages.ts";
import { composedSettings as settings, twoComposers } from "./others/composing.ts";

/*
 * How many notices a second are composed with all checks, beside nodemailer's composer alone on the
 * same text and attachment. Both in one run, in turns, so that the ratio holds on any machine
 * whatever else it does. `bench:others` has the same by processor time.
 */
const perTurn = 100;
const turns = 10;

const measure = async (language: string): Promise<void> => {
  const { ours, theirs, text, mime } = await twoComposers(language);
  const timed = async (once: () => Promise<unknown>): Promise<number> => {
    const start = process.hrtime.bigint();
    for (let count = 0; count < perTurn; count++) await once();
    return Number(process.hrtime.bigint() - start) / 1e9;
  };
  await timed(ours);
  await timed(theirs);
  let oursSeconds = 0;
  let theirsSeconds = 0;
  for (let turn = 0; turn < turns; turn++) {
    oursSeconds += await timed(ours);
    theirsSeconds += await timed(theirs);
  }
  const rate = (seconds: number) => Math.round((perTurn * turns) / seconds);
  console.log(
    `${language}: ${rate(oursSeconds)} notices/s with all checks, ${rate(theirsSeconds)} mails/s by ` +
      `nodemailer's composer alone: ${(oursSeconds / theirsSeconds).toFixed(2)} times its time ` +
      `(${text.length} characters, ${mime.length} octets)`,
  );
};

/**
 * A digest of so many cases, each on a host of its own with words of its own, so that the least of
 * it is common.
 */
const measureDigest = async (language: string, cases: number): Promise<void> => {
  const { case: state, notice } = sampleCase(
    "phishing",
    sampleContact("network", { language, country: "DE" }),
    "reminder",
  );
  const [first, ...also] = Array.from({ length: cases }, (_, at) => {
    const host = `shop${at}.bad.example`;
    const explanation = `${state.evidence.explanation} (${at})`;
    const target = { kind: "url", url: `https://${host}/page?session=${at}`, host } as const;
    return {
      case: {
        ...state,
        id: `TD-${String(at).padStart(4, "0")}-0000-0000`,
        target,
        evidence: { ...state.evidence, explanation },
      },
      notice,
    };
  });
  if (!first) throw new Error("A digest has members.");
  const start = process.hrtime.bigint();
  const composed = await composeIn(textsFor(language), {
    ...first,
    also,
    digestId: "TD-DDDD-DDDD-DDDD",
    settings,
    replyAddress: `bench@${settings.replyDomain}`,
    attemptId: "TD-DDDD-DDDD-DDDD_1",
    now: "2026-11-24T10:00:00.000Z",
    messageIdDomain: "eu-central-1.amazonses.com",
  });
  const ms = Number(process.hrtime.bigint() - start) / 1e6;
  if (!composed.ok) throw new Error(`The digest to measure could not be composed: ${composed.error.kind}.`);
  const { text, mime } = composed.value;
  console.log(
    `${language}: a digest of ${cases} in ${Math.round(ms)} ms with all checks (${text.length} ` +
      `characters, ${mime.length} octets)`,
  );
};

new Command("bench:notice")
  .description("notices and digests a second, composed and checked, beside nodemailer's composer alone")
  .parse();
for (const language of ["en", "de", "ja"]) await measure(language);
for (const language of ["en", "ja"]) for (const cases of [10, 100, 500, 1000]) await measureDigest(language, cases);
