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
  "lead.first",
  "lead.reminder",
  "lead.escalation",
  "lead.moved.host",
  "lead.moved.other",
  "lead.withdrawal",
  "lead.correction",
  "lead.returned",
  "live",
  "reply",
  "reply.soon",
  "may-be-second",
  "label.address",
  "label.port",
  "label.network",
  "label.country",
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
  "label.organisations",
  "label.sender",
  "label.verify",
  "label.number",
  "label.ticket",
  "label.told-before",
  "label.machine",
  "screenshot",
  "basis.manual-review",
  "basis.hash-match",
  "basis.user-report",
  "basis.automated-scan",
  "basis.unstated",
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
  "ground.copyright",
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
