import { hash } from "node:crypto";
import type { Case } from "../../case/case.ts";
import type { Notice } from "../../case/notice.ts";
import { askedAsOf } from "./asked-as.ts";
import type { MailMember } from "./record.ts";

/**
 * The batch that a notice waits in: what the notices in one mail have in common, hashed so that no
 * address stands in a key: the desk and what it answers for, the matter, the rung and step, the window,
 * what decides the language and the law of its text, and whether it is asked as an access network or as
 * what stands in front. `undefined` for a notice that waits for nobody.
 */
export const batchIdOf = (state: Case, notice: Notice): string | undefined =>
  notice.state === "queued" && notice.window !== undefined ? idIn(state, notice) : undefined;

const idIn = (state: Case, { window, to, rung, step }: Pick<Notice, "window" | "to" | "rung" | "step">): string => {
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
    ...(asked === "peer" || asked === "front" ? [asked] : []),
  ];
  return `TB-${hash("sha256", JSON.stringify(common)).slice(0, 40)}`;
};

/** Told from a case's number by its form. */
export const isBatchId = (id: string): boolean => id.startsWith("TB-");

/** A notice that waits in a batch. `bytes` is about what it adds to a mail. */
export type WaitingNotice = MailMember & { readonly batch: string; readonly bytes: number };

/**
 * The notices of a case that wait in a batch; also those that are on the wire in its mail, so that their
 * claim, which is one transaction for all in the mail, need not take them out.
 */
export const waitingIn = (state: Case): readonly WaitingNotice[] =>
  state.notices.flatMap((notice) => {
    const isClaimed = notice.state === "on-wire" && notice.mail !== undefined;
    const batch = isClaimed ? idIn(state, notice) : batchIdOf(state, notice);
    return batch ? [{ batch, caseId: state.id, noticeId: notice.id, bytes: bytesIn(state) }] : [];
  });

/** Labels, moments, the form of its machine part: measured about 1,100. */
const bytesOfAny = 1_500;

/**
 * More than a case adds to a mail, as it is encoded there: where it is stands some five times in
 * it, what a reporter wrote three times: in the text, and as evidence that is encoded twice.
 */
const bytesIn = ({ target, evidence, spellings }: Case): number =>
  bytesOfAny + 5 * encoded([target]) + 3 * encoded([evidence, spellings]);

/** RFC 2045 §6.7: a byte that is no ASCII is written as three. */
const encoded = (written: unknown): number => {
  const text = JSON.stringify(written);
  const others = Buffer.byteLength(text.replace(/[\0-\x7f]/g, ""));
  return Buffer.byteLength(text) + 2 * others;
};

/**
 * DynamoDB takes 100 actions in one transaction: the record, whether the desk complained, and of each
 * member its state and its line of history.
 */
export const membersAtMost = 48;
/** A transaction holds 4 MB; as it is sealed a state is smaller than this is reckoned of. */
export const claimBytesAtMost = 3_500_000;
/**
 * SES takes 10 MB in one mail unless AWS raised that (Service quotas); half of it, since what a
 * notice adds is reckoned and not measured.
 */
export const mailBytesAtMost = 5_000_000;
