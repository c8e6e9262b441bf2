import type { Case } from "../case/case.ts";
import type { Notifier } from "../case/event.ts";
import { reporterOf } from "../kernel/reporter-ids.ts";
import type { Settings } from "../kernel/settings.ts";
import { isChildAbuse } from "../report/category.ts";
import type { Report } from "../report/report.ts";

/**
 * Who reports this and reported it in these cases, by the settings now, as far as the first case lacks them. Of
 * child abuse alone, whose reporters are named to nobody: the settings may have lost the names by the time a desk
 * is notified.
 */
export const notifiersOf = (
  { reporters }: Pick<Settings, "reporters">,
  { category, reporter }: Pick<Report, "category" | "reporter">,
  ...[to, ...others]: readonly Pick<Case, "reporters" | "notifiers">[]
): { readonly notifiers?: readonly Notifier[] } => {
  if (!isChildAbuse(category)) return {};
  const ids = [reporter, ...[to, ...others].flatMap((state) => state?.reporters ?? [])];
  const named = [
    ...others.flatMap(({ notifiers = [] }) => notifiers),
    ...new Set(ids.flatMap((id) => reporterOf(reporters, id) ?? [])),
  ];
  const isNoted = ({ organisation, contact }: Notifier) =>
    to?.notifiers?.some((one) => one.organisation === organisation && one.contact === contact) === true;
  const notifiers = named
    .filter((one) => !isNoted(one))
    .map(({ organisation, contact }) => ({ organisation, contact }));
  return notifiers.length > 0 ? { notifiers } : {};
};
