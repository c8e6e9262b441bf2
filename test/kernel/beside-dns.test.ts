import * as tldts from "tldts";
import { expect, test } from "vitest";
import { nameSystemOf, nameSystems } from "../../functions/kernel/beside-dns.ts";
import { readHost } from "../../functions/kernel/host.ts";
import { checkUrl } from "../../functions/kernel/look-up-url.ts";
import { readTargetUrl } from "../../functions/kernel/target-url.ts";

const strict = { allowReserved: false };
const labels = nameSystems.flatMap(({ lastLabels }) => lastLabels);

test("no name system's last label is one of the root zone's", () => {
  // RFC 7686 has .onion stand in the list of public suffixes, and in no zone.
  const known = labels.filter((label) => tldts.parse(`name.${label}`).isIcann);
  expect(known).toEqual(["onion"]);
  expect(new Set(labels).size).toBe(labels.length);
});

test.each(labels.map((label) => [`page.${label}`]))("%s can be reported, as a host and in a URL", (name) => {
  expect(readHost(name.toUpperCase(), strict)).toEqual({ ok: true, value: { kind: "name", text: name } });
  expect(readTargetUrl(`http://sub.${name}/x`, strict)).toMatchObject({
    ok: true,
    value: { host: { text: `sub.${name}` } },
  });
});

test.each([["shop.com"], ["onion.bad-site.com"], ["a.onion.ly"], ["eth"], ["192.0.2.1"], ["2001:db8::1"]])(
  "%s is a matter of DNS",
  (host) => {
    expect(nameSystemOf(host)).toBeUndefined();
  },
);

test("no look-up is led to a name that is none of DNS", () => {
  expect(checkUrl("https://rdap.registry.onion/domain/x")).toMatchObject({ allow: false });
});
