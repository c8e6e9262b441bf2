import { describe, expect, test } from "vitest";
import type { Case } from "../../functions/case/case.ts";
import { spellingsAtMost } from "../../functions/case/spellings.ts";
import { recordVerdict } from "../../functions/review/verdict.ts";
import { aFlow, aReportedFlow, nativeMessage, statusMessage } from "../support/a-flow.ts";
import { caseIdOf } from "../support/case-ids.ts";

/* One page is written in many ways, and each way is a report of its own. Its desk hears of it once. */

type Flow = ReturnType<typeof aFlow>;

const urgent = { category: "csam", evidence: { detectedBy: "manual-review", classification: "baseline" } };
const reportAll = async (flow: Flow, urls: readonly string[]) => {
  for (const [number, url] of urls.entries())
    await flow.report(nativeMessage({ reportId: `s-${number}`, target: { url }, ...urgent }));
};
const caseOf = async (flow: Flow, reportId: string): Promise<Case> => {
  const state = await flow.store.read((await flow.store.caseOfReport(`hotline/${reportId}`)) ?? "");
  if (state?.kind !== "case") throw new Error(`${reportId} has no case`);
  return state;
};
const xarfIn = ({ mime }: { readonly mime: Uint8Array }) => {
  const attachment =
    /name="?xarf[\s\S]*?\r\n\r\n([A-Za-z0-9+/=\r\n]+)/.exec(Buffer.from(mime).toString("latin1"))?.[1] ?? "";
  return JSON.parse(Buffer.from(attachment, "base64").toString());
};

const spelled = [
  "https://bad.example/a",
  "http://bad.example/a",
  "https://bad.example:443/a",
  "https://bad.example/a?",
  "https://bad.example/%61",
  "https://bad.example//a",
  "https://BAD.example./a#top",
];

describe("one page written in seven ways", () => {
  test("is one urgent mail to its desk, and one case of seven reports", async () => {
    const flow = aFlow();
    await reportAll(flow, spelled);
    expect([flow.told(), (await flow.theCase()).reports]).toEqual([["abuse@network.example"], 7]);
  });

  test("is one case, whichever of them comes first", async () => {
    for (const first of spelled) {
      const flow = aFlow();
      await reportAll(flow, [first, ...spelled]);
      expect([first, flow.mails.length]).toEqual([first, 1]);
    }
  });

  test("stays as its only reporter wrote it, to the letter, beside the URI that the standard asks for", async () => {
    const written = "HTTPS://Bücher.BAD.example:443/a/../ü b|c?q={1}#Top";
    const flow = await aReportedFlow({ report: { target: { url: `  ${written} ` } } });
    const [mail] = flow.mails;
    const { url, evidence } = mail ? xarfIn(mail) : {};
    expect(url).toBe("https://xn--bcher-kva.bad.example/%C3%BC%20b%7Cc?q=%7B1%7D#Top");
    expect(Buffer.from(evidence[0].payload, "base64").toString()).toBe(written);
    expect(Buffer.from(mail?.mime ?? []).toString()).not.toMatch(/B(ü|=C3=BC|xc3xbc)cher/i);
  });

  test("written twice in the same way is one spelling, and one spelled as the parser does needs no other", async () => {
    const flow = aFlow();
    await reportAll(flow, ["HTTPS://bad.example/a", "HTTPS://bad.example/a", "https://bad.example/a"]);
    const { target, spellings } = await flow.theCase();
    expect([target, spellings]).toEqual([
      { kind: "url", url: "https://bad.example/a", host: "bad.example" },
      ["HTTPS://bad.example/a"],
    ]);
  });

  test("keeps as many spellings as a case has room for, and all in its history", async () => {
    const flow = aFlow();
    const many = Array.from({ length: 40 }, (_, at) => `https://bad.example/a#${at}`);
    await reportAll(flow, [
      ...many,
      `https://bad.example/a#${"x".repeat(8_000)}`,
      `https://bad.example/a#${"y".repeat(8_000)}`,
    ]);
    const state = await flow.theCase();
    const told = (await flow.store.history(state.id)).flatMap(({ events }) =>
      events.flatMap((event) =>
        event.type === "joined" && event.report.target.kind === "url" ? [event.report.target.url] : [],
      ),
    );
    expect([state.spellings?.length, told.length]).toEqual([spellingsAtMost, 41]);
  });

  test("ends with its case: the next report on it opens another", async () => {
    const flow = aFlow();
    await reportAll(flow, spelled.slice(0, 2));
    await flow.report(statusMessage("withdrawn", flow.now(), { reportId: "s-0" }));
    await flow.report(statusMessage("withdrawn", flow.now(), { reportId: "s-1" }));
    const { id: caseId, reviews } = await caseOf(flow, "s-0");
    const no = { by: "on-call", why: "it was a mistake", verdict: { decision: "pass-over" } } as const;
    await recordVerdict(flow.work, { caseId, reviewId: reviews[0]?.id ?? "", ...no });
    await flow.report(nativeMessage({ reportId: "s-9", target: { url: "http://bad.example/%61" }, ...urgent }));
    expect([
      (await caseOf(flow, "s-0")).closed?.outcome,
      (await caseOf(flow, "s-9")).closed,
      (await caseOf(flow, "s-9")).id,
    ]).toEqual(["withdrawn", undefined, caseIdOf("report hotline/s-9")]);
  });
});

describe("a host with www. before it", () => {
  const bare = "https://bad.example/a";
  const www = "https://www.bad.example/a";

  test("is a page of its own where DNS did not say so", async () => {
    const flow = aFlow();
    await reportAll(flow, [bare, www]);
    expect([flow.mails.length, (await caseOf(flow, "s-1")).target.host]).toEqual([2, "www.bad.example"]);
  });

  test("is told its reporter's words by the case that it joined", async () => {
    const flow = aFlow();
    flow.contacts(() => ({ sameHost: "www.bad.example" }));
    await reportAll(flow, [bare, www]);
    await flow.report(statusMessage("hold", flow.now(), { reportId: "s-1" }));
    expect((await flow.theCase()).holds).toHaveLength(1);
  });
});
