import type { Case } from "../../functions/case/case.ts";
import { noticeStateFacts } from "../../functions/case/notice-state.ts";
import { channelFacts, mailboxOf, protector } from "../../functions/kernel/channels.ts";
import type { HttpAnswer } from "../../functions/send/channels/http-answer.ts";
import type { ChannelRequest } from "../../functions/send/channels/provider.ts";
import type { AskChannel } from "../../functions/send/channels/settle.ts";
import type { ChannelCounts } from "../../functions/send/channels/work.ts";
import { memoryChannelCounts } from "../../infra/command/scenarios/memory-channel-counts.ts";
import { aCandidate, anAnswer } from "../support/a-case.ts";
import { aPlayedApi } from "../support/a-played-api.ts";
import type { Breach } from "./breach.ts";
import { unwilling, upstream } from "./cast.ts";
import type { Task, World } from "./world.ts";

/** AWS takes a report once, however often it is put; GoDaddy each time anew. */
export const simulatedApis = ["godaddy", "aws"] as const;
type SimulatedApi = (typeof simulatedApis)[number];

/** A provider that is told by its API, which it answers in its own words; above it a network. */
export const toldByApi = (provider: SimulatedApi) =>
  anAnswer({
    candidates: [
      aCandidate({ email: mailboxOf(provider), scope: "platform", source: "directory", channel: provider }),
      unwilling,
      upstream,
    ],
    forms: [{ url: "https://provider.example/abuse", scope: "platform", api: channelFacts[provider].api }],
  });

/** What it may come to, by a word of its list or by none. */
export const apiWords = [
  "ACTIONED",
  "FALSE_POSITIVE",
  "FORWARDED_COMPLAINT",
  "NOT_REGISTERED_HOSTED_HERE",
  "RECLASSIFIED",
  "NOT_RESOLVABLE_TO_AWS",
  "REVIEWED_NO_AWS_ACTION",
  "CONTENT_DOWN_OR_INACCESSIBLE",
  "NEED_MORE_INFORMATION",
  "SOMETHING_NEW",
] as const;

/**
 * A provider's API, which may answer with anything or nothing. `breach`: it has a notice twice, and no
 * person said so; or a case believes that it has one, and it never had it.
 */
export const anApi = (world: World, breach: (promise: Breach["promise"], what: string) => void) => {
  const played = { godaddy: aPlayedApi("godaddy", world.now), aws: aPlayedApi("aws", world.now) };
  const silent = (): HttpAnswer => ({ kind: "silent", detail: "No answer in time." });
  /** Netcraft's, by case: notified at most once, whatever is lost. */
  const protectedCases = new Set<string>();
  const protect = (request: ChannelRequest): HttpAnswer => {
    const [, category = "", caseId = ""] = /as (\w+)\. Our reference: (\S+)"/.exec(JSON.stringify(request)) ?? [];
    if (protectedCases.has(caseId)) breach("resent", `Netcraft was notified of ${caseId} twice`);
    if (!["phishing", "malware"].includes(category)) breach("resent", `Netcraft was notified of ${category}`);
    protectedCases.add(caseId);
    return { kind: "answered", status: 200, json: { uuid: `netcraft-${protectedCases.size}` } };
  };
  const ask =
    (task: Task): AskChannel =>
    (of, request) =>
      world.call(
        task,
        "ask a provider",
        (fault): HttpAnswer => {
          if (fault === "throttled") return { kind: "answered", status: 429, json: { code: "TOO_MANY_REQUESTS" } };
          if (fault === "rejected") return { kind: "answered", status: 401, json: { code: "UNAUTHORIZED" } };
          if (of === "cloudflare") throw new Error("No schedule has Cloudflare.");
          const answer = of === protector ? protect(request) : played[of].answerTo(of, request);
          return fault === "late" ? { kind: "unreadable", status: 200, detail: "which is not JSON." } : answer;
        },
        silent,
      );
  const kept = memoryChannelCounts();
  const counts = (task: Task): ChannelCounts => {
    const count = async <T>(does: () => Promise<T>): Promise<T> => await await world.call(task, "count a domain", does);
    return {
      of: (...asked) => count(() => kept.of(...asked)),
      note: (...asked) => count(() => kept.note(...asked)),
      answers: (...asked) => count(() => kept.answers(...asked)),
      noteAnswer: (...asked) => count(() => kept.noteAnswer(...asked)),
      puts: (...asked) => count(() => kept.puts(...asked)),
      notePut: (...asked) => count(() => kept.notePut(...asked)),
      outage: (...asked) => count(() => kept.outage(...asked)),
      keepOutage: (...asked) => count(() => kept.keepOutage(...asked)),
    };
  };
  return {
    ask,
    counts,
    decide: (word: string) => {
      for (const of of simulatedApis) played[of].decide(word);
    },
    /** From now on they take nothing, and say so by this; without an answer they work again. */
    refuse: (answer?: HttpAnswer) => {
      for (const of of simulatedApis) played[of].refuse(answer);
    },
    /**
     * No notice is there twice, and nobody but a person may believe that one is which is not. `isByApi`: a case that is
     * forgotten says no more whom it told.
     */
    ended: (
      states: Iterable<Case>,
      decisionsOf: (caseId: string) => readonly string[],
      isByApi: (caseId: string, noticeId: string) => boolean,
    ) => {
      for (const { id, notices } of states) {
        const told = simulatedApis
          .flatMap((of) => played[of].submitted)
          .filter(({ body }) => JSON.stringify(body).includes(id)).length;
        const byApi = notices.filter((notice) => isByApi(id, notice.id));
        const decisions = decisionsOf(id);
        const again = decisions.filter((decision) => decision === "send-again").length;
        if (told > byApi.length + again)
          breach("resent", `${id} was put to its provider ${told} times, for ${byApi.length} notices`);
        const heard = byApi.filter(({ state }) => noticeStateFacts[state].isHeard);
        if (heard.length > 0 && told === 0 && !decisions.includes("treat-as-sent"))
          breach("lost", `${id} believes that ${heard[0]?.id} was put to its provider, and it never had it`);
      }
    },
  };
};
