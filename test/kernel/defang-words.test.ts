import fc from "fast-check";
import { expect, test } from "vitest";
import { defangWords } from "../../functions/kernel/defang.ts";
import { namesInClear, standsInClear } from "../../functions/kernel/in-clear.ts";

test.each([
  [
    "a name",
    "the same is at mirror-of-it.com/kids/1 and cdn.mirror-of-it.com/2",
    "the same is at mirror-of-it[.]com/kids/1 and cdn[.]mirror-of-it[.]com/2",
  ],
  ["an internationalised name", "see münchen.example and пример.рф", "see münchen[.]example and пример[.]рф"],
  ["a look-alike", "see bаd.example", "see bаd[.]example"],
  ["a name in punycode", "see xn--mnchen-3ya.xn--p1ai", "see xn--mnchen-3ya[.]xn--p1ai"],
  [
    "full stops that only look so",
    "see bad。example, bad．example, bad｡example, bad․example",
    "see bad[.]example, bad[.]example, bad[.]example, bad[.]example",
  ],
  ["a soft hyphen beside the dot", "see bad\u00ad.exam\u00adple", "see bad\u00ad[.]exam\u00adple"],
  ["an address", "see 192.0.2.7:8080/x", "see 192[.]0[.]2[.]7:8080/x"],
  ["a mailbox", "write to help@evil.example", "write to help@evil[.]example"],
  ["a link, its path too", "HTTPS://bad.example/a.html", "hxxpS://bad[.]example/a[.]html"],
  [
    "names whose labels end in no letter",
    "💩.la, i❤.ws; ☃.net (א׳.example) ・.jp",
    "💩[.]la, i❤[.]ws; ☃[.]net (א׳[.]example) ・[.]jp",
  ],
  ["a name before a number", "bad.example,1.5", "bad[.]example,1[.]5"],
  ["an address before a number", "192.0.2.7,1.5", "192[.]0[.]2[.]7,1[.]5"],
  [
    "an address that opens an app",
    "tg://join?invite=AbC WHATSAPP://send?x=1 x-web+app://y",
    "tg[:]//join?invite=AbC WHATSAPP[:]//send?x=1 x-web+app[:]//y",
  ],
  [
    "a scheme that is too long to be one",
    `${"a".repeat(40)}https://bad.example`,
    `${"a".repeat(40)}https[:]//bad[.]example`,
  ],
  ["a magnet link", "magnet:?xt=urn:btih:0", "magnet[:]?xt=urn:btih:0"],
  [
    "an IPv6 address",
    "at 2001:db8::1, 2001:DB8::2: and 2001:db8::.",
    "at 2001[:]db8[:][:]1, 2001[:]DB8[:][:]2: and 2001[:]db8[:][:].",
  ],
  [
    "an IPv6 address in a URL's brackets",
    "[2001:db8::1]:8080 or http://[2001:db8::1]/x",
    "[2001[:]db8[:][:]1]:8080 or hxxp://[2001[:]db8[:][:]1]/x",
  ],
  ["a number that is one", "Ticket evil-portal.com/login1", "Ticket evil-portal[.]com/login1"],
])("stand so that no program makes a link of them: %s", (_, words, written) => {
  expect(defangWords(words)).toBe(written);
  expect(namesInClear(defangWords(words))).toEqual([]);
});

test.each([
  "z.B. am 24.11.2026 um 10.30, e.g. 2.5 MB (a.m.)",
  "It is gone. The next. 3.14",
  "bad[.]example",
  "hxxps://collect[.]example/x and fxp://192[.]0[.]2[.]9:8080/",
  "192[.]0[.]2[.]9, 2001[:]db8[:][:]1, hxxp://[2001[:]db8[:][:]1]/",
  "tg[:]//join, www[.]collect[.]example",
  "10:30:15, a::z, 1: 2",
  "see: //x",
])("stand as they are otherwise: %s", (words) => {
  expect(defangWords(words)).toBe(words);
});

test("are written as it writes them only once", () => {
  const pieces = fc.constantFrom(
    ...["http://", "hxxps://", "FTP://", "wss://", "tg:", "//", "?", "www.", "bad.example", "collect[.]example"],
    ...["192.0.2.9", "192[.]0[.]2[.]9", "2001:db8::1", "::ffff:192.0.2.9", "[:]", "[.]", "[", "]", ".", ":", "::"],
    ...["ab", "1", "/", " ", "@", "é", "。", "💩", "-", "x.yz"],
  );
  const words = fc.array(pieces, { maxLength: 14 }).map((all) => all.join(""));
  const hosts = ["bad.example", "2001:db8::1"];
  fc.assert(
    fc.property(words, (text) => {
      const once = defangWords(text, hosts);
      return defangWords(once, hosts) === once && defangWords(once) === once;
    }),
    { numRuns: 5_000, seed: 20261130 },
  );
});

test("what is defanged in part is defanged whole", () => {
  expect(defangWords("http://a.collect[.]example/x")).toBe("hxxp://a[.]collect[.]example/x");
});

test("are compared as DNS would be asked for them", () => {
  expect(namesInClear("MÜNCHEN.example, bad。example and xn--mnchen-3ya.example.")).toEqual([
    "xn--mnchen-3ya.example",
    "bad.example",
    "xn--mnchen-3ya.example",
  ]);
});

test.each([
  ["in its international form", "it is at i❤.example as I said", "xn--i-7iq.example"],
  ["in other letters and full stops", "see BÜ\u00adCHER。example!", "xn--bcher-kva.example"],
  ["in its ASCII form", "see XN--bcher-kva.example", "xn--bcher-kva.example"],
  ["in brackets and quotes", "(“bad.example”)", "bad.example"],
  ["after a sign", "»bad.example", "bad.example"],
])("hold a host in clear %s", (_, words, host) => {
  expect(standsInClear(words, [host])).toBe(true);
  expect(standsInClear(defangWords(words), [host])).toBe(false);
});

test("hold one of several hosts in clear", () => {
  const hosts = ["good.example", "xn--bcher-kva.example"];
  expect(standsInClear("see bücher.example", hosts)).toBe(true);
  expect(standsInClear("see bücher[.]example, or verygood.example", hosts)).toBe(false);
  expect(standsInClear("see good.example", [])).toBe(false);
});

test.each([
  "verybad.example",
  "very-bad.example",
  "ébad.example",
  "bad.example.org",
  "bad.examples",
  "bad[.]example",
  "x@bad.example",
])("hold no other host for it: %s", (words) => {
  expect(standsInClear(words, ["bad.example"])).toBe(false);
});

test.each(["a", ".", "a.", "::", "1:", "2001:db8::1 ", "x://", "💩.", "a.b", "é", "-"])(
  "are read within the test's time, which work by the square of their length would outlast: %j",
  (unit) => {
    expect(defangWords(unit.repeat(400_000 / unit.length))).toBeDefined();
  },
);
