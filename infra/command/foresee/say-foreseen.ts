import { stopsWholeName } from "../../../functions/case/registrar-turn.ts";
import { shown, visible } from "../../../functions/console/shown.ts";
import { duration, scopeWords, sourceWords } from "../../../functions/console/words.ts";
import { channelFacts } from "../../../functions/kernel/channels.ts";
import { defangHost } from "../../../functions/kernel/defang.ts";
import type { Scope } from "../../../functions/kernel/scope.ts";
import { categoryWords } from "../../../functions/report/category-words.ts";
import { inLines } from "../print.ts";
import type { AskedPerson, Foreseen, ToldDesk } from "./foresee.ts";
import type { ProviderFacts } from "./provider-facts.ts";
import { mayFollow, type Untold } from "./untold.ts";

const labelWidth = 14;
const columnsAtMost = 118;
const minuteMs = 60_000;

/**
 * Longer than this after the report something held the first notices back: quiet hours, or silent
 * sources.
 */
const soonMinutes = 60;

/** Words in lines that fit a terminal, each but the first below the text's beginning. */
const row = (label: string, ...texts: readonly string[]): readonly string[] =>
  texts.flatMap((text, at) => {
    const lines = [""];
    for (const word of text.split(" ")) {
      const last = lines.at(-1) ?? "";
      if (last !== "" && last.length + word.length + 1 > columnsAtMost - labelWidth) lines.push(word);
      else lines[lines.length - 1] = last === "" ? word : `${last} ${word}`;
    }
    return lines.map((line, below) => `${(at === 0 && below === 0 ? `${label} ` : "").padEnd(labelWidth)}${line}`);
  });

const plain = (text: string): string => visible(text).replaceAll("\n", " ");

const howKnown = ({ desk, form, certainty, sources, read, expires, hasExpired, api }: ProviderFacts): string => {
  const day = [read && `read ${read}`, expires && `${hasExpired ? "expired" : "holds until"} ${expires}`]
    .filter(Boolean)
    .join(", ");
  const of = `${desk ? `desk ${desk}: ` : form ? "form: " : ""}${certainty} certainty`;
  return `${of}${day ? `, ${day}` : ""}; by ${sources.join("; ")}${api ? `. Takes reports from programs: ${api}` : ""}`;
};

const providerRows = (
  label: string,
  what: { readonly name: string; readonly facts?: ProviderFacts } | undefined,
  then: string,
): readonly string[] =>
  what === undefined
    ? []
    : row(
        label,
        plain(`${what.name}${what.facts?.kind ? ` (${what.facts.kind})` : ""}${then}`),
        ...(what.facts ? [plain(howKnown(what.facts))] : []),
      );

const whereRows = ({
  host,
  addresses,
  mailAt,
  countries,
  namedBy,
  customer,
  platform,
}: Foreseen): readonly string[] => [
  ...row(
    "Stands at",
    [
      addresses.map(defangHost).join(", ") ||
        (mailAt ? `no address; its mail goes to ${plain(mailAt.map(defangHost).join(", "))}` : "no address found"),
      ...(countries.length > 0 ? [`hosted in ${countries.join(", ")}`] : []),
    ].join(" · "),
  ),
  ...(namedBy === "host" ? row("Name", "the hoster's own, lent to its customer") : []),
  ...(namedBy === "platform" && platform === undefined
    ? row("Name", "below a suffix that many share, by the public suffix list")
    : []),
  ...(customer && customer !== host ? row("Customer", defangHost(customer)) : []),
];

/**
 * Windows in which notices wait for others make hours of minutes, and days of hours: nobody plans
 * by those.
 */
const later = (minutes: number): string => {
  const hours = Math.round(minutes / 60);
  const days = Math.round(hours / 24);
  return duration((days > 0 && Math.abs(hours - days * 24) <= 2 ? days * 24 : hours) * 60 * minuteMs);
};

/** `192.0.2.0 - 192.0.2.31`, `192.0.2.0/27`, `AS64500`, `bad.example` */
const defangRange = (range: string): string => range.split(" - ").map(defangHost).join(" - ");

const howNamed = ({ confidence, source, server, range }: ToldDesk): string => {
  const by = [sourceWords[source], server].filter(Boolean).join(" ");
  return (
    `${confidence === "guess" ? "a guess" : `${confidence} confidence`}, by ` +
    `${by}${range ? ` for ${defangRange(range)}` : ""}`
  );
};

const toldRows = (label: string, desk: ToldDesk, foreseen: Foreseen): readonly string[] => {
  const { email, channel, scope, name, afterMinutes, reminderAfterMinutes } = desk;
  // Who lends out the name can stop that one.
  const stops = stopsWholeName({ scope }, foreseen) ? ", which can only stop the whole name" : "";
  const what =
    name !== undefined && name === foreseen.inFront?.name ? "stands in front" : `${scopeWords[scope]}${stops}`;
  const reminded =
    reminderAfterMinutes === undefined ? "" : `; reminded after ${later(reminderAfterMinutes - afterMinutes)}`;
  const whom = channel === undefined ? email : `${channelFacts[channel].name} by its API`;
  return row(label, whom, plain(`${what}${name ? `, ${name}` : ""}; ${howNamed(desk)}${reminded}`));
};

const toldAll = (foreseen: Foreseen): readonly string[] => {
  const { told } = foreseen;
  const [first] = told;
  if (!first) return [];
  const firstAt = first.afterMinutes;
  const label = ({ afterMinutes }: ToldDesk, at: number): string => {
    if (at === 0) return firstAt > soonMinutes ? `In ${later(firstAt)}` : "First";
    return afterMinutes - firstAt < soonMinutes ? "With it" : `After ${later(afterMinutes - firstAt)}`;
  };
  return told.flatMap((desk, at) => toldRows(label(desk, at), desk, foreseen));
};

/** Of no desk in particular. */
const kindWords = (scope: Scope): string => (scope === "registrar" ? "the registrar of the name" : scopeWords[scope]);

const untoldRows = (label: string, untold: readonly Untold[]): readonly string[] =>
  row(
    label,
    ...untold.map(({ email, scope, why }) =>
      plain(`${email ? `${email} (${scopeWords[scope]})` : kindWords(scope)}: ${why}`),
    ),
  );

const askedRows = ({ asked, told }: Foreseen): readonly string[] => {
  const [first] = asked;
  if (!first) return [];
  const others =
    asked.length > 1
      ? ` Later: ${asked
          .slice(1)
          .map(({ question }) => question)
          .join(", ")}.`
      : "";
  return row(
    "A person",
    `${whenAsked(first, told[0])}: ${first.asks}`,
    `${first.question}: ${shown(plain(first.reason))}${others}`,
  );
};

const whenAsked = ({ afterMinutes, blocking }: AskedPerson, first: ToldDesk | undefined): string => {
  if (first !== undefined && afterMinutes > first.afterMinutes + soonMinutes)
    return `is asked after ${later(afterMinutes)}`;
  return blocking && (first === undefined || afterMinutes <= first.afterMinutes)
    ? "is asked before anybody is told"
    : "is asked at the same time";
};

const formRows = ({ forms }: Foreseen): readonly string[] =>
  forms.length === 0
    ? []
    : row(
        "Form",
        ...forms.map(({ url, scope, name }) => plain(`${url} (${scopeWords[scope]}${name ? `, ${name}` : ""})`)),
      );

const silentAtMost = 3;

const silentRows = ({ contact }: Foreseen): readonly string[] => {
  const silent = (contact?.failures ?? []).filter(({ outcome }) => outcome === "silent");
  if (silent.length === 0) return [];
  const more = silent.length > silentAtMost ? [`and ${silent.length - silentAtMost} more; --explain lists them`] : [];
  return row(
    "Silent",
    ...silent.slice(0, silentAtMost).map(({ source, detail }) => plain(`${source}: ${detail}`)),
    ...more,
    "Ask again later: they may name somebody else.",
  );
};

/**
 * What a report would lead to, for a person at a terminal, in one screen: who is told first and who
 * with them, who later, who never and by which rule, forms, and the first question to a person.
 * Registries' texts in it can't move the cursor.
 */
export const sayForeseen = (foreseen: Foreseen): string => {
  const { host, category, domainIsMalicious, platform, inFront, untold } = foreseen;
  const never = untold.filter((one) => !mayFollow(one));
  const perhaps = untold.filter(mayFollow);
  const blocks: readonly (readonly string[])[] = [
    [
      `${shown(defangHost(host))}, reported as ` +
        `${categoryWords[category]}${domainIsMalicious ? " on a domain that was registered for it" : ""}`,
      ...whereRows(foreseen),
      ...providerRows("Platform", platform, " answers for what its customers put there"),
      ...providerRows("In front", inFront, " stands in front and does not host"),
    ],
    foreseen.told.length === 0 ? row("First", "nobody before a person has answered") : toldAll(foreseen),
    [
      ...(perhaps.length > 0 ? untoldRows("Perhaps", perhaps) : []),
      ...(never.length > 0 ? untoldRows("Never", never) : []),
      ...formRows(foreseen),
      ...askedRows(foreseen),
      ...silentRows(foreseen),
    ],
  ];
  return `${blocks
    .filter((lines) => lines.length > 0)
    .map(inLines)
    .join("\n\n")}\n`;
};
