import { expect, test } from "vitest";
import { numberNamedIn } from "../../functions/report/number-named.ts";

const native = { version: 1, reporter: "hotline", reportId: "R-17", target: { url: "nowhere" } };
const own = { reportId: "R-17" };
const enveloped = JSON.stringify({ Type: "Notification", Message: JSON.stringify(native) });

test.each([
  ["a report with a field that is wrong", JSON.stringify(native), { reportId: "R-17", reporter: "hotline" }],
  ["the same in SNS's envelope", enveloped, { reportId: "R-17", reporter: "hotline" }],
  [
    "XARF, whose reporter is no name",
    '{"xarf_version":"4.2.0","report_id":"0b1c","reporter":{}}',
    { reportId: "0b1c" },
  ],
  ["a number that is one", '{"reportId":17}', { reportId: "17" }],
  ["JSON with a comma too many", '{"reporter":"hotline","reportId":"R-17",}', { reportId: "R-17" }],
  ["JSON that breaks off", '{"reporter":"hotline", "reportId" : "R-17", "target": {"ur', { reportId: "R-17" }],
  ["broken JSON in an envelope", enveloped.slice(0, -9), { reportId: "R-17" }],
  ["what Python prints of it", "{'reporter': 'hotline', 'reportId': 'R 17', 'seenAt': None}", { reportId: "R 17" }],
  ["pretty JSON in a broken envelope", '{"Message":"{\\n  \\"reportId\\": \\"R-17\\"', { reportId: "R-17" }],
  ["JSON that lost a quotation mark", '{"reporter":"hotline","reportId:"R-17"}', { reportId: "R-17" }],
  ["JSON without a comma", '{"reporter":"hotline" "reportId":"R-17"}', { reportId: "R-17" }],
  ["words", "This is about reportId: R-17", { reportId: "R-17" }],
  ["JSON behind an address that names another", '{"url":"https://bad.example/?reportId=V-1","reportId":"R-17",}', own],
  ["JSON behind words that do", '{"explanation":", reportId: V-1","reportId":"R-17",}', own],
  ["JSON behind words that quote it", '{"explanation":"{\\"reportId\\":\\"V-1\\"}","reportId":"R-17",}', own],
  ["a form's fields", "reporter=hotline;reportId=R-17;host=bad.example", { reportId: "R-17" }],
])("makes the number out in %s", (_, text, named) => {
  expect(numberNamedIn(text)).toEqual(named);
});

test.each([
  ["no words", ""],
  ["words", "please take https://bad.example/ down"],
  ["an address that names one", '{"url":"https://bad.example/?a=1&report_id=V-1",'],
  ["a number that is none", '{"reportId":{"of":"R-17"}}'],
  ["an empty number", '{"reportId":" "}'],
  ["one that is no number of anybody's", JSON.stringify({ reportId: "x".repeat(201) })],
])("makes no number out in %s", (_, text) => {
  expect(numberNamedIn(text)).toBeUndefined();
});

test("reads what looks like numbers all over within the time of a test, which work by its square would outlast", () => {
  const texts = ['reportId"'.repeat(100_000), `{${" ".repeat(200_000)}`, "{,\n\\n\t".repeat(100_000)];
  for (const text of texts) expect(numberNamedIn(text)).toBeUndefined();
});
