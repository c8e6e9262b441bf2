import { isChildAbuse } from "../report/category.ts";
import { defangedLocation, moment, namedReporters, standingReporters } from "./facts.ts";
import { allowedHeaders } from "./mime.ts";
import { asks } from "./outline.ts";
import { plainText } from "./plain-text.ts";
import type { NoticeRequest } from "./request.ts";

/** The finished mail, and what it was made of. `values` are the facts as they stand in it, for telling a value's braces from a placeholder's. */
export type FinishedMail = {
  readonly request: NoticeRequest;
  readonly recipient: string;
  readonly subject: string;
  readonly text: string;
  readonly mime: Uint8Array;
  readonly grounds: readonly string[];
  readonly values: readonly string[];
  /** The text that states good faith, in the mail's language. */
  readonly goodFaith: string;
};

/** Claims that no mail of ours may make, whoever wrote the text (practice 1.6). */
const forbiddenClaims: readonly { readonly claim: RegExp; readonly why: string }[] = [
  { claim: /2021\/784|within (one|1) hour/i, why: "it claims the one-hour duty of Regulation (EU) 2021/784, which only an authority's order starts" },
  { claim: /penalty of perjury/i, why: "it makes a declaration under penalty of perjury, which only a person can" },
  { claim: /take it down act/i, why: "it cites the TAKE IT DOWN Act, whose request only the depicted person can sign" },
];

/** Claims that may be made to some recipients alone; the ground must have been chosen. */
const boundClaims: readonly { readonly claim: RegExp; readonly ground: string; readonly why: string }[] = [
  { claim: /2022\/2065|Digital Services Act/i, ground: "ground.dsa", why: "it cites the Digital Services Act to somebody whom Article 16 does not bind" },
  { claim: /trusted flagger/i, ground: "ground.trusted-flagger", why: "it claims a trusted flagger where none reported" },
  { claim: /Registrar Accreditation Agreement|\bRAA\b/i, ground: "ground.raa", why: "it cites the Registrar Accreditation Agreement where ICANN has no say" },
  { claim: /2258A/i, ground: "ground.us-provider", why: "it cites 18 U.S.C. 2258A outside the United States or child abuse" },
];

/**
 * The law check on the finished mail: every reason why it must not be sent, none when it may. It looks at what will be sent rather than
 * at how it was made, so that a slip in a text or in the composer stops here. The reasons hold no URL and no address.
 */
export const checkNotice = (mail: FinishedMail): readonly string[] => [...missingElements(mail), ...forbiddenElements(mail), ...wrongForm(mail)];

const oneLine = (text: string): string => text.replace(/\s+/g, " ").trim();

const missingElements = ({ request, subject, text, goodFaith }: FinishedMail): readonly string[] => {
  const { case: state, notice, settings } = request;
  const body = oneLine(text);
  const has = (value: string) => body.includes(oneLine(plainText(value)));
  const elements: readonly (readonly [string, boolean])[] = [
    ["the case's number in the subject", subject.includes(`[${state.id}]`)],
    ["the case's number in the text", has(state.id)],
    ["the exact location, defanged", has(defangedLocation(state.target))],
    ["who sends it", has(settings.organisation)],
    ["how to check that it is genuine", has(settings.verifyBy)],
    ["the time of sighting with its zone", !asks(notice.step) || has(moment(state.firstSeenAt))],
    ["the statement of good faith", !asks(notice.step) || body.includes(oneLine(goodFaith))],
    ["the notifier's name and mailbox", namedReporters(state, settings).every(({ organisation, contact }) => has(organisation) && has(contact))],
  ];
  return elements.filter(([, isThere]) => !isThere).map(([name]) => `it lacks ${name}`);
};

const forbiddenElements = ({ request, subject, text, values, grounds, mime }: FinishedMail): readonly string[] => {
  const { case: state, notice, settings } = request;
  const readable = oneLine(`${subject}\n${text}`);
  // A value may hold braces or name a law; it is somebody's word and not our claim.
  const ours = [...values]
    .filter((value) => value.length > 1)
    .sort((a, b) => b.length - a.length)
    .reduce((rest, value) => rest.split(oneLine(value)).join(" "), readable);
  const inClear = state.target.kind === "url" ? [state.target.url, state.target.url.replace(/^[a-z]+:\/\//, ""), state.target.host] : [state.target.host];
  const claims = [
    ...forbiddenClaims.filter(({ claim }) => claim.test(ours)),
    ...boundClaims.filter(({ claim, ground }) => claim.test(ours) && !grounds.includes(ground)),
  ];
  const hidden = isChildAbuse(state.category) ? standingReporters(state, settings).filter(({ organisation }) => organisation !== settings.organisation) : [];
  // The sender's own name may contain a notifier's, as a dispatcher run by the hotline itself does.
  const everything = `${readable} ${decodedBase64(mime)}`
    .toLowerCase()
    .replaceAll(settings.organisation.toLowerCase(), " ")
    .replaceAll(settings.senderAddress.toLowerCase(), " ");
  return [
    ...claims.map(({ why }) => why),
    ...(/\{\{|\}\}/.test(ours) ? ["a placeholder was left in it"] : []),
    ...(inClear.some((address) => address.length > 3 && standsIn(readable, address))
      ? ["the reported location stands in clear outside the machine-readable part"]
      : []),
    ...(/\b(https?|ftp):\/\//i.test(ours.replaceAll(settings.verifyBy, "")) && !/\b(https?|ftp):\/\//i.test(settings.verifyBy) ? ["it holds a link"] : []),
    ...(hidden.some(({ organisation, contact }) => standsIn(everything, contact.toLowerCase()) || standsIn(everything, organisation.toLowerCase()))
      ? ["it names the notifier of child sexual abuse"]
      : []),
    ...(isChildAbuse(state.category) && notice.to.scope === "site" ? ["child sexual abuse is never told to the site's own mailbox"] : []),
  ];
};

/** True where the text stands by itself, not as part of a longer word or name; `bad.example` inside `very-bad.example.org` is another host. */
const standsIn = (text: string, words: string): boolean => {
  for (let at = text.indexOf(words); at >= 0; at = text.indexOf(words, at + 1)) {
    const before = text[at - 1] ?? " ";
    const after = text.slice(at + words.length, at + words.length + 2);
    if (!/[A-Za-z0-9@-]/.test(before) && !/^(\.?[A-Za-z0-9-])/.test(after)) return true;
  }
  return false;
};

const wrongForm = ({ recipient, mime, request }: FinishedMail): readonly string[] => {
  const raw = Buffer.from(mime).toString("latin1");
  const end = raw.indexOf("\r\n\r\n");
  const lines = raw.split("\r\n");
  const headers = raw
    .slice(0, Math.max(end, 0))
    .replace(/\r\n[ \t]+/g, " ")
    .split("\r\n");
  const names = headers.map((header) => header.slice(0, header.indexOf(":")).toLowerCase());
  const valuesOf = (name: string) => headers.filter((_, index) => names[index] === name).map((header) => header.slice(header.indexOf(":") + 1).trim());
  const rules: readonly (readonly [string, boolean])[] = [
    ["it has no header block", end > 0],
    ["a line is longer than 998 octets", lines.every((line) => line.length <= 998)],
    ["a line break in it is not CRLF", !/[^\r]\n|\r(?!\n)|^\n/.test(raw)],
    ["it has a header that is not on the list", names.every((name) => allowedHeaders.includes(name))],
    ["a header stands in it twice", new Set(names).size === names.length],
    // RFC 5322 headers are printable ASCII here, since everything else is encoded: no C0, C1 or U+2028 can stand in one.
    ["a header holds a character that does not belong there", headers.every((header) => /^[\x20-\x7e\t]*$/.test(header))],
    ["it does not go to exactly one recipient", valuesOf("to").length === 1 && valuesOf("to")[0] === recipient],
    ["its answers would not reach the case", valuesOf("reply-to").length === 1 && valuesOf("reply-to")[0] === request.replyAddress],
    ["it does not say that a machine sent it", valuesOf("auto-submitted")[0] === "auto-generated"],
    ["it does not name its attempt", valuesOf("x-case-attempt")[0] === request.attemptId],
    ["it holds HTML", !/content-type:\s*text\/html/i.test(raw)],
  ];
  return rules.filter(([, isRight]) => !isRight).map(([what]) => what);
};

/** The one base64 part of our own mails, so that the notifier is looked for there too. */
const decodedBase64 = (mime: Uint8Array): string =>
  [
    ...Buffer.from(mime)
      .toString("latin1")
      .matchAll(/Content-Transfer-Encoding: base64\r\n(?:[^\r\n]+\r\n)*\r\n([A-Za-z0-9+/=\r\n]+)/g),
  ]
    .map(([, body = ""]) => Buffer.from(body, "base64").toString("utf8"))
    .join(" ");
