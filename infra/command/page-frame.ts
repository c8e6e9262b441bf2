import { createHash } from "node:crypto";
import { languages } from "../../functions/notice/templates/languages.ts";

/** The file that holds a language's notices. */
export const pageName = (language: string): string => `preview-${language}.html`;
/** The file that holds a language's texts beside the English ones. */
export const textsPageName = (language: string): string => `preview-${language}-texts.html`;

export const languageName = (code: string): string => languages.find((texts) => texts.language === code)?.name ?? code;

export const escaped = (text: string): string =>
  text.replace(/&/g, "&amp;").replace(/</g, "&lt;").replace(/>/g, "&gt;").replace(/"/g, "&quot;");

const shared = `
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
nav strong { color: var(--ink); }`;

const hashOf = (text: string): string => `'sha256-${createHash("sha256").update(text).digest("base64")}'`;

/** The same page of each other language; nothing where there is one alone. */
export const languageLinks = (
  language: string,
  codes: readonly string[],
  nameOf: (language: string) => string,
): string => {
  const each = codes.map((code) =>
    code === language
      ? `<strong>${escaped(languageName(code))}</strong>`
      : `<a href="${escaped(nameOf(code))}">${escaped(languageName(code))}</a>`,
  );
  return each.length > 1 ? `<nav aria-label="Language">${each.join(" ")}</nav>` : "";
};

/**
 * A whole page that loads nothing and runs no script but its own: what it may do is written in its
 * head by hashes. `header` and `main` are HTML.
 */
export const framed = ({
  title,
  style,
  script,
  header,
  main,
}: {
  readonly title: string;
  readonly style: string;
  readonly script?: string;
  readonly header: string;
  readonly main: string;
}): string => {
  const whole = `${shared}${style}`;
  const allowed = [
    "default-src 'none'",
    `style-src ${hashOf(whole)}`,
    ...(script === undefined ? [] : [`script-src ${hashOf(script)}`]),
    "base-uri 'none'",
    "form-action 'none'",
  ].join("; ");
  return `<!doctype html>
<html lang="en"><head><meta charset="utf-8"><meta name="viewport" content="width=device-width, initial-scale=1">
<meta http-equiv="Content-Security-Policy" content="${allowed}">
<meta name="referrer" content="no-referrer"><meta name="format-detection" content="telephone=no">
<title>${escaped(title)}</title><style>${whole}</style></head>
<body><header><h1>${escaped(title)}</h1>${header}</header>
<main>${main}</main>${script === undefined ? "" : `<script>${script}</script>`}</body></html>
`;
};
