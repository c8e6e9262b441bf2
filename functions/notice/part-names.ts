import type { Scope } from "../kernel/scope.ts";
import type { Category, Channel } from "../report/category.ts";
import type { TargetKind } from "../report/target.ts";
import type { MoreText, PleaseText } from "./request-texts.ts";

/**
 * Where it is, as seen by who is written to. `front` is a proxy or CDN (`isInFront`), whatever its
 * kind; `peer` is the network of somebody's access to the Internet.
 */
type OnText = `on.${Scope | "front" | "peer"}`;
type LabelText = `label.${Exclude<TargetKind, "peer">}`;
/** A website goes without saying. */
type ChannelText = `channel.${Exclude<Channel, "website">}`;

/**
 * Every text that a language must have; the compiler refuses a language that lacks one. What is a
 * value, a number or an order of lines is in `shape.ts`, once for all languages.
 */
const otherNames = [
  "mark.live",
  "mark.reminder",
  "mark.escalation",
  "mark.moved",
  "mark.withdrawal",
  "mark.correction",
  "mark.returned",
  "place.several",
  "page.phishing",
  "pages.phishing",
  "page.fraud",
  "pages.fraud",
  "server.botnet",
  "servers.botnet",
  "it.page",
  "it.pages",
  "it.one",
  "it.several",
  "greeting",
  "lead.first",
  "lead.reminder",
  "lead.reminder.replied",
  "seen-since",
  "lead.escalation",
  "lead.moved.host",
  "lead.moved.other",
  "lead.withdrawal",
  "lead.withdrawal.sensitive",
  "lead.correction",
  "lead.returned",
  "lead.letter",
  "lead.letter.asked",
  "live",
  "reply",
  "reply.soon",
  "reply.live",
  "may-be-second",
  "hidden",
  "label.address",
  "label.port",
  "label.network",
  "label.country",
  "label.registered",
  "label.domain",
  "label.seen",
  "label.first-seen",
  "label.channel",
  "label.reason",
  "label.was",
  "label.removed",
  "label.brand",
  "label.genuine",
  "label.right",
  "label.reproduce",
  "label.redirects",
  "label.classification",
  "label.basis",
  "label.hash",
  "label.screenshot",
  "label.notifier",
  "label.behalf",
  "label.organisations",
  "label.sender",
  "label.verify",
  "label.phone",
  "label.number",
  "label.ticket",
  "label.told-before",
  "label.machine",
  "screenshot",
  "domain.malicious",
  "reason.assessment",
  "basis.manual-review",
  "basis.hash-match",
  "basis.user-report",
  "basis.automated-scan",
  "basis.unstated",
  "classification.baseline",
  "classification.A1",
  "classification.A2",
  "classification.B1",
  "classification.B2",
  "delivery.delivered",
  "delivery.sent",
  "delivery.returned",
  "acknowledged",
  "answer.passed-on",
  "answer.removed",
  "answer.not-ours",
  "answer.form",
  "answer.refused",
  "answer.not-found",
  "answer.question",
  "answer.other",
  "ground.dsa",
  "ground.dsa-life",
  "ground.trusted-flagger",
  "ground.us-provider",
  "ground.raa",
  "ground.terms",
  "ground.national",
  "ground.site",
  "ground.good-faith",
  "list",
  "desk",
  "several",
] as const;

export type PartName =
  | (typeof otherNames)[number]
  | `type.${Category}`
  | OnText
  | LabelText
  | ChannelText
  | PleaseText
  | MoreText;
