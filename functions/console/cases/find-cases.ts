import { openKeysOf } from "../../case/case-id.ts";
import { casesOf } from "../../intake/report-uses.ts";
import { refang } from "../../kernel/defang.ts";
import { readHost } from "../../kernel/host.ts";
import { readMailbox } from "../../kernel/mailbox.ts";
import { idsOf } from "../../kernel/reporter-ids.ts";
import type { Settings } from "../../kernel/settings.ts";
import { byName, byNumber, byPage, byTicket } from "../../matters/finds.ts";
import type { CaseReader, DeskMemory, FindIndex, ReportIndex } from "../../matters/store.ts";
import { categories } from "../../report/category.ts";
import { urlTarget } from "../../report/read-target.ts";
import type { Target } from "../../report/report.ts";

type Asked = CaseReader & FindIndex & DeskMemory & Pick<ReportIndex, "caseOfReport" | "openCaseOfTarget">;

const queryAtMost = 8192;

/** More than that is never shown; who looks for one narrows it. */
const foundAtMost = 50;

/**
 * Ids of the cases that a person means: by the case's number or its beginning (as read over the
 * phone), by `reporter/report id` or the report id alone, by a page, a host or a registered domain,
 * defanged or not, by a desk's mailbox, or by a desk's ticket number. Open and closed, the newest
 * first, until they are forgotten. Reads single keys, some dozens at most, and one bounded list for
 * each thing that the words may mean.
 */
export const findCases = async (store: Asked, settings: Settings, query: string): Promise<readonly string[]> => {
  const asked = query.trim();
  if (asked === "" || asked.length > queryAtMost) return [];
  const number = caseNumber(asked);
  if (number !== undefined) return (await store.read(number)) ? [number] : [];
  const begun = numberBegun(asked);
  if (begun !== undefined)
    return (await store.found(byNumber(begun), foundAtMost)).filter((id) => id.startsWith(begun));
  const targets = targetsMeant(asked);
  const keys = targets.flatMap((target) => categories.flatMap((category) => openKeysOf(target, category)));
  const [byReport, byTarget] = await Promise.all([
    Promise.all(reportsMeant(asked, settings).map((named) => casesOf(store, named))),
    Promise.all(keys.map((key) => store.openCaseOfTarget(key))),
  ]);
  const exact = [...byReport.flat(), ...byTarget].filter((id) => id !== undefined);
  const others = await Promise.all([
    ...targets.map((target) =>
      store.found(target.kind === "url" ? byPage(target.url) : byName(target.host), foundAtMost),
    ),
    ...(isTicketLike(asked) ? [store.found(byTicket(asked), foundAtMost)] : []),
    ...(await casesOfDesk(store, asked)),
  ]);
  const found = [...new Set([...exact, ...others.flat()])].slice(0, foundAtMost);
  // A page that nobody reported: what is known of its host.
  const [page] = targets;
  return found.length > 0 || page?.kind !== "url" ? found : store.found(byName(page.host), foundAtMost);
};

/** What a desk may call its ticket: some signs with a digit among them. */
const isTicketLike = (text: string): boolean => /^(?=.*\d)[^@/]{3,60}$/.test(text) && !text.includes("://");

/** The cases that a desk was asked about lately (`case/desk-memory.ts`). */
const casesOfDesk = async (store: DeskMemory, asked: string): Promise<readonly (readonly string[])[]> => {
  const mailbox = asked.includes("@") ? readMailbox(refang(asked)) : undefined;
  if (!mailbox?.ok) return [];
  return [[...new Set((await store.outcomesAt(mailbox.value, 200)).map(({ caseId }) => caseId))]];
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

const reportsMeant = (
  asked: string,
  settings: Settings,
): readonly { readonly reporter: string; readonly reportId: string }[] => {
  if (/[\s:]/.test(asked) && !/^[a-z0-9-]+\//.test(asked)) return [];
  const known = settings.reporters.flatMap(idsOf).map((reporter) => ({ reporter, reportId: asked }));
  const slash = asked.indexOf("/");
  return slash > 0 ? [{ reporter: asked.slice(0, slash), reportId: asked.slice(slash + 1) }, ...known] : known;
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
