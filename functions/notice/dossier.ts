import type { Case } from "../case/case.ts";
import type { Notice } from "../case/notice.ts";
import { isOut } from "../case/notice-progress.ts";
import { asks } from "../case/step.ts";
import { defangHost, defangWords } from "../kernel/defang.ts";
import { domainOf } from "../kernel/domain.ts";
import { fail, ok, type Result } from "../kernel/result.ts";
import { isOfName } from "../kernel/scope.ts";
import type { HistoryLine } from "../news/reporter-steps.ts";
import { defangedLocation, moment } from "./facts.ts";
import { whyNotUnderRaa } from "./ground.ts";
import { plainText } from "./plain-text.ts";

const askedBy = ({ notices }: Case): readonly Notice[] =>
  notices.filter((notice) => asks(notice.step) && isOut(notice));

/**
 * What was reported, whom we notified, when and by which mail, and what is known of it, for the next desk or a
 * complaint form. Defanged; names desks with their mailbox and, by the history, who cleared a notice. Fails with
 * one sentence where nobody was notified yet. Touches nothing.
 */
export const caseDossier = (
  state: Case,
  messageIdDomain: string,
  history: readonly HistoryLine[],
): Result<string, string> => {
  const asked = askedBy(state);
  if (asked.length === 0) return fail("No notice is known to have left: there is nothing to show yet.");
  return ok(
    [
      ...factsOf(state),
      ...clearancesIn(history, state),
      "",
      "Who was told, and what came of it:",
      ...asked.flatMap((notice) => proofOf(notice, state, messageIdDomain, true)),
    ].join("\n"),
  );
};

/**
 * What ICANN Contractual Compliance asks a complainant for: the domain, the abuse, and proof that the registrar
 * was asked first (most complaints are closed for want of it). A person files it. Fails with one sentence where
 * ICANN has no say (country domains, no DNS abuse) or the registrar was never notified. Touches nothing.
 */
export const icannDossier = (state: Case, messageIdDomain: string): Result<string, string> => {
  const whyNot = whyNotUnderRaa(state);
  if (whyNot !== undefined) return fail(whyNot);
  const told = askedBy(state).filter(
    ({ to, state: come }) => isOfName(to.scope) && (come === "sent" || come === "delivered"),
  );
  const [first] = told;
  if (!first)
    return fail(
      "No notice to the registrar is known to have left; ICANN closes a complaint without proof that the registrar " +
        "was asked first.",
    );
  const lines = [
    `Domain: ${defangHost(domainOf(state.target.host))}`,
    ...factsOf(state),
    `Registrar's abuse contact: ${deskOf(first, state)}`,
    "",
    "What the registrar was sent, and what came of it:",
    ...told.flatMap((notice) => proofOf(notice, state, messageIdDomain, false)),
  ];
  return ok(lines.join("\n"));
};

const factsOf = (state: Case): readonly string[] => [
  `Abuse: ${state.category}, first seen ${moment(state.firstSeenAt)}`,
  `Location, defanged: ${plainText(defangedLocation(state.target))}`,
  ...(state.evidence.explanation === undefined
    ? []
    : [`Why it is what we say: ${said(state.evidence.explanation, state)}`]),
  `Our number: ${state.id}`,
];

const clearancesIn = (history: readonly HistoryLine[], state: Case): readonly string[] =>
  history
    .flatMap(({ events }) => events)
    .flatMap((event) => {
      if (event.type !== "answered" || event.verdict.decision !== "clear" || !event.verdict.clearance) return [];
      const { by, reference } = event.verdict.clearance;
      return [`Cleared: ${moment(event.at)}, by ${said(by, state)}, reference ${said(reference, state)}`];
    });

const deskOf = ({ to: { email, name } }: Notice, state: Case): string =>
  `${email}${name === undefined ? "" : ` (${said(name, state)})`}`;

const said = (text: string, { target }: Case): string => plainText(defangWords(plainText(text), [target.host]));

const proofOf = (notice: Notice, about: Case, domain: string, namesDesk: boolean): readonly string[] => {
  const { sentAt, wireAt, acknowledgedAt, passedOn, subject, sesMessageId, ticket, answer, step, to } = notice;
  const at = sentAt ?? wireAt;
  const sent = at === undefined ? "" : `, sent ${moment(at)}`;
  return [
    `- ${step}${namesDesk ? ` to ${to.scope}: ${deskOf(notice, about)}` : ""}${sent}`,
    ...(subject === undefined ? [] : [`  Subject: ${plainText(subject)}`]),
    ...(sesMessageId === undefined ? [] : [`  Message-ID: <${plainText(sesMessageId)}@${domain}>`]),
    `  Delivery: ${deliveryOf(notice)}`,
    ...(acknowledgedAt === undefined ? [] : [`  Receipt confirmed: ${moment(acknowledgedAt)}`]),
    ...(passedOn === undefined ? [] : [`  Passed on to its customer: ${moment(passedOn.at)}`]),
    ...(ticket === undefined ? [] : [`  Its ticket number: ${said(ticket, about)}`]),
    `  Answer: ${answer ?? "none"}`,
  ];
};

/** Only what SES said counts as delivered. */
const deliveryOf = (notice: Notice): string => {
  const { state, deliveredAt } = notice;
  if (state === "rejected") return "turned away by its mail server";
  if (state === "bounced")
    return notice.untried
      ? "not tried by our mail provider, which suppresses the address"
      : "returned as undeliverable";
  if (state === "complained") return "accepted by its mail server, and marked as unwanted";
  return state === "delivered"
    ? `accepted by its mail server${deliveredAt === undefined ? "" : ` ${moment(deliveredAt)}`}`
    : "not confirmed";
};
