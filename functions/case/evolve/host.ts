import { isSameMailbox } from "../../kernel/mailbox.ts";
import type { ContactAnswer } from "../candidate.ts";
import type { Case } from "../case.ts";
import { countriesOf } from "../contact-facts.ts";
import { hasEscalated, noLevel } from "../level.ts";
import { standsInDns } from "../name-gone.ts";
import { isHostTold, isMissedEverywhere, sighted } from "../networks.ts";
import type { Notice } from "../notice.ts";
import { type Question, questionFacts } from "../question.ts";

export const afterLookUp = (state: Case, answer: ContactAnswer): Case => {
  const found = answer.candidates.some(({ confidence }) => confidence !== "guess") || answer.forms.length > 0;
  const { lookAgain: _, ...rest } = lookedUp(resolvesAgain(state, answer), answer);
  return { ...rest, silentLookups: found || !answer.retry ? 0 : state.silentLookups + 1 };
};

/** The police clear for their own country: with another one they are asked again. */
const clearedIn = (state: Case, answer: ContactAnswer, isAnotherHost: boolean): readonly Question[] => {
  const known = state.contact ? countriesOf(state.contact) : [];
  const isAbroad = state.contact !== undefined && countriesOf(answer).some((country) => !known.includes(country));
  const holds = { case: true, country: !isAbroad, host: !isAnotherHost } as const;
  return state.cleared.filter((question) => holds[questionFacts(question).clearedFor]);
};

const lookedUp = (state: Case, answer: ContactAnswer): Case => {
  const notices = sighted(state, answer);
  const isAnotherHost = isMissedEverywhere({ notices }) && !isMissedEverywhere(state);
  const cleared = clearedIn(state, answer, isAnotherHost);
  return { ...state, contact: answer, notices, cleared, quiet: state.quiet && !isAnotherHost };
};

/** Its desk is asked nothing more, but is owed its withdrawal wherever the host stands now. */
export const ends = (notice: Notice): Notice => ({
  ...notice,
  ended: true,
  ...(notice.state === "queued" && notice.step !== "withdrawal" && { state: "cancelled" }),
});

export const nameGone = (state: Case, answer: ContactAnswer): Case => {
  const { escalatedAt, lookAgain: _, ...rest } = state;
  const ended = state.notices.filter((notice) => !notice.ended).map(({ id }) => id);
  return {
    ...rest,
    contact: answer,
    silentLookups: answer.retry ? 1 : 0,
    level: noLevel,
    quiet: false,
    cleared: state.cleared.filter((question) => questionFacts(question).clearedFor === "case"),
    notices: state.notices.map(ends),
    beforeGone: { level: state.level, ...(escalatedAt && { escalatedAt }), ended },
  };
};

/** The name is back: its notices stand again, and nobody hears twice, however often DNS flips. */
const resolvesAgain = (state: Case, answer: ContactAnswer): Case => {
  const { beforeGone, ...rest } = state;
  if (!beforeGone || !standsInDns(answer)) return state;
  if (hasEscalated(state)) return rest;
  const { level, escalatedAt, ended } = beforeGone;
  const tellsOn = ({ ended: _, ...notice }: Notice): Notice => notice;
  return {
    ...rest,
    level,
    ...(escalatedAt && { escalatedAt }),
    notices: rest.notices.map((notice) => (ended.includes(notice.id) ? tellsOn(notice) : notice)),
  };
};

/** Without other desks of the host, the next one is owed a first step of its own. */
export const leftBehind = (state: Case, answer: ContactAnswer, left: readonly string[]): Case => {
  const mailboxes = state.notices.filter(({ id }) => left.includes(id)).map(({ to }) => to.email);
  const hasLeft = ({ to }: Notice) => mailboxes.some((email) => isSameMailbox(email, to.email));
  const { lookAgain: _, ...known } = lookedUp(state, answer);
  const next = {
    ...known,
    silentLookups: 0,
    notices: known.notices.map((notice) => (hasLeft(notice) ? ends(notice) : notice)),
  };
  if (isHostTold(next)) return next;
  const { escalatedAt: __, ...rest } = next;
  return { ...rest, level: noLevel, quiet: false };
};
