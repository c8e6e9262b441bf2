import fc from "fast-check";
import { expect, test } from "vitest";
import { defangHost, defangText, defangUrl, refang } from "../../functions/kernel/defang.ts";

test.each([
  ["https://bad.example/a.b", "hxxps://bad[.]example/a.b"],
  ["ftp://bad.example/x", "fxp://bad[.]example/x"],
  ["http://192.0.2.1:8080/", "hxxp://192[.]0[.]2[.]1:8080/"],
  ["https://bad.example/?to=https://victim.example/", "hxxps://bad[.]example/?to=hxxps://victim.example/"],
  ["https://bad.example/www.victim.example", "hxxps://bad[.]example/www[.]victim.example"],
  ["https://[2001:db8::1]/", "hxxps://[2001[:]db8[:][:]1]/"],
  ["https://[::1]:8443/a:b", "hxxps://[[:][:]1]:8443/a:b"],
  ["https://[2001:db8::]/", "hxxps://[2001[:]db8[:][:]]/"],
])("writes %s so that nothing links it", (url, written) => {
  expect(defangUrl(url)).toBe(written);
  expect(refang(written)).toBe(url);
});

test.each([
  ["bad.example", "bad[.]example"],
  ["2001:db8::1", "2001[:]db8[:][:]1"],
])("writes the host %s", (host, written) => {
  expect(defangHost(host)).toBe(written);
  expect(refang(written)).toBe(host);
});

test("reads back every URL exactly, whatever stands in its path", () => {
  const piece = fc.constantFrom(
    "http://",
    "https://",
    "HtTp://",
    "hXXp://",
    "hxxp://",
    "hxxxps://",
    "www.",
    "www[.]",
    "WWW.",
    "[.]",
    "a",
    "/",
    "?",
    "[",
    "]",
    ".",
    "hxxp",
    "%5B",
  );
  const url = fc
    .tuple(fc.constantFrom("http", "https", "ftp", "wss"), fc.domain(), fc.array(piece, { maxLength: 12 }))
    .map(([scheme, domain, pieces]) => `${scheme}://${domain}/${pieces.join("")}`);
  fc.assert(
    fc.property(url, (text) => refang(defangUrl(text)) === text && !/https?:\/\//i.test(defangUrl(text))),
    { numRuns: 2000 },
  );
});

test("leaves no link in free text", () => {
  expect(defangText("see HTTPS://bad.example/x, www.bad.example and bad.example", ["bad.example"])).toBe(
    "see hxxpS://bad[.]example/x, www[.]bad[.]example and bad[.]example",
  );
});
