import { sayEvent } from "../../../functions/console/case/say-event.ts";
import { describeEntry, isEntry, targetIn } from "../../../functions/store/queue-entry.ts";
import { sayContact } from "../say-contact.ts";
import type { PlayedScenario } from "./play-scenario.ts";
import type { Scenario } from "./read-scenario.ts";

/**
 * What led to a scenario's answer, for whoever fixes a rule: the look-up with its questions, all
 * that happened, who was told.
 */
export const sayPlayed = (
  { id, name }: Scenario,
  { answer, state, events, contact, questions }: PlayedScenario,
): string => {
  const moment = (at: string) => at.slice(0, 16).replace("T", " ");
  const host = targetIn(state)?.target.host ?? "";
  return [
    `${id}${name === undefined ? "" : `: ${name}`}`,
    contact ? sayContact(contact, host) : "Nothing was looked up.\n",
    "Asked of the world",
    ...questions.map((question) => `     ${question}`),
    "",
    "What happened",
    ...(isEntry(state)
      ? [`     ${moment(state.openedAt)}  ${describeEntry(state)}`]
      : events
          .filter(({ type }) => type !== "announced")
          .map((event) => `     ${moment(event.at)}  ${sayEvent(event, state)}`)),
    "",
    "Answer",
    ...answer.told.map(
      ({ at, email, scope, step, level }) =>
        `     ${moment(at)}  told ${email} (${scope}, ${step}${level === undefined ? "" : `, ${level}`})`,
    ),
    ...answer.asked.map(
      ({ question, blocking, reason }) => `     asked ${question}${blocking ? ", which blocks" : ""}: ${reason}`,
    ),
    ...answer.forms.map((form) => `     form ${form}`),
    "",
    "",
  ].join("\n");
};
