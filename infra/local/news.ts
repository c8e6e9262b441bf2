import type { ReporterNews } from "../../functions/news/reporter-news.ts";
import { newsIn } from "../../functions/news/tell-reporters.ts";
import type { Story } from "./tally.ts";

/** One piece of news in a sentence, as `npm start` prints what a reporter would hear. */
export const sayNews = (news: ReporterNews): string => `${news.reportId}: ${words(news)}  (${news.caseId})`;

const timeGiven = ({ customerHasUntil }: Extract<ReporterNews, { happened: "acknowledged" }>): string =>
  customerHasUntil === undefined ? "" : `, with time until ${customerHasUntil}`;

const words = (news: ReporterNews): string => {
  switch (news.happened) {
    case "taken-in":
      return "taken in";
    case "id-used-again":
      return `has an id that its reporter used for ${news.usedFor} before`;
    case "joined":
      return "joined a case that is open on the same target";
    case "contact-unknown":
      return news.why === "form-only"
        ? "the provider takes its own form only; a person fills it in"
        : "nobody is known who may be written to; a person seeks";
    case "notice-sent":
      return `a mail went out (${news.purpose}, ${news.desk})`;
    case "acknowledged":
      return `the ${news.desk} desk ${news.passedOn ? `passed it on${timeGiven(news)}` : "has it"}`;
    case "answered":
      return `the ${news.desk} desk answered: ${news.answer}`;
    case "moved":
      return "the host moved elsewhere";
    case "needs-you":
      return `needs you: ${news.asks}${news.advice === undefined ? "" : `. ${news.advice}`}`;
    case "check-wanted":
      return `asks your checker until ${news.answerBy}: ${news.why}`;
    case "closed":
      return `closed: ${news.outcome}`;
    case "reopened":
      return "opened again";
    default:
      return news satisfies never;
  }
};

/** Gathers what was told in a run, to count it and to hold it against the histories. */
export const newsHeard = () => {
  const byId = new Map<string, ReporterNews>();
  return {
    hear: (news: ReporterNews): void => void byId.set(news.id, news),
    counts: (): readonly (readonly [string, number])[] => {
      const counts = new Map<string, number>();
      for (const { happened } of byId.values()) counts.set(happened, (counts.get(happened) ?? 0) + 1);
      return [...counts].sort(([a], [b]) => (a < b ? -1 : 1));
    },
    /** Cases whose reporters heard something else than their histories hold. */
    unheard: (told: readonly Story[]): readonly string[] =>
      told
        .filter(({ state, history }) => {
          const owed = newsIn(state.id, history);
          const heard = [...byId.values()].filter(({ caseId }) => caseId === state.id).length;
          return heard !== owed.length || owed.some(({ id }) => !byId.has(id));
        })
        .map(({ state }) => state.id),
  };
};
export type NewsHeard = ReturnType<typeof newsHeard>;
