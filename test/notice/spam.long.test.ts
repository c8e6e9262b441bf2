import { mkdtempSync, rmSync } from "node:fs";
import { tmpdir } from "node:os";
import { join } from "node:path";
import { describe, expect, test } from "vitest";
import { steps } from "../../functions/case/step.ts";
import { previewOf } from "../../functions/notice/preview.ts";
import { describeProblem } from "../../functions/notice/request.ts";
import { languages } from "../../functions/notice/templates/languages.ts";
import { sampleSettings } from "../../infra/local/sample/settings.ts";
import {
  byRspamd,
  bySpamAssassin,
  inherentSpamRules,
  isInstalled,
  type Marked,
  type ScannedMail,
} from "./spam-filters.ts";

/** A fifth of what either filter acts on. */
const pointsAtMost = 1;

const avoidable = ({ points, rules }: Marked): number =>
  points -
  rules.filter(({ name }) => Object.hasOwn(inherentSpamRules, name)).reduce((sum, rule) => sum + rule.points, 0);

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

const filters = { spamassassin: bySpamAssassin, rspamd: byRspamd };

/** As Debian installs them (`apt-get install spamassassin rspamd`), without any network: words and form alone. */
describe.each(["spamassassin", "rspamd"] as const)("%s", (name) => {
  test.skipIf(!isInstalled(name))("has no point against a notice that other words avoid", async () => {
    const folder = mkdtempSync(join(tmpdir(), "spam-"));
    try {
      const mails = await mailsToScan();
      const marked = await filters[name](folder, mails);
      expect(marked).toHaveLength(mails.length);
      const bad = marked.flatMap((each, at) =>
        each.acts || avoidable(each) > pointsAtMost ? [{ mail: mails[at]?.named, ...each }] : [],
      );
      expect(bad).toEqual([]);
    } finally {
      rmSync(folder, { recursive: true });
    }
  });
});
