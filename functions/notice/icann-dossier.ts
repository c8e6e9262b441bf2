import type { Notice, TargetCase } from "../case/case.ts";
import { defangHost } from "../kernel/defang.ts";
import { registrableDomain } from "../kernel/host.ts";
import { fail, ok, type Result } from "../kernel/result.ts";
import type { Settings } from "../kernel/settings.ts";
import { defangedLocation, moment } from "./facts.ts";
import { groundsOf } from "./ground.ts";
import { plainText } from "./plain-text.ts";

/**
 * What ICANN Contractual Compliance asks a complainant for about a registrar: the domain, the abuse, and proof that the registrar was
 * asked first (most complaints are closed for want of it). A person files it; it is sent to nobody by us. Refused with one sentence where
 * ICANN has no say (country domains, what is not DNS abuse) and where the registrar was never told. Touches nothing.
 */
export const icannDossier = (state: TargetCase, settings: Settings, messageIdDomain: string): Result<string, string> => {
  const told = state.notices.filter(
    ({ to, step, state: come }) => to.scope === "registrar" && step !== "moved" && step !== "withdrawal" && (come === "sent" || come === "delivered"),
  );
  const [first] = told;
  if (!first) return fail("No notice to the registrar is known to have left; ICANN closes a complaint without proof that the registrar was asked first.");
  if (!groundsOf(state, first.to, settings).includes("ground.raa")) {
    return fail("ICANN has no say here: it acts on malware, botnets and phishing under generic top-level domains alone.");
  }
  const lines = [
    `Domain: ${defangHost(registrableDomain(state.target.host) ?? state.target.host)}`,
    `Abuse: ${state.category}, first seen ${moment(state.firstSeenAt)}`,
    `Location, defanged: ${plainText(defangedLocation(state.target))}`,
    `Registrar's abuse contact: ${first.to.email}${first.to.name === undefined ? "" : ` (${plainText(first.to.name)})`}`,
    `Our number: ${state.id}`,
    "",
    "What the registrar was sent, and what came of it:",
    ...told.flatMap((notice) => proofOf(notice, messageIdDomain)),
  ];
  return ok(lines.join("\n"));
};

const proofOf = (
  { sentAt, wireAt, deliveredAt, acknowledgedAt, subject, sesMessageId, ticket, answer, step, state }: Notice,
  domain: string,
): readonly string[] => {
  const at = sentAt ?? wireAt;
  const delivery = state !== "delivered" ? "not confirmed" : `accepted by its mail server${deliveredAt === undefined ? "" : ` ${moment(deliveredAt)}`}`;
  return [
    `- ${step}${at === undefined ? "" : `, sent ${moment(at)}`}`,
    ...(subject === undefined ? [] : [`  Subject: ${plainText(subject)}`]),
    ...(sesMessageId === undefined ? [] : [`  Message-ID: <${plainText(sesMessageId)}@${domain}>`]),
    `  Delivery: ${delivery}`,
    ...(acknowledgedAt === undefined ? [] : [`  Receipt confirmed: ${moment(acknowledgedAt)}`]),
    ...(ticket === undefined ? [] : [`  Its ticket number: ${plainText(ticket)}`]),
    `  Answer: ${answer ?? "none"}`,
  ];
};
