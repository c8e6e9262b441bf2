import type { Candidate, ContactAnswer } from "../../functions/case/candidate.ts";
import { ok } from "../../functions/kernel/result.ts";
import { recipientHashOf } from "../../functions/notice/compose-notice.ts";
import type { ComposeNotice } from "../../functions/notice/request.ts";
import { aCandidate, anAnswer, morning } from "../support/a-case.ts";
import { optedOut } from "./in-force.ts";
import type { Desk } from "./ses.ts";

/** Who plays in the simulation. Every mailbox holds the canary. */
export const startMs = Date.parse(morning);
export const hourMs = 3_600_000;
export const minuteMs = 60_000;

export const network = aCandidate({ email: "canary-abuse@network.example" });
export const second: Candidate = { ...network, email: "canary-noc@network.example", confidence: "medium" };
export const upstream: Candidate = {
  ...network,
  email: "canary-abuse@upstream.example",
  scope: "upstream",
  range: "198.51.100.0/24",
};
export const registrar: Candidate = { ...network, email: "canary-abuse@registrar.example", scope: "registrar" };
export const cert: Candidate = {
  ...network,
  email: "canary-reports@cert-abroad.example",
  scope: "cert",
  source: "directory",
};
export const hotline: Candidate = {
  ...network,
  email: "canary-ntd@hotline-abroad.example",
  scope: "hotline",
  source: "directory",
};
/** First in every answer: never to be written to. */
export const unwilling: Candidate = { ...network, email: optedOut };
/** Where the host goes when it moves. */
const elsewhere: Candidate = { ...network, email: "canary-abuse@elsewhere-network.example", range: "203.0.113.0/24" };

export const everybody: ContactAnswer = anAnswer({
  candidates: [unwilling, network, second, upstream, registrar, cert, hotline],
});
export const moved: ContactAnswer = anAnswer({
  addresses: ["203.0.113.7"],
  candidates: [unwilling, elsewhere, registrar, cert, hotline],
});

export const delivers: Desk = { outcome: "delivered" };
export const repliesRemoved = (afterMs: number, proven = true): Desk => ({
  outcome: "delivered",
  replies: { afterMs, words: "The page has been removed.", proven },
});

/**
 * A mail with what the rest of the world reads of it, for runs in which the words do not matter.
 */
export const lightCompose: ComposeNotice = async ({ case: { id }, notice, replyAddress, attemptId }) =>
  ok({
    recipient: notice.to.email,
    subject: `[${id}]`,
    text: "",
    languages: ["en"],
    mime: Buffer.from(`Reply-To: <${replyAddress}>\r\nX-Case-Attempt: ${attemptId}\r\n\r\n`),
    renderHash: `${notice.id} of ${id}`,
    recipientHash: recipientHashOf(notice.to),
  });

/** Neither DNS nor the registries answered in time. */
export const nothingKnown: Pick<ContactAnswer, "candidates" | "addresses" | "failures" | "retry"> = {
  candidates: [],
  addresses: [],
  failures: [{ source: "dns", server: "dns", outcome: "silent", detail: "No answer in time." }],
  retry: true,
};
