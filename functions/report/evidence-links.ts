import type { Settings } from "../kernel/settings.ts";
import { type Category, mayBeLinked } from "./category.ts";
import type { Evidence, Target } from "./report.ts";

export const linksAtMost = 3;
export const linkCharacters = 300;

/**
 * The whole of it is ASCII, and behind the host there is no full stop, colon, percent sign or `@`. So it holds no
 * other host or address in clear, no user, no port and no IDN, and no mail program reads more than one link in it.
 */
const form = /^https:\/\/((?:[a-z0-9](?:[a-z0-9-]{0,61}[a-z0-9])?\.)+[a-z]{2,63})(?:\/[\w/?#=&+~-]*)?$/;

export const isLink = (text: string): boolean => text.length <= linkCharacters && hostOf(text) !== undefined;

const hostOf = (link: string): string | undefined => {
  const host = form.exec(link)?.[1];
  return host?.split(".").some((label) => label.startsWith("xn--")) ? undefined : host;
};

const isAtOrBelow = (host: string, other: string): boolean => host === other || host.endsWith(`.${other}`);

type Linked = {
  readonly category: Category;
  readonly evidence: Evidence;
  readonly target: Pick<Target, "host">;
};

/**
 * Why a link is not printed in a mail about these hosts, by today's category and settings. `undefined`: it is printed
 * in clear.
 */
export const linkProblem = (
  link: string,
  category: Category,
  { linkHosts }: Pick<Settings, "linkHosts">,
  hosts: readonly string[],
): string | undefined => {
  const host = hostOf(link);
  if (!mayBeLinked(category)) return "this category has no links";
  if (host === undefined || !isLink(link)) return "not in the form of an evidence link";
  if (!linkHosts.some((listed) => isAtOrBelow(host, listed))) return "its host is not in linkHosts of the stage";
  return hosts.some((reported) => isAtOrBelow(host, reported) || isAtOrBelow(reported, host))
    ? "its host is a reported one"
    : undefined;
};

/** Links that a mail about these hosts has in clear. */
export const linksPrinted = (
  { category, evidence: { links = [] }, target }: Linked,
  settings: Pick<Settings, "linkHosts">,
  hosts: readonly string[] = [target.host],
): readonly string[] =>
  [...new Set(links)]
    .slice(0, linksAtMost)
    .filter((link) => linkProblem(link, category, settings, hosts) === undefined);
