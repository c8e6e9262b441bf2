import { writeFileSync } from "node:fs";
import { join } from "node:path";
import type { Settings } from "../../functions/kernel/settings.ts";
import { previewOf, previewsIn, sampleCase, sampleContact } from "../../functions/notice/preview.ts";
import { describeProblem } from "../../functions/notice/request.ts";
import { noticeLanguages } from "../../functions/notice/texts.ts";
import { type Category, categories } from "../../functions/report/category.ts";
import { rulesOf } from "../../functions/send/channels/form-fields.ts";
import type { Provider } from "../../functions/send/channels/provider.ts";
import { providers } from "../../functions/send/channels/providers.ts";
import { tellingOf } from "../../functions/send/channels/telling.ts";
import { makeFolder } from "../local/make-folder.ts";
import { sampleSettings } from "../local/sample/settings.ts";
import { asJson } from "./as-json.ts";
import { pageName, textsPageName } from "./page-frame.ts";
import { type PreviewedNotice, previewPage } from "./preview-page.ts";
import { printErrorLine, printLine } from "./print.ts";
import { CommandProblem } from "./problem.ts";
import { textsPage } from "./texts-page.ts";

/**
 * Writes every notice that can be sent as text and as .eml into a folder, for each language with a
 * page to leaf through them and one with its texts beside the English ones; and what each provider
 * that takes reports by an interface of its own would be asked. A sample case stands in for a real
 * one; every check of a real notice is done. Sends nothing, asks nobody.
 */
export const previewNotices = async ({
  out,
  language,
  category,
  to,
  json,
}: {
  readonly out: string;
  readonly language?: string;
  readonly category?: Category;
  readonly to?: string;
  readonly json?: true;
}): Promise<void> => {
  if (to !== undefined)
    throw new CommandProblem(
      "A preview is not sent to anybody: leave --to out, and open the .eml files or a preview page in the folder.",
    );
  const known: readonly string[] = noticeLanguages;
  if (language !== undefined && !known.includes(language)) {
    throw new CommandProblem(`There are no texts in "${language}". There are: ${known.join(", ")}.`);
  }
  // A sample hotline may be on the page; a link must not, not even our own.
  const settings = { ...sampleSettings, verifyBy: "call +00 000 0000" };
  const codes = language === undefined ? known : [language];
  for (const code of codes) {
    const shown: PreviewedNotice[] = [];
    makeFolder(join(out, code));
    for (const preview of previewsIn(code, category === undefined ? categories : [category])) {
      const { category: matter, scope, step, about } = preview;
      const name = [matter, scope, step, ...(about === "one" ? [] : [about])].join("-");
      const composed = await previewOf(preview, settings);
      if (!composed.ok) throw new CommandProblem(`${code}/${name}: ${describeProblem(composed.error)}`);
      const { subject, text, mime, recipient, attached } = composed.value;
      writeFileSync(join(out, code, `${name}.txt`), `Subject: ${subject}\nTo: ${recipient}\n\n${text}\n`);
      writeFileSync(join(out, code, `${name}.eml`), mime);
      shown.push({ ...preview, recipient, subject, text, attached });
    }
    writeFileSync(join(out, pageName(code)), previewPage(code, codes, shown));
    writeFileSync(join(out, textsPageName(code)), textsPage(code, codes));
    if (json) printLine(asJson({ language: code, notices: shown.length, page: join(out, pageName(code)) }));
    else printErrorLine(`${code}: ${shown.length} notices`);
  }
  const requests = previewRequests(out, category, settings);
  if (json) printLine(asJson({ requests, folder: join(out, "by-api") }));
  else printErrorLine(`by-api: ${requests} requests`);
  printErrorLine(`Nothing was sent. Open ${join(out, pageName(codes[0] ?? "en"))}`);
};

/** A file for each request that a provider's interface would be asked, with the provider's rules. */
const previewRequests = (out: string, only: Category | undefined, settings: Settings): number => {
  const folder = join(out, "by-api");
  makeFolder(folder);
  const matters = only === undefined ? categories : [only];
  const made = Object.entries<Provider>(providers).flatMap(([id, provider]) =>
    matters.flatMap((matter) => {
      const { case: state } = sampleCase(matter, sampleContact("platform"), "first", settings.reporters[0]?.id);
      const replyAddress = `preview@${settings.replyDomain}`;
      const request = provider.toRequest(tellingOf(state, { settings, replyAddress, toldOfDomain: 0 }));
      return request.ok ? [{ name: `${id}-${matter}.json`, provider, matter, asked: request.value }] : [];
    }),
  );
  for (const { name, provider, matter, asked } of made) {
    const { host, basePath } = provider;
    const to = `${asked.method} https://${host}${basePath}${asked.path}`;
    const body = "body" in asked ? { body: asked.body } : {};
    const written = { to, ...body, rules: rulesOf(provider, matter) };
    writeFileSync(join(folder, name), `${JSON.stringify(written, null, 2)}\n`);
  }
  return made.length;
};
