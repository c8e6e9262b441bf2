import { describe, expect, it } from "vitest";
import { readMailbox } from "../../functions/kernel/mailbox.ts";
import { fixture } from "../support/fixture.ts";

describe("a mailbox", () => {
  it.each([
    [" abuse@host.example\t", "abuse@host.example"],
    ["abuse+tag@xn--bcher-kva.example", "abuse+tag@xn--bcher-kva.example"],
    ["a.b-c_d@a2-hosting.example", "a.b-c_d@a2-hosting.example"],
  ])("%s is read as %s", (text, normalized) => expect(readMailbox(text)).toEqual({ ok: true, value: normalized }));

  it.each([
    "abuse@host.example\u2028x@third.example",
    "abuse@host.example,x@third.example",
    '"abuse@host.example" <x@third.example>',
    "x@third.example(abuse@host.example)",
    "third.example!x@host.example",
    "-oQ@host.example",
    "a.@host.example",
    "abuse@host",
    "abuse@host..example",
    "abuse@8.8.8.8",
    "abuse@[8.8.8.8]",
    "abuse@xn--a.example",
    "abuse@host.internal",
    "abuse＠host.example",
    "no-reply@host.example",
    "noreply-abuse@host.example",
    "hostmaster@ripe.net",
    `${"a".repeat(65)}@host.example`,
    `a@${"a.".repeat(130)}example`,
  ])("%j is refused", (text) => expect(readMailbox(text).ok).toBe(false));

  it("says why", () =>
    expect(readMailbox("https://host.example/abuse")).toEqual({
      ok: false,
      error: { reason: "This is a web address, not a mailbox." },
    }));

  it("reads megabytes of anything within the test's time, which work by the square of them would outlast", () => {
    for (const text of [
      "a.".repeat(500_000),
      `${" ".repeat(1_000_000)}a@b.example`,
      `a@${"a-".repeat(500_000)}`,
      "@".repeat(1_000_000),
    ]) {
      expect(readMailbox(text)).toBeDefined();
    }
  });
});

describe("the hostile addresses", () => {
  const rows: readonly { value: string; expect: "accept" | "reject"; normalized?: string }[] = JSON.parse(
    fixture("attack/hostile-addresses.json"),
  );
  it.each(rows)("$value: $expect", (row) => {
    const read = readMailbox(row.value);
    expect(
      read.ok ? { expect: "accept", normalized: read.value } : { expect: "reject", normalized: undefined },
    ).toEqual({ expect: row.expect, normalized: row.normalized });
  });
});

describe("addresses that isemail calls wrong", () => {
  const rows: readonly { readonly id: number; readonly address: string; readonly diagnosis: string }[] = JSON.parse(
    fixture("isemail/errors.json"),
  );
  // A registry's own mailbox is refused whatever else is wrong with it, so another host takes its
  // place. A name's closing dot is the root's (RFC 1034 §3.1), and is left out.
  const addresses = rows
    .filter(({ id }) => id !== 35)
    .map((row) => ({ ...row, address: row.address.replaceAll("iana.org", "host.example") }));

  it.each(addresses)("$id $address ($diagnosis) is refused", ({ address }) =>
    expect(readMailbox(address).ok).toBe(false),
  );
});
