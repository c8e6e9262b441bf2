import type { DomainCounts } from "../../functions/channel/work.ts";

export const memoryDomainCounts = (): DomainCounts => {
  const counts = new Map<string, number>();
  const of = (provider: string, domain: string): number => counts.get(`${provider} ${domain}`) ?? 0;
  return {
    of: async (provider, domain) => of(provider, domain),
    note: async (provider, domain) => void counts.set(`${provider} ${domain}`, of(provider, domain) + 1),
  };
};
