import type { TargetCase } from "../../functions/case/case.ts";
import { worstFirst } from "../../functions/case/lasting.ts";
import { sayEvent } from "../../functions/console/case/say-event.ts";
import { endOf } from "../../functions/console/cases/cases-page.tsx";
import { count } from "../../functions/console/words.ts";
import type { Digest } from "../../functions/digest/digest.ts";
import { defangHost, defangUrl } from "../../functions/kernel/defang.ts";
import { type Instant, isDay, plusHours } from "../../functions/kernel/instant.ts";
import type { Case } from "../../functions/matters/case.ts";
import { asKind, perKind } from "../../functions/matters/kinds.ts";
import type { CaseStore } from "../../functions/matters/store.ts";
import { pageUrlOf } from "../../functions/report/target.ts";
import { questionTexts } from "../../functions/review/questions.ts";
import { nowAt, reached, storeAt, type Where } from "./connection.ts";
import { CommandProblem } from "./problem.ts";

const daysBack = 60;

/** Prints cases, newest first, one line each. */
export const listCases = async (
  options: Where & { readonly day?: string; readonly limit: number; readonly json?: true },
): Promise<void> => {
  if (options.day !== undefined && !isDay(options.day))
    throw new CommandProblem(`"${options.day}" is no day. --day is one like 2026-11-24.`);
  const cases = await reached(options, newest(storeAt(options), options));
  if (options.json) for (const state of cases) console.log(JSON.stringify(state));
  else console.log(cases.length === 0 ? "No cases were opened then." : cases.map(lineOf).join("\n"));
};

const newest = async (
  store: CaseStore,
  options: Where & { readonly day?: string; readonly limit: number },
): Promise<readonly Case[]> => {
  if (options.day !== undefined) return (await store.openedOn(options.day, options.limit)).items;
  const now = nowAt(options);
  const found: Case[] = [];
  // One day ahead: a clock that runs fast may have gone on meanwhile.
  for (let back = -1; back <= daysBack && found.length < options.limit; back++)
    found.push(...(await store.openedOn(plusHours(now, -24 * back).slice(0, 10), options.limit - found.length)).items);
  return found;
};

const whatOf = (state: Case): string =>
  perKind(state, {
    case: ({ category, target }) => `${category}  ${defangHost(target.host)}`,
    digest: ({ category, notices }) => `digest  ${category} to ${notices[0].to.email}`,
    unread: ({ field, strays, alike }) => {
      if (strays) return `messages of ${strays.reporter} that fit no report: ${strays.messages}`;
      return alike && alike.messages > 1
        ? `unreadable reports (${field}): ${alike.messages}`
        : `unreadable report (${field})`;
    },
  });

const waitsFor = (state: Case): string => {
  const [worst, ...others] = worstFirst(state.reviews);
  if (worst) {
    const more = others.length > 0 ? ` And ${count(others.length, "further question")}.` : "";
    return `a person: ${questionTexts[worst.question].asks}${more}`;
  }
  return perKind(state, { case: caseWaitsFor, digest: digestWaitsFor, unread: () => "" });
};

const caseWaitsFor = (state: TargetCase): string => {
  const out = state.notices.filter(({ sentAt }) => sentAt !== undefined).length;
  return out > 0
    ? `an answer; ${out} mail${out > 1 ? "s" : ""} out, rung ${state.rung + 1}`
    : state.contact
      ? "its first notice"
      : "its contact";
};

const digestWaitsFor = ({ members, notices, window }: Digest): string =>
  members
    ? `an answer about ${members.length} cases; its mail is ${notices[0].state}`
    : `the end of its window, ${window.slice(11, 16)} UTC`;

const standOf = (state: Case): string => endOf(state) ?? `Waits for ${waitsFor(state) || "nothing"}`;

const timeOf = (at: Instant): string => `${at.slice(0, 16).replace("T", " ")} UTC`;

const lineOf = (state: Case): string =>
  `${state.id}  ${timeOf(state.openedAt)}  ${state.lane === "urgent" ? "URGENT" : "      "}  ` +
  `${whatOf(state).padEnd(44)}  ${standOf(state)}`;

/** Prints one case: what was reported, what it waits for, and its history in sentences. */
export const showCase = async (id: string, options: Where & { readonly json?: true }): Promise<void> => {
  const store = storeAt(options);
  const state = await reached(options, store.read(id.toUpperCase()));
  if (!state) throw new CommandProblem(`There is no case ${id}. Cases are listed by: npm run takedown -- cases`);
  const history = await store.history(state.id);
  if (options.json) {
    console.log(JSON.stringify({ state, history }, null, 2));
    return;
  }
  const { target: about, digest } = asKind(state);
  const url = about && pageUrlOf(about.target);
  const target = url === undefined ? "" : `\n${defangUrl(url)}`;
  const lines = history.flatMap(({ events }) =>
    events.map((event) => `${timeOf(event.at)}  ${sayEvent(event, state)}`),
  );
  const members = digest
    ? `\nCases in it: ${(digest.members ?? []).map(({ caseId }) => caseId).join(" ") || "not fixed yet"}`
    : "";
  console.log(`${state.id}  ${whatOf(state)}${target}\n${standOf(state)}${members}\n\n${lines.join("\n")}`);
};
