import type { Scope } from "../kernel/scope.ts";
import type { Channel } from "../report/category.ts";
import type { TargetKind } from "../report/target.ts";
import type { CategoryText } from "./shape.ts";

/**
 * As whom each kind of recipient is asked: who hosts is asked the same, be it by the page or by the
 * address.
 */
export const askedAs = {
  platform: "host",
  network: "host",
  upstream: "upstream",
  registrar: "registrar",
  hotline: "hotline",
  cert: "cert",
  site: "site",
} as const satisfies Record<Scope, string>;
/** What stands in front of a host (`isInFront`) is asked for what it can do, whatever its kind. */
type AskedAs = (typeof askedAs)[Scope] | "front";
type TargetText = `place.${TargetKind}` | `where.${TargetKind}` | `channel.${Channel}`;
type RecipientText = `relation.${Scope | "front"}` | `please.${AskedAs}` | `ask.${AskedAs}`;

/**
 * Every text that a language must have; the compiler refuses a language that lacks one. What is a
 * value, a number or an order of lines is in `shape.ts`, once for all languages. `what.…` stands
 * where a sentence names the matter, `type.…` in the subject.
 */
const otherNames = [
  "mark.reminder",
  "mark.escalation",
  "mark.moved",
  "mark.withdrawal",
  "mark.correction",
  "place.several",
  "where.several",
  "where.port",
  "where.account-name",
  "lead.first",
  "lead.reminder",
  "lead.escalation",
  "lead.moved",
  "lead.withdrawal",
  "lead.correction",
  "may-be-second",
  "label.seen",
  "label.channel",
  "label.addresses",
  "label.looked-up",
  "label.explanation",
  "label.imitates",
  "label.legitimate-site",
  "label.reproduce",
  "label.classification",
  "label.assessed",
  "label.hash",
  "label.notifier",
  "label.sender",
  "live",
  "organisations",
  "assessed.manual-review",
  "assessed.hash-match",
  "assessed.user-report",
  "assessed.automated-scan",
  "assessed.unstated",
  "ask.child-abuse.host",
  "ask.child-abuse.upstream",
  "ask.child-abuse.registrar",
  "ask.child-abuse.hotline",
  "ask.child-abuse.cert",
  "ask.intimate.host",
  "ask.terrorism.host",
  "ask.crime.host",
  "ask.crime.registrar",
  "ask.crime.cert",
  "ask.rights.host",
  "ask.rights.registrar",
  "ask.exposed.host",
  "ground.dsa",
  "ground.dsa-life",
  "ground.trusted-flagger",
  "ground.us-provider",
  "ground.raa",
  "ground.terms",
  "ground.national",
  "ground.site",
  "ground.copyright",
  "ground.good-faith",
  "history.reminder",
  "history.escalation",
  "history.subject",
  "history.acknowledged",
  "history.ticket",
  "delivery.delivered",
  "delivery.sent",
  "delivery.returned",
  "answer.removed",
  "answer.not-ours",
  "answer.form",
  "answer.refused",
  "answer.question",
  "answer.other",
  "list",
  "reach",
  "reach.several",
  "verify",
  "machine",
  "machine.several",
] as const;

export type PartName = (typeof otherNames)[number] | CategoryText | RecipientText | TargetText;
