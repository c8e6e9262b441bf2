import { openKeysOf } from "../../case/case-id.ts";
import { casesOf } from "../../intake/report-uses.ts";
import { refang } from "../../kernel/defang.ts";
import { readHost } from "../../kernel/host.ts";
import { idsOf } from "../../kernel/reporter-ids.ts";
import type { Settings } from "../../kernel/settings.ts";
import type { CaseReader, ReportIndex } from "../../matters/store.ts";
import { categories } from "../../report/category.ts";
import { urlTarget } from "../../report/read-target.ts";
import type { Target } from "../../report/report.ts";

type Asked = CaseReader & Pick<ReportIndex, "caseOfReport" | "openCaseOfTarget">;

const queryAtMost = 8192;

/**
 * Ids of the cases that a person means: by the case's number (as read over the phone), by
 * `reporter/report id` or the report id alone, or by exactly one target, defanged or not. Only open
 * cases are known by their target. Reads single keys only, some dozens at most.
 */
export const findCases = async (store: Asked, settings: Settings, query: string): Promise<readonly string[]> => {
  const asked = query.trim();
  if (asked === "" || asked.length > queryAtMost) return [];
  const number = caseNumber(asked);
  if (number !== undefined) return (await store.read(number)) ? [number] : [];
  const keys = targetsMeant(asked).flatMap((target) => categories.flatMap((category) => openKeysOf(target, category)));
  const [byReport, byTarget] = await Promise.all([
    Promise.all(reportsMeant(asked, settings).map((named) => casesOf(store, named))),
    Promise.all(keys.map((key) => store.openCaseOfTarget(key))),
  ]);
  return [...new Set([...byReport.flat(), ...byTarget].filter((id) => id !== undefined))];
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
