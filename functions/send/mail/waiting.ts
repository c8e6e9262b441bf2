import { hash } from "node:crypto";
import type { Case } from "../../case/case.ts";
import type { Notice } from "../../case/notice.ts";
import { askedAsOf } from "./asked-as.ts";
import type { MailMember } from "./record.ts";

/**
 * The batch that a notice waits in, hashed so that no address stands in a key: what the notices in one mail share,
 * such as the desk, the matter, the step, the window, what decides language and law of its text, and whether it is
 * asked as an access network or as what stands in front. `undefined` for a notice that waits for nobody.
 */
export const batchIdOf = (state: Case, notice: Notice): string | undefined =>
  notice.state === "queued" && notice.window !== undefined ? idIn(state, notice) : undefined;

const idIn = (state: Case, { window, to, level, step }: Pick<Notice, "window" | "to" | "level" | "step">): string => {
  const asked = askedAsOf(to, state.target);
  const common = [
    to.email,
    to.scope,
    state.category,
    level,
    step,
    state.lane,
    to.language,
    to.country,
    state.contact?.country,
    window,
    ...(asked === "peer" || asked === "front" ? [asked] : []),
  ];
  return `TB-${hash("sha256", JSON.stringify(common)).slice(0, 40)}`;
};

/** Told from a case's number by its form. */
export const isBatchId = (id: string): boolean => id.startsWith("TB-");

/** A notice that waits in a batch. `bytes`: about what it adds to a mail. */
export type WaitingNotice = MailMember & { readonly batch: string; readonly bytes: number };

/** Includes those on the wire in its mail: their claim is one transaction, and need not take them out. */
export const waitingIn = (state: Case): readonly WaitingNotice[] =>
  state.notices.flatMap((notice) => {
    const isClaimed = notice.state === "on-wire" && notice.mail !== undefined;
    const batch = isClaimed ? idIn(state, notice) : batchIdOf(state, notice);
    return batch ? [{ batch, caseId: state.id, noticeId: notice.id, bytes: bytesIn(state) }] : [];
  });

/** Labels, moments, the form of its machine part: measured about 1,100. */
const bytesOfAny = 1_500;

/**
 * More than a case adds: its location stands some five times in the encoded mail, what a reporter wrote three times,
 * in the text, and as evidence that is encoded twice.
 */
const bytesIn = ({ target, evidence, spellings }: Case): number =>
  bytesOfAny + 5 * encoded([target]) + 3 * encoded([evidence, spellings]);

/** RFC 2045 §6.7: a byte that is not ASCII is written as three. */
const encoded = (written: unknown): number => {
  const text = JSON.stringify(written);
  const others = Buffer.byteLength(text.replace(/[\0-\x7f]/g, ""));
  return Buffer.byteLength(text) + 2 * others;
};

/** DynamoDB takes 100 actions in a transaction: record, desk's complaint, two for each member. */
export const membersAtMost = 48;
/** A transaction holds 4 MB. A sealed state is smaller than this estimate. */
export const claimBytesAtMost = 3_500_000;
/** SES takes 10 MB in one mail unless AWS raised that (Service quotas). Half, since sizes are estimated. */
export const mailBytesAtMost = 5_000_000;
