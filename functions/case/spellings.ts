import { wwwTwin } from "../kernel/domain.ts";
import type { Target } from "../report/report.ts";
import { pageUrlOf, targetFacts } from "../report/target.ts";
import type { Case } from "./case.ts";

/** A desk searches its logs by them. All stand in the history. */
export const spellingsAtMost = 10;
/** In UTF-8: a URL has 8,192 characters at most, of which some programs make three bytes each. */
const bytesAtMost = 10_000;

/** How else than `target.url` its page was written, each way once, as far as there is room. */
export const withSpelling = (
  { target, spellings = [] }: Pick<Case, "target" | "spellings">,
  reported: Target,
): Pick<Case, "spellings"> => {
  const [page, reportedPage] = [pageUrlOf(target), pageUrlOf(reported)];
  if (page === undefined || reportedPage === undefined) return {};
  const written = ("written" in reported ? reported.written : undefined) ?? reportedPage;
  const isNew = written !== page && !spellings.includes(written);
  const hasRoom =
    spellings.length < spellingsAtMost && Buffer.byteLength([...spellings, written].join("")) <= bytesAtMost;
  return isNew && hasRoom ? { spellings: [...spellings, written] } : {};
};

/** How a target was written stands with the other spellings. */
export const asParsed = (target: Target): Target => {
  const url = pageUrlOf(target);
  return url === undefined ? target : { kind: "url", url, host: target.host };
};

/** The same page or host under the host's twin with `www.`, or without. */
export const twinOf = (target: Target): Target | undefined => {
  const host = targetFacts[target.kind].mayHaveTwin ? wwwTwin(target.host) : undefined;
  if (host === undefined) return undefined;
  const page = pageUrlOf(target);
  if (page === undefined) return { ...target, host };
  const url = new URL(page);
  url.hostname = host;
  return { kind: "url", url: url.href, host };
};
