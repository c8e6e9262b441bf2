import { describe, expect, test } from "vitest";
import { withoutNames } from "../../functions/notice/notifiers.ts";
import { aCandidate, aSettings } from "../support/a-case.ts";
import { aFlow, nativeMessage } from "../support/a-flow.ts";

const organisation = "Meldpunt Kinderporno";
const contact = "desk@meldpunt.example";

describe("a hidden notifier's name is cut out", () => {
  test.each([
    ["as it is", "Seen by Meldpunt Kinderporno.", "Seen by […]."],
    ["across a line break", "Seen by Meldpunt\nKinderporno.", "Seen by […]."],
    ["with any white space", "Meldpunt\u00a0\tKinderporno and Meldpunt\u3000Kinderporno", "[…] and […]"],
    ["with a hyphen or a line below", "Meldpunt-Kinderporno, Meldpunt_Kinderporno", "[…], […]"],
    ["glued, in capitals", "MELDPUNTKINDERPORNO", "[…]"],
    ["with marks that have no width", "Meld\u00adpunt\u200b Kinder\u2060porno", "[…]"],
    ["in wide letters", "Ｍｅｌｄｐｕｎｔ Ｋｉｎｄｅｒｐｏｒｎｏ", "[…]"],
    ["encoded in a URL", "https://x.example/?by=Meldpunt%20Kinderporno&n=1", "https://x.example/?by=[…]&n=1"],
    ["encoded twice", "?by=Meldpunt%2520Kinderporno", "?by=[…]"],
    ["in letters that are encoded, too", "?by=%4d%65ldpunt+Kinderporno", "?by=[…]"],
    ["inflected", "Meldpunt Kinderpornos list, Meldpunts Kinderporno", "[…] list, […]"],
    ["by its mailbox", "ask desk@meldpunt.example or desk (at) meldpunt (dot) example", "ask […] or […]"],
    ["by its mailbox, encoded", "ask desk%40meldpunt.example", "ask […]"],
    ["by its domain", "see www.meldpunt.example, meldpunt[.]example, meldpunt dot example", "see www.[…], […], […]"],
  ])("%s", (_, written, told) => {
    expect(withoutNames(written, [organisation, contact])).toBe(told);
  });
});

test("a short name is cut out at the edges of words alone", () => {
  const hidden = ["INHOPE", "cert.nl"];
  for (const honest of ["we are in hope of an answer", "in\nhope", "inhoped", "certnlx", "a concert.nlive"])
    expect(withoutNames(honest, hidden)).toBe(honest);
  expect(withoutNames("Sent by Inhope. See cert.nl, cert[.]nl; IN\u00adHOPE%20list", hidden)).toBe(
    "Sent by […]. See […], […]; […]%20list",
  );
});

test("a name of signs alone cuts nothing, and a long text is read within the test's time", () => {
  expect(withoutNames("a – b", ["–"])).toBe("a – b");
  expect(withoutNames("Meldpunt Kinderporn ".repeat(5_000), [organisation])).toHaveLength(100_000);
});

describe("a notice of child abuse", () => {
  const reporters = aSettings().reporters.map((one) => (one.id === "cert" ? { ...one, organisation, contact } : one));
  const sent = async (evidence: Record<string, unknown>) => {
    const flow = aFlow({ reporters });
    flow.contacts(() => ({ candidates: [aCandidate()] }));
    await flow.report(
      nativeMessage({ category: "csam", reporter: "cert", evidence: { detectedBy: "manual-review", ...evidence } }),
    );
    await flow.pass({ minutes: 30 });
    const [mail] = flow.mails;
    const bytes = Buffer.from(mail?.mime ?? "")
      .toString("latin1")
      .replace(/=\r\n/g, "");
    return { count: flow.mails.length, bytes, asks: (await flow.theCase()).reviews.map(({ question }) => question) };
  };

  test.each(["Meldpunt\nKinderporno saw it.", "Meldpunt-Kinderporno saw it.", "MeldpuntKinderporno saw it."])(
    "goes out without the name: %j",
    async (explanation) => {
      const { count, bytes, asks } = await sent({ explanation });
      expect([count, asks]).toEqual([1, []]);
      expect(bytes).not.toMatch(/Kinderporno/i);
      expect(bytes).toMatch(/saw it/);
    },
  );

  test("leaves out a redirect that names it", async () => {
    const { count, bytes } = await sent({
      explanation: "x",
      redirects: ["https://l.example/?from=Meldpunt+Kinderporno", "https://l.example/2"],
    });
    expect([count, /Kinderporno/i.test(bytes)]).toEqual([1, false]);
  });
});
