import { changeDigest, changeTarget } from "../../matters/change-case.ts";
import type { Outcome } from "../../matters/work.ts";
import type { SendWork } from "../../notice/protocol.ts";
import type { Digest } from "../digest.ts";
import type { Member } from "../event.ts";
import { lastNews } from "../evolve.ts";
import { hears } from "../ties.ts";
import { each } from "./each.ts";

/** News of a mail that has not come to rest is told with what becomes of it. */
export const isOwedNews = ({ news, notices: [mail], closed }: Digest): boolean =>
  news.length > 0 && (closed !== undefined || (mail.state !== "on-wire" && mail.state !== "queued"));

const newsAtOnce = 4;

/**
 * Tells every member what it has not heard, each by a change of its own case; and when all know,
 * writes that down.
 */
export const tellMembers = async (work: SendWork, digest: Digest): Promise<Outcome> => {
  const told = await each(digest.members ?? [], (member) => tellOne(work, digest, member));
  if (!told.every(Boolean)) return "later";
  const upTo = lastNews(digest);
  await changeDigest(work, digest.id, (state) =>
    state.told < upTo ? [{ type: "members-told", at: work.clock.now(), upTo }] : undefined,
  );
  work.log.info("digest.told", { caseId: digest.id, count: told.length });
  return "done";
};

/** A person's verdict comes after what the case hears before it, so there may be several rounds. */
export const tellOne = async (work: SendWork, digest: Digest, { caseId }: Member): Promise<boolean> => {
  for (let round = 0; round < newsAtOnce; round++) {
    const told = await changeTarget(work, caseId, (state) => hears(state, digest, work.policyOf, work.clock.now()), {
      digest,
    });
    if (!told.ok) return told.error.kind !== "contended";
    const { next } = told.value;
    if (hears(next, digest, work.policyOf, work.clock.now()).length === 0) return true;
  }
  return false;
};
