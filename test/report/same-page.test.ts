import fc from "fast-check";
import { describe, expect, test } from "vitest";
import { readTargetUrl } from "../../functions/kernel/target-url.ts";
import { pageOf } from "../../functions/report/same-page.ts";

const seed = Number(process.env.SEED ?? 20_261_125);

/** As a report's URL comes to the case: read, and then compared. */
const page = (url: string): string => {
  const read = readTargetUrl(url, { allowReserved: true });
  if (!read.ok) throw new Error(`${url}: ${read.error.reason}`);
  return pageOf(read.value.url);
};

test.each([
  ["http and https", "http://bad.example/a", "https://bad.example/a"],
  ["the scheme's own port", "https://bad.example:443/a", "http://bad.example:80/a"],
  ["letters that need no percent sign", "https://bad.example/%61%2D%7e", "https://bad.example/a-~"],
  ["hexadecimal digits in either case", "https://bad.example/%c3%a9?x=%2f", "https://bad.example/%C3%A9?x=%2F"],
  ["other scripts written out or encoded", "https://bad.example/é", "https://bad.example/%C3%A9"],
  ["a question mark that asks nothing", "https://bad.example/a?", "https://bad.example/a"],
  ["doubled slashes", "https://bad.example//a///b", "https://bad.example/a/b"],
  ["a closing dot of the host", "https://bad.example./a", "https://bad.example/a"],
  ["capitals in the host", "https://BAD.Example/a", "https://bad.example/a"],
  ["an international name and its ASCII form", "https://bücher.example/a", "https://xn--bcher-kva.example/a"],
  ["what stands after #", "https://bad.example/a?#top", "https://bad.example/a"],
  ["steps up and down the path", "https://bad.example/x/../%2e/a", "https://bad.example/a"],
  ["no path at all", "https://bad.example", "https://bad.example/"],
])("spellings of one page are the same page: %s", (_, one, other) => {
  expect(page(one)).toBe(page(other));
});

test.each([
  ["capitals in the path", "https://bad.example/A", "https://bad.example/a"],
  ["a slash at the end", "https://bad.example/a/", "https://bad.example/a"],
  ["the order of parameters", "https://bad.example/?a=1&b=2", "https://bad.example/?b=2&a=1"],
  ["an empty parameter", "https://bad.example/?a=", "https://bad.example/"],
  ["an encoded slash", "https://bad.example/a%2Fb", "https://bad.example/a/b"],
  ["an encoded percent sign", "https://bad.example/%2561", "https://bad.example/a"],
  ["a loose percent sign before digits that would complete it", "https://bad.example/%%361", "https://bad.example/%61"],
  ["doubled slashes in a query", "https://bad.example/?u=a//b", "https://bad.example/?u=a/b"],
  ["a port of its own", "https://bad.example:8443/a", "https://bad.example/a"],
  ["two schemes at a port of its own", "https://bad.example:8443/a", "http://bad.example:8443/a"],
  ["the web and FTP", "ftp://bad.example/a", "http://bad.example/a"],
  ["the root of an FTP server", "ftp://bad.example//etc", "ftp://bad.example/etc"],
  ["www", "https://www.bad.example/a", "https://bad.example/a"],
  ["a plus sign and a space", "https://bad.example/?q=a+b", "https://bad.example/?q=a%20b"],
])("what some server tells apart stays two pages: %s", (_, one, other) => {
  expect(page(one)).not.toBe(page(other));
});

const character = fc.constantFrom(
  ..."aA1-._~/:?#[]@!$&'()*+,;=% é\"<>\\^`{|}".split(""),
  "%61",
  "%2f",
  "%2F",
  "%25",
  "%",
  "%4",
  "//",
  "..",
  "%2e",
);
const url = fc
  .tuple(
    fc.constantFrom("http", "https", "ftp"),
    fc.constantFrom("bad.example", "WWW.bad.example.", "bücher.example", "192.0.2.7", "[2001:db8::1]"),
    fc.constantFrom("", ":80", ":443", ":8080"),
    fc.array(character, { maxLength: 12 }).map((characters) => `/${characters.join("")}`),
  )
  .map((parts) => `${parts[0]}://${parts[1]}${parts[2]}${parts[3]}`)
  .filter((text) => readTargetUrl(text, { allowReserved: true }).ok);

describe(`whatever is reported (seed ${seed})`, () => {
  test("a page is its own page, also read once more", () => {
    fc.assert(
      fc.property(url, (text) => {
        expect(pageOf(page(text))).toBe(page(text));
        expect(page(page(text))).toBe(page(text));
      }),
      { seed, numRuns: 5_000 },
    );
  });

  test("two pages are the same only where a server that decodes, merges slashes and skips the scheme sees one", () => {
    /**
     * Written by another way than the code under test: what such a server takes from the request
     * line.
     */
    const request = (text: string) => {
      const { protocol, host, port, pathname, search } = new URL(page(text));
      const seen = (part: string) =>
        /%(?![0-9a-f]{2})/i.test(part) ? part : part.replace(/%[0-9a-f]{2}/gi, (byte) => byte.toLowerCase());
      const bytes = (part: string) =>
        seen(part).replace(/[A-Za-z0-9._~-]/g, (letter) => `%${letter.charCodeAt(0).toString(16)}`);
      return [protocol === "ftp:" || port !== "" ? protocol : "web", host, bytes(pathname), bytes(search)].join(" ");
    };
    const raw = (text: string) => {
      const read = readTargetUrl(text, { allowReserved: true });
      return read.ok ? read.value.url : "";
    };
    fc.assert(
      fc.property(url, url, (one, other) => {
        if (page(one) === page(other)) expect(request(raw(one))).toBe(request(raw(other)));
        else expect(request(raw(one))).not.toBe(request(raw(other)));
      }),
      { seed, numRuns: 5_000 },
    );
  });
});
