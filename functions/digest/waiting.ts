import { hash } from "node:crypto";
import { askedAsOf } from "../case/asked-as.ts";
import type { TargetCase } from "../case/case.ts";
import { unkeyedIdOf } from "../case/case-id.ts";
import { noticeIdOf } from "../case/ladder/queue.ts";
import type { Notice, NoticeAt } from "../case/notice.ts";
import type { Instant } from "../kernel/instant.ts";
import type { DigestOpening, Member } from "./event.ts";

/** It waits until its window is over, for others to the same desk. */
type InWindow = NoticeAt<"queued" | "gathered"> & { readonly window: Instant };
export const isInWindow = (notice: Notice): notice is InWindow =>
  (notice.state === "queued" || notice.state === "gathered") && notice.window !== undefined;

/**
 * What the notices in one mail have in common, hashed so that no address stands in a key: the desk
 * and what it answers for, the matter, the rung and step, the window, what decides the language and
 * the law of its text, and whether it is asked as an access network or as what stands in front.
 * `undefined` for a notice that waits for nobody.
 */
export const digestKeyOf = (state: TargetCase, notice: Notice): string | undefined => {
  if (!isInWindow(notice)) return undefined;
  const { window, to, rung, step } = notice;
  const asked = askedAsOf(to, state.target);
  const common = [
    to.email,
    to.scope,
    state.category,
    rung,
    step,
    state.lane,
    to.language,
    to.country,
    state.contact?.country,
    window,
    // Others keep the key that they had before these had one of their own.
    ...(asked === "peer" || asked === "front" ? [asked] : []),
  ];
  return hash("sha256", JSON.stringify(common)).slice(0, 40);
};

/**
 * The same key and part is the same digest, however often and by whomever it is opened. Parts count
 * from 1.
 */
export const digestIdOf = (key: string, part: number): string => unkeyedIdOf(`digest ${key} ${part}`);

/** A notice in line for a digest. `bytes` is about what it adds to a mail. */
export type Waiting = Member & { readonly key: string; readonly bytes: number };

/** The notices of a case that wait for a digest to take them along. */
export const waitingIn = (state: TargetCase): readonly Waiting[] =>
  state.notices.flatMap((notice) => {
    const key = notice.state === "queued" ? digestKeyOf(state, notice) : undefined;
    return key ? [{ key, caseId: state.id, noticeId: notice.id, bytes: bytesIn(state) }] : [];
  });

/** Labels, moments, the form of its machine part: measured about 1,100. */
const bytesOfAny = 1_500;

/**
 * More than a case adds to a mail, as it is encoded there: where it is stands some five times in
 * it, what a reporter wrote three times: in the text, and as evidence that is encoded twice.
 */
const bytesIn = ({ target, evidence, spellings }: TargetCase): number =>
  bytesOfAny + 5 * encoded([target]) + 3 * encoded([evidence, spellings]);

/** RFC 2045 §6.7: a byte that is no ASCII is written as three. */
const encoded = (written: unknown): number => {
  const text = JSON.stringify(written);
  const others = Buffer.byteLength(text.replace(/[\0-\x7f]/g, ""));
  return Buffer.byteLength(text) + 2 * others;
};

/** The first part of the digest that a notice waits for. */
export const openingFor = (state: TargetCase, notice: InWindow, key: string, at: Instant): DigestOpening => ({
  type: "digest-opened",
  at,
  caseId: digestIdOf(key, 1),
  lane: state.lane,
  category: state.category,
  key,
  part: 1,
  window: notice.window,
  noticeId: noticeIdOf(notice.rung, notice.step, notice.to.email),
  rung: notice.rung,
  step: notice.step,
  to: notice.to,
});

/**
 * SES takes 10 MB in one mail unless AWS raised that (Service quotas); half of it, since what a
 * notice adds is reckoned and not measured.
 */
export const mailBytesAtMost = 5_000_000;
const partAtMost = { members: 1000, bytes: mailBytesAtMost } as const;

/**
 * Those who go in one mail, of all who wait, in a fixed order. A thousand, since a digest's state
 * is one item of at most 400 KB in DynamoDB (65 bytes a member), and a function has 30 seconds in
 * which to read and write each of them; and as many as keep the mail far below what SES takes.
 */
export const partOf = (
  waiting: readonly Waiting[],
): { readonly members: readonly Member[]; readonly more: boolean } => {
  const inOrder = [...waiting]
    .sort((a, b) => (`${a.caseId} ${a.noticeId}` < `${b.caseId} ${b.noticeId}` ? -1 : 1))
    .slice(0, partAtMost.members);
  let bytes = 0;
  const members = inOrder.filter(({ bytes: more }) => {
    bytes += more;
    return bytes <= partAtMost.bytes || bytes === more;
  });
  return {
    members: members.map(({ caseId, noticeId }) => ({ caseId, noticeId })),
    more: members.length < waiting.length,
  };
};
