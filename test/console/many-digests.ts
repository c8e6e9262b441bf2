import type { Instant } from "../../functions/kernel/instant.ts";
import { open } from "../../functions/matters/advance.ts";
import { changeCase } from "../../functions/matters/change-case.ts";
import { changeOf } from "../../functions/matters/change-of.ts";
import { aCandidate } from "../support/a-case.ts";
import type { Console } from "./a-console.ts";

const noticeId = "0-first-7e2fe1ce87";

/** A digest of the standard lane begins, for the abuse desk of a network. */
export const digestOpening = (at: Instant, caseId: string, network = "network.example") =>
  ({
    type: "digest-opened",
    at,
    caseId,
    lane: "standard",
    category: "phishing",
    key: `key of ${network}`,
    part: 1,
    window: at,
    noticeId,
    rung: 0,
    step: "first",
    to: aCandidate({ email: `abuse@${network}` }),
  }) as const;

/** Digests of two cases each, of which nobody knows whether they went out; their ids. */
export const manyDigests = async (console: Console, count: number): Promise<readonly string[]> => {
  const ids = Array.from({ length: count }, (_, at) => `TD-DDDD-DDDD-D${String(at).padStart(3, "0")}`);
  for (const [nth, caseId] of ids.entries()) {
    const at = console.now();
    const opening = digestOpening(at, caseId, `net-${nth}.example`);
    await console.work.store.commit(changeOf(open(opening, console.work.policyOf), at));
    const members = ["A", "B"].map((letter) => ({
      caseId: `TD-AAAA-AAAA-${letter}${String(nth).padStart(3, "0")}`,
      noticeId,
    }));
    const claim = { noticeId, attemptId: "a", subject: "s", renderHash: "0", recipientHash: "0" };
    for (const fact of [
      { type: "members-planned", at, members, more: false } as const,
      { type: "send-claimed", at, ...claim } as const,
      { type: "send-unknown", at, noticeId } as const,
    ])
      await changeCase(console.work, caseId, () => [fact]);
  }
  return ids;
};
