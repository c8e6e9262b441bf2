import { createHash } from "node:crypto";
import type { Preview } from "../../functions/notice/preview.ts";
import { languages } from "../../functions/notice/templates/languages.ts";

export type PreviewedNotice = Preview & {
  readonly recipient: string;
  readonly subject: string;
  readonly text: string;
  /** The attached file's name. */
  readonly attached: string | undefined;
};

const escaped = (text: string): string =>
  text.replace(/&/g, "&amp;").replace(/</g, "&lt;").replace(/>/g, "&gt;").replace(/"/g, "&quot;");

const style = `
:root {
  color-scheme: light dark; --ink: #1b1f24; --paper: #f4f4f1; --sheet: #fff; --line: #cfcfc8;
  --quiet: #5b6068; --mark: #0b5c86;
}
@media (prefers-color-scheme: dark) {
  :root { --ink: #e6e6e1; --paper: #16181b; --sheet: #1f2226; --line: #3a3e44; --quiet: #a2a7ae; --mark: #7cc4ea; }
}
* { box-sizing: border-box; }
body { margin: 0; font: 16px/1.5 system-ui, sans-serif; color: var(--ink); background: var(--paper); }
header, main { max-width: 60rem; margin: 0 auto; padding: 1rem; }
h1 { font-size: 1.3rem; margin: 0 0 .25rem; }
p { margin: 0; color: var(--quiet); }
nav { display: flex; flex-wrap: wrap; gap: 0 1rem; margin-top: .5rem; }
nav a, nav strong { display: inline-flex; align-items: center; min-height: 2.75rem; color: var(--mark); }
nav strong { color: var(--ink); }
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

const hashOf = (text: string): string => `'sha256-${createHash("sha256").update(text).digest("base64")}'`;

const select = (name: string, label: string, values: readonly (readonly [value: string, words: string])[]): string =>
  [
    `<label>${label}<select id="${name}" autocomplete="off">`,
    ...values.map(([value, words]) => `<option value="${escaped(value)}">${escaped(words)}</option>`),
    "</select></label>",
  ].join("");

const distinct = (values: readonly string[]): readonly (readonly [string, string])[] =>
  [...new Set(values)].map((value) => [value, value.replace("-", " ")]);

const aboutOf = (several: boolean): string => (several ? "several cases" : "one case");

const sheet = ({
  language,
  category,
  scope,
  step,
  several,
  recipient,
  subject,
  text,
  attached,
}: PreviewedNotice): string =>
  [
    `<article data-category="${category}" data-scope="${scope}" data-step="${step}" data-about="${aboutOf(several)}">`,
    `<dl class="head"><dt>To</dt><dd>${escaped(recipient)}</dd>`,
    `<dt>Subject</dt><dd class="subject">${escaped(subject)}</dd>`,
    `<dt>Attached</dt><dd>${attached === undefined ? "nothing" : `${attached} (XARF 4.2)`}</dd></dl>`,
    `<pre lang="${language}">${escaped(text)}</pre></article>`,
  ].join("");

/** The file that holds a language's page. */
export const pageName = (language: string): string => `preview-${language}.html`;

/**
 * A page with every notice of one language and four choices to leaf by. It loads nothing, and links
 * to the other languages' pages beside it alone: all of them on one page would be forty megabytes.
 */
export const previewPage = (
  language: string,
  codes: readonly string[],
  notices: readonly PreviewedNotice[],
): string => {
  const nameOf = (code: string) => languages.find((texts) => texts.language === code)?.name ?? code;
  const others = codes.map((code) =>
    code === language
      ? `<strong>${escaped(nameOf(code))}</strong>`
      : `<a href="${escaped(pageName(code))}">${escaped(nameOf(code))}</a>`,
  );
  const allowed = [
    "default-src 'none'",
    `style-src ${hashOf(style)}`,
    `script-src ${hashOf(script)}`,
    "base-uri 'none'",
    "form-action 'none'",
  ].join("; ");
  return `<!doctype html>
<html lang="en"><head><meta charset="utf-8"><meta name="viewport" content="width=device-width, initial-scale=1">
<meta http-equiv="Content-Security-Policy" content="${allowed}">
<meta name="referrer" content="no-referrer"><meta name="format-detection" content="telephone=no">
<title>Preview of every notice in ${escaped(nameOf(language))}</title><style>${style}</style></head>
<body><header><h1>Preview of every notice in ${escaped(nameOf(language))}</h1><p>A sample case; nothing was sent.</p>
${others.length > 1 ? `<nav aria-label="Language">${others.join(" ")}</nav>` : ""}
<div id="leaf" hidden><form>${[
    select("category", "Category", distinct(notices.map(({ category }) => category))),
    select("scope", "Recipient", distinct(notices.map(({ scope }) => scope))),
    select("step", "Step", distinct(notices.map(({ step }) => step))),
    select("about", "About", distinct(notices.map(({ several }) => aboutOf(several)))),
  ].join("")}</form>
<div class="leaf"><button type="button" id="back">Back</button><button type="button" id="on">Next</button>
<p id="where" aria-live="polite"></p></div></div></header>
<main>${notices.map(sheet).join("\n")}</main><script>${script}</script></body></html>
`;
};
