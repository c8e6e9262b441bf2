import type { Case } from "../../case/case.ts";
import type { Notice } from "../../case/notice.ts";
import { defangWords } from "../../kernel/defang.ts";
import { reporterOf } from "../../kernel/reporter-ids.ts";
import type { Settings } from "../../kernel/settings.ts";
import { moment } from "../../notice/facts.ts";
import { hiddenNames, withHiddenNotifier, withoutNames, withoutNamesIn } from "../../notice/notifiers.ts";
import { plainText } from "../../notice/plain-text.ts";
import { type Xarf, xarfOf } from "../../notice/xarf.ts";
import type { Category } from "../../report/category.ts";

/** No links, the location in clear, and never the content: no picture, no page's source, no hash of it. */
export type Telling = {
  readonly caseId: string;
  /** The notice's own, equal each time that it is put. */
  readonly key: string;
  readonly category: Category;
  /** The page's address, or the host's. Absent where it has none. */
  readonly url?: string;
  readonly host: string;
  /** Why, when it was seen and how to see it, one line each. Names no reporter and no number of ours. */
  readonly text: string;
  /** The brand or work that is imitated. */
  readonly imitates?: string;
  /** Who reports it. */
  readonly organisation: string;
  /** Where answers by mail go. It names the notice, and so proves which report is ours. */
  readonly replyAddress: string;
  /** Addresses of the same domain reported to this provider before. */
  readonly toldOfDomain: number;
  /** The report in the standard's form, by the operator alone. Absent where the standard has no type for it. */
  readonly xarf?: Xarf;
};

type Circumstances = {
  readonly settings: Settings;
  /** Absent in a preview. */
  readonly notice?: Pick<Notice, "id" | "to">;
  readonly replyAddress: string;
  readonly toldOfDomain: number;
};

/**
 * Only the operator signs: who reported child abuse is named to nobody (DSA Art. 16(2)(c)), and providers pass the
 * words on to host and owner.
 */
export const tellingOf = (given: Case, { settings, notice, replyAddress, toldOfDomain }: Circumstances): Telling => {
  const state = withHiddenNotifier(given, settings);
  const { target, evidence, category } = state;
  const hidden = [...hiddenNames(given, settings), ...tellersOf(given, settings)];
  const unsigned = { ...withoutNamesIn(given, hidden), reporters: [] };
  const xarf = xarfOf({ case: unsigned, settings, notice: { to: notice?.to ?? {} } });
  const words = (text: string) => plainText(defangWords(plainText(withoutNames(text, hidden)), [target.host]));
  const line = (name: string, text: string | undefined) => (text === undefined ? [] : [`${name}: ${words(text)}`]);
  const url = addressOf(state);
  return {
    caseId: state.id,
    key: noticeKey(state.id, notice?.id ?? "preview"),
    category,
    ...(url !== undefined && { url }),
    host: target.host,
    text: [
      ...line("What it is", evidence.explanation),
      ...line("What it imitates", evidence.imitates),
      ...line("How to see it", evidence.reproduce),
      `Last seen: ${moment(state.lastSeenAt)}`,
    ].join("\n"),
    ...(evidence.imitates !== undefined && { imitates: words(evidence.imitates) }),
    organisation: plainText(settings.organisation),
    replyAddress,
    toldOfDomain,
    ...(xarf.ok && xarf.value && { xarf: xarf.value }),
  };
};

/** Names a notice beyond its case: as letters, digits, `-` and `_`. */
export const noticeKey = (caseId: string, noticeId: string): string => `${caseId}_${noticeId}`;

/** Whoever reports it, by name and mailbox. A brand is named where it is imitated, also as reporter. */
const tellersOf = ({ evidence: { imitates = "" }, reporters }: Case, settings: Settings): readonly string[] => {
  const { organisation, senderAddress, replyDomain } = settings;
  const known = [...new Set(reporters.flatMap((id) => reporterOf(settings.reporters, id) ?? []))];
  const names = [organisation, ...known.map((reporter) => reporter.organisation)];
  return [
    ...[senderAddress, ...known.map(({ contact }) => contact)],
    replyDomain,
    ...names.filter((name) => !imitates.toLowerCase().includes(name.toLowerCase())),
  ];
};

/** A host is reported by its first page, as a person would write it into a form. */
export const addressOf = ({ target }: Pick<Case, "target">): string | undefined => {
  switch (target.kind) {
    case "url":
      return target.url;
    case "host":
      return `http://${target.host.includes(":") ? `[${target.host}]` : target.host}/`;
    case "peer":
    case "account":
      return undefined;
    default:
      return target satisfies never;
  }
};
