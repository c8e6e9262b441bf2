import { mkdtempSync, rmSync, writeFileSync } from "node:fs";
import { tmpdir } from "node:os";
import { join } from "node:path";
import { afterAll, describe, expect, test } from "vitest";
import { caseNamed } from "../../../functions/console/cases/case-number.ts";
import { plain, plainName, targetOf } from "../../../functions/report/plain.ts";
import { readReport } from "../../../functions/report/read-report.ts";
import { dayOf, momentOf } from "../../../infra/command/moment.ts";
import { ofCsv, ofFile, ofUrl, type Reporting, whoReports } from "../../../infra/command/report-rows.ts";
import { nativeMessage } from "../../support/a-flow.ts";

const now = "2026-11-24T10:00:00.000Z";

describe("a moment that a person types", () => {
  test.each([
    ["+24h", "2026-11-25T10:00:00.000Z"],
    ["-7d", "2026-11-17T10:00:00.000Z"],
    ["-30m", "2026-11-24T09:30:00.000Z"],
    ["+2w", "2026-12-08T10:00:00.000Z"],
    ["now", now],
    ["2026-12-01T09:00+01:00", "2026-12-01T08:00:00.000Z"],
  ])("%s is %s", (written, moment) => expect(momentOf("--until", written, now)).toBe(moment));

  test.each(["24h", "+24", "+99999h", "tomorrow", "2026-12-01 09:00", ""])(
    "%j is none, and the option is named",
    (written) =>
      expect(() => momentOf("--until", written, now)).toThrow(/^--until is a moment with its zone, like .* or -7d\.$/),
  );

  test.each([
    ["today", "2026-11-24"],
    ["yesterday", "2026-11-23"],
    ["-7d", "2026-11-17"],
    ["2026-02-28", "2026-02-28"],
  ])("the day %s is %s", (written, day) => expect(dayOf("--from", written, now)).toBe(day));
});

describe("what a person pastes", () => {
  test.each([
    ["hxxp://evil[.]example", "http://evil.example"],
    ["hxxps[:]//evil[.]example/a?b=[.]", "https://evil.example/a?b=[.]"],
    ["hxxps[://]evil[.]example/", "https://evil.example/"],
    [" evil(dot)example ", "evil.example"],
    ["evil[dot]example/x", "evil.example/x"],
    ["2001[:]db8[:][:]1", "2001:db8::1"],
    ["http://[2001:db8::1]/x", "http://[2001:db8::1]/x"],
    ["https://evil.example/?q=hxxp://a[.]example", "https://evil.example/?q=hxxp://a[.]example"],
    ["evil(.)example", "evil.example"],
    ["evil{dot}example", "evil.example"],
    ["evil [.] example", "evil.example"],
    ["www [ dot ] evil [ dot ] example/x", "www.evil.example/x"],
    ["https[://]evil.example/", "https://evil.example/"],
    ["<https://evil.example/offer>", "https://evil.example/offer"],
    ["<URL:hxxps://evil[.]example/offer>", "https://evil.example/offer"],
    ['"evil[.]example"', "evil.example"],
    ["https://evil.example/a>", "https://evil.example/a>"],
  ])("%s means %s", (written, meant) => expect(plain(written)).toBe(meant));

  test.each([
    ["abuse[at]network[.]example", "abuse@network.example"],
    ["abuse [at] network [.] example", "abuse@network.example"],
    ["<abuse@network.example>", "abuse@network.example"],
    ["abuse (@) network (dot) example", "abuse@network.example"],
  ])("%s means the mailbox %s", (written, meant) => expect(plainName(written)).toBe(meant));

  test("is read within the test's time, which work by the square of its length would outlast", () => {
    for (const sign of [" ", "[", "<", "[.", " ["]) expect(plainName(sign.repeat(500_000))).toBeDefined();
  });

  test("is a page with a scheme, else a host", () => {
    expect(targetOf(plain("hxxps://evil[.]example/x"))).toEqual({ url: "https://evil.example/x" });
    expect(targetOf(plain("evil[.]example"))).toEqual({ host: "evil.example" });
    expect(targetOf("2001:db8::1")).toEqual({ host: "2001:db8::1" });
  });
});

test.each([
  ["TD-7K3M-9QXZ-4B2N", "TD-7K3M-9QXZ-4B2N"],
  ["[td-7k3m-9qxz-4b2n]", "TD-7K3M-9QXZ-4B2N"],
  ["TD-7K3M-9QXZ-4B2N.", "TD-7K3M-9QXZ-4B2N"],
  ["7k3m9qxz4b2n", "TD-7K3M-9QXZ-4B2N"],
  ["Re: [TD-7K3M-9QXZ-4B2N] Phishing", "TD-7K3M-9QXZ-4B2N"],
  ["td 7k3m 9qxz 4bol", "TD-7K3M-9QXZ-4B01"],
  ["https://a.example/[TD-7K3M-9QXZ-4B2N]", "HTTPS://A.EXAMPLE/[TD-7K3M-9QXZ-4B2N]"],
  ["td-7k3m", "TD-7K3M"],
])("a case that a person names: %s is %s", (written, id) => expect(caseNamed(written)).toBe(id));

describe("a report that is typed", () => {
  const known = [{ id: "cert", contact: "cert@hotline.example" }] as unknown as Reporting["known"];
  const options = { category: "phishing", channel: "website" } as const;

  test("in the name of somebody whom the settings do not know is refused with the field", () => {
    expect(ofUrl("https://bad.example/", options, { known, reporter: "nobody", now })).toEqual({
      row: "https://bad.example/",
      problem: expect.stringMatching(/^reporter: No reporter is known as "nobody"\./),
    });
  });

  test("of a moment that has not come yet is refused as the queue refuses it", () => {
    const of = (seenAt: string) => () =>
      ofUrl("https://bad.example/", { ...options, seenAt }, { known, reporter: "cert", now });
    expect(of("+1h")).toThrow(/^--seen-at: this moment has not come yet; what ends in Z is in UTC/);
    expect(of("+15m")).toThrow();
    expect(of("+5m")()).toMatchObject({ lane: "standard" });
  });

  test("of two addresses in one is refused, and says what a notice of it would lack", () => {
    const of = (url: string, more = {}) => ofUrl(url, { ...options, ...more }, { known, reporter: "cert", now });
    expect(of("https://a.example/ https://b.example/")).toMatchObject({
      problem: expect.stringMatching(/one address a line/),
    });
    const childs = of("https://bad.example/", { category: "csam" });
    expect(childs).toMatchObject({ lacks: "the source of its classification (detectedBy)" });
    const found = of("https://bad.example/", { category: "csam", detectedBy: "hash-match" });
    expect(found).not.toHaveProperty("lacks");
    expect("body" in found && JSON.parse(found.body)).toMatchObject({ evidence: { detectedBy: "hash-match" } });
  });

  test("says which brand it imitates and where the rightful thing is, and keeps its number where it does not", () => {
    const of = (more = {}) => ofUrl("https://bad.example/", { ...options, ...more }, { known, reporter: "cert", now });
    const said = of({ imitates: "Example Bank", legitimateSite: "hxxps://bank[.]example/" });
    expect("body" in said && JSON.parse(said.body)).toMatchObject({
      evidence: { imitates: "Example Bank", legitimateSite: "https://bank.example/" },
    });
    expect(of()).toMatchObject({ reportId: "cli-d69c495899fb53b7" });
    expect(of({ category: "copyright", explanation: "A film." })).toMatchObject({
      lacks: "the work or brand that is infringed",
    });
    const named = { category: "copyright", explanation: "A film.", imitates: "Example Film (2025)" };
    expect(of(named)).not.toHaveProperty("lacks");
  });

  test("is the same report whether it was defanged or not", () => {
    const idOf = (url: string) => ofUrl(url, options, { known, reporter: "cert", now });
    expect(idOf("hxxps://bad[.]example/")).toMatchObject({ reporter: "cert", lane: "standard" });
    expect({ ...idOf("hxxps://bad[.]example/"), row: "" }).toEqual({ ...idOf("https://bad.example/"), row: "" });
  });
});

describe("a file of reports that is typed", () => {
  const folder = mkdtempSync(join(tmpdir(), "takedown-rows-"));
  afterAll(() => rmSync(folder, { recursive: true, force: true }));
  const known = [{ id: "cert", contact: "cert@hotline.example" }] as unknown as Reporting["known"];
  const reporting = { known, reporter: "cert", now };
  const written = (text: string | Uint8Array): string => {
    const path = join(folder, "reports");
    writeFileSync(path, text);
    return path;
  };

  test.each(["note", "Remarks", "comment", "details", "reason", "description"])(
    "refuses a CSV file with a column %j, and says what is mailed",
    (heading) => {
      const csv = written(`url,category,last seen,${heading}\nhttps://bad.example/,phishing,2026-11-24,private\n`);
      expect(() => ofCsv(csv, reporting)).toThrow(
        new RegExp(`columns that a report has not: ${heading}\\. .*Only a column named "explanation" is mailed`),
      );
    },
  );

  test("refuses a file that is no UTF-8, as CSV and as messages: its words would be mailed with holes", () => {
    const csv = "url,category,last seen,explanation\nhttps://bad.example/,phishing,2026-11-24,Größe\n";
    expect(() => ofCsv(written(Buffer.from(csv, "latin1")), reporting)).toThrow(/^The CSV file: In line 2 .* as UTF-8/);
    const message = nativeMessage({ reporter: "cert", evidence: { explanation: "Größe" } });
    expect(ofFile(written(message), reporting)).toMatchObject([{ reporter: "cert" }]);
    for (const encoding of ["latin1", "utf16le"] as const)
      expect(() => ofFile(written(Buffer.from(message, encoding)), reporting)).toThrow(
        /^--file: .* is no UTF-8\. Save/,
      );
  });

  test("chooses nobody's name for who reports where the settings know several, for the file or for a row", () => {
    const of = (id: string) => ({ id, contact: `${id}@hotline.example` });
    const several = [of("hotline"), of("cert")] as unknown as Reporting["known"];
    const csv = "url,category,last seen,reporter\n";
    const row = (reporter: string) => `https://bad.example/${reporter},phishing,2026-11-24,${reporter}\n`;
    const read = (named?: string) =>
      ofCsv(written(csv + row("cert") + row("")), { known: several, now, reporter: whoReports(named, several) });
    expect(read()).toMatchObject([
      { reporter: "cert" },
      { row: "row 3", problem: expect.stringMatching(/^Reporter: missing\. .* column "reporter"/) },
    ]);
    expect(read("hotline")).toMatchObject([{ reporter: "cert" }, { reporter: "hotline" }]);
    expect(whoReports(undefined, known)).toBe("cert");
    expect(() =>
      ofCsv(written(csv + row("")), { known: several, now, reporter: whoReports(undefined, several) }),
    ).toThrow(/^Say who reports with --reporter; the settings know: hotline, cert\.$/);
    expect(() =>
      ofUrl(
        "https://bad.example/",
        { category: "phishing", channel: "website" },
        { known: several, now, reporter: whoReports(undefined, several) },
      ),
    ).toThrow(/^Say who reports with --reporter; the settings know: hotline, cert\.$/);
  });

  test("refuses a row whose explanation was cut by a comma without quotes", () => {
    const csv = "url,category,last seen,explanation\nhttps://bad.example/,phishing,2026-11-24,It asks, and sends\n";
    expect(ofCsv(written(csv), reporting)).toEqual([
      { row: "row 2", problem: expect.stringMatching(/^It has 5 cells where the heading has 4/) },
    ]);
  });

  test("has messages mail their explanation alone, and refuses one that does not say when it was last seen", () => {
    const xarf = {
      xarf_version: "4.2.0",
      report_id: "0b7e3c9a-4d52-4f6e-8a1b-9c2d3e4f5a6b",
      timestamp: "2026-11-24T09:30:00Z",
      reporter: { org: "CERT", contact: "cert@hotline.example", domain: "hotline.example" },
      source_identifier: "192.0.2.7",
      category: "content",
      type: "phishing",
      url: "https://bad.example/",
      description: "It asks for a password.",
      notes: "our informant works there",
      _internal: { comment: "our informant works there" },
    };
    const read = readReport(JSON.stringify(xarf), { allowReserved: true, reporters: reporting.known ?? [] });
    expect(read.ok && read.value).toMatchObject({ evidence: { explanation: "It asks for a password." } });
    expect(JSON.stringify(read)).not.toContain("informant");
    const seenNever = { ...xarf, timestamp: undefined };
    const [noted, unseen, unseenXarf] = ofFile(
      written(
        [
          nativeMessage({ reporter: "cert", note: "our informant works there" }),
          nativeMessage({ reporter: "cert", seenAt: undefined }),
          JSON.stringify(seenNever),
        ].join("\n"),
      ),
      reporting,
    );
    expect(noted).toMatchObject({ row: "line 1", problem: expect.stringMatching(/^note: There is no such field/) });
    expect(unseen).toMatchObject({ row: "line 2", problem: expect.stringMatching(/^seenAt: /) });
    expect(unseenXarf).toMatchObject({ row: "line 3", problem: expect.stringMatching(/^timestamp: /) });
  });

  test("names a row of a moment that has not come yet, as CSV and as messages", () => {
    const csv = written("url,category,last seen\nhttps://bad.example/,phishing,2026-11-24 11:00\n");
    expect(ofCsv(csv, reporting)).toEqual([
      { row: "row 2", problem: "Last seen: this moment has not come yet; the field is in UTC." },
    ]);
    const [later, peer, word] = ofFile(
      written(
        [
          nativeMessage({ reporter: "cert", seenAt: "2026-11-24T11:00:00Z" }),
          nativeMessage({
            reporter: "cert",
            seenAt: now,
            target: { peer: { address: "192.0.2.7", port: 6881, seenAt: "2026-11-24T11:00:00Z" } },
          }),
          JSON.stringify({ version: 1, reporter: "cert", reportId: "r-1", status: "gone", at: "2026-11-24T11:00:00Z" }),
        ].join("\n"),
      ),
      reporting,
    );
    expect(later).toMatchObject({ row: "line 1", problem: expect.stringMatching(/^seenAt: This moment has not come/) });
    expect(peer).toMatchObject({ problem: expect.stringMatching(/^target\.peer\.seenAt: This moment has not come/) });
    expect(word).toMatchObject({ problem: expect.stringMatching(/^at: This moment has not come/) });
  });
});
