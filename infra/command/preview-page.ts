import { aboutWords } from "../../functions/console/words.ts";
import { abouts, type Preview } from "../../functions/notice/preview.ts";
import { escaped, framed, languageLinks, languageName, pageName, textsPageName } from "./page-frame.ts";

export type PreviewedNotice = Preview & {
  readonly recipient: string;
  readonly subject: string;
  readonly text: string;
  /** The attached file's name. */
  readonly attached: string | undefined;
};

const style = `
form { display: grid; grid-template-columns: repeat(auto-fit, minmax(10rem, 1fr)); gap: .75rem; margin-top: 1rem; }
label { display: block; font-size: .85rem; color: var(--quiet); }
select, button {
  width: 100%; min-height: 2.75rem; font: inherit; color: inherit; background: var(--sheet);
  border: 1px solid var(--line); border-radius: .35rem; padding: .25rem .5rem;
}
.leaf { display: flex; gap: .75rem; align-items: center; margin-top: .75rem; }
.leaf button { width: auto; padding: .25rem 1rem; }
select:focus-visible, button:focus-visible { outline: 3px solid var(--mark); outline-offset: 1px; }
article {
  background: var(--sheet); border: 1px solid var(--line); border-radius: .35rem; margin-bottom: 1rem;
  content-visibility: auto; contain-intrinsic-size: auto 40rem;
}
.head {
  margin: 0; padding: .75rem 1rem; border-bottom: 1px solid var(--line); display: grid;
  grid-template-columns: max-content 1fr; gap: .15rem .75rem;
}
dt { color: var(--quiet); } dd { margin: 0; overflow-wrap: anywhere; } dd.subject { font-weight: 600; }
pre {
  margin: 0; padding: 1rem; font: 14px/1.5 ui-monospace, "Noto Sans Mono CJK SC", monospace;
  white-space: pre-wrap; overflow-wrap: anywhere;
}
@media (max-width: 30rem) { form { grid-template-columns: 1fr 1fr; } pre { font-size: 13px; padding: .75rem; } }`;

// Leafing alone needs a script; without one every notice stands on the page, one below the other.
const script = `
const names = ["category", "scope", "step", "about"];
const sheets = [...document.querySelectorAll("article")];
const choice = (name) => document.getElementById(name);
let at = 0;
const show = (index) => {
  at = (index + sheets.length) % sheets.length;
  sheets.forEach((sheet, each) => { sheet.hidden = each !== at; });
  for (const name of names) choice(name).value = sheets[at].dataset[name];
  document.getElementById("where").textContent = (at + 1) + " of " + sheets.length;
};
const fits = (sheet, wanted) => wanted.every((name) => sheet.dataset[name] === choice(name).value);
for (const name of names) choice(name).addEventListener("change", () => {
  const exact = sheets.findIndex((sheet) => fits(sheet, names));
  show(exact >= 0 ? exact : sheets.findIndex((sheet) => fits(sheet, [name])));
});
document.getElementById("back").addEventListener("click", () => show(at - 1));
document.getElementById("on").addEventListener("click", () => show(at + 1));
document.getElementById("leaf").hidden = false;
show(0);`;

const select = (name: string, label: string, values: readonly (readonly [value: string, words: string])[]): string =>
  [
    `<label>${label}<select id="${name}" autocomplete="off">`,
    ...values.map(([value, words]) => `<option value="${escaped(value)}">${escaped(words)}</option>`),
    "</select></label>",
  ].join("");

const distinct = (values: readonly string[]): readonly (readonly [string, string])[] =>
  [...new Set(values)].map((value) => [value, value.replace("-", " ")]);

const sheet = ({
  language,
  category,
  scope,
  step,
  about,
  recipient,
  subject,
  text,
  attached,
}: PreviewedNotice): string =>
  [
    `<article data-category="${category}" data-scope="${scope}" data-step="${step}" data-about="${about}">`,
    `<dl class="head"><dt>To</dt><dd>${escaped(recipient)}</dd>`,
    `<dt>Subject</dt><dd class="subject">${escaped(subject)}</dd>`,
    `<dt>Attached</dt><dd>${attached === undefined ? "nothing" : `${attached} (XARF 4.2)`}</dd></dl>`,
    `<pre lang="${language}">${escaped(text)}</pre></article>`,
  ].join("");

/**
 * A page with every notice of one language and four choices to leaf by. It loads nothing, and links
 * to the pages beside it alone: all languages on one page would be tens of megabytes.
 */
export const previewPage = (language: string, codes: readonly string[], notices: readonly PreviewedNotice[]): string =>
  framed({
    title: `Preview of every notice in ${languageName(language)}`,
    style,
    script,
    header: `<p>A sample case; nothing was sent.</p>
${languageLinks(language, codes, pageName)}
<nav aria-label="Texts"><a href="${escaped(textsPageName(language))}">Its texts one by one</a></nav>
<div id="leaf" hidden><form>${[
      select("category", "Category", distinct(notices.map(({ category }) => category))),
      select("scope", "Recipient", distinct(notices.map(({ scope }) => scope))),
      select("step", "Step", distinct(notices.map(({ step }) => step))),
      select(
        "about",
        "About",
        abouts.map((about) => [about, aboutWords[about]]),
      ),
    ].join("")}</form>
<div class="leaf"><button type="button" id="back">Back</button><button type="button" id="on">Next</button>
<p id="where" aria-live="polite"></p></div></div>`,
    main: notices.map(sheet).join("\n"),
  });
