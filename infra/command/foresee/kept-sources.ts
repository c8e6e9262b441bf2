import type { Sources } from "../../../functions/contact/sources.ts";

const once = <Q, A>(ask: (question: Q) => Promise<A>): ((question: Q) => Promise<A>) => {
  const kept = new Map<string, Promise<A>>();
  return (question) => {
    const key = JSON.stringify(question);
    const answer = kept.get(key) ?? ask(question);
    kept.set(key, answer);
    return answer;
  };
};

/**
 * Sources that ask each question once, and give that answer (or silence) again: three weeks are
 * played, and a registry is asked as for one look-up.
 */
export const keptSources = (sources: Sources): Sources => ({
  ...sources,
  rdap: once(sources.rdap),
  whois: once(sources.whois),
  addresses: once(sources.addresses),
  aliases: once(sources.aliases),
  mailExchangers: once(sources.mailExchangers),
  texts: once(sources.texts),
});
