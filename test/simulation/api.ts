import { noticeStateFacts } from "../../functions/case/notice-state.ts";
import type { HttpAnswer } from "../../functions/channel/http-answer.ts";
import type { AskChannel } from "../../functions/channel/settle.ts";
import { noAnswers } from "../../functions/channel/standing.ts";
import type { ChannelCounts } from "../../functions/channel/work.ts";
import { channelFacts, mailboxOf } from "../../functions/kernel/channels.ts";
import type { Case } from "../../functions/matters/case.ts";
import { mailerIn } from "../../functions/matters/kinds.ts";
import { aCandidate, anAnswer } from "../support/a-case.ts";
import { aPlayedApi } from "../support/a-played-api.ts";
import type { Breach } from "./breach.ts";
import { unwilling, upstream } from "./cast.ts";
import type { Task, World } from "./world.ts";

const provider = "godaddy";

/** A provider that is told by its API, which it answers in its own words; above it a network. */
export const toldByApi = anAnswer({
  candidates: [
    aCandidate({ email: mailboxOf(provider), scope: "platform", source: "directory", channel: provider }),
    unwilling,
    upstream,
  ],
  forms: [{ url: "https://provider.example/abuse", scope: "platform", api: channelFacts[provider].api }],
});

/**
 * A provider's API, which may answer with anything or nothing. `breach`: it has the same page twice,
 * and no person said so.
 */
export const anApi = (world: World, breach: (promise: Breach["promise"], what: string) => void) => {
  const played = aPlayedApi(provider, world.now);
  const silent = (): HttpAnswer => ({ kind: "silent", detail: "No answer in time." });
  const ask =
    (task: Task): AskChannel =>
    (of, request) =>
      world.call(
        task,
        "ask a provider",
        (fault): HttpAnswer => {
          if (fault === "throttled") return { kind: "answered", status: 429, json: { code: "TOO_MANY_REQUESTS" } };
          if (fault === "rejected") return { kind: "answered", status: 401, json: { code: "UNAUTHORIZED" } };
          const answer = played.answerTo(of, request);
          if (played.submitted.length > 1) breach("resent", `${of} has ${played.submitted.length} reports of one page`);
          return fault === "late" ? { kind: "unreadable", status: 200, detail: "which is not JSON." } : answer;
        },
        silent,
      );
  const counts = (task: Task): ChannelCounts => ({
    of: () => world.call(task, "count a domain", () => 0),
    note: () => world.call(task, "count a domain", () => {}),
    answers: () => world.call(task, "count a domain", () => noAnswers),
    noteAnswer: () => world.call(task, "count a domain", () => {}),
  });
  return {
    ask,
    counts,
    decide: played.decide,
    /** Nobody but a person may believe of a report that it was taken, and it was not. */
    ended: (states: Iterable<Case>, wasDecided: (caseId: string) => boolean) => {
      for (const { id, notices } of [...states].flatMap((state) => mailerIn(state) ?? []))
        for (const { to, state, id: noticeId } of notices)
          if (to.channel && noticeStateFacts[state].isHeard && played.submitted.length === 0 && !wasDecided(id))
            breach("lost", `${id} believes that ${noticeId} was put to ${to.channel}, and it never had it`);
    },
  };
};
