import { describe, expect, it } from "vitest";
import { holdsAddress } from "../../functions/contact/prefix.ts";
import { readRange } from "../../functions/kernel/range.ts";

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
  ])("%s holds %s and not %s", (range, inside, outside) => expect([holdsAddress(range, inside), holdsAddress(range, outside)]).toEqual([true, false]));

  it.each(["", "AS64500", "192.0.2.0 - 192.0.1.0", "192.0.2.0/33", "192.0.2.0 - 2001:db8::", "0x7f.1", "192.0.2.256", "2001:db8::/129", "EXAMPLE-NET"])(
    "%j is none",
    (text) => expect(readRange(text)).toBeUndefined(),
  );
});
