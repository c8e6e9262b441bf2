import { openKeysOf } from "../../case/case-id.ts";
import { providerRows } from "../../contact/provider-rows.ts";
import { casesOf } from "../../intake/report-uses.ts";
import { refang } from "../../kernel/defang.ts";
import { domainOf, readHost } from "../../kernel/host.ts";
import { mailDomainOf, readMailbox } from "../../kernel/mailbox.ts";
import { idsOf } from "../../kernel/reporter-ids.ts";
import { isReporterId, type Settings } from "../../kernel/settings.ts";
import { byName, byNumber, byPage, byProvider, byReporter, byTicket, type FoundPlace } from "../../matters/finds.ts";
import type { CaseReader, DeskMemory, FindIndex, ReportIndex } from "../../matters/store.ts";
import { categories } from "../../report/category.ts";
import { urlTarget } from "../../report/read-target.ts";
import type { Target } from "../../report/report.ts";

type Asked = CaseReader & FindIndex & DeskMemory & Pick<ReportIndex, "caseOfReport" | "openCaseOfTarget">;

const queryAtMost = 8192;

/** So many stand on a page; there is a way on to those that were opened before. */
export const foundAPage = 50;

/** A report's id alone is asked of so many reporters; of others by `reporter/id`. */
const reportersAtMost = 100;

/** Ids of what was found; `next`: from where the next page goes on, where there is one. */
export type FoundCases = { readonly ids: readonly string[]; readonly next?: FoundPlace };

/** The newest places of a list, or the newest before one. */
type List = (limit: number, before?: FoundPlace) => Promise<readonly FoundPlace[]>;

/**
 * The cases that a person means: by the case's number or its beginning (as read over the phone), by
 * `reporter/report id` or the report id alone, by a page, a host or a registered domain, defanged or
 * not, by a desk's mailbox, a provider's name or domain, a desk's ticket number, or a reporter. Open
 * and closed, a page of the newest, or of the newest before a place, until they are forgotten. Reads
 * single keys, some dozens at most, and one bounded list for each thing that the words may mean.
 */
export const findCases = async (
  store: Asked,
  settings: Settings,
  query: string,
  before?: FoundPlace,
): Promise<FoundCases> => {
  const asked = query.trim();
  if (asked === "" || asked.length > queryAtMost) return { ids: [] };
  const number = caseNumber(asked);
  if (number !== undefined) return { ids: (await store.read(number)) ? [number] : [] };
  const begun = numberBegun(asked);
  if (begun !== undefined) {
    const { ids, ...rest } = await pageOf([listBy(store, byNumber(begun))], before);
    return { ids: ids.filter((id) => id.startsWith(begun)), ...rest };
  }
  const targets = targetsMeant(asked);
  const exact = before ? [] : await exactly(store, settings, asked, targets);
  const found = await pageOf(listsMeant(store, settings, asked, targets), before, exact);
  // A page that nobody reported: what is known of its host.
  const [page] = targets;
  return found.ids.length > 0 || page?.kind !== "url" ? found : pageOf([listBy(store, byName(page.host))], before);
};

const listBy =
  ({ found }: FindIndex, text: string): List =>
  (limit, before) =>
    found(text, limit, before);

const placeText = ({ openedAt, caseId }: FoundPlace): string => `${openedAt}#${caseId}`;

/** Several lists as one, a page of it, behind what was named exactly. Each list is asked once. */
const pageOf = async (
  lists: readonly List[],
  before: FoundPlace | undefined,
  exact: readonly string[] = [],
): Promise<FoundCases> => {
  const places = (await Promise.all(lists.map((list) => list(foundAPage + 1, before)))).flat();
  const newest = places.sort((one, other) => (placeText(one) > placeText(other) ? -1 : 1));
  const here = newest.slice(0, foundAPage);
  const last = newest.length > foundAPage ? here.at(-1) : undefined;
  return { ids: [...new Set([...exact, ...here.map(({ caseId }) => caseId)])], ...(last && { next: last }) };
};

/** What reports of that id are in, and open cases of exactly that. */
const exactly = async (
  store: Asked,
  settings: Settings,
  asked: string,
  targets: readonly Target[],
): Promise<readonly string[]> => {
  const keys = targets.flatMap((target) => categories.flatMap((category) => openKeysOf(target, category)));
  const [byReport, byTarget] = await Promise.all([
    Promise.all(reportsMeant(asked, settings).map((named) => casesOf(store, named))),
    Promise.all(keys.map((key) => store.openCaseOfTarget(key))),
  ]);
  return [...byReport.flat(), ...byTarget].filter((id) => id !== undefined);
};

/** Each list that the words may mean. */
const listsMeant = (store: Asked, settings: Settings, asked: string, targets: readonly Target[]): readonly List[] => {
  const texts = [
    ...targets.map((target) => (target.kind === "url" ? byPage(target.url) : byName(target.host))),
    ...(isTicketLike(asked) ? [byTicket(asked)] : []),
    ...providersMeant(asked, settings, targets).map(byProvider),
    ...reportersMeant(asked, settings).map(byReporter),
  ];
  const mailbox = asked.includes("@") ? readMailbox(refang(asked)) : undefined;
  return [
    ...[...new Set(texts)].map((text) => listBy(store, text)),
    ...(mailbox?.ok ? [listOfDesk(store, mailbox.value)] : []),
  ];
};

/** What a desk may call its ticket: some signs with a digit among them. */
const isTicketLike = (text: string): boolean => /^(?=.*\d)[^@/]{3,60}$/.test(text) && !text.includes("://");

/** Cases by what came of asking a desk lately (`case/desk-memory.ts`), by when it came. */
const listOfDesk =
  ({ outcomesAt }: DeskMemory, mailbox: string): List =>
  async (limit, before) => {
    const outcomes = await outcomesAt(mailbox, limit, before && { at: before.openedAt, caseId: before.caseId });
    return outcomes.map(({ at, caseId }) => ({ caseId, openedAt: at }));
  };

/** More rows of one name than that is nobody's directory. */
const rowsOfANameAtMost = 5;

/** Domains of providers' mailboxes: of a registered domain itself, and of who has that name in the directory. */
const providersMeant = (asked: string, settings: Settings, targets: readonly Target[]): readonly string[] => {
  const name = asked.toLowerCase();
  const named = providerRows(settings).filter(({ entry }) => entry.name.toLowerCase() === name);
  return [
    ...targets.flatMap(({ kind, host }) => (kind === "host" && domainOf(host) === host ? [host] : [])),
    ...named.slice(0, rowsOfANameAtMost).flatMap(({ entry }) => {
      const mailbox = readMailbox(entry.email ?? "");
      return mailbox.ok ? [domainOf(mailDomainOf(mailbox.value))] : [];
    }),
  ];
};

/** Reporters of that id or name. */
const reportersNamed = (name: string, { reporters }: Pick<Settings, "reporters">) =>
  reporters.filter((reporter) => idsOf(reporter).includes(name) || reporter.organisation.toLowerCase() === name);

/** Whether the words are a reporter's id or name. Pure. */
export const namesReporter = (query: string, settings: Pick<Settings, "reporters">): boolean =>
  reportersNamed(query.trim().toLowerCase(), settings).length > 0;

/** Reporters of that id or name under all of their ids, or of an id that nobody has any more. */
const reportersMeant = (asked: string, settings: Settings): readonly string[] => {
  const name = asked.toLowerCase();
  const known = reportersNamed(name, settings);
  return known.length > 0 ? known.flatMap(idsOf).slice(0, 10) : isReporterId(name) ? [name] : [];
};

/** The beginning of a number, four signs at least: `TD-7K3M-9`. */
const numberBegun = (text: string): string | undefined => {
  const signs = /^td[\s-]*((?:[0-9a-z][\s-]*){4,11})$/i.exec(text.trim())?.[1]?.replace(/[\s-]/g, "").toUpperCase();
  const digits = signs?.replace(/O/g, "0").replace(/[IL]/g, "1");
  return digits && `TD-${(digits.match(/.{1,4}/g) ?? []).join("-")}`;
};

/**
 * `td 7k3m 9qxz 4b2n`, with O for 0 and I or L for 1: how people type what they heard (Crockford's
 * base 32).
 */
export const caseNumber = (text: string): string | undefined => {
  const parts = /^td[\s-]*([0-9a-z]{4})[\s-]*([0-9a-z]{4})[\s-]*([0-9a-z]{4})$/i.exec(text.trim());
  if (!parts) return undefined;
  const digits = parts.slice(1).map((part) => part.toUpperCase().replace(/O/g, "0").replace(/[IL]/g, "1"));
  return `TD-${digits.join("-")}`;
};

/** Whose report may have that id, whatever signs they number by. */
const reportsMeant = (
  asked: string,
  settings: Settings,
): readonly { readonly reporter: string; readonly reportId: string }[] => {
  const known = settings.reporters.flatMap(idsOf).map((reporter) => ({ reporter, reportId: asked }));
  const slash = asked.indexOf("/");
  const [reporter, reportId] = [asked.slice(0, Math.max(0, slash)), asked.slice(slash + 1)];
  return [...(isReporterId(reporter) ? [{ reporter, reportId }] : []), ...known.slice(0, reportersAtMost)];
};

/** Nothing is connected to here, so that reserved names and addresses may be looked for as well. */
const targetsMeant = (asked: string): readonly Target[] => {
  const written = refang(asked);
  const urls = /^[a-z][a-z0-9+.-]*:\/\//i.test(written)
    ? [written]
    : /[/?]/.test(written)
      ? [`https://${written}`, `http://${written}`]
      : [];
  const host = urls.length === 0 ? readHost(written, { allowReserved: true }) : undefined;
  return [
    ...urls.flatMap((url): readonly Target[] => {
      const read = urlTarget("", url, { allowReserved: true });
      return read.ok ? [read.value] : [];
    }),
    ...(host?.ok ? [{ kind: "host", host: host.value.text } as const] : []),
  ];
};
