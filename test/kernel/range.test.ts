import { describe, expect, it } from "vitest";
import { holdsAddress } from "../../functions/contact/prefix.ts";
import { readDeskMatch } from "../../functions/kernel/desk-match.ts";
import { holds, readRange } from "../../functions/kernel/range.ts";

describe("ranges as registries write them", () => {
  it.each([
    ["192.0.2.0 - 192.0.2.255", "192.0.2.7", "192.0.3.0"],
    ["192.0.2.0/24", "192.0.2.255", "192.0.1.255"],
    ["192.0.2/24", "192.0.2.1", "192.0.3.1"],
    ["192.0.2.16 – 192.0.2.31", "192.0.2.16", "192.0.2.32"],
    ["203.0.113.0 - 203.0.113.255 (/24)", "203.0.113.9", "203.0.112.255"],
    ["2001:DB8:: - 2001:DB8:FFFF:FFFF:FFFF:FFFF:FFFF:FFFF", "2001:db8::1", "2001:db9::1"],
    ["2001:db8::/32", "2001:db8:1::", "192.0.2.1"],
    // ipaddr.js reads 057 as octal 47.
    ["108.057.000.000 - 108.057.255.255", "108.57.1.1", "108.47.1.1"],
    ["010.008.009.000/24", "10.8.9.1", "8.8.9.1"],
  ])("%s holds %s and not %s", (range, inside, outside) =>
    expect([holdsAddress(range, inside), holdsAddress(range, outside)]).toEqual([true, false]),
  );

  it.each([
    "",
    "AS64500",
    "192.0.2.0 - 192.0.1.0",
    "192.0.2.0/33",
    "192.0.2.0 - 2001:db8::",
    "0x7f.1",
    "192.0.2.256",
    "2001:db8::/129",
    "EXAMPLE-NET",
  ])("%j is none", (text) => expect(readRange(text)).toBeUndefined());
});

describe("ranges as an operator writes them", () => {
  const inRange = (line: string, address: string): boolean => {
    const match = readDeskMatch(line);
    return match.kind === "range" && holds(match.range, address);
  };
  // A reported host at such an address is looked up, and stands in the case, as the IPv4 address
  // that it wraps.
  it.each([
    ["::ffff:192.0.2.0/120", "192.0.2.255", "192.0.3.0"],
    ["::ffff:c000:200/120", "192.0.2.1", "192.0.1.255"],
    ["::FFFF:192.0.2.7", "192.0.2.7", "192.0.2.8"],
    ["64:ff9b::192.0.2.0/120", "192.0.2.1", "192.0.3.1"],
    ["2002:c000:200::/40", "192.0.2.1", "192.0.3.1"],
    ["2002:c000:207::/48", "192.0.2.7", "192.0.2.8"],
    ["2002:c000:207:1::/64", "192.0.2.7", "192.0.2.8"],
    ["192.0.2.0/24", "192.0.2.1", "192.0.3.1"],
    ["2001:db8::/32", "2001:db8::1", "192.0.2.1"],
  ])("%s holds %s and not %s", (line, inside, outside) =>
    expect([inRange(line, inside), inRange(line, outside)]).toEqual([true, false]),
  );

  it.each(["::ffff:0:0/96", "64:ff9b::/96", "2002::/16", "::/0"])(
    "%s, which holds the wrapping itself, is not all of IPv4",
    (line) => {
      expect(inRange(line, "192.0.2.1")).toBe(false);
    },
  );
});
