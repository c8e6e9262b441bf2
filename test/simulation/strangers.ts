import fc from "fast-check";
import { expect } from "vitest";
import type { Verdict } from "../../functions/case/event.ts";
import { categories } from "../../functions/report/category.ts";
import { questionTexts } from "../../functions/review/questions.ts";
import { delivers, everybody, hourMs, lightCompose, startMs } from "./cast.ts";
import {
  aLetter,
  type LetterWords,
  type LetterWriter,
  letterWords,
  letterWriters,
  type Written as Sent,
} from "./hostile-desk.ts";
import { aHouse } from "./house.ts";
import type { Letter } from "./letters.ts";
import type { Answer, Block, Written } from "./outside.ts";
import { seeded } from "./random.ts";

/*
 * Whatever strangers write, nobody is told whom nobody named. The house is the real one; what it is
 * told is drawn.
 */

export const seed = 20261124;

const mailbox = fc.constantFrom(
  "canary-abuse@network.example",
  "canary-noc@network.example",
  "canary-Abuse@Second.example",
  "canary-helpdesk@ministry.example",
  "canary-opted-out@network.example",
  "canary-webmaster@bad.example",
  "canary-desk@hotline.example",
  "notices@dispatch.example",
  "canary-x%relay@third.example",
  "canary-y@third.example@fourth.example",
  "<canary-z@third.example>",
);
const sentence = fc
  .tuple(
    fc.constantFrom(
      "",
      "Send abuse ONLY to ",
      "Please do not send abuse to ",
      "abuse: ",
      "Abuse reports by mail will be ignored, use ",
      "noc: ",
      "For abuse, or ",
    ),
    mailbox,
    fc.constantFrom("", " for abuse", " is not for abuse", ", or elsewhere", "."),
  )
  .map((parts) => parts.join(""));
const beside: fc.Arbitrary<Written> = fc.oneof(
  {
    weight: 6,
    arbitrary: fc.record({ desks: fc.array(mailbox, { maxLength: 3 }), remarks: fc.array(sentence, { maxLength: 4 }) }),
  },
  { weight: 1, arbitrary: fc.constant("silent" as const) },
);
const address = fc.constantFrom(
  "192.0.2.10",
  "192.0.2.200",
  "198.51.100.1",
  "198.51.100.40",
  "198.51.100.99",
  "203.0.113.9",
  "203.0.113.241",
  "2001:db8:77::10",
  "2001:db8::10",
  "10.0.0.1",
  "127.0.0.1",
);
const dnsAnswer: fc.Arbitrary<Answer> = fc.oneof(
  { weight: 6, arbitrary: fc.record({ addresses: fc.array(address, { minLength: 1, maxLength: 6 }) }) },
  {
    weight: 2,
    arbitrary: fc.record({
      addresses: fc.array(address, { minLength: 1, maxLength: 2 }),
      alias: fc.constantFrom("victim.pages.example", "cdn.bad.example"),
    }),
  },
  { weight: 1, arbitrary: fc.constantFrom("silent" as const, "gone" as const) },
);
const whoisText = fc.option(
  sentence.map(
    (line) =>
      `inetnum: 192.0.2.0 - 192.0.2.255\nremarks: ${line}\nabuse-mailbox: canary-whois@network.example\nsource: RIPE\n`,
  ),
  { nil: undefined },
);
/** One of them for each look-up, and for each block another. */
const several = <T>(one: fc.Arbitrary<T>) => fc.array(one, { minLength: 1, maxLength: 5 });
const nthOf = <T>(list: readonly T[], nth: number): T => list[nth % list.length] as T;
const numberOf = ({ first }: Block): number => first.length + Number(first.replace(/\D/g, "").slice(-2));

const letter = fc.record({
  by: fc.constantFrom(...(Object.keys(letterWriters) as LetterWriter[])),
  what: fc.constantFrom(...(Object.keys(letterWords) as LetterWords[])),
  words: fc.option(fc.tuple(sentence, sentence), { nil: undefined }),
  about: fc.nat(20),
  alsoAbout: fc.option(fc.nat(20), { nil: undefined }),
  afterMinutes: fc.nat(48 * 60),
});

const url = fc.constantFrom(
  "https://shop.bad.example/canary-1",
  "http://shop.bad.example/canary-1?",
  "https://shop.bad.example/canary-2",
  "https://bad.example/canary",
  "https://192.0.2.77/canary",
  "https://victim.pages.example/canary",
);
const report = fc.record({
  reporter: fc.constantFrom("hotline", "cert", "flood", "nobody"),
  reportId: fc.constantFrom("r-1", "r-2", "r-3"),
  category: fc.constantFrom(...categories),
  target: fc.record({ url }),
  live: fc.boolean(),
  domainIsMalicious: fc.boolean(),
  evidence: fc.record({ explanation: fc.oneof(sentence, fc.string({ maxLength: 40 })) }),
});
const word = fc.record({
  status: fc.constantFrom("hold", "release", "withdrawn", "gone", "still-up"),
  reporter: report.map(({ reporter }) => reporter),
  reportId: report.map(({ reportId }) => reportId),
});
const verdict = fc.record({
  pick: fc.nat(7),
  email: fc.constantFrom("canary-chosen@person.example", "canary-abuse@network.example"),
  atMinutes: fc.nat(72 * 60),
});

const life = fc.record({
  dns: several(dnsAnswer),
  network: several(beside),
  registrar: several(beside),
  whois: several(whoisText),
  database: several(fc.option(mailbox, { nil: undefined })),
  letters: fc.array(letter, { maxLength: 6 }),
  reports: fc.array(fc.tuple(report, fc.nat(120)), { minLength: 1, maxLength: 5 }),
  words: fc.array(fc.tuple(word, fc.nat(48 * 60)), { maxLength: 4 }),
  junk: fc.array(fc.oneof(fc.json(), fc.string()), { maxLength: 2 }),
  verdicts: fc.array(verdict, { maxLength: 4 }),
  bounces: fc.array(fc.boolean(), { minLength: 1, maxLength: 4 }),
  digests: fc.boolean(),
});
type Life = typeof life extends fc.Arbitrary<infer T> ? T : never;

/** Lives it through for four days, and gives what was broken. */
const livedThrough = async ({
  dns,
  network,
  registrar,
  whois,
  database,
  letters,
  reports,
  words,
  junk,
  verdicts,
  bounces,
  digests,
}: Life) => {
  let posted = 0;
  const house = aHouse({
    startMs,
    order: "together",
    random: seeded(0, 0),
    trace: false,
    compose: lightCompose,
    digests,
    faultAt: () => undefined,
    answerOf: () => everybody,
    deskOf: (_, nth) => (nthOf(bounces, nth) ? { outcome: "bounced" } : delivers),
    outside: {
      dns: (nth) => nthOf(dns, nth),
      network: (of, nth) => nthOf(network, nth + numberOf(of)),
      registrar: (nth) => nthOf(registrar, nth),
      whois: (_, nth) => nthOf(whois, nth),
      database: (_, nth) => nthOf(database, nth),
    },
    lettersOn: (held, newKey) => {
      const next = letters[posted++];
      if (!next) return [];
      const [one, other] = [
        nthOf(held, next.about),
        next.alsoAbout === undefined ? undefined : nthOf(held, next.alsoAbout),
      ];
      const usual = aLetter(newKey(), next.by, next.what, other ? [one, other] : [one]);
      const written: Letter = next.words ? { ...usual, body: next.words.join("\n"), saysRemoved: true } : usual;
      return [{ letter: written, afterMs: next.afterMinutes * 60_000 } satisfies Sent];
    },
  });
  for (const [one, inMinutes] of reports) house.report(one, inMinutes * 60_000);
  for (const [{ status, ...by }, inMinutes] of words) house.says(status, by, inMinutes * 60_000);
  for (const text of junk) house.queues.put("reply", text);
  for (const { pick, email, atMinutes } of verdicts) {
    house.world.at(startMs + atMinutes * 60_000, "a person decides", () =>
      house.personDecides((review): Verdict => {
        const decision = nthOf(questionTexts[review.question].answers, pick);
        if (decision === "send-to") return { decision, email };
        return decision === "close" ? { decision, outcome: "decided" } : { decision };
      }),
    );
  }
  await house.world.run(startMs + 96 * hourMs);
  return {
    told: house.watch.recipients().length,
    broken: house.watch.breaches.filter(({ promise }) => promise === "wrong recipient" || promise === "unforeseen"),
  };
};

/** Lives through this many drawn lives: nobody is notified whom no registry, directory or person named. */
export const expectNobodyElseNotified = async (lives: number): Promise<void> => {
  let told = 0;
  await fc.assert(
    fc.asyncProperty(life, async (drawn) => {
      const lived = await livedThrough(drawn);
      told += lived.told;
      expect(lived.broken).toEqual([]);
    }),
    { seed, numRuns: lives },
  );
  expect(told).toBeGreaterThan(lives);
};
