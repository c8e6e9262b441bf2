import type { Outage } from "../../../functions/send/channels/outage.ts";
import type { Put } from "../../../functions/send/channels/settle.ts";
import { type Answers, noAnswers } from "../../../functions/send/channels/standing.ts";
import type { ChannelCounts } from "../../../functions/send/channels/work.ts";

/** Addresses of domains, answers of months, failures, and what was put when, in memory. */
export const memoryChannelCounts = (): ChannelCounts => {
  const counts = new Map<string, number>();
  const months = new Map<string, Answers>();
  const puts = new Map<string, readonly Put[]>();
  const outages = new Map<string, Outage | undefined>();
  const of = (provider: string, domain: string): number => counts.get(`${provider} ${domain}`) ?? 0;
  const answers = (month: string): Answers => months.get(month) ?? noAnswers;
  return {
    of: async (provider, domain) => of(provider, domain),
    note: async (provider, domain) => void counts.set(`${provider} ${domain}`, of(provider, domain) + 1),
    answers: async (provider, now) => answers(`${provider} ${now.slice(0, 7)}`),
    noteAnswer: async (provider, kind, now) => {
      const month = `${provider} ${now.slice(0, 7)}`;
      months.set(month, { ...answers(month), [kind]: answers(month)[kind] + 1 });
    },
    puts: async (provider, page) => puts.get(`${provider} ${page}`) ?? [],
    notePut: async (provider, page, put) =>
      void puts.set(`${provider} ${page}`, [...(puts.get(`${provider} ${page}`) ?? []), put]),
    outage: async (provider) => outages.get(provider),
    keepOutage: async (provider, next, seen) => {
      if (outages.get(provider) !== seen) return false;
      outages.set(provider, next);
      return true;
    },
  };
};
