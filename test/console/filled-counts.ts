import { instant, msOf } from "../../functions/kernel/instant.ts";
import { type Adds, type Book, type CountedBy, countedBy, hourEdges, plus } from "../../functions/statistics/counts.ts";
import type { CountsTable } from "../../functions/store/ports.ts";
import { randomFrom } from "../../infra/bench/random.ts";

const groups: Readonly<Record<CountedBy, readonly string[]>> = {
  country: ["NL", "US", "DE", "FR", "RU", "CN", "BR", "UA", "PL", "SG", "unknown"],
  provider: Array.from({ length: 30 }, (_, at) => `net-${at}.example`),
  category: ["phishing", "csam", "malware", "fraud", "copyright", "brand"],
};

/** Removals, of which about `part` come in the end and half of these in `half` hours. */
const histogram = (cases: number, part: number, half: number): Adds => {
  const gone = (hours: number) => Math.round(cases * part * (1 - 0.5 ** ((hours / half) ** 0.6)));
  const adds: Record<string, number> = { asked: cases, closed: gone(5000), gone: gone(5000) };
  hourEdges.forEach((edge, at) => {
    adds[`h${at}`] = gone(edge) - (at === 0 ? 0 : gone(hourEdges[at - 1] ?? 0));
  });
  adds[`h${hourEdges.length}`] = gone(5000) - gone(1440);
  return adds;
};

/**
 * A year of counts as a hotline of `casesADay` comes to them, the same for the same number: weekends are quiet,
 * each month removes a little faster, and a bad list bounced in the middle of the last one.
 */
export const filledCounts = (now: string, casesADay: number): CountsTable & { readonly reads: () => number } => {
  const random = randomFrom(7);
  const some = (about: number): number => Math.max(0, Math.round(about * (0.7 + random() * 0.6)));
  const books = new Map<string, Map<string, Adds>>();
  const add = (book: Book, month: string, name: string, adds: Adds) => {
    const lines = books.get(`${book} ${month}`) ?? new Map<string, Adds>();
    books.set(`${book} ${month}`, lines.set(name, plus(lines.get(name) ?? {}, adds)));
  };
  let open = { urgent: 40, standard: casesADay * 4 };
  for (let back = 364; back >= 0; back--) {
    const at = instant(msOf(now) - back * 86_400_000);
    const busy = [0, 6].includes(new Date(at).getUTCDay()) ? 0.4 : 1;
    const [urgent, standard] = [some(casesADay * 0.08 * busy), some(casesADay * busy)];
    const [leave, go] = [Math.min(open.urgent + urgent, some(casesADay * 0.08 * busy)), some(casesADay * busy)];
    open = { urgent: open.urgent + urgent - leave, standard: Math.max(0, open.standard + standard - go) };
    const sent = urgent + standard;
    const bounced = some(sent * (back < 16 && back > 11 ? 0.09 : 0.02));
    const asked = some(sent * 0.2);
    add("days", at.slice(0, 7), at.slice(8, 10), {
      "in-urgent": urgent,
      "in-standard": standard,
      "out-urgent": leave,
      "out-standard": go,
      "end-removed": some(go * 0.8),
      "end-dismissed": some(go * 0.2),
      sent,
      delivered: sent - bounced,
      bounced,
      complained: random() < 0.06 ? 1 : 0,
      "asked-reply": some(asked / 2),
      "asked-unanswered": some(asked / 3),
      "asked-no-contact": some(asked / 6),
      "answered-reply": some(asked / 2.2),
      "answered-unanswered": some(asked / 3.5),
      "answered-no-contact": some(asked / 6),
    });
    add("persons", at.slice(0, 7), at.slice(8, 10), {
      jane: some(asked / 2),
      anna: some(asked / 3),
      "kim@ngo.example": some(asked / 9),
    });
    if (back % 30 !== 0) continue;
    for (const by of countedBy)
      groups[by].forEach((name, rank) => {
        const cases = some((casesADay * 28) / (rank + 1.5));
        add(by, at.slice(0, 7), name, histogram(cases, 0.95 - rank * 0.04, 4 + rank * 9 + back / 20));
      });
  }
  add("open", "now", "all", open);
  let reads = 0;
  return {
    reads: () => reads,
    counts: async (book, month) => {
      reads++;
      return books.get(`${book} ${month}`) ?? new Map();
    },
    countedUpTo: async () => now,
    countedSince: async () => instant(msOf(now) - 364 * 86_400_000),
    longestOpen: async () => [],
  };
};
