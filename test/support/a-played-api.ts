import type { ApiName } from "../../functions/kernel/channels.ts";
import type { HttpAnswer } from "../../functions/send/channels/http-answer.ts";
import type { ChannelRequest } from "../../functions/send/channels/provider.ts";
import type { AskChannel } from "../../functions/send/channels/settle.ts";
import { askPlayed } from "../../infra/local/servers/channels/ask-played.ts";
import { numberOf, type Submitted } from "../../infra/local/servers/channels/played.ts";

/**
 * A provider's API as a story plays it, without a socket. `spoil`: what comes in place of its next
 * answer; the report is taken all the same.
 */
export const aPlayedApi = (provider: ApiName, now: () => string) => {
  const submitted: Submitted[] = [];
  const asked: ChannelRequest[] = [];
  let inPlace: HttpAnswer | undefined;
  let refuses: HttpAnswer | undefined;
  const answerTo = (of: ApiName, request: ChannelRequest): HttpAnswer => {
    asked.push(request);
    if (of !== provider) throw new Error(`${of} was asked in ${provider}'s story`);
    if (refuses) return refuses;
    const submit = (report: Pick<Submitted, "type" | "urls" | "body">): Submitted => {
      const taken = { ...report, id: numberOf(provider, submitted.length + 1), at: now() };
      submitted.push(taken);
      return taken;
    };
    const answer = askPlayed(of, request, submitted, submit);
    const spoilt = inPlace;
    inPlace = undefined;
    return spoilt ?? answer;
  };
  const ask: AskChannel = async (of, request) => answerTo(of, request);
  return {
    ask,
    answerTo,
    submitted,
    puts: () => asked.filter(({ method }) => method === "POST").length,
    asks: () => asked.length,
    spoil: (answer: HttpAnswer) => {
      inPlace = answer;
    },
    /** From now on every request gets this, and nothing is taken; without an answer it works again. */
    refuse: (answer?: HttpAnswer) => {
      refuses = answer;
    },
    decide: (word: string) => {
      submitted.forEach((report, at) => {
        submitted[at] = { ...report, word };
      });
    },
  };
};
