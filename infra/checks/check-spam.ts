import { mkdtempSync, rmSync } from "node:fs";
import { tmpdir } from "node:os";
import { join } from "node:path";
import { steps } from "../../functions/case/step.ts";
import { previewOf } from "../../functions/notice/preview.ts";
import { describeProblem } from "../../functions/notice/request.ts";
import { languages } from "../../functions/notice/templates/languages.ts";
import { sampleSettings } from "../local/sample/settings.ts";
import { byRspamd, bySpamAssassin, inherentSpamRules, type Marked, type ScannedMail } from "./spam-filters.ts";

/** A notice has no business with any points; one is a fifth of what either filter acts on. */
const pointsAtMost = 1;

const avoidable = ({ points, rules }: Marked): number =>
  points -
  rules.filter(({ name }) => Object.hasOwn(inherentSpamRules, name)).reduce((sum, rule) => sum + rule.points, 0);

const say = (line: string) => process.stdout.write(`${line}\n`);

/** One mail of each language and step, as it goes out. */
const mailsToScan = async (): Promise<readonly ScannedMail[]> => {
  const mails: ScannedMail[] = [];
  for (const { language } of languages)
    for (const step of steps) {
      const notice = { language, category: "phishing", scope: "network", step, about: "one" } as const;
      const composed = await previewOf(notice, sampleSettings);
      if (!composed.ok) throw new Error(`${language} ${step}: ${describeProblem(composed.error)}`);
      mails.push({ named: `${language} ${step}`, mime: composed.value.mime, recipient: composed.value.recipient });
    }
  return mails;
};

const sayMarked = ({ points, action, rules }: Marked): string =>
  [
    points.toFixed(2).padStart(6),
    action.padEnd(10),
    rules.map(({ name, points: each }) => `${name} ${each}`).join(", "),
  ]
    .join("  ")
    .trimEnd();

/**
 * Holds notices against two spam filters as Debian installs them, without any network. Prints what
 * each gave; fails where one would act or gave more than a point that other words could avoid.
 */
const check = async (): Promise<boolean> => {
  const folder = mkdtempSync(join(tmpdir(), "spam-"));
  try {
    const mails = await mailsToScan();
    const filters = [
      ["SpamAssassin", bySpamAssassin(folder, mails)],
      ["rspamd", await byRspamd(folder, mails)],
    ] as const;
    for (const [name, why] of Object.entries(inherentSpamRules)) say(`${name} is shown and not counted: ${why}.`);
    let fine = true;
    for (const [filter, marked] of filters) {
      say(`\n${filter}`);
      for (const [at, each] of marked.entries()) say(`${(mails[at]?.named ?? "").padEnd(14)}${sayMarked(each)}`);
      const bad = marked.filter((each) => each.acts || avoidable(each) > pointsAtMost).length;
      const most = Math.max(...marked.map(({ points }) => points));
      say(`${filter}: ${marked.length} mails, ${most.toFixed(2)} points at most, ${bad} that are not to pass`);
      fine &&= bad === 0 && marked.length === mails.length;
    }
    return fine;
  } finally {
    rmSync(folder, { recursive: true });
  }
};

process.exitCode = (await check()) ? 0 : 1;
