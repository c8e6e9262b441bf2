import type { Case } from "../../case/case.ts";
import { namesOf } from "../../case/first-reports.ts";
import { plainName } from "../../report/plain.ts";
import { pageUrlOf } from "../../report/target.ts";
import { readAll } from "../../store/damaged-case.ts";
import { labelsOf } from "../../store/facets.ts";
import type { CaseReader, FindIndex } from "../../store/ports.ts";

/** Of those that wait for a person, and of the others. */
const entriesAtMost = 10_000;
/** Each is read and opened, which takes the processor 0.2 ms. */
const openedAtMost = 300;
/** Less is found where it is the whole. */
const charactersAtLeast = 4;

const withoutScheme = (url: string): string => url.replace(/^[a-z][a-z0-9+.-]*:\/\//i, "");

/** `login.account-check.bad.example` goes on as `account-check.bad.example`, `check.bad.example` and `bad.example`. */
const endsOf = (host: string): readonly string[] =>
  [...host.matchAll(/[.-]/g)].map(({ index }) => host.slice(index + 1)).filter((end) => end.includes("."));

/** What an open case is found by from its beginning. */
const textsOf = ({ id, target, contact, notices, firstReports }: Case): readonly string[] => [
  id.slice("TD-".length),
  target.host,
  ...endsOf(target.host),
  withoutScheme(pageUrlOf(target) ?? ""),
  ...(contact?.addresses ?? []),
  ...notices.map(({ to }) => to.email),
  ...namesOf(firstReports).flatMap(({ reporter, reportId }) => [reportId, `${reporter}/${reportId}`]),
];

/**
 * Cases that are open, or wait for a person, by a whole label of their host, or by the beginning of a label or of
 * what stands behind a hyphen in it, of a page, an address at which the host is, a mailbox that was notified, a
 * report's id, or their number, whatever the capitals. Those with the label are opened first, then what waits, worst
 * first, then the newest, until `openedAtMost` were; `isCut`: there are more. Network: two lists of the index, at
 * most 10,000 entries of each, and those cases.
 */
export const findByPart = async (
  store: CaseReader & FindIndex,
  asked: string,
  limit: number,
): Promise<{ readonly ids: readonly string[]; readonly isCut?: true }> => {
  const words = withoutScheme(plainName(asked)).toLowerCase();
  if (words === "") return { ids: [] };
  const places = await store.stillOpen(words, entriesAtMost);
  const inOrder = [...places.filter(({ hasLabel }) => hasLabel), ...places.filter(({ hasLabel }) => !hasLabel)];
  const isMeant = (text: string): boolean =>
    words.length < charactersAtLeast ? text.toLowerCase() === words : text.toLowerCase().startsWith(words);
  const opened = inOrder.slice(0, openedAtMost);
  const { cases } = await readAll(
    store.read,
    opened.map(({ caseId }) => caseId),
  );
  const meant = cases.filter((state) => labelsOf(state.target.host).includes(words) || textsOf(state).some(isMeant));
  const ids = meant
    .sort((one, other) => (one.openedAt > other.openedAt ? -1 : 1))
    .slice(0, limit)
    .map(({ id }) => id);
  return { ids, ...((opened.length < places.length || ids.length < meant.length) && { isCut: true }) };
};
