import { advance, open } from "../../case/advance.ts";
import type { ContactAnswer } from "../../case/candidate.ts";
import type { Notice } from "../../case/notice.ts";
import type { ToLookUp } from "../../contact/asked-look-ups.ts";
import { type KnownBefore, knownBefore } from "../../contact/known-before.ts";
import { mayBeLive } from "../../intake/who-speaks.ts";
import type { Result } from "../../kernel/result.ts";
import { laneOf } from "../../report/category.ts";
import type { Report } from "../../report/report.ts";
import { questionTexts } from "../../review/questions.ts";
import type { PlainNotice } from "../case/notice-text.ts";
import type { ConsoleDeps } from "../pages.tsx";
import { moment } from "../words.ts";

/** What a report would come to, by what is known already. */
export type Foreseen = {
  /** How the recipients are known. Absent: nobody is, and the notice is written as to a network's desk. */
  readonly knownBy?: string;
  readonly notices: readonly { readonly notice: Notice; readonly text: Result<PlainNotice, string> }[];
  /** Asked of a person before anything goes out, or since nobody can be notified. */
  readonly questions: readonly string[];
};

type Deps = Pick<ConsoleDeps, "work" | "settings" | "noticeText" | "lookUps">;

/** As it is taken in: who may not report as live in this category is not believed that. */
const asTakenIn = (report: Report, { settings }: Pick<Deps, "settings">): Report & ToLookUp => {
  const live = report.live && mayBeLive(settings, report);
  return { ...report, live, lane: laneOf(report.category, live) };
};

/** Network: what `AskedLookUps.lookUp` touches. Whether it is answered by now. */
export const lookUpNow = async (deps: Deps, report: Report): Promise<boolean> =>
  (await deps.lookUps.lookUp(asTakenIn(report, deps), report.reporter)) !== undefined;

/** Plays the first change of such a case in the decider itself. Network: reads of the table, no registry, no DNS. */
export const foresee = async (deps: Deps, report: Report): Promise<Foreseen> => {
  const { work, settings, noticeText } = deps;
  const now = work.clock.now();
  const { lane, ...taken } = asTakenIn(report, deps);
  const known = await knownBefore({ ...deps, store: work.store }, { ...taken, lane }, now);
  const opened = open({ type: "opened", at: now, caseId: "TD-0000-0000-0000", lane, report: taken }, work.policyOf);
  const answer = { ...(known?.answer ?? asToNetwork), askedAt: now };
  const { next } = advance(opened.next, [{ type: "contact-answered", at: now, answer }], work.policyOf, now);
  // Our own mailbox stands in once more: the finished mail is checked, and takes no name that is nobody's.
  const toUs = ({ to, ...notice }: Notice): Notice => ({ ...notice, to: { ...to, email: settings.senderAddress } });
  const shown = known ? next : { ...next, notices: next.notices.map(toUs) };
  return {
    ...(known && { knownBy: knownBy(known) }),
    notices: await Promise.all(
      shown.notices.map(async (notice) => ({ notice, text: await noticeText(shown, notice.id) })),
    ),
    questions: next.reviews.map(({ question }) => questionTexts[question].asks),
  };
};

const knownBy = ({ by, answer: { askedAt } }: KnownBefore): string => {
  if (by === "directory") return "our directory";
  return by === "lookup" ? `looked up ${moment(askedAt)}` : `${by}, of the same host, looked up ${moment(askedAt)}`;
};

/** Stands in where nobody is known. Shown to nobody, and nothing is ever sent to it (RFC 2606, `.invalid`). */
const asToNetwork: Omit<ContactAnswer, "askedAt"> = {
  addresses: [],
  candidates: [
    { email: "abuse@network.invalid", scope: "network", source: "directory", confidence: "high", remarks: [] },
  ],
  forms: [],
  failures: [],
  retry: false,
};
