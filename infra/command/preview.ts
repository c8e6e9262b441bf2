import { mkdirSync, writeFileSync } from "node:fs";
import { join } from "node:path";
import { steps } from "../../functions/case/step.ts";
import { scopes } from "../../functions/kernel/scope.ts";
import { isEverSent, previewOf } from "../../functions/notice/preview.ts";
import { describeProblem } from "../../functions/notice/request.ts";
import { languages } from "../../functions/notice/templates/languages.ts";
import { type Category, categories } from "../../functions/report/category.ts";
import { sampleSettings } from "../local/sample/settings.ts";
import { type PreviewedNotice, pageName, previewPage } from "./preview-page.ts";
import { CommandProblem } from "./problem.ts";

/**
 * Writes every notice that can be sent as text and as .eml, and a page for each language to leaf
 * through them, into a folder. A sample case stands in for a real one; every check of a real notice
 * is done. Sends nothing, asks nobody.
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
  if (to !== undefined)
    throw new CommandProblem(
      "A preview is not sent to anybody: leave --to out, and open the .eml files or a preview page in the folder.",
    );
  const known = languages.map((texts) => texts.language);
  if (language !== undefined && !known.includes(language)) {
    throw new CommandProblem(`There are no texts in "${language}". There are: ${known.join(", ")}.`);
  }
  // A sample hotline may be on the page; a link must not, not even our own.
  const settings = { ...sampleSettings, verifyBy: "call +00 000 0000" };
  const codes = language === undefined ? known : [language];
  for (const code of codes) {
    const shown: PreviewedNotice[] = [];
    mkdirSync(join(out, code), { recursive: true });
    for (const matter of category === undefined ? categories : [category]) {
      for (const scope of scopes) {
        for (const step of steps) {
          for (const several of [false, true]) {
            const preview = { language: code, category: matter, scope, step, several };
            if (!isEverSent(preview)) continue;
            const name = `${matter}-${scope}-${step}${several ? "-digest" : ""}`;
            const composed = await previewOf(preview, settings);
            if (!composed.ok) throw new CommandProblem(`${code}/${name}: ${describeProblem(composed.error)}`);
            const { subject, text, mime, recipient, attached } = composed.value;
            writeFileSync(join(out, code, `${name}.txt`), `Subject: ${subject}\nTo: ${recipient}\n\n${text}\n`);
            writeFileSync(join(out, code, `${name}.eml`), mime);
            shown.push({ ...preview, recipient, subject, text, attached });
          }
        }
      }
    }
    writeFileSync(join(out, pageName(code)), previewPage(code, codes, shown));
    console.error(`${code}: ${shown.length} notices`);
  }
  console.error(`Nothing was sent. Open ${join(out, pageName(codes[0] ?? "en"))}`);
};
