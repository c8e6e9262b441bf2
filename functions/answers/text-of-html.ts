import { decodeHTML } from "entities/lib/decode.js";
import { Parser } from "htmlparser2";
import { pattern } from "../kernel/pattern.ts";

/** Each begins a line; all but empty ones end one. */
const breaking = new Set(["br", "p", "div", "tr", "li", "h1", "h2", "h3", "h4", "hr", "table", "ul", "ol"]);
const empty = new Set(["br", "hr"]);
/** Dropped with all inside: a blockquote is somebody else's; what is struck out is taken back. */
const dropped = new Set([
  ...["head", "blockquote", "q", "svg", "template", "s", "del", "strike"],
  ...["script", "style", "title"],
]);

/** No program nests deeper; what is there is not read. */
const depthAtMost = 500;

const isUnshown = pattern("i", [
  "display\\s*:\\s*none",
  "visibility\\s*:\\s*(hidden|collapse)",
  "mso-hide\\s*:\\s*all",
  "text-decoration[a-z-]*\\s*:[^;]*line-through",
  "opacity\\s*:\\s*0*\\.?0*\\s*(;|$)",
  "max-height\\s*:\\s*0",
]);
/** What mail programs call the element with somebody else's mail. */
const ofQuote = pattern("i", "(?:^|[\\s_-])", [
  "gmail_(?:quote|extra)",
  "yahoo_quoted",
  "(?:protonmail|tutanota|zmail|mail|reply|original|moz-)_?-?(?:quote|extra)",
  "quot(?:e|ed|ation)(?:_?-?(?:text|mail|message|content|reply))?(?=[\\s_-]|$)",
  "cite(?=\\s|$)",
  "__quoted_text__",
]);
/** Most draw a line down its left side. */
const isQuotesLine = pattern(
  "i",
  "border-left(?:-style)?\\s*:(?=[^;]*",
  ["solid", "dashed", "dotted", "double", "ridge", "groove"],
  ")(?![^;]*(?<![\\d.])0(?:px|pt|em)?(?![\\d.]))",
);
/** The quote begins with these and goes on to the mail's end. */
const beginsQuote = pattern("i", "(?:^|\\s)(?:x_)*", [
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
/** Outlook's line above the head of an answered mail. */
const outlooksHead = /border-top\s*:[^;]*solid[^;]*;\s*padding\s*:\s*3(?:\.0)?pt\s/i;
/** Read as any program's line above a quote (`quoted-mail.ts`). */
const quoteFollows = "\n-----Original Message-----\n";
const fontSize = /(?:^|[;\s])font(?:-size)?\s*:\s*([\d.]+)/i;

/** `isTiny`: its text has no size, which an inner element may undo, as in layout tables. */
type Open = { readonly name: string; readonly isDropped: boolean; readonly isTiny: boolean };
type Attributes = Readonly<Record<string, string>>;

const namesOf = ({ class: classes = "", id = "", type = "", "data-marker": marker = "" }: Attributes): string =>
  [classes, id, type, marker].join(" ");

const opened = (name: string, attributes: Attributes, around: Open | undefined): Open => {
  const { style = "" } = attributes;
  const isQuote = isQuotesLine.test(style) || ofQuote.test(namesOf(attributes));
  const size = fontSize.exec(style)?.[1];
  return {
    name,
    isDropped:
      around?.isDropped === true ||
      dropped.has(name) ||
      attributes["hidden"] !== undefined ||
      isUnshown.test(style) ||
      isQuote,
    isTiny: size === undefined ? around?.isTiny === true : Number(size) === 0,
  };
};

/** An element's text where it begins; whether a box is ticked is part of what is said. */
const lineAt = (name: string, attributes: Attributes, isSeen: boolean): string => {
  if (isSeen && name === "input" && /^(?:checkbox|radio)$/i.test(attributes["type"] ?? ""))
    return attributes["checked"] === undefined ? "☐ " : "☑ ";
  // From here to the end it is somebody else's mail.
  if (isSeen && (beginsQuote.test(namesOf(attributes)) || outlooksHead.test(attributes["style"] ?? "")))
    return quoteFollows;
  return breaking.has(name) ? "\n" : "";
};

/**
 * The visible words of an HTML part, in one pass: none struck out, hidden or of no size. No tag, attribute or
 * address is kept or followed. Linear time.
 */
export const textOfHtml = (html: string): string => {
  const pieces: string[] = [];
  const open: Open[] = [];
  const isSeen = (): boolean => !open.at(-1)?.isDropped && !open.at(-1)?.isTiny;
  const parser = new Parser({
    onopentag: (name, attributes) => {
      // The head need not be closed.
      if (name === "body" && open.at(-1)?.name === "head") open.pop();
      pieces.push(lineAt(name, attributes, isSeen()));
      open.push(opened(name, attributes, open.at(-1)));
      if (open.length > depthAtMost) parser.pause();
    },
    ontext: (text) => {
      if (isSeen()) pieces.push(text);
    },
    onclosetag: (name) => {
      open.pop();
      if (breaking.has(name) && !empty.has(name)) pieces.push("\n");
    },
  });
  parser.write(html);
  if (open.length <= depthAtMost) parser.end();
  return pieces.join("").replaceAll("\u00a0", " ");
};

/** Tags that mail programs and ticket systems leave in plain text. Addresses in angle brackets are none. */
const tag = pattern(
  "gi",
  "<\\/?",
  [
    "a|b|big|blockquote|body|br|center|div|em|font|h[1-6]|head|hr|html|i|img|li|meta|o:p|ol|p|pre|small",
    "span|strong|table|tbody|td|th|tr|u|ul",
  ],
  "(?:\\s[^<>]{0,300})?\\s?\\/?>",
);
/** A style sheet rule, alone on its line. */
const styleRule = /^[ \t]*(?:[@.#]?[\w.#*:>,@ -]{1,80})\{[^{}\n]{0,300}\}[ \t]*$/gm;

/** Plain text without leftover HTML: entities, tags, style sheet rules. */
export const withoutMarkup = (text: string): string =>
  text
    .replace(/<(style|script)\b[^<>]{0,200}>[^<]{0,5000}<\/\1>/gi, " ")
    .replace(/<!--(?:[^-]|-(?!->)){0,2000}-->/g, " ")
    .replace(styleRule, "")
    .replace(tag, (found) => (/^<\/?(?:br|p|div|li|tr|hr|h[1-6]|table)\b/i.test(found) ? "\n" : " "))
    .replace(/&(?:#x?[0-9a-f]{1,6}|[a-z]{2,31});/gi, decodeHTML)
    .replaceAll("\u00a0", " ");
