import type { Log } from "../kernel/log.ts";
import type { OneAtATime } from "../kernel/one-at-a-time.ts";
import type { Lane } from "../report/category.ts";
import type { Unreadable } from "../report/report.ts";
import { withoutContent } from "../report/without-content.ts";
import { open } from "./advance.ts";
import { caseIdOf } from "./case-id.ts";
import { type CaseWork, changeCase, changeOf } from "./change-case.ts";
import { takesUnread, unreadKeyOf, unreadPlaceKeyOf } from "./unread.ts";

type UnreadWork = CaseWork & { readonly log: Log; readonly oneAtATime: OneAtATime };
type UnreadMessage = { readonly text: string; readonly lane: Lane; readonly sender: string | undefined; readonly problem: Unreadable };

// Each is a good dozen tries at the place itself. Who has not come through by then only keeps others from it.
const triesAtMost = 3;

/**
 * Puts a message that can't be read before a person, together with others of its sender, lane and field. Safe to repeat: each text counts
 * once for ever. `false` where too many others write to the same place at this moment; nothing was written then.
 *
 * A batch of a flood is written one by one: all at once, each would fail as often as it has neighbours.
 */
export const takeInUnread = (work: UnreadWork, message: UnreadMessage): Promise<boolean> => {
  const place = unreadPlaceKeyOf({ ...message.problem, sender: message.sender, lane: message.lane });
  return work.oneAtATime(place, async () => {
    const caseId = await take(work, message, place);
    // Not the field: for a key that is none it is the sender's own text.
    if (caseId !== undefined) work.log.info("report.unreadable", { caseId });
    return caseId !== undefined;
  });
};

const take = async (work: UnreadWork, message: UnreadMessage, place: string): Promise<string | undefined> => {
  const key = unreadKeyOf(message.text);
  for (let tries = 0; tries < triesAtMost; tries++) {
    // Before they were gathered each message was a case by its text, and no report's key said so.
    const known = (await work.store.caseOfReport(key)) ?? (await work.store.read(caseIdOf(key)))?.id;
    if (known !== undefined) return known;
    const placed = await work.store.openCaseOfTarget(place);
    const caseId = placed === undefined ? await openPlace(work, message, key) : await join(work, placed, message, key);
    if (caseId !== undefined) return caseId;
  }
  return undefined;
};

const openPlace = async (work: UnreadWork, { text, lane, sender, problem }: UnreadMessage, key: string): Promise<string | undefined> => {
  const at = work.clock.now();
  const { field, reason, fix } = problem;
  const opened = open(
    { type: "unreadable", at, caseId: caseIdOf(key), lane, field, reason, fix, joinedBy: sender === undefined ? {} : { sender } },
    work.policyOf,
  );
  const written = await work.store.commit({ ...changeOf(opened, at), reportKeys: [key], untouchedText: withoutContent(text) });
  return written.ok ? opened.next.id : undefined;
};

const join = async (work: UnreadWork, caseId: string, { text, problem }: UnreadMessage, key: string): Promise<string | undefined> => {
  const { field, reason } = problem;
  const joined = await changeCase(
    work,
    caseId,
    (state) => (state.kind === "unread" && takesUnread(state) ? [{ type: "unread-joined", at: work.clock.now(), field, reason }] : undefined),
    { also: () => ({ reportKeys: [key], untouchedText: withoutContent(text) }) },
  );
  return joined.ok ? caseId : undefined;
};
