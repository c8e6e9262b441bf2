import { partGroups, partNames } from "../../functions/notice/part-names.ts";
import { english, textsFor } from "../../functions/notice/templates/languages.ts";
import { escaped, framed, languageLinks, languageName, pageName, textsPageName } from "./page-frame.ts";

// No language of ours is written from right to left; one that will be stands right by `dir`.
const style = `
ul { margin: .75rem 0 0; padding-left: 1.25rem; color: var(--quiet); }
table { width: 100%; border-collapse: collapse; background: var(--sheet); border: 1px solid var(--line); }
caption { text-align: start; padding: .5rem 0; color: var(--quiet); }
th, td { padding: .5rem .75rem; border-top: 1px solid var(--line); vertical-align: top; text-align: start; }
th[scope="colgroup"] { background: var(--paper); padding-top: 1.25rem; }
th[scope="row"] { font: 13px/1.7 ui-monospace, monospace; color: var(--quiet); overflow-wrap: anywhere; width: 22%; }
td { overflow-wrap: anywhere; width: 39%; }
td[lang] { font-family: system-ui, "Noto Sans CJK SC", sans-serif; }
@media (max-width: 40rem) {
  table, tbody, tr, td, th { display: block; width: auto; }
  thead { display: none; }
  tbody th[scope="row"], td { width: auto; padding-block: .25rem; }
  td { border-top: 0; }
}
@media print {
  :root { --ink: #000; --paper: #fff; --sheet: #fff; --line: #999; --quiet: #333; --mark: #000; }
  header, main { max-width: none; padding: 0; }
  nav { display: none; }
  thead { display: table-header-group; }
  tr { break-inside: avoid; }
  th[scope="colgroup"] { break-after: avoid; }
}`;

/**
 * Every text of a language beside the English one, by name in the groups of `part-names.ts`, for
 * somebody at home in the language to check. No script runs; it links to the pages beside it alone.
 */
export const textsPage = (language: string, codes: readonly string[]): string => {
  const [own = english] = textsFor(language);
  const columns = own === english ? [english] : [english, own];
  const rows = partGroups.flatMap(({ about, names }) => [
    `<tr><th scope="colgroup" colspan="${columns.length + 1}">${escaped(about)}</th></tr>`,
    ...names.map((name) => {
      const cells = columns.map(
        ({ language: code, parts }) => `<td lang="${escaped(code)}" dir="auto">${escaped(parts[name])}</td>`,
      );
      return `<tr><th scope="row">${escaped(name)}</th>${cells.join("")}</tr>`;
    }),
  ]);
  const heads = ["Text", ...columns.map(({ name }) => name)].map((head) => `<th scope="col">${escaped(head)}</th>`);
  return framed({
    title: `Texts of the notices in ${languageName(language)}`,
    style,
    header: `<p>${partNames.length} texts; a notice is made of some twenty of them.</p>
<ul><li>{{name}} is a fact, like a host or a day; it is never inflected.</li>
<li>{{&gt;name}} is another of these texts: read the sentence with each that can stand there.</li>
<li>What is between {{#name}} and {{/name}} stands only where that fact is known.</li></ul>
${languageLinks(language, codes, textsPageName)}
<nav aria-label="Notices"><a href="${escaped(pageName(language))}">Whole notices</a></nav>`,
    main: `<table><thead><tr>${heads.join("")}</tr></thead><tbody>
${rows.join("\n")}
</tbody></table>`,
  });
};
