import { expect, test } from "vitest";
import { readTable } from "../../functions/report/written-table.ts";

const rowsOf = (text: string) => {
  const table = readTable(text);
  if (!table.ok) throw new Error(table.error);
  return table.value.rows;
};

test.each([
  ["commas", "url,category\nhttps://a.example/x,phishing\n"],
  ["semicolons", "url;category\r\nhttps://a.example/x;phishing\r\n"],
  ["tabs", "url\tcategory\nhttps://a.example/x\tphishing"],
  ["a byte order mark", "\ufeffurl,category\nhttps://a.example/x,phishing"],
  ["quotes", '"url","category"\n"https://a.example/x","phishing"'],
  ["other headings", "Link,Abuse-Type\nhttps://a.example/x,phishing"],
])("is read with %s", (_, text) => {
  expect(rowsOf(text)).toEqual([{ row: 2, written: { address: "https://a.example/x", category: "phishing" } }]);
});

test("takes the page before the host and address that stand beside it, and the host where there is no page", () => {
  const text = "IP,host,url\n192.0.2.1,a.example,https://a.example/x\n192.0.2.1,a.example,\n192.0.2.1,,\n";
  expect(rowsOf(text).map(({ written }) => written.address)).toEqual(["https://a.example/x", "192.0.2.1", "192.0.2.1"]);
});

test("numbers its rows as a spreadsheet does, and passes over empty ones", () => {
  expect(rowsOf("url\nhttps://a.example/\n\nhttps://b.example/\n,\n").map(({ row }) => row)).toEqual([2, 4]);
});

test("counts blank lines in its numbers, also within a cell and where it breaks off", () => {
  expect(rowsOf('url,note\n\n \n"https://a.example/","x\n\ny"\n\nhttps://b.example/\n').map(({ row }) => row)).toEqual([
    4, 6,
  ]);
  expect(readTable('url\n\n\nhttps://a.example/\n"x')).toEqual({
    ok: false,
    error: expect.stringMatching(/in row 5,/),
  });
});

test.each([
  ["empty lines", "\n", /^It has a heading and no rows/],
  ["lines of a blank", " \n", /^More than 10000 of its rows have another number of columns/],
  ["cells that are blank", " , \n", /^It has a heading and no rows/],
  ["short rows", "%\n", /^More than 10000 of its rows have another number of columns/],
])("of 800 KB of %s is read within the test's time", (_, line, says) => {
  const text = `url,category\n${line.repeat(800_000 / line.length)}`;
  expect(readTable(text)).toEqual({ ok: false, error: expect.stringMatching(says) });
});

test("keeps a column of its own name for itself", () => {
  const [one] = rowsOf("url,source,imitates,legitimateSite\nhttps://a.example/,honeypot,Bank,https://bank.example/\n");
  expect(one?.written).toMatchObject({
    source: "honeypot",
    imitates: "Bank",
    legitimateSite: "https://bank.example/",
  });
});

test("takes labels from a column of that name", () => {
  expect(rowsOf("url,Labels\nhttps://a.example/,acme; spring sale\n")[0]?.written.labels).toBe("acme; spring sale");
});

test("takes links to captures from a column that says so, and from none that is only named links", () => {
  const links = "https://urlscan.io/result/a1/ https://urlscan.io/result/b2/";
  expect(rowsOf(`url,evidence links\nhttps://a.example/,${links}\n`)[0]?.written.links).toBe(links);
  expect(rowsOf(`url,evidence.links\nhttps://a.example/,${links}\n`)[0]?.written.links).toBe(links);
  expect(rowsOf(`url,links\nhttps://a.example/,${links}\n`)[0]?.written).toEqual({ address: "https://a.example/" });
});

// What an analyst noted for themselves was mailed to the host that they reported.
test.each([
  ...["description", "comment", "Comments", "reason", "note", "Notes", "remark", "Remarks", "details", "Memo"],
  // Our word beside words in another script; and one of SCART's columns in a table that is not SCART's.
  ...["explanation 内部", "не отправлять: explanation", "status", "registrar"],
])("takes a column %j for nothing that is mailed, and names it", (heading) => {
  const table = readTable(`url,${heading}\nhttps://a.example/x,our informant works there\n`);
  if (!table.ok) throw new Error(table.error);
  expect(table.value.leftOut).toEqual([heading]);
  expect(JSON.stringify(table.value.rows)).not.toContain("informant");
});

test("mails the column that a person chose in the place of the one named so, whatever its line breaks", () => {
  const text = 'url,explanation,"Notes\n(public)"\nhttps://a.example/x,private,It asks for a password.\n';
  const read = (explanation?: string) => {
    const table = readTable(text, { explanation });
    if (!table.ok) throw new Error(table.error);
    return [table.value.rows[0]?.written.explanation, table.value.leftOut];
  };
  expect(read()).toEqual(["private", ["Notes\n(public)"]]);
  expect(read("Notes\r\n(public)")).toEqual(["It asks for a password.", ["explanation"]]);
});

test.each([
  [
    'url\nhttps://a.example/\n"https://b.example/\n',
    /^A quotation mark \("\) opens a cell in row 3, and none closes it/,
  ],
  [`url\n"${"https://a.example/\n".repeat(2_000)}`, /^In row 2 there are more than 20000 characters/],
  ["url,category\n,\n", /^It has a heading and no rows/],
  [" ", /^There is nothing in it\. Choose a file/],
])("that breaks off is refused in a sentence that says where and what to do", (text, says) => {
  expect(readTable(text)).toEqual({ ok: false, error: expect.stringMatching(says) });
});

test("reads a heading without end within the test's time, which work by its square would outlast", () => {
  expect(readTable(`url${";".repeat(100_000)}\n${";".repeat(100_000)}`).ok).toBe(false);
});
