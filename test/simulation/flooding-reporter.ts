import type { House } from "./house.ts";
import type { Random } from "./random.ts";

/** The same page, written otherwise: what every server gives back for all of them. */
const spellings: readonly ((url: string) => string)[] = [
  (url) => url.replace("https://", "http://"),
  (url) => url.replace(".example/", ".example:443/"),
  (url) => `${url}?`,
  (url) => url.replace(/canary/, "%63anary"),
  (url) => url.replace(".example/", ".example//"),
  (url) => url.replace("https://shop.bad.example", "HTTPS://SHOP.bad.EXAMPLE"),
  (url) => `${url}#top`,
];

const evidence = { explanation: "canary" };
const who = "flood";

/** What a reporter does who floods, or whose script has gone wrong. */
export const floods = {
  "the same id again, for another page": (house, random, inMs) => {
    const reportId = `f-${random.below(3)}`;
    for (const at of [0, 1])
      house.report(
        { reporter: who, reportId, target: { url: `https://shop.bad.example/canary-other-${at}` } },
        inMs + at * random.below(120_000),
      );
  },
  "one page in many spellings": (house, random, inMs) => {
    const url = `https://shop.bad.example/canary-${random.below(2)}`;
    for (const [at, spell] of spellings.entries())
      house.reportSpelt(url, spell(url), { reporter: who, reportId: `s-${at}` }, inMs + random.below(60_000));
  },
  "everything is live": (house, random, inMs, size) => {
    for (let at = 0; at < size; at++)
      house.report(
        {
          reporter: who,
          reportId: `l-${at}`,
          category: "other",
          live: true,
          evidence,
          target: { url: `https://shop.bad.example/canary-live-${at}` },
        },
        inMs + random.below(10_000),
      );
  },
  "one page, many reports, and words about each": (house, random, inMs, size) => {
    const target = { url: `https://shop.bad.example/canary-${random.below(2)}` };
    for (let at = 0; at < size; at++) {
      house.report({ reporter: who, reportId: `m-${at}`, target }, inMs + random.below(60_000));
      house.says(
        random.pick(["withdrawn", "gone", "still-up", "hold", "release"]),
        { reporter: who, reportId: `m-${at}` },
        inMs + 60_000 + random.below(600_000),
      );
    }
  },
  "joins others' pages, and says that they are gone": (house, random, inMs) => {
    for (const at of [0, 1]) {
      const reportId = `j-${at}`;
      house.report(
        {
          reporter: who,
          reportId,
          category: random.pick(["phishing", "csam"]),
          target: { url: `https://shop.bad.example/canary-${at}` },
        },
        inMs,
      );
      house.says(random.pick(["gone", "withdrawn"]), { reporter: who, reportId }, inMs + random.below(600_000));
    }
  },
  "speaks for others": (house, random, inMs) => {
    for (let at = 0; at < 4; at++)
      house.says(
        random.pick(["gone", "withdrawn", "release"]),
        { reporter: random.pick(["hotline", "cert"]), reportId: `r-${at}` },
        inMs + random.below(600_000),
        undefined,
        who,
      );
  },
} as const satisfies Readonly<Record<string, (house: House, random: Random, inMs: number, size: number) => void>>;
export type Flood = keyof typeof floods;
