import { randomBytes } from "node:crypto";
import { expect, test } from "vitest";
import { withoutContent } from "../../functions/report/without-content.ts";

const image = randomBytes(3_000);

test.each([
  ["base64", image.toString("base64")],
  ["base64 in a data: address", `data:image/png;base64,${image.toString("base64")}`],
  ["base64 whose slashes JSON escaped", image.toString("base64").replaceAll("/", "\\/")],
  ["base64 for addresses", image.toString("base64url")],
  ["base64 in lines", image.toString("base64").replaceAll(/.{76}/g, "$&\n")],
  ["base64 in lines, as JSON writes them", image.toString("base64").replaceAll(/.{76}/g, "$&\\r\\n")],
  ["hexadecimal digits", image.toString("hex")],
  ["bytes as numbers", JSON.stringify([...image])],
])("keeps of an image only how long it is: %s", (_, content) => {
  const kept = withoutContent(`{"reporter":"hotline","evidence":{"payload":"${content}"},"reportId":"R-1"}`);
  expect(kept).toMatch(/"reporter":"hotline".*\[\d+ characters left out: they may be content\].*"reportId":"R-1"/s);
  expect(kept.length).toBeLessThan(300);
});

test.each([
  "no JSON at all",
  '{"reporter":"hotline","reportId":"0b7f1e9a-5c1c-4a52-8a3e-0f6f6c8f3f6e",' +
    '"target":{"url":"https://bad.example/a/b?token=eyJhbGciOiJIUzI1NiJ9.e30.x"}}',
  `{"hash":"sha256:${"a1".repeat(32)}","explanation":"${"A page that asks for passwords. ".repeat(40)}"}`,
  JSON.stringify({ hashes: Array.from({ length: 30 }, (_, at) => String(at).padStart(64, "0")) }),
])("stands as it came where nothing in it may be content: %s", (text) => {
  expect(withoutContent(text)).toBe(text);
});

test.each([
  ["one run", "A".repeat(1_048_576)],
  ["lines that end too soon", `${`${"A".repeat(199)}\n`.repeat(3)}.\n`.repeat(1_700)],
  ["backslashes", "\\".repeat(1_048_576)],
  ["numbers that end too soon", `${"1,".repeat(99)};`.repeat(5_000)],
])("is searched within the test's time, which work by the square would outlast: a mebibyte of %s", (_, text) => {
  expect(withoutContent(text)).toBeDefined();
});
