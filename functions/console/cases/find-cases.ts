import { targetKeyOf } from "../../case/case-id.ts";
import { providerRows } from "../../contact/provider-rows.ts";
import { casesOf } from "../../intake/report-uses.ts";
import { readAddress } from "../../kernel/address.ts";
import { domainOf } from "../../kernel/domain.ts";
import { readHost } from "../../kernel/host.ts";
import { mailDomainOf, readMailbox } from "../../kernel/mailbox.ts";
import { idsOf } from "../../kernel/reporter-ids.ts";
import type { Settings } from "../../kernel/settings.ts";
import { isReporterId } from "../../kernel/settings-rows.ts";
import { categories } from "../../report/category.ts";
import { plain, plainName } from "../../report/plain.ts";
import { urlTarget } from "../../report/read-target.ts";
import type { Target } from "../../report/report.ts";
import { pageUrlOf, targetFacts } from "../../report/target.ts";
import { reviewItem } from "../../store/damaged-case.ts";
import {
  byName,
  byNumber,
  byPage,
  byProvider,
  byReporter,
  byTicket,
  byUnread,
  type FoundPlace,
} from "../../store/finds.ts";
import type { CaseReader, DeskMemory, FindIndex, MailRecords, QueueEntries, ReportIndex } from "../../store/ports.ts";
import { bareNumber, caseNumber, mailNumber, numberBegun } from "./case-number.ts";

type Asked = CaseReader &
  FindIndex &
  DeskMemory &
  Pick<MailRecords, "mailRecord"> &
  Pick<QueueEntries, "readEntry"> &
  Pick<ReportIndex, "caseOfReport" | "openCaseOfTarget">;

const queryAtMost = 8192;

/** So many stand on a page; there is a way on to those that were opened before. */
export const foundAPage = 50;

/** A report's id alone is asked of so many reporters; of others by `reporter/id`. */
const reportersAtMost = 100;

/** Ids of what was found; `next`: from where the next page goes on, where there is one. */
export type FoundCases = {
  readonly ids: readonly string[];
  readonly next?: FoundPlace;
  /** The one case that was found, where the words name it exactly, and not its host or its desk alone. */
  readonly only?: string;
  /** Which of the messages in its place was found, of `only`. */
  readonly message?: number;
  /** The page that was asked for is not reported; what was found is of this host of it. */
  readonly ofHostAlone?: string;
};

/** The newest places of a list, or the newest before one. */
type List = (limit: number, before?: FoundPlace) => Promise<readonly FoundPlace[]>;

/**
 * The cases, and entries of the review queue, that a person means: by their number (a case's or its beginning, as
 * read over the phone, or copied from a mail), by the number of a mail about several cases, by `reporter/report id` or
 * the report id alone, be it of a message that can't be read, by a page, a host or a registered domain, defanged in
 * whichever way `plain` reads, by a desk's mailbox, a provider's name or domain, a desk's ticket number, or a
 * reporter. Open and closed, a page of
 * the newest, or of the newest before a place, until they are forgotten. Reads single keys, some hundreds
 * where nothing else is found of an id and there are a hundred reporters, and one bounded list for each
 * thing that the words may mean.
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
  const item = reviewItem(store);
  if (number !== undefined) return (await item(number)) ? { ids: [number], only: number } : { ids: [] };
  const ofMail = mailNumber(asked);
  if (ofMail !== undefined) {
    const mail = await store.mailRecord(ofMail);
    return { ids: mail?.members.map(({ caseId }) => caseId) ?? [] };
  }
  const bare = bareNumber(asked);
  if (bare !== undefined && (await item(bare))) return { ids: [bare], only: bare };
  const begun = numberBegun(asked);
  if (begun !== undefined) {
    const { ids, ...rest } = await pageOf([listBy(store, byNumber(begun))], before);
    const those = ids.filter((id) => id.startsWith(begun));
    return { ids: those, ...rest, ...(!before && !rest.next && onlyOf(those)) };
  }
  return findByWords(store, settings, asked, before);
};

const onlyOf = ([only, ...others]: readonly string[]): Pick<FoundCases, "only"> =>
  only === undefined || others.length > 0 ? {} : { only };

/** By all that words may mean which are no number. */
const findByWords = async (
  store: Asked,
  settings: Settings,
  asked: string,
  before: FoundPlace | undefined,
): Promise<FoundCases> => {
  const targets = targetsMeant(asked);
  const exact = before ? [] : await exactly(store, settings, asked, targets);
  const ids = exact.map(({ caseId }) => caseId);
  const found = await pageOf(listsMeant(store, settings, asked, targets), before, ids);
  const [page] = targets;
  if (found.ids.length > 0) {
    const { only } = before || found.next ? {} : onlyOf(found.ids);
    const named = exact.find(({ caseId }) => caseId === only);
    const isExact = only !== undefined && (named || (await isNamedBy(store, only, asked, targets)));
    return { ...found, ...(isExact && { ...named?.inPlace, only }) };
  }
  if (page === undefined && !before) {
    const otherwise = await idOtherwise(store, settings, asked);
    if (otherwise.length > 0) return { ids: otherwise, ...onlyOf(otherwise) };
  }
  // A page that nobody reported: what is known of its host.
  if (page === undefined || pageUrlOf(page) === undefined) return found;
  return { ...(await pageOf([listBy(store, byName(page.host))], before)), ofHostAlone: page.host };
};

/** Whether a case is about exactly the page or host that was written, or has that ticket number. */
const isNamedBy = async (store: Asked, caseId: string, asked: string, targets: readonly Target[]): Promise<boolean> => {
  if (targets.length === 0) return isTicketLike(asked);
  const about = await store.read(caseId);
  return (
    about !== undefined &&
    targets.some((target) =>
      targetFacts[target.kind].isWholeHost
        ? target.host === about.target.host
        : targetKeyOf(target, about.category) === targetKeyOf(about.target, about.category),
    )
  );
};

/** Reports of an id in other letters: keys are exact, so that all capitals and all small ones are tried alone. */
const idOtherwise = async (store: Asked, settings: Settings, asked: string): Promise<readonly string[]> => {
  const meant = reportsMeant(asked, settings).flatMap(({ reporter, reportId }) =>
    [reportId.toUpperCase(), reportId.toLowerCase()]
      .filter((spelling) => spelling !== reportId)
      .map((spelling) => ({ reporter, reportId: spelling })),
  );
  return [...new Set((await Promise.all(meant.map((named) => casesOf(store, named)))).flat())];
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

/** A broken report that was sent once and again lies in as many places as its fields were wrong. */
const unreadAtMost = 10;

/** A case that was named exactly; `inPlace`: by which of its messages. */
type Exactly = { readonly caseId: string; readonly inPlace?: Pick<FoundPlace, "message"> };

/** What reports of that id are in, read or unread, and open cases of exactly that. */
const exactly = async (
  store: Asked,
  settings: Settings,
  asked: string,
  targets: readonly Target[],
): Promise<readonly Exactly[]> => {
  const keys = targets.flatMap((target) => categories.map((category) => targetKeyOf(target, category)));
  const slash = asked.indexOf("/");
  const unread = [byUnread(asked), ...(slash > 0 ? [byUnread(asked.slice(slash + 1), asked.slice(0, slash))] : [])];
  const [byReport, byTarget, byNumberUnread] = await Promise.all([
    Promise.all(reportsMeant(asked, settings).map((named) => casesOf(store, named))),
    Promise.all(keys.map((key) => store.openCaseOfTarget(key))),
    Promise.all(unread.map((text) => store.found(text, unreadAtMost))),
  ]);
  const read = [...byReport.flat(), ...byTarget].flatMap((caseId) => (caseId === undefined ? [] : { caseId }));
  const ofUnread = byNumberUnread.flat().map(({ caseId, message }) => ({ caseId, inPlace: { message } }));
  return [...read, ...ofUnread];
};

/** Each list that the words may mean. */
const listsMeant = (store: Asked, settings: Settings, asked: string, targets: readonly Target[]): readonly List[] => {
  const texts = [
    ...targets.map((target) => {
      const url = pageUrlOf(target);
      return url === undefined ? byName(target.host) : byPage(url);
    }),
    ...(isTicketLike(asked) ? [byTicket(asked)] : []),
    ...providersMeant(asked, settings, targets).map(byProvider),
    ...reportersMeant(asked, settings).map(byReporter),
  ];
  const name = plainName(asked);
  const mailbox = name.includes("@") ? readMailbox(name) : undefined;
  return [
    ...[...new Set(texts)].map((text) => listBy(store, text)),
    ...(mailbox?.ok ? [listOfDesk(store, mailbox.value)] : []),
  ];
};

/** What a desk may call its ticket: some signs with a digit among them. */
const isTicketLike = (text: string): boolean => /^(?=.*\d)[^@/]{3,60}$/.test(text) && !text.includes("://");

/** Cases by what came of asking a desk lately (`store/desk-outcomes.ts`), by when it came. */
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
    ...targets.flatMap(({ kind, host }) => (targetFacts[kind].isWholeHost && domainOf(host) === host ? [host] : [])),
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

/** Whose report may have that id, whatever signs they number by. */
const reportsMeant = (
  asked: string,
  settings: Settings,
): readonly { readonly reporter: string; readonly reportId: string }[] => {
  const known = settings.reporters.flatMap(idsOf).map((reporter) => ({ reporter, reportId: asked }));
  const slash = asked.indexOf("/");
  const [reporter, reportId] = [asked.slice(0, Math.max(0, slash)).toLowerCase(), asked.slice(slash + 1)];
  return [...(isReporterId(reporter) ? [{ reporter, reportId }] : []), ...known.slice(0, reportersAtMost)];
};

/** `bad.example:443` → `bad.example`: what is known of a host is asked for whichever door it has. */
const withoutPort = (written: string): string =>
  /^([^/?:@\s]+|\[[0-9a-f:.]+\]):\d{1,5}$/i.exec(written)?.[1] ?? written;

/** Whether the words are an address of the internet, by which nothing is found that was not reported by it. Pure. */
export const isAddress = (query: string): boolean => readAddress(withoutPort(plain(query))) !== undefined;

/** Nothing is connected to here, so that reserved names and addresses may be looked for as well. */
const targetsMeant = (asked: string): readonly Target[] => {
  const written = withoutPort(plain(asked));
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
