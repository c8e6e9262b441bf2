import { targetKeyOf } from "../../case/case-id.ts";
import { providerRows } from "../../contact/provider-rows.ts";
import { casesOf } from "../../intake/report-uses.ts";
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
import { writeFound } from "../list/sources.ts";
import { bareNumber, caseNumber, mailNumber, numberBegun } from "./case-number.ts";
import { findByPart } from "./find-by-part.ts";

type Asked = CaseReader &
  FindIndex &
  DeskMemory &
  Pick<MailRecords, "mailRecord"> &
  Pick<QueueEntries, "readEntry"> &
  Pick<ReportIndex, "caseOfReport" | "openCaseOfTarget">;

const queryAtMost = 8192;

export const foundAPage = 50;

/** A report's id alone is asked of so many reporters; of others by `reporter/id`. */
const reportersAtMost = 100;

/** `next`: where the next page continues, if there is one. */
export type FoundCases = {
  readonly ids: readonly string[];
  readonly next?: FoundPlace;
  /** The one case found, if the words name it exactly and not just its host or desk. */
  readonly only?: string;
  /** Which of the messages of `only` was found. */
  readonly message?: number;
  /** The page is not reported. What was found is of this host. */
  readonly ofHostAlone?: string;
  /** Found by parts, and there are more open cases than were looked into. */
  readonly isCut?: true;
};

/** A list's newest places, or the newest before one. */
type List = (limit: number, before?: FoundPlace) => Promise<readonly FoundPlace[]>;

/**
 * Cases and review queue entries by number (a case's or its beginning, as read over the phone, or copied from
 * a mail), a several-case mail's number, `reporter/report id` or the report id alone, also of an unreadable
 * message, a page, host or registered domain, defanged in any way `plain` reads, a desk's mailbox, a
 * provider's name or domain, a ticket number, or a reporter. Open and closed until forgotten, a page of the
 * newest or before a place. Where nothing has that name, open cases by a part of one (`find-by-part.ts`), at most
 * 300 of which are read; else a few single keys, one for each of a hundred reporters, and a bounded list per meaning.
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
  // Nobody reported the page: what is known of its host.
  if (page !== undefined && pageUrlOf(page) !== undefined) {
    const ofHost = await pageOf([listBy(store, byName(page.host))], before);
    if (ofHost.ids.length > 0) return { ...ofHost, ofHostAlone: page.host };
  }
  return before ? found : findByPart(store, asked, foundAPage);
};

/** Whether a case is about exactly that page or host, or has that ticket number. */
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

const listBy =
  ({ found }: FindIndex, text: string): List =>
  (limit, before) =>
    found(text, limit, before);

/** A page of several lists, after what was named exactly. Each list is read once. */
const pageOf = async (
  lists: readonly List[],
  before: FoundPlace | undefined,
  exact: readonly string[] = [],
): Promise<FoundCases> => {
  const places = (await Promise.all(lists.map((list) => list(foundAPage + 1, before)))).flat();
  const newest = places.sort((one, other) => (writeFound(one) > writeFound(other) ? -1 : 1));
  const here = newest.slice(0, foundAPage);
  const last = newest.length > foundAPage ? here.at(-1) : undefined;
  return { ids: [...new Set([...exact, ...here.map(({ caseId }) => caseId)])], ...(last && { next: last }) };
};

/** A broken report sent repeatedly has as many places as its fields were wrong. */
const unreadAtMost = 10;

/** `inPlace`: by which of its messages the case was named. */
type Exactly = { readonly caseId: string; readonly inPlace?: Pick<FoundPlace, "message"> };

/** Cases of reports with that id, read or unread, and open cases of exactly that. */
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

/** A desk's name for a ticket: characters with a digit among them. */
const isTicketLike = (text: string): boolean => /^(?=.*\d)[^@/]{3,60}$/.test(text) && !text.includes("://");

/** Cases by a desk's recent outcomes (`store/desk-outcomes.ts`), by when they came. */
const listOfDesk =
  ({ outcomesAt }: DeskMemory, mailbox: string): List =>
  async (limit, before) => {
    const outcomes = await outcomesAt(mailbox, limit, before && { at: before.openedAt, caseId: before.caseId });
    return outcomes.map(({ at, caseId }) => ({ caseId, openedAt: at }));
  };

/** No directory has more rows of one name. */
const rowsOfANameAtMost = 5;

/** Provider domains: a registered domain itself, and those of that name in the directory. */
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

const reportersNamed = (name: string, { reporters }: Pick<Settings, "reporters">) =>
  reporters.filter((reporter) => idsOf(reporter).includes(name) || reporter.organisation.toLowerCase() === name);

export const namesReporter = (query: string, settings: Pick<Settings, "reporters">): boolean =>
  reportersNamed(query.trim().toLowerCase(), settings).length > 0;

/** All ids of reporters of that id or name, or an id that nobody has any more. */
const reportersMeant = (asked: string, settings: Settings): readonly string[] => {
  const name = asked.toLowerCase();
  const known = reportersNamed(name, settings);
  return known.length > 0 ? known.flatMap(idsOf).slice(0, 10) : isReporterId(name) ? [name] : [];
};

/** Reports that may have that id, however they are numbered. */
const reportsMeant = (
  asked: string,
  settings: Settings,
): readonly { readonly reporter: string; readonly reportId: string }[] => {
  const known = settings.reporters.flatMap(idsOf).map((reporter) => ({ reporter, reportId: asked }));
  const slash = asked.indexOf("/");
  const [reporter, reportId] = [asked.slice(0, Math.max(0, slash)).toLowerCase(), asked.slice(slash + 1)];
  return [...(isReporterId(reporter) ? [{ reporter, reportId }] : []), ...known.slice(0, reportersAtMost)];
};

/** `bad.example:443` → `bad.example`: a host is searched whatever its port. */
const withoutPort = (written: string): string =>
  /^([^/?:@\s]+|\[[0-9a-f:.]+\]):\d{1,5}$/i.exec(written)?.[1] ?? written;

/** Nothing is connected to, so reserved names and addresses may be searched, too. */
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
