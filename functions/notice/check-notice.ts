import type { Case } from "../case/case.ts";
import { isMachines } from "../case/letter.ts";
import { isRightHoldersAlone } from "../case/right-holder.ts";
import { asks, isFirstWord, type Step } from "../case/step.ts";
import { readAddress } from "../kernel/address.ts";
import { namesInClear, standsInClear } from "../kernel/in-clear.ts";
import { withPlainMailboxes } from "../kernel/mailbox.ts";
import { oncePer } from "../kernel/once-per.ts";
import { isSites } from "../kernel/scope.ts";
import type { Settings } from "../kernel/settings.ts";
import { isChildAbuse } from "../report/category.ts";
import { pageUrlOf } from "../report/target.ts";
import { askedAsOf } from "../send/mail/asked-as.ts";
import { boundClaims, forbiddenClaims } from "./claims.ts";
import type { DigestList, Listed } from "./digest.ts";
import { locationShown, moment } from "./facts.ts";
import { allowedHeaders, autoSubmittedOf } from "./mime.ts";
import { holdsName } from "./name-spellings.ts";
import { hiddenNamesAndHosts, namedReporters } from "./notifiers.ts";
import type { Outline } from "./outline.ts";
import { plainText, unbroken } from "./plain-text.ts";
import { membersOf, type NoticeMember, type NoticeRequest, numberOf } from "./request.ts";
import type { FactBlock, Section } from "./section.ts";
import { stringsIn } from "./texts.ts";

/** `values`: the facts as they stand in it, to tell a value's braces from a placeholder's. */
export type FinishedMail = {
  readonly request: NoticeRequest;
  readonly recipient: string;
  readonly subject: string;
  readonly text: string;
  readonly mime: Uint8Array;
  readonly outline: Outline;
  readonly sections: readonly Section[];
  readonly block: FactBlock;
  readonly values: readonly string[];
  /** The cases of a digest, below the facts that they share. */
  readonly list: DigestList | undefined;
  /** A letter's words as they stand in the text: ours, no value. */
  readonly letter: string | undefined;
  readonly hasXarf: boolean;
  /** Every string of the machine-readable part, base64 decoded. */
  readonly machineValues: readonly string[];
};

/**
 * The law check: every reason why the finished mail must not be sent, none when it may. It checks what will be
 * sent, so that a slip in a text or the composer stops here. Reasons hold no URL or address.
 */
export const checkNotice = (mail: FinishedMail): readonly string[] => [
  ...missingElements(mail),
  ...forbiddenElements(mail),
  ...wrongForm(mail),
];

const neededFacts = (step: Step): readonly (readonly [name: string, what: string])[] => [
  ["location", "the exact location"],
  ["notifier.sender", "who sends it"],
  ["verify", "how to check that it is genuine"],
  ["number", "our number"],
  ...(step === "returned" ? ([["fact.removed", "when it was removed"]] as const) : []),
  ...(asks(step)
    ? ([
        ["fact.seen", "the time of sighting"],
        ["evidence.basis", "the basis of its assessment"],
      ] as const)
    : []),
];

const neededWords = (
  { notice: { step } }: NoticeRequest,
  { grounds }: Outline,
): readonly (readonly [string, string])[] => [
  ["lead", "what it is about"],
  ...(step === "letter" ? ([["reply", "that an answer is asked for"]] as const) : []),
  ...(asks(step)
    ? ([
        ["please", "what is asked"],
        ["reply", "that an answer is asked for"],
        // A reminder has that of the notice it reminds of.
        ...(step === "reminder" ? [] : ([["ground.good-faith", "the statement of good faith"]] as const)),
        ...(isFirstWord(step) ? ([["desk", "what another desk is to do"]] as const) : []),
        ...grounds.map((name) => [name, "every ground that was chosen"] as const),
      ] as const)
    : []),
];

const missingElements = (mail: FinishedMail): readonly string[] => {
  const { request, subject, text, outline, sections, block, list } = mail;
  const { notice, settings } = request;
  const whole = unbroken(text);
  const members = membersOf(request);
  const factsThere = unbroken(block.text);
  const hasFact = (value: string) => value !== "" && factsThere.includes(unbroken(value));
  const hasValue = (value: string) => hasFact(plainText(value));
  const inBlock: readonly Element[] = [
    ...neededFacts(notice.step)
      .filter(([name]) => !list?.apart.includes(name))
      .map(([name, what]): Element => [what, hasFact(block.parts[name] ?? "")]),
    ["our number", hasValue(numberOf(request))],
    ["the sender's name", hasValue(settings.organisation)],
    ["the way to verify it", hasValue(settings.verifyBy)],
    ["the phone number that is answered", settings.phone === undefined || hasValue(settings.phone)],
    ...(list ? [] : ofOneCase(request.case, hasValue, asks(notice.step))),
    ...(list?.apart.includes("notifier.reporters")
      ? []
      : members.map(({ case: state }) => namesNotifiers(state, settings, hasValue))),
  ];
  const inSection = ({ texts: { name }, parts, top, foot }: Section): readonly string[] => {
    const said = unbroken(`${top} ${foot}`);
    const has = (part: string) => (parts[part] ?? "") !== "" && said.includes(unbroken(parts[part] ?? ""));
    const elements: readonly Element[] = [
      ...neededWords(request, outline).map(([part, what]): Element => [what, has(part)]),
      [
        "a ground on which it is asked",
        !asks(notice.step) || outline.grounds.some((part) => part !== "ground.good-faith"),
      ],
      ["how to answer about some of them alone", !list || has("several.all")],
    ];
    return [
      ...unkept(elements).map((what) => `it lacks ${what} in ${name}`),
      ...([top, foot].every((part) => whole.includes(unbroken(part)))
        ? []
        : [`its ${name} section is not in it whole`]),
    ];
  };
  return [
    ...(subject.includes(`[${numberOf(request)}]`) ? [] : ["it lacks our number in the subject"]),
    ...(sections.at(-1)?.texts.language === "en" ? [] : ["it has no English section"]),
    ...(greets(mail) ? [] : ["it does not begin with a greeting in its first language, and in that alone"]),
    ...(whole.includes(factsThere) ? [] : ["its facts are not in it whole"]),
    ...(mail.letter === undefined || whole.includes(unbroken(mail.letter)) ? [] : ["the letter is not in it whole"]),
    ...((notice.step === "letter" && !isMachines(notice.letter)) === (mail.letter !== undefined)
      ? []
      : ["it is a letter without words, or none"]),
    ...unkept(inBlock).map((what) => `it lacks ${what}`),
    ...sections.flatMap(inSection),
    ...(list ? missingInList(mail, list, members) : []),
  ];
};

/** Below the dry run's line the greeting is the first paragraph. */
const greets = ({ text, request, sections: [first, ...others] }: FinishedMail): boolean => {
  const paragraphs = text.split("\n\n");
  const top = request.settings.dryRunMailbox === undefined ? paragraphs : paragraphs.slice(1);
  const said = first?.greeting ?? "";
  return said !== "" && top[0] === said && !others.some(({ greeting }) => top.slice(1).includes(greeting));
};

type Element = readonly [what: string, isThere: boolean];
const unkept = (elements: readonly Element[]): readonly string[] => [
  ...new Set(elements.filter(([, isThere]) => !isThere).map(([what]) => what)),
];

const namesNotifiers = (state: Case, settings: Settings, hasValue: (value: string) => boolean): Element => [
  "the notifier's name and mailbox, or on whose behalf it is",
  namedReporters(state, settings).every(({ organisation, contact, onBehalfOf }) =>
    [organisation, contact, ...(onBehalfOf === undefined ? [] : [onBehalfOf])].every(hasValue),
  ),
];

const ofOneCase = (state: Case, hasValue: (value: string) => boolean, isTimed: boolean): readonly Element[] => [
  ["the case's number", hasValue(state.id)],
  ["the exact location, defanged", hasValue(locationShown(state.target))],
  ["the time of sighting with its zone", !isTimed || hasValue(moment(state.lastSeenAt ?? state.firstSeenAt))],
];

/** Every case once and whole, and none that is not this desk's. */
const missingInList = (
  { request, text }: FinishedMail,
  list: DigestList,
  members: readonly NoticeMember[],
): readonly string[] => {
  const { case: first, notice, settings } = request;
  const isAlike = ({ case: state, notice: { to, step } }: NoticeMember) =>
    state.category === first.category &&
    step === notice.step &&
    to.email === notice.to.email &&
    to.scope === notice.to.scope &&
    askedAsOf(to, state.target) === askedAsOf(notice.to, first.target);
  const needed = neededFacts(notice.step).filter(([name]) => list.apart.includes(name) && name !== "fact.seen");
  const ofBlock = ({ member: { case: state }, parts, text: block }: Listed): readonly Element[] => {
    const body = unbroken(block);
    const has = (value: string) => value !== "" && body.includes(unbroken(value));
    const hasValue = (value: string) => has(plainText(value));
    return [
      ...ofOneCase(state, hasValue, asks(notice.step)),
      ...(list.apart.includes("notifier.reporters") ? [namesNotifiers(state, settings, hasValue)] : []),
      ...needed.map(([name, what]): Element => [what, has(parts[name] ?? "")]),
    ];
  };
  const rules: readonly Element[] = [
    ["a case that is of another category, step or desk", members.every(isAlike)],
    ["a case that stands in it twice", new Set(members.map(({ case: state }) => state.id)).size === members.length],
    [
      "a case that is not on its list",
      list.members.length === members.length &&
        list.members.every(({ member }, at) => member.case.id === members[at]?.case.id),
    ],
    [
      "a list that is not in it whole, once",
      text.split(list.text).length === 2 && list.text.endsWith(list.members.map((each) => each.text).join("\n\n")),
    ],
  ];
  return [
    ...unkept(rules).map((what) => `it has ${what}`),
    ...unkept(list.members.flatMap(ofBlock)).map((what) => `it lacks ${what} of a case on its list`),
  ];
};

/** Text without the values: they may hold braces or name a law, and are not our claim. */
const without = (values: readonly string[], text: string): string =>
  [...values]
    .filter((value) => value.length > 1)
    .sort((a, b) => b.length - a.length)
    .reduce((rest, value) => rest.split(unbroken(value)).join(" "), unbroken(text));

/** For our own texts, a few hundred. */
const unbrokenPart = oncePer(unbroken);

const forbiddenElements = (mail: FinishedMail): readonly string[] => {
  const { request, subject, text, values, sections, list, hasXarf } = mail;
  const { grounds } = mail.outline;
  const { case: state, notice, settings } = request;
  const members = membersOf(request);
  const readable = unbroken(`${subject}\n${text}`);
  const common = list ? text.replace(list.text, () => "") : text;
  const ours = [
    without(values, `${subject}\n${common}`),
    ...(list?.members ?? []).map((each) => without(stringsIn(each.facts), each.text)),
  ].join("\n");
  const inClear = new Set(
    members.flatMap(({ case: { target } }) => {
      const url = pageUrlOf(target);
      return [...(url === undefined ? [] : [url, url.replace(/^[a-z]+:\/\//, "")]), ...namesOf(target)];
    }),
  );
  const claims = [
    ...forbiddenClaims.filter(({ claim }) => claim.test(ours)),
    ...boundClaims.filter(({ claim, ground }) => !grounds.includes(ground) && claim.test(ours)),
  ];
  // A ground not chosen stands in no language, whatever its words; a value may stand within.
  const isRead = (part: string) => part.split(/\{\{[^}]*\}\}/).every((words) => readable.includes(unbrokenPart(words)));
  const unchosen = sections.flatMap(({ texts }) =>
    boundClaims.filter(({ ground }) => !grounds.includes(ground) && isRead(texts.parts[ground])),
  );
  return [
    ...new Set([...claims, ...unchosen].map(({ why }) => why)),
    ...(hasXarf && (state.category === "ncii" || state.category === "terrorism")
      ? ["it attaches a machine-readable report where the standard has no type; a victim could be named there"]
      : []),
    ...(asks(notice.step) && members.some((member) => isRightHoldersAlone(member.case, member.notice.to))
      ? [
          "it reports copyright to whom 17 U.S.C. 512(c)(3) may bind, without the signature and the statement under " +
            "penalty of perjury that only the right holder or their agent can give",
        ]
      : []),
    ...(/\{\{|\}\}/.test(ours) ? ["a placeholder was left in it"] : []),
    ...([...inClear].some((address) => address.length > 3 && standsIn(readable, address)) ||
    namesInClear(readable).some((name) => inClear.has(name)) ||
    standsInClear(
      readable,
      members.flatMap(({ case: { target } }) => namesOf(target)),
    )
      ? ["the reported location stands in clear outside the machine-readable part"]
      : []),
    ...(/\b(https?|ftp):\/\//i.test(ours.replaceAll(settings.verifyBy, "")) &&
    !/\b(https?|ftp):\/\//i.test(settings.verifyBy)
      ? ["it holds a link"]
      : []),
    ...(namesHidden(mail, readable) ? ["it names the notifier of child sexual abuse"] : []),
    ...(isChildAbuse(state.category) && isSites(notice.to.scope)
      ? ["child sexual abuse is never told to the site's own mailbox"]
      : []),
  ];
};

/**
 * Our own words name nobody, but may be words of a notifier's name ("Police"). So values are searched as read,
 * our words only for mailboxes and names of several words. The sender's own name may contain a notifier's, as
 * when the hotline runs the dispatcher.
 */
const namesHidden = (
  { request, values, list, machineValues, letter = "" }: FinishedMail,
  readable: string,
): boolean => {
  const { settings } = request;
  const hidden = membersOf(request).flatMap((member) => hiddenNamesAndHosts(member.case, settings));
  if (hidden.length === 0) return false;
  const putIn = [
    ...values,
    ...(list?.members ?? []).flatMap((each) => stringsIn(each.facts)),
    ...machineValues,
    letter,
  ];
  const own = [settings.organisation, settings.senderAddress, settings.verifyBy].map((one) => one.toLowerCase());
  const withoutOwn = (text: string) => own.reduce((rest, one) => rest.replaceAll(one, " "), readAloud(text));
  // Each by itself: the end of one and the start of the next make no name.
  if (holdsName(putIn.map(withoutOwn), hidden)) return true;
  const oneBlank = readable.toLowerCase().replace(/\s+/gu, " ");
  return hidden.some((name) => /[@\s]/.test(name) && standsIn(oneBlank, name.toLowerCase().replace(/\s+/gu, " ")));
};

/** As read: without the brackets in addresses, in lower case. */
const readAloud = (text: string): string =>
  withPlainMailboxes(text).replaceAll("[:]", ":").replace(/hxxp/gi, "http").toLowerCase();

/** The reported host where it is a name. An address is no link, and desks search their logs by it. */
const namesOf = ({ host }: Case["target"]): readonly string[] => (readAddress(host) ? [] : [host]);

/** By itself, not in a longer name: `bad.example` inside `very-bad.example.org` is another host. */
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
  const valuesOf = (name: string) =>
    headers.filter((_, index) => names[index] === name).map((header) => header.slice(header.indexOf(":") + 1).trim());
  const rules: readonly (readonly [string, boolean])[] = [
    ["it has no header block", end > 0],
    ["a line is longer than 998 octets", lines.every((line) => line.length <= 998)],
    ["a line break in it is not CRLF", !/[^\r]\n|\r(?!\n)|^\n/.test(raw)],
    ["it has a header that is not on the list", names.every((name) => allowedHeaders.includes(name))],
    ["a header stands in it twice", new Set(names).size === names.length],
    // RFC 5322 headers are printable ASCII here, as all else is encoded: no C0, C1 or U+2028.
    [
      "a header holds a character that does not belong there",
      headers.every((header) => /^[\x20-\x7e\t]*$/.test(header)),
    ],
    ["it does not go to exactly one recipient", valuesOf("to").length === 1 && valuesOf("to")[0] === recipient],
    [
      "its answers would not reach the case",
      valuesOf("reply-to").length === 1 && valuesOf("reply-to")[0] === request.replyAddress,
    ],
    [
      "its header says otherwise than the settings whether a machine sent it",
      valuesOf("auto-submitted")[0] === autoSubmittedOf(request),
    ],
    ["it does not name its attempt", valuesOf("x-case-attempt")[0] === request.attemptId],
    [
      "it carries a part other than text and the machine-readable report",
      contentTypes(raw).every((type) => allowedTypes.includes(type)),
    ],
  ];
  return rules.filter(([, isRight]) => !isRight).map(([what]) => what);
};

/** No HTML, picture, archive or document: desks refuse them, and they could hold the content. */
const allowedTypes = [
  "text/plain",
  "multipart/report",
  "message/feedback-report",
  "application/json",
  "application/x-ndjson",
];
const contentTypes = (raw: string): readonly string[] =>
  [...raw.matchAll(/^content-type:\s*([^\s;]+)/gim)].map(([, type = ""]) => type.toLowerCase());
