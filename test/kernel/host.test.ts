import { describe, expect, it } from "vitest";
import { isPublicSuffix, registrableDomain, sharedPlatformSuffix } from "../../functions/kernel/domain.ts";
import { readHost } from "../../functions/kernel/host.ts";
import { hasKnownTld, readTargetUrl } from "../../functions/kernel/target-url.ts";

const strict = { allowReserved: false };
const samples = { allowReserved: true };
const hostOf = (text: string, rules = strict) => {
  const read = readHost(text, rules);
  return read.ok ? read.value.text : read.error.kind;
};
const urlOf = (text: string, rules = strict) => {
  const read = readTargetUrl(text, rules);
  return read.ok ? read.value.url : read.error.kind;
};

describe("a host somebody wrote", () => {
  it.each([
    ["WWW.Bad-Site.COM.", "www.bad-site.com"],
    ["bücher.de", "xn--bcher-kva.de"],
    ["8.8.8.8", "8.8.8.8"],
    ["2001:4860:4860:0:0:0:0:8888", "2001:4860:4860::8888"],
    ["[2001:4860:4860::8888]", "2001:4860:4860::8888"],
    ["::ffff:8.8.8.8", "8.8.8.8"],
    ["2002:0808:0808::1", "8.8.8.8"],
    ["64:ff9b::808:808", "8.8.8.8"],
    ["under_score.bad-site.com", "under_score.bad-site.com"],
  ])("reads %s as %s", (text, host) => expect(hostOf(text)).toBe(host));

  it.each([
    ["", "not-a-host"],
    ["0x7f.1", "numeric-form"],
    ["2130706433", "numeric-form"],
    ["010.8.8.8", "numeric-form"],
    ["127.1", "numeric-form"],
    ["８.8.8.8", "numeric-form"],
    ["fe80::1%eth0", "zone-id"],
    ["bad-site.com:8080", "not-a-host"],
    ["bad-site.com/path", "not-a-host"],
    ["evil[.]com", "not-a-host"],
    ["localhost", "special-name"],
    ["db.internal", "special-name"],
    ["a.test", "special-name"],
    ["intranethost", "single-label"],
    ["*.bad-site.com", "not-a-host"],
    ["10.1.2.3", "reserved"],
    ["100.64.0.1", "reserved"],
    ["198.18.0.1", "reserved"],
    ["240.0.0.1", "reserved"],
    ["169.254.169.254", "reserved"],
    ["192.0.2.1", "reserved"],
    ["::1", "reserved"],
    ["::127.0.0.1", "reserved"],
    ["::ffff:127.0.0.1", "reserved"],
    ["2002:7f00:1::", "reserved"],
    ["64:ff9b::a9fe:a9fe", "reserved"],
    ["64:ff9b:1::a9fe:a9fe", "reserved"],
    ["2001:0:7f00:1::", "reserved"],
    ["fc00::1", "reserved"],
    ["2001:db8::1", "reserved"],
  ])("refuses %s as %s", (text, kind) => expect(hostOf(text)).toBe(kind));

  it("says why and what to write instead", () => {
    expect(readHost("0x7f.1", strict)).toEqual({
      ok: false,
      error: {
        kind: "numeric-form",
        reason:
          "This writes an IPv4 address in octal, hexadecimal, short or disguised form; programs read it differently.",
        fix: "If you mean 127.0.0.1, write that.",
      },
    });
  });

  it.each(["192.0.2.1", "127.0.0.1", "::1", "2001:db8::1", "shop.example", "www.example.com"])(
    "admits %s for samples",
    (text) => expect(hostOf(text, samples)).toBe(text),
  );
  it.each(["10.1.2.3", "169.254.169.254", "fc00::1", "localhost", "a.internal"])(
    "does not admit %s even for samples",
    (text) => expect(readHost(text, samples).ok).toBe(false),
  );
});

it.each([
  ["HTTPS://Bad-Site.COM.:443/a?b#c", "https://bad-site.com/a?b#c"],
  ["http://bücher.de/ä b", "http://xn--bcher-kva.de/%C3%A4%20b"],
  ["http://[::ffff:8.8.8.8]:8080/", "http://8.8.8.8:8080/"],
  ["ftp://files.bad-site.com/x", "ftp://files.bad-site.com/x"],
  ["http://%62ad-site.com/", "http://bad-site.com/"],
])("a URL somebody reported reads %s as %s", (text, url) => expect(urlOf(text)).toBe(url));

it.each([
  ["javascript:alert(1)", "scheme"],
  ["data:text/html,x", "scheme"],
  ["file:///etc/passwd", "scheme"],
  ["blob:https://bad-site.com/x", "scheme"],
  ["https://user@bad-site.com/", "userinfo"],
  ["https://@bad-site.com/", "userinfo"],
  ["https://good-site.com\\.bad-site.com/", "ambiguous"],
  ["https://bad-\tsite.com/", "ambiguous"],
  ["https://bad-site.com/\u202egpj.exe", "ambiguous"],
  ["//bad-site.com/", "not-a-url"],
  ["https:bad-site.com", "not-a-url"],
  ["https:///bad-site.com", "not-a-url"],
  ["hxxps://bad-site[.]com/", "not-a-url"],
  ["https://bad-site.com:99999/", "not-a-url"],
  ["http://0177.0.0.1/", "numeric-form"],
  ["http://127。0。0。1/", "numeric-form"],
  ["http://%31%32%37.1/", "numeric-form"],
  ["http://192.168.1.1/", "reserved"],
])("a URL somebody reported refuses %s as %s", (text, kind) => expect(urlOf(text)).toBe(kind));

describe("domains of a host", () => {
  it.each([
    ["a.b.co.uk", "b.co.uk", undefined],
    ["my.community.com", "community.com", undefined],
    ["someone.github.io", "github.io", "github.io"],
    ["xn--bcher-kva.de", "xn--bcher-kva.de", undefined],
    ["co.uk", undefined, undefined],
    ["8.8.8.8", undefined, undefined],
  ])("%s: registered domain %s, platform %s", (host, domain, platform) => {
    expect([registrableDomain(host), sharedPlatformSuffix(host)]).toEqual([domain, platform]);
  });

  it("knows suffixes from domains", () => {
    expect(["com", "co.uk", "github.io", "bad-site.com"].map(isPublicSuffix)).toEqual([true, true, true, false]);
    expect([hasKnownTld("a.com"), hasKnownTld("a.nosuch")]).toEqual([true, false]);
  });
});

it("reads an international address the ten-thousandth time as it does the first", () => {
  const read = Array.from({ length: 10_000 }, () => urlOf("https://bücher.de/é"));
  expect([...new Set(read)]).toEqual(["https://xn--bcher-kva.de/%C3%A9"]);
});
