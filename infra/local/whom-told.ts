import type { Case } from "../../functions/case/case.ts";
import type { Notice } from "../../functions/case/notice.ts";
import { isOut } from "../../functions/case/notice-progress.ts";
import { isOfName } from "../../functions/kernel/scope.ts";
import { nobodysDesks, type WhomStory, whomStories } from "./sample/whom.ts";
import type { Story } from "./tally.ts";

type Outcome = { readonly rows: readonly (readonly [string, string])[]; readonly faults: readonly string[] };

const sentIn = ({ notices }: Case): readonly Notice[] => notices.filter(isOut);

const firstToldIn = (state: Case): readonly string[] => {
  const sent = sentIn(state);
  const level = Math.min(...sent.map((notice) => notice.level));
  return sent.filter((notice) => notice.level === level && notice.step === "first").map(({ to }) => to.email);
};

const faultsOf = (
  story: WhomStory,
  told: readonly Story[],
): { readonly first: readonly string[]; readonly faults: readonly string[] } => {
  const [found] = told.filter(({ state }) => state.target.host === story.host);
  if (!found) return { first: [], faults: [`no case is about ${story.host}`] };
  const first = firstToldIn(found.state);
  const never = sentIn(found.state).filter(({ to }) => story.never.includes(to.email));
  const wasAsked = found.history.some(({ events }) =>
    events.some((event) => event.type === "asked" && event.question === story.asked),
  );
  return {
    first,
    faults: [
      ...(first.toSorted().join() === story.first.toSorted().join()
        ? []
        : [
            `${story.host} was told to ${first.join(", ") || "nobody"} first, not to ` +
              `${story.first.join(", ") || "nobody"}`,
          ]),
      ...never.map(({ to }) => `${to.email} had a mail about ${story.host}, of which it must never hear`),
      ...(story.asked === undefined || wasAsked ? [] : [`nobody was asked ${story.asked} about ${story.host}`]),
    ],
  };
};

/**
 * Registrars of names that are a platform's or a hoster's own, and mailboxes that are nobody's
 * desk: whatever the story, none of them hears.
 */
const forbidden = (told: readonly Story[]): readonly string[] =>
  told.flatMap(({ state }) =>
    sentIn(state)
      .filter(
        ({ to }) => nobodysDesks.includes(to.email) || (state.contact?.namedBy !== undefined && isOfName(to.scope)),
      )
      .map(({ to }) => `${to.email} (${to.scope}) had a mail about ${state.target.host}, which is none of its matters`),
  );

/**
 * Whom the samples' stories told first, as rows to print, and all that came out otherwise than it
 * should. Pure.
 */
export const whomTold = (told: readonly Story[]): Outcome => {
  const each = whomStories.map((story) => ({ story, ...faultsOf(story, told) }));
  return {
    rows: each.map(({ story: { shows, asked }, first }) => [
      shows,
      [...first, ...(asked ? ["a person, with the form"] : [])].join(", "),
    ]),
    faults: [...each.flatMap(({ faults }) => faults), ...forbidden(told)],
  };
};
