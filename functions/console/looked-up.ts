import type { Candidate, ContactAnswer, ContactForm, DeskRecord, NameFacts, SourceFailure } from "../case/candidate.ts";
import { sourceName } from "../case/contact-source.ts";
import { stopsWholeName } from "../case/registrar-turn.ts";
import { defangHost } from "../kernel/defang.ts";
import { isOfName } from "../kernel/scope.ts";
import { confidenceWords, count, failureWords, scopeWords, sourceWords } from "./words.ts";

/** Makes outsiders' texts harmless to show. */
export type Show = {
  readonly text: (theirs: string) => string;
  /** A block or name for which a source names a desk. */
  readonly range: (theirs: string) => string;
};

export type ShownContact = {
  readonly email: string;
  /** `Harbour Abuse: hosting network, sure` */
  readonly what: string;
  /** `from RDAP (rdap.arin.net), for 192.0.2.0 - 192.0.2.255` */
  readonly from: string;
  readonly remarks: readonly string[];
};

export type LookedUp = {
  /** Where the host was and whose that is, in sentences. */
  readonly place: string;
  readonly contacts: readonly ShownContact[];
  readonly forms: readonly { readonly what: string; readonly url: string }[];
  readonly failures: readonly {
    readonly source: string;
    readonly outcome: SourceFailure["outcome"];
    readonly says: string;
    readonly detail: string;
  }[];
};

/** A lookup in words, for pages and terminals. Mailboxes and addresses are as they came. Pure. */
export const lookedUp = (answer: ContactAnswer, show: Show): LookedUp => ({
  place: placeOf(answer, show),
  contacts: answer.candidates.map((candidate) => contactOf(candidate, answer, show)),
  forms: answer.forms.map((form) => ({ what: formWords(form, show), url: form.url })),
  failures: answer.failures.map(({ outcome, detail, ...asked }) => ({
    source: show.text(sourceName(asked)),
    outcome,
    says: failureWords[outcome],
    detail: show.text(detail),
  })),
});

const addressesAtMost = 8;

const nameOf = ({ registeredAt, isShared, isWellKnown }: NameFacts): readonly string[] => [
  registeredAt === undefined
    ? "The answers that we have carry no date of the name’s registration."
    : `The name is registered since ${registeredAt.slice(0, 10)}.`,
  ...(isShared ? ["Strangers have pages below it or behind it."] : []),
  ...(isWellKnown ? ["It is on the list of well-known names."] : []),
];

const placeOf = ({ addresses, country, proxy, platform, name, candidates }: ContactAnswer, { text }: Show): string =>
  [
    addresses.length > 0 &&
      `The host was at ${addresses
        .slice(0, addressesAtMost)
        .map((address) => text(defangHost(address)))
        .join(", ")}.`,
    country && `Registered in ${text(country)}.`,
    platform && `${text(platform)} answers for what its users publish there.`,
    proxy && `${text(proxy)} stands in front of it and is not the host.`,
    ...(name && candidates.some(({ scope }) => isOfName(scope)) ? nameOf(name) : []),
  ]
    .filter(Boolean)
    .join(" ");

const stopsAll = "It can only stop the whole name, with everything on it.";

const contactOf = (
  { email, name, scope, confidence, source, server, range, remarks, record }: Candidate,
  answer: ContactAnswer,
  show: Show,
): ShownContact => ({
  email,
  what: `${name ? `${show.text(name)}: ` : ""}${scopeWords[scope]}, ${confidenceWords[confidence]}`,
  from: [
    `from ${sourceWords[source]}`,
    server ? ` (${show.text(server)})` : "",
    range ? `, for ${show.range(range)}` : "",
  ].join(""),
  remarks: [
    ...remarks.map(show.text),
    ...(stopsWholeName({ scope }, answer) ? [stopsAll] : []),
    ...(record ? [recordText(record)] : []),
  ],
});

export const formWords = ({ name, scope }: ContactForm, { text }: Pick<Show, "text">): string =>
  `${name ? `${text(name)}: ` : ""}form of the ${scopeWords[scope]}`;

/** `Lately: 3 mails reached it; it answered about 2 cases, half of them within 3 hours.` */
const recordText = ({
  delivered,
  bounced,
  answered,
  acted,
  unanswered,
  minutesToAnswer,
  minutesToRemoval,
}: DeskRecord): string => {
  const soon = (cases: number, minutes: number | undefined) =>
    minutes === undefined
      ? ""
      : cases === 1
        ? `, after ${inWords(minutes)}`
        : `, half of them within ${inWords(minutes)}`;
  const deeds = [
    delivered > 0 && `${count(delivered, "mail")} reached it`,
    bounced > 0 && `${count(bounced, "mail")} came back`,
    answered > 0 && `it answered about ${count(answered, "case")}${soon(answered, minutesToAnswer)}`,
    acted > 0 && `the content went in ${count(acted, "case")}${soon(acted, minutesToRemoval)}`,
    unanswered > 0 && `${count(unanswered, "notice")} had no answer until the next escalation level was told`,
  ];
  return `Lately: ${deeds.filter(Boolean).join("; ") || "a person named it the right one"}.`;
};

const inWords = (minutes: number): string => {
  if (minutes < 120) return count(Math.max(minutes, 1), "minute");
  return minutes < 48 * 60 ? count(Math.round(minutes / 60), "hour") : count(Math.round(minutes / (24 * 60)), "day");
};
