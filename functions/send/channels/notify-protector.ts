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
 * Notifies Netcraft of a case that owes it so, once: the claim is written first, and what comes of
 * it is recorded and changes nothing else. A worker that dies in between leaves it at that. While
 * Netcraft fails, cases wait for it a day at most. Safe to repeat. Network: at most one request.
 */
export const notifyProtector = async (before: ChannelWork, caseId: string): Promise<void> => {
  const { settings, policyOf } = await before.inForce();
  const work = { ...before, policyOf };
  const { clock } = work;
  const isOwed = (state: Case) => protectorOwedSince(state, policyOf(state), clock.now()) !== undefined;
  const state = await work.store.read(caseId);
  const email = settings.channels?.[protector]?.email;
  const url = state && addressOf(state);
  if (!state || email === undefined || url === undefined || !isOwed(state)) return;
  if (await work.isPaused(state.lane)) return;
  const why = settings.dryRunMailbox === undefined ? await whyNever(work, state) : "This is a dry run.";
  if (why === undefined && !(await hasTurn(work))) return;
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
  await noteOutage(work, { answer, told });
};

const whyNever = async ({ guard: read, clock }: ChannelWork, state: Case): Promise<string | undefined> => {
  const guard = await read();
  const mayHaveHeard = guard && mayHaveGoneOut(guard, state, { attempts: 1, notBefore: clock.now() });
  return mayHaveHeard ? "The table was restored, and it may have had the report before." : undefined;
};

const hasTurn = async ({ counts, clock }: ChannelWork): Promise<boolean> => {
  const outage = await counts.outage(protector);
  if (!outage) return true;
  const turn = turnOf(outage, clock.now());
  return turn.kind === "go" || (turn.kind === "try" && (await counts.keepOutage(protector, turn.next, outage)));
};

/** Nobody is called for it: no case waits. */
const noteOutage = async (
  { counts, clock, log }: ChannelWork,
  came: Omit<Parameters<typeof outageAfter>[1], "now">,
): Promise<void> => {
  const failing = await counts.outage(protector);
  const next = outageAfter(failing, { ...came, now: clock.now() });
  if (!failing && !next) return;
  await counts.keepOutage(protector, next, failing);
  if (isOut(next)) log.info("channel.paused", { source: protector, code: "waits" });
};
