import { wwwTwin } from "../kernel/host.ts";
import type { Target } from "../report/report.ts";
import type { TargetCase } from "./case.ts";

/** A desk searches its logs by them; a page that is spelled in more ways is found by these. All stand in the history. */
export const spellingsAtMost = 10;
const charactersAtMost = 10_000;

/** A case's spellings after one more report on its page, each once and the case's own not at all. */
export const withSpelling = ({ target, spellings = [] }: TargetCase, reported: Target): Pick<TargetCase, "spellings"> => {
  const known = target.kind === "url" ? [target.url, ...spellings] : [];
  const characters = spellings.reduce((sum, { length }) => sum + length, 0);
  const isNew = target.kind === "url" && reported.kind === "url" && !known.includes(reported.url);
  const hasRoom = isNew && spellings.length < spellingsAtMost && characters + reported.url.length <= charactersAtMost;
  if (hasRoom) return { spellings: [...spellings, reported.url] };
  return spellings.length > 0 ? { spellings } : {};
};

/** The same page or host under the host's twin with `www.`, or without. */
export const twinOf = (target: Target): Target | undefined => {
  const host = target.kind === "url" || target.kind === "host" ? wwwTwin(target.host) : undefined;
  if (host === undefined) return undefined;
  if (target.kind !== "url") return { kind: "host", host };
  const url = new URL(target.url);
  url.hostname = host;
  return { kind: "url", url: url.href, host };
};
