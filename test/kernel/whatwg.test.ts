import { expect, it } from "vitest";
import { readUrl } from "../../functions/kernel/read-url.ts";
import { type SeenUrl, unlikeBrowsers } from "./url-law.ts";

/** What a browser makes of each (WHATWG URL), written by hand: the host, or nothing where it is no URL. */
const seen: readonly (readonly [input: string, hostname?: string])[] = [
  ["https://bad.example/", "bad.example"],
  ["HTTPS://BAD.Example/A?B#C", "bad.example"],
  ["https://bad.example:443", "bad.example"],
  ["https://bad.example:65535/", "bad.example"],
  ["https://bad.example:/", "bad.example"],
  ["https://bad.example?query", "bad.example"],
  ["https://bad.example#fragment", "bad.example"],
  ["https://bad.example./", "bad.example."],
  ["ftp://files.bad.example/x", "files.bad.example"],
  ["  https://bad.example/  ", "bad.example"],
  ["https://bücher.example/", "xn--bcher-kva.example"],
  ["https://BÜCHER.example/", "xn--bcher-kva.example"],
  ["https://faß.example/", "xn--fa-hia.example"],
  ["https://ｂａｄ.example/", "bad.example"],
  ["https://bad。example/", "bad.example"],
  ["https://bad．example/", "bad.example"],
  ["https://ba\u00add.example/", "bad.example"],
  ["https://%62ad.example/", "bad.example"],
  ["https://xn--bcher-kva.example/", "xn--bcher-kva.example"],
  ["https://日本語.example/", "xn--wgv71a119e.example"],
  ["https://a_b.example/", "a_b.example"],
  ["https://a--b.example/", "a--b.example"],
  ["https://bad.example/%zz%", "bad.example"],
  ["https://bad.example/a/../../b", "bad.example"],
  ["https://bad.example/\\evil.example", "bad.example"],
  ["https://bad.example/@evil.example", "bad.example"],
  ["https://bad.example?@evil.example", "bad.example"],
  ["https://bad.example#@evil.example", "bad.example"],
  ["https://192.0.2.7/", "192.0.2.7"],
  ["https://192.0.2.7./", "192.0.2.7"],
  ["https://192.0.2.7:8080/x", "192.0.2.7"],
  ["https://[2001:db8::7]/", "[2001:db8::7]"],
  ["https://[2001:DB8:0:0::7]:8443/", "[2001:db8::7]"],
  ["https://[::ffff:192.0.2.7]/", "[::ffff:c000:207]"],
  ["https://3221225991/", "192.0.2.7"],
  ["https://0xc0000207/", "192.0.2.7"],
  ["https://0300.0.2.7/", "192.0.2.7"],
  ["https://192.0.519/", "192.0.2.7"],
  ["https://192.0.2.0x7/", "192.0.2.7"],
  ["https://１９２.0.2.7/", "192.0.2.7"],
  ["https://good.example@bad.example/", "bad.example"],
  ["https://good.example:443@bad.example/", "bad.example"],
  ["https://@bad.example/", "bad.example"],
  ["https://good.example\\@bad.example/", "good.example"],
  ["https:\\\\bad.example\\x", "bad.example"],
  ["https:/bad.example/", "bad.example"],
  ["https:bad.example", "bad.example"],
  ["https:////bad.example/", "bad.example"],
  ["htt\nps://bad.example/", "bad.example"],
  ["https://ba\td.example/", "bad.example"],
  ["https://bad.example/\u0000", "bad.example"],
  ["https://"],
  ["https:///"],
  ["https://:443/"],
  ["https://user@/"],
  ["https://bad example/"],
  ["https://bad.example:99999/"],
  ["https://bad.example:port/"],
  ["https://bad<.example/"],
  ["https://bad%00.example/"],
  ["https://bad%.example/"],
  ["https://256.0.2.7/"],
  ["https://192.0.2.7.8/"],
  ["https://0x100000000/"],
  ["https://[2001:db8::7/"],
  ["https://[2001:db8::7]x/"],
  ["https://[2001:db8::7%25eth0]/"],
  ["https://[2001:db8:::7]/"],
  ["https://[192.0.2.7]/"],
  ["https://\u00ad/"],
  ["//bad.example/"],
  ["bad.example"],
  [""],
];
const urls: readonly SeenUrl[] = seen.map(([input, hostname]) => ({ input, hostname }));

it("what browsers see is what the URL parser of Node sees", () => {
  expect(urls.map(({ input }) => [input, readUrl(input)?.hostname])).toEqual(
    urls.map(({ input, hostname }) => [input, hostname]),
  );
});

it("a reported URL leads to the host to which a browser goes, and none is taken that a browser refuses", () => {
  const { taken, wrong } = unlikeBrowsers(urls);
  expect(wrong).toEqual([]);
  expect(taken).toBeGreaterThan(30);
});
