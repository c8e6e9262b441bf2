import { expect, it } from "vitest";
import { shown, shownSpelling, shownTarget, visible } from "../../functions/console/shown.ts";

it.each([
  ["see https://bad.example/a now", "see hxxps://bad[.]example/a now"],
  ["xhttp://bad.example/", "xhxxp://bad[.]example/"],
  ["1HTTPS://bad.example", "1HXXPS://bad[.]example"],
  ["http:/\\bad.example", "hxxp:/\\bad[.]example"],
  ["at bad.example, BAD.EXAMPLE", "at bad[.]example, BAD[.]EXAMPLE"],
  ["hxxps://bad[.]example stays", "hxxps://bad[.]example stays"],
])("%s", (written, read) => {
  expect(shown(written, ["bad.example"])).toBe(read);
});

it("spells out what cannot be seen or turns the reading order around", () => {
  expect(visible("a\u202eexe.txt\u0000\u200b")).toBe("a\\u202eexe.txt\\u0000\\u200b");
  expect(visible("line\r\nline\tend")).toBe("line\nline\tend");
  expect(visible("\ud800 alone, 😀 together")).toBe("\\ud800 alone, 😀 together");
});

it.each([
  ["HTTPS://BAD.example.:443/a.PHP", "hxxpS://BAD[.]example[.]:443/a[.]PHP"],
  ["https://bücher。example/x?u=HTTP://BAD.example", "hxxps://bücher[.]example/x?u=hxxp://BAD[.]example"],
])("writes %s, a URL as somebody spelled it, defanged", (written, read) => {
  expect(shownSpelling(written, "bad.example")).toBe(read);
});

it("writes a target once defanged, with its host nowhere in clear", () => {
  expect(
    shownTarget({
      kind: "url",
      url: "https://bad.example/x?next=https://bad.example/y&h=bad.example",
      host: "bad.example",
    }),
  ).toBe("hxxps://bad[.]example/x?next=hxxps://bad[.]example/y&h=bad[.]example");
  expect(shownTarget({ kind: "host", host: "2001:db8::1" })).toBe("2001[:]db8[:][:]1");
  expect(
    shownTarget({
      kind: "peer",
      host: "192.0.2.1",
      port: 6881,
      seenAt: "2026-11-24T03:00:00.000Z",
      protocol: "bittorrent",
    }),
  ).toBe("192[.]0[.]2[.]1, port 6881, bittorrent");
  expect(shownTarget({ kind: "account", host: "social.example", account: "@bad" })).toBe(
    "account “@bad” at social[.]example",
  );
});
