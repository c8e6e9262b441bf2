import { open } from "../matters/advance.ts";
import { changeUnread } from "../matters/change-case.ts";
import { changeOf } from "../matters/change-of.ts";
import { findsOfUnread } from "../matters/finds.ts";
import type { CaseWork } from "../matters/work.ts";
import type { Lane } from "../report/category.ts";
import type { Unreadable } from "../report/report.ts";
import { withoutContent } from "../report/without-content.ts";
import { takesUnread, unreadKeyOf, unreadPlaceKeyOf } from "../strays/unread.ts";
import { gather } from "./gather.ts";
import type { TakeInWork } from "./work.ts";

type UnreadWork = CaseWork & Pick<TakeInWork, "log" | "oneAtATime" | "caseIdOf">;
type UnreadMessage = {
  readonly text: string;
  readonly lane: Lane;
  readonly sender: string | undefined;
  readonly problem: Unreadable;
};

/**
 * Puts a message that can't be read before a person, together with others of its sender, lane and
 * field. Safe to repeat: each text counts once for ever. `false` where too many others write to the
 * same place at this moment (`gather.ts`).
 */
export const takeInUnread = async (work: UnreadWork, message: UnreadMessage): Promise<boolean> => {
  const key = unreadKeyOf(message.text);
  const gathered = await gather(
    work,
    unreadPlaceKeyOf({ ...message.problem, sender: message.sender, lane: message.lane }),
    {
      known: () => work.store.caseOfReport(key),
      open: () => openPlace(work, message, key),
      join: (caseId) => join(work, caseId, message, key),
    },
  );
  // Not the field: for a key that is none it is the sender's own text.
  if (gathered) work.log.info("report.unreadable", { caseId: gathered.caseId });
  return gathered !== undefined;
};

const openPlace = async (
  work: UnreadWork,
  { text, lane, sender, problem }: UnreadMessage,
  key: string,
): Promise<string | undefined> => {
  const at = work.clock.now();
  const { field, reason, fix, unhosted } = problem;
  const opened = open(
    {
      type: "unreadable",
      at,
      caseId: await work.caseIdOf(key),
      lane,
      field,
      reason,
      fix,
      ...(unhosted && { unhosted }),
      joinedBy: sender === undefined ? {} : { sender },
    },
    work.policyOf,
  );
  const written = await work.store.commit({
    ...changeOf(opened, at),
    ...keeping(text, key, opened.next.version),
  });
  return written.ok ? opened.next.id : undefined;
};

/** The message as it is kept, and its number, by which it is found. */
const keeping = (text: string, key: string, version: number) => {
  const untouchedText = withoutContent(text);
  return { reportKeys: [key], untouchedText, finds: findsOfUnread(untouchedText, version) };
};

const join = async (
  work: UnreadWork,
  caseId: string,
  { text, problem }: UnreadMessage,
  key: string,
): Promise<string | undefined> => {
  const { field, reason } = problem;
  const joined = await changeUnread(
    work,
    caseId,
    (state) => (takesUnread(state) ? [{ type: "unread-joined", at: work.clock.now(), field, reason }] : undefined),
    { also: ({ version }) => keeping(text, key, version + 1) },
  );
  return joined.ok ? caseId : undefined;
};
