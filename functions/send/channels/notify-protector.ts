import type { Case } from "../../case/case.ts";
import { protectorOwedSince } from "../../case/decide/protector.ts";
import type { CaseEvent } from "../../case/event.ts";
import { protector } from "../../kernel/channels.ts";
import { changeCase } from "../../store/change-case.ts";
import { mayHaveGoneOut } from "../restore-guard.ts";
import { reportToNetcraft, saidByNetcraft } from "./netcraft.ts";
import { isOut, outageAfter, turnOf } from "./outage.ts";
import { addressOf } from "./telling.ts";
import type { ChannelWork } from "./work.ts";

/**
 * Notifies Netcraft of a case that owes it so, once: the claim is written first, and what comes of it is
 * recorded and changes nothing else. A worker that dies in between leaves it at that. While Netcraft
 * fails, cases wait for it a day at most. Safe to repeat. Network: at most one request.
 */
export const notifyProtector = async (before: ChannelWork, caseId: string): Promise<void> => {
  const { settings, policyOf } = await before.inForce();
  const work = { ...before, policyOf };
  const { clock, counts, log } = work;
  const isOwed = (state: Case) => protectorOwedSince(state, policyOf(state), clock.now()) !== undefined;
  const state = await work.store.read(caseId);
  const email = settings.channels?.[protector]?.email;
  const url = state && addressOf(state);
  if (!state || email === undefined || url === undefined || !isOwed(state)) return;
  if (await work.isPaused(state.lane)) return;
  const guard = await work.guard();
  const isDry = settings.dryRunMailbox !== undefined;
  const isGuarded = guard && mayHaveGoneOut(guard, state, { attempts: 1, notBefore: clock.now() });
  const why = isGuarded
    ? "The table was restored; it may have had it before."
    : isDry
      ? "This is a dry run."
      : undefined;
  const seen = why === undefined ? await counts.outage(protector) : undefined;
  const turn = seen && turnOf(seen, clock.now());
  if (turn && turn.kind !== "go" && !(turn.kind === "try" && (await counts.keepOutage(protector, turn.next, seen))))
    return;
  const claim = (current: Case): readonly CaseEvent[] | undefined =>
    isOwed(current) ? [{ type: "protector-claimed", at: clock.now() }] : undefined;
  const claimed = await changeCase(work, caseId, claim, { lastSeen: state });
  if (!claimed.ok) return;
  const record = async (answer: { readonly ticket?: string; readonly why?: string }): Promise<void> => {
    await changeCase(work, caseId, () => [{ type: "protector-answered", at: clock.now(), ...answer }]);
  };
  if (why !== undefined) return record({ why });
  const answer = await work.ask(protector, reportToNetcraft({ email, url, caseId, category: state.category }));
  const told = saidByNetcraft(answer);
  await record(told.kind === "accepted" ? { ticket: told.id ?? "" } : { why: told.why });
  const failing = await counts.outage(protector);
  const next = outageAfter(failing, { answer, told, now: clock.now() });
  if (!failing && !next) return;
  await counts.keepOutage(protector, next, failing);
  if (isOut(next)) log.info("channel.paused", { caseId, source: protector, code: "waits" });
};
