import { mkdirSync, writeFileSync } from "node:fs";
import { join } from "node:path";
import { scopes } from "../../../functions/case/candidate.ts";
import { steps } from "../../../functions/case/case.ts";
import { composeIn } from "../../../functions/notice/compose-notice.ts";
import { describeProblem } from "../../../functions/notice/request.ts";
import { languages, textsFor } from "../../../functions/notice/templates/languages.ts";
import { type Category, categories, isChildAbuse } from "../../../functions/report/category.ts";
import { sampleSettings } from "../sample/settings.ts";
import { contactOf, previewCase } from "./preview-case.ts";
import { type PreviewedNotice, previewPage } from "./preview-page.ts";
import { CommandProblem } from "./problem.ts";

/** The country that a language's preview is about, so that the grounds which its law gives are seen. */
const countryOf: Readonly<Record<string, string>> = { en: "US", zh: "CN", ja: "JP", ko: "KR", uk: "UA" };

/**
 * Writes every notice that can be sent as text and as .eml, and one page to leaf through them, into a folder. A sample case stands
 * in for a real one; every check of a real notice is done. Sends nothing, asks nobody.
 */
export const previewNotices = async ({
  out,
  language,
  category,
  to,
}: {
  readonly out: string;
  readonly language?: string;
  readonly category?: Category;
  readonly to?: string;
}): Promise<void> => {
  if (to !== undefined) throw new CommandProblem("A preview is not sent to anybody: leave --to out, and open the .eml files or preview.html in the folder.");
  const known = languages.map((texts) => texts.language);
  if (language !== undefined && !known.includes(language)) {
    throw new CommandProblem(`There are no texts in "${language}". There are: ${known.join(", ")}.`);
  }
  // A sample hotline may be on the page; a link must not, not even our own.
  const settings = { ...sampleSettings, verifyBy: "call +00 000 0000" };
  const shown: PreviewedNotice[] = [];
  for (const code of language === undefined ? known : [language]) {
    mkdirSync(join(out, code), { recursive: true });
    for (const matter of category === undefined ? categories : [category]) {
      for (const scope of scopes.filter((each) => !(each === "site" && isChildAbuse(matter)))) {
        for (const step of steps) {
          const recipient = contactOf(scope, { language: code, country: countryOf[code] ?? code.toUpperCase() });
          const { state, notice } = previewCase(matter, recipient, step);
          const composed = await composeIn(textsFor(code), {
            case: state,
            notice,
            settings,
            replyAddress: `preview@${settings.replyDomain}`,
            attemptId: `${state.id}_${notice.id}_1`,
            now: "2026-11-24T10:00:00.000Z",
            messageIdDomain: "eu-central-1.amazonses.com",
          });
          const name = `${matter}-${scope}-${step}`;
          if (!composed.ok) throw new CommandProblem(`${code}/${name}: ${describeProblem(composed.error)}`);
          const { subject, text, mime } = composed.value;
          writeFileSync(join(out, code, `${name}.txt`), `Subject: ${subject}\nTo: ${recipient.email}\n\n${text}\n`);
          writeFileSync(join(out, code, `${name}.eml`), mime);
          shown.push({
            language: code,
            category: matter,
            scope,
            step,
            recipient: recipient.email,
            subject,
            text,
            hasXarf: Buffer.from(mime).includes("name=xarf.json"),
          });
        }
      }
    }
    console.error(`${code}: ${shown.filter((each) => each.language === code).length} notices`);
  }
  const page = join(out, "preview.html");
  writeFileSync(page, previewPage(shown));
  console.error(`Nothing was sent. Open ${page}`);
};
