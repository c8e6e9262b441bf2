import type { Candidate } from "../../case/candidate.ts";
import type { Scope } from "../../kernel/scope.ts";
import type { Target } from "../../report/report.ts";
import { targetFacts } from "../../report/target.ts";

/** As whom each kind of recipient is asked: a host is asked the same, by the page or by the address. */
const askedAs = {
  platform: "host",
  network: "host",
  upstream: "upstream",
  registrar: "registrar",
  hotline: "hotline",
  cert: "cert",
  site: "site",
} as const satisfies Record<Scope, string>;
/** In front of a host (`isInFront`): for what it can do. An access network: for who its customer was. */
export type AskedAs = (typeof askedAs)[keyof typeof askedAs] | "front" | "peer";

export const askedAsOf = (to: Candidate, target: Target): AskedAs => {
  if (to.isInFront) return "front";
  const kind = askedAs[to.scope];
  return kind === "host" && targetFacts[target.kind].isMachine ? "peer" : kind;
};
