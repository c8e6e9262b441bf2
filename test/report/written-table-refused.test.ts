import { describe, expect, test } from "vitest";
import { readTable } from "../../functions/report/written-table.ts";

const refused = (text: string) => {
  const table = readTable(text);
  return table.ok ? table.value.rows.map(({ row, problem }) => [row, problem]) : table.error;
};
/** A file's bytes as they are read, whatever they were written in. */
const asRead = (bytes: Uint8Array): string => new TextDecoder().decode(bytes);
const utf16 = (text: string, bigEndian: boolean): Uint8Array => {
  const bytes = Buffer.from(text, "utf16le");
  return bigEndian ? bytes.swap16() : bytes;
};

describe("a table that is no UTF-8", () => {
  const text = "url,category,explanation\nhttps://a.example/,phishing,Größe\n";
  const says = /Save it as UTF-8: in Excel as “CSV UTF-8”\./;

  test.each<[string, Uint8Array]>([
    ["Windows-1252", Buffer.from(text, "latin1")],
    ["UTF-16 LE", utf16(text, false)],
    ["UTF-16 BE", utf16(text, true)],
    ["UTF-16 LE with a byte order mark", utf16(`\ufeff${text}`, false)],
    ["UTF-16 BE with a byte order mark", utf16(`\ufeff${text}`, true)],
  ])("but %s is refused, and says how to save it", (_, bytes) => {
    expect(refused(asRead(bytes))).toMatch(says);
  });

  test("is refused by the line of the first sign that could not be read, also where it was pasted", () => {
    expect(refused("url,explanation\nhttps://a.example/,x\nhttps://b.example/,Gr\ufffd\ufffde\n")).toMatch(
      /^In line 3 .*can't be read/,
    );
    expect(refused(asRead(Buffer.from(text, "utf8")))).toEqual([[2, undefined]]);
  });

  test("but a spreadsheet's own file is told so", () => {
    for (const begins of ["PK\u0003\u0004\u0014\0", asRead(Buffer.from("d0cf11e0a1b11ae1", "hex"))])
      expect(refused(`${begins}url`)).toMatch(/^This is a spreadsheet and no CSV file\. .*Save As.*“CSV UTF-8”/);
  });
});

describe("a row with more cells than the heading", () => {
  test.each([
    [",", "a comma"],
    [";", "a semicolon"],
    ["\t", "a tab"],
  ])("by a %j in an explanation is refused by its number, and the others are read", (sign, name) => {
    const lines = [
      ["url", "category", "explanation"],
      ["https://a.example/", "phishing", "It asks", " and sends it on"],
      ["https://b.example/", "phishing", `"It asks${sign} and sends it on"`],
    ];
    expect(refused(lines.map((cells) => cells.join(sign)).join("\n"))).toEqual([
      [2, `It has 4 cells where the heading has 3: put quotes (") around a text with ${name} in it.`],
      [3, undefined],
    ]);
  });

  test("counts no blank cells behind, which a spreadsheet adds, and no blank heading", () => {
    expect(refused("url,category,\nhttps://a.example/,phishing,,,\nhttps://b.example/,a,b\n")).toEqual([
      [2, undefined],
      [3, expect.stringMatching(/^It has 3 cells where the heading has 2/)],
    ]);
  });
});

test.each([
  ["url,category,URL", /^Two columns are named “URL”/],
  ["url,note,Note ", /^Two columns are named “Note”/],
  ["url,explanation,Explanation", /^Two columns are named “Explanation”/],
  ["url,category,link", /^The columns “url” and “link” mean the same \(URL or host\)/],
  ["url,date,last seen", /^The columns “date” and “last seen” mean the same \(Last seen\)/],
])("two columns of one heading are refused, since only one would be read: %s", (heading, says) => {
  expect(refused(`${heading}\nhttps://a.example/,b,c\n`)).toMatch(says);
});

test("two columns of one heading are nothing wrong where a host stands beside its page, or a heading is blank", () => {
  expect(refused("url,host,IP,,,filenumber\nhttps://a.example/x,a.example,192.0.2.1,,,1\n")).toEqual([[2, undefined]]);
});

test("two columns of one heading are one where a person chose the other as the explanation", () => {
  const table = readTable("url,explanation,note\nhttps://a.example/,b,c\n", { explanation: "note" });
  expect(table.ok && table.value.rows[0]?.written.explanation).toBe("c");
});
