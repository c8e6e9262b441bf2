import { pattern } from "../kernel/pattern.ts";

/** Each begins a line, and ends a paragraph that nobody closed. */
const breaking = new Set(["br", "p", "div", "tr", "li", "h1", "h2", "h3", "h4", "hr", "table", "ul", "ol"]);
/**
 * Dropped with all inside. A blockquote is what somebody else wrote; what is struck out is taken
 * back.
 */
const dropped = new Set(["head", "blockquote", "q", "svg", "template", "s", "del", "strike"]);
/** Dropped up to their closing tag, since no tag begins inside. */
const raw = new Set(["script", "style", "title"]);
/** Hold nothing, and are closed by no tag. */
const empty = new Set([
  "br",
  "hr",
  "img",
  "input",
  "meta",
  "link",
  "area",
  "base",
  "col",
  "embed",
  "source",
  "track",
  "wbr",
]);
const entities: Readonly<Record<string, string>> = {
  amp: "&",
  lt: "<",
  gt: ">",
  quot: '"',
  apos: "'",
  nbsp: " ",
  auml: "ä",
  ouml: "ö",
  uuml: "ü",
  szlig: "ß",
  eacute: "é",
  egrave: "è",
  agrave: "à",
  ecirc: "ê",
  ccedil: "ç",
  aacute: "á",
  iacute: "í",
  oacute: "ó",
  uacute: "ú",
  ntilde: "ñ",
  atilde: "ã",
  otilde: "õ",
  Auml: "Ä",
  Ouml: "Ö",
  Uuml: "Ü",
  rsquo: "’",
  lsquo: "‘",
  ldquo: "“",
  rdquo: "”",
  laquo: "«",
  raquo: "»",
  ndash: "–",
  mdash: "—",
  hellip: "…",
  bull: "•",
  middot: "·",
  copy: "©",
};

/**
 * An open element. `isTiny`: its text has no size, which an element inside may undo; layout tables
 * are written so.
 */
type Open = { readonly name: string; readonly isDropped: boolean; readonly isTiny: boolean };

/** Deeper than this no program writes; what stands there is not read. */
const depthAtMost = 500;

const isUnshown = pattern("i", [
  "display\\s*:\\s*none",
  "visibility\\s*:\\s*(hidden|collapse)",
  "mso-hide\\s*:\\s*all",
  "text-decoration[a-z-]*\\s*:[^;]*line-through",
  "opacity\\s*:\\s*0*\\.?0*\\s*(;|[\"']|$)",
  "max-height\\s*:\\s*0",
]);
/** What mail programs call the element that holds somebody else's mail. */
const ofQuote = pattern("i", "(?:^|[\"'\\s_-])", [
  "gmail_(?:quote|extra)",
  "yahoo_quoted",
  "(?:protonmail|tutanota|zmail|mail|reply|original|moz-)_?-?(?:quote|extra)",
  "quot(?:e|ed|ation)(?:_?-?(?:text|mail|message|content|reply))?(?=[\"'\\s_-]|$)",
  "cite(?=[\"'\\s]|$)",
  "__quoted_text__",
]);
/** A line down its left side is what most draw beside it. */
const isQuotesLine = pattern(
  "i",
  "border-left(?:-style)?\\s*:(?=[^;]*",
  ["solid", "dashed", "dotted", "double", "ridge", "groove"],
  ")(?![^;]*(?<![\\d.])0(?:px|pt|em)?(?![\\d.]))",
);
/** With these it begins, and goes on to the mail's end behind them. */
const beginsQuote = pattern("i", "(?:^|[\"'\\s])(?:x_)*", [
  "divRplyFwdMsg",
  "appendonsend",
  "mail-editor-reference-message-container",
  "OLK_SRC_BODY_SECTION",
  "OutlookMessageHeader",
  "AppleOriginalContents",
  "moz-cite-prefix",
  "zwchr",
  "__divider__",
]);
/** As Outlook draws above the head of a mail that is answered. */
const outlooksHead = /border-top\s*:[^;]*solid[^;]*;\s*padding\s*:\s*3(?:\.0)?pt\s/i;
/** Read as any program's line above a quoted mail (`quoted-mail.ts`). */
const quoteFollows = "\n-----Original Message-----\n";
const fontSize = /(?:^|[;"'\s])font(?:-size)?\s*:\s*([\d.]+)/i;

const styleOf = (tag: string): string => /\sstyle\s*=\s*("[^"]*"|'[^']*'|[^\s>]+)/i.exec(tag)?.[1] ?? "";
/** By what names programs know an element. */
const namesOf = (tag: string): string =>
  [...tag.matchAll(/\s(?:class|id|type|data-marker)\s*=\s*("[^"]*"|'[^']*'|[^\s>]+)/gi)]
    .map(([, name]) => name)
    .join(" ");

const opened = (name: string, tag: string, around: Open | undefined): Open => {
  const style = styleOf(tag);
  const isHidden = /\shidden(?=[\s=/]|$)/i.test(tag.replace(/"[^"]*"|'[^']*'/g, "''"));
  const size = fontSize.exec(style)?.[1];
  return {
    name,
    isDropped:
      around?.isDropped === true || dropped.has(name) || isHidden || isUnshown.test(style) || isQuote(tag, style),
    isTiny: size === undefined ? around?.isTiny === true : Number(size) === 0,
  };
};

const isQuote = (tag: string, style: string): boolean => isQuotesLine.test(style) || ofQuote.test(namesOf(tag));

/** What stands behind this element is somebody else's mail, to the end. */
const opensQuote = (tag: string): boolean =>
  /^<[a-z]/i.test(tag) && (beginsQuote.test(namesOf(tag)) || outlooksHead.test(styleOf(tag)));

/** What an element puts into the text where it begins; a box that is ticked or not is part of what is said. */
const lineAt = (name: string, tag: string, isSeen: boolean): string => {
  if (isSeen && name === "input" && /\stype\s*=\s*["']?(?:checkbox|radio)/i.test(tag))
    return /\schecked(?=[\s=/]|$)/i.test(tag) ? "☑ " : "☐ ";
  return isSeen && opensQuote(tag) ? quoteFollows : breaking.has(name) ? "\n" : "";
};

/**
 * The words of an HTML part that its reader sees, in one pass: none that is struck out, hidden or
 * of no size. No tag, attribute or address in it is kept or followed. Time: in proportion to the
 * text.
 */
export const textOfHtml = (html: string): string => {
  const lower = html.toLowerCase();
  const pieces: string[] = [];
  const open: Open[] = [];
  const isSeen = (): boolean => !open.at(-1)?.isDropped && !open.at(-1)?.isTiny;
  let at = 0;
  while (at < html.length && open.length < depthAtMost) {
    const begins = html.indexOf("<", at);
    if (isSeen()) pieces.push(html.slice(at, begins < 0 ? undefined : begins));
    if (begins < 0) break;
    const isComment = html.startsWith("<!--", begins);
    const ends = html.indexOf(isComment ? "-->" : ">", begins);
    if (ends < 0) break;
    at = ends + (isComment ? 3 : 1);
    const [, slash = "", name = ""] = /^<(\/?)([a-z][a-z0-9:-]{0,20})/.exec(lower.slice(begins, begins + 24)) ?? [];
    const tag = html.slice(begins, ends);
    pieces.push(lineAt(name, tag, isSeen()));
    if (slash) close(open, name);
    else if (raw.has(name)) {
      at = lower.indexOf(`</${name}`, at);
      if (at < 0) break;
    } else if (name !== "" && !empty.has(name) && !(name.includes(":") && html[ends - 1] === "/")) {
      if (endsBefore(open.at(-1)?.name, name)) open.pop();
      open.push(opened(name, tag, open.at(-1)));
    }
  }
  return withEntities(pieces.join(""));
};

/** Nobody need close these, and most programs do not. */
const endsBefore = (last: string | undefined, name: string): boolean =>
  (last === "p" && breaking.has(name)) ||
  (last === name && /^(li|td|tr)$/.test(name)) ||
  (last === "head" && name === "body");

/** A closing tag of nothing that is open closes nothing. */
const close = (open: Open[], name: string): void => {
  const at = open.findLastIndex((element) => element.name === name);
  if (at >= 0) open.length = at;
};

const withEntities = (text: string): string =>
  text.replace(/&(#x?[0-9a-f]{1,6}|[a-z]{2,8});/gi, (whole, entity: string) => {
    if (!entity.startsWith("#")) return Object.hasOwn(entities, entity) ? (entities[entity] ?? whole) : whole;
    const code = /^#x/i.test(entity) ? Number.parseInt(entity.slice(2), 16) : Number.parseInt(entity.slice(1), 10);
    return code > 0 && code < 0x110000 ? String.fromCodePoint(code) : " ";
  });

/** Tags that mail programs and ticket systems leave in plain text. An address in angle brackets is none. */
const tag = pattern(
  "gi",
  "<\\/?",
  [
    "a|b|big|blockquote|body|br|center|div|em|font|h[1-6]|head|hr|html|i|img|li|meta|o:p|ol|p|pre|small",
    "span|strong|table|tbody|td|th|tr|u|ul",
  ],
  "(?:\\s[^<>]{0,300})?\\s?\\/?>",
);
/** A rule of style sheets, alone on its line. */
const styleRule = /^[ \t]*(?:[@.#]?[\w.#*:>,@ -]{1,80})\{[^{}\n]{0,300}\}[ \t]*$/gm;

/** A plain text without what was left of HTML in it: entities, tags, rules of style sheets. */
export const withoutMarkup = (text: string): string =>
  withEntities(
    text
      .replace(/<(style|script)\b[^<>]{0,200}>[^<]{0,5000}<\/\1>/gi, " ")
      .replace(/<!--(?:[^-]|-(?!->)){0,2000}-->/g, " ")
      .replace(styleRule, "")
      .replace(tag, (found) => (/^<\/?(?:br|p|div|li|tr|hr|h[1-6]|table)\b/i.test(found) ? "\n" : " ")),
  );
