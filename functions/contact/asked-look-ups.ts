import type { ContactAnswer } from "../case/candidate.ts";
import type { Case } from "../case/case.ts";
import type { Instant } from "../kernel/instant.ts";
import { ours } from "../store/stored.ts";
import type { DropHint, Outcome } from "../store/work.ts";
import { boundedAnswer } from "./bounded-answer.ts";
import type { KnownStore } from "./known.ts";

/** All of a case that a lookup depends on: nothing of the page. */
export type ToLookUp = Pick<Case, "category" | "lane" | "domainIsMalicious"> & {
  readonly target: Pick<Case["target"], "kind" | "host">;
  readonly evidence: Pick<Case["evidence"], "legitimateSite">;
};
const readToLookUp = ours<ToLookUp>("a lookup", "target", "category");
const readAnswer = ours<ContactAnswer>("a contact", "askedAt", "candidates");

/**
 * Lookups that a person requests before there is a case. Only `find-contact` queries registries: it
 * is sent a message, and question and answer are cached for an hour with what else lookups know.
 */
export type AskedLookUps = {
  /** The answer to such a lookup, within the hour. Network: one read. */
  readonly answered: (asked: ToLookUp) => Promise<ContactAnswer | undefined>;
  /** Requests it and waits some seconds. `undefined`: no answer yet; `answered` has it later. */
  readonly lookUp: (asked: ToLookUp, reporter: string) => Promise<ContactAnswer | undefined>;
};

const keptMs = 60 * 60_000;
/** Below the console's timeout (`infra/stack/topology.ts`), with room for the page. */
const waitMsAtMost = 8_000;
const pollMs = 400;

const idBegins = "LOOKUP-";
/** Whether a message to `find-contact` names such a lookup and no case. */
export const isAskedLookUp = (id: string): boolean => id.startsWith(idBegins);

/** By the host: pages of one host have the same desks. */
const keyOf = ({ target: { kind, host }, category, domainIsMalicious, evidence }: ToLookUp): string =>
  `answered#${JSON.stringify([kind, host, category, domainIsMalicious, evidence.legitimateSite ?? ""])}`;

type AskedWork = { readonly store: KnownStore; readonly nowMs: () => number };

const read = async ({ store, nowMs }: AskedWork, key: string): Promise<string | undefined> =>
  (await store.read([key], nowMs(), "newest")).get(key)?.text;

const keep = ({ store, nowMs }: AskedWork, key: string, content: object): Promise<void> => {
  const until = nowMs() + keptMs;
  return store.write(key, { text: JSON.stringify(content), freshUntilMs: until, keptUntilMs: until });
};

export const askedLookUps = (
  work: AskedWork & {
    readonly dropHint: DropHint;
    readonly sleep: (ms: number) => Promise<unknown>;
    /** Unique, and nothing can be read off it. */
    readonly newId: () => string;
  },
): AskedLookUps => {
  const answered = async (asked: ToLookUp) => {
    const text = await read(work, keyOf(asked));
    return text === undefined ? undefined : readAnswer(text);
  };
  return {
    answered,
    lookUp: async (asked, reporter) => {
      const { category, lane, domainIsMalicious, target, evidence } = asked;
      const caseId = `${idBegins}${work.newId()}`;
      await keep(work, caseId, {
        category,
        lane,
        domainIsMalicious,
        // A page is not kept for a report that may never be made.
        target: { kind: target.kind, host: target.host },
        evidence: { legitimateSite: evidence.legitimateSite },
      });
      // A person waits for it.
      await work.dropHint("find-contact", "urgent", { caseId }, reporter);
      for (const until = work.nowMs() + waitMsAtMost; work.nowMs() < until; ) {
        await work.sleep(pollMs);
        const answer = await answered(asked);
        if (answer) return answer;
      }
      return undefined;
    },
  };
};

/**
 * Looks up what a person requested. Idempotent: what is answered or was requested long ago is left
 * as it is. Network: as a case's lookup.
 */
export const answerAsked = async (
  work: AskedWork & { readonly lookUp: (asked: ToLookUp, now: Instant) => Promise<ContactAnswer> },
  id: string,
  now: Instant,
): Promise<Outcome> => {
  const text = await read(work, id);
  if (text === undefined) return "done";
  const asked = readToLookUp(text);
  if ((await read(work, keyOf(asked))) !== undefined) return "done";
  await keep(work, keyOf(asked), boundedAnswer(await work.lookUp(asked, now)));
  return "done";
};
