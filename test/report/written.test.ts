import { describe, expect, test } from "vitest";
import { readWritten } from "../../functions/report/written.ts";
import type { WrittenIn } from "../../functions/report/written-checks.ts";
import type { Written } from "../../functions/report/written-fields.ts";
import { sayProblem } from "../../functions/report/written-words.ts";

const rules = { allowReserved: true, reporters: [{ id: "hotline", contact: "desk@hotline.example" }] };
const now = "2026-11-24T10:00:00.000Z";
const good: Written = {
  reporter: "hotline",
  category: "phishing",
  address: "https://bad.example/x",
  seenAt: "2026-11-24T08:00",
};
const saidOf = (written: Written, writtenIn: WrittenIn = "form") => {
  const read = readWritten({ ...good, ...written }, { rules, now, idsBegin: "test", writtenIn });
  return read.ok ? [] : read.error.map(sayProblem);
};

describe("what is wrong with a report that a person wrote", () => {
  test.each<[string, Written, RegExp]>([
    ["no address", { address: "" }, /^URL or host: enter a URL or a host\. An account or a peer has/],
    [
      "an address and an account",
      { service: "t.me", account: "@x" },
      /^URL or host: an address, an account .* exactly one/,
    ],
    ["no category", { category: "" }, /^Category: choose from the list\.$/],
    ["a category that is none", { category: "phising" }, /^Category: there is no such category\. Choose/],
    [
      "a mailbox",
      { address: "bad@mail.example" },
      /^URL or host: this is a mail address, .* “Service of the account” is .* “Account name” is/,
    ],
    [
      "a first sighting after the last",
      { seenAt: "2026-11-24T08:00", firstSeenAt: "2026-11-24T09:00" },
      /^First seen: it is after “Last seen”\. Write when .* as “First seen”, and .* as “Last seen”\.$/,
    ],
    [
      "evidence of a name that is none",
      { more: '{"a":1}' },
      /^Further .*: there is no field “a”\. .* hashes, .*lureType/,
    ],
    ["evidence of a name of signs", { more: '{"\\u202ea<":1}' }, /no field “\?a\?”/],
    [
      "evidence of a wrong value",
      { more: '{"hashes":["x"]}' },
      /: “hashes\.0” is not right\. It has to be algorithm:value/,
    ],
    [
      "an account without a name",
      { address: "", service: "t.me" },
      /^Account name: it is empty\. Write its name there, like @name\.$/,
    ],
    ["a label that could be an address", { labels: "acme, bad.example" }, /^Labels: .*1 to 40 letters/],
    ["four labels", { labels: "a,b;c,d" }, /^Labels: it has to be at most 3 entries/],
    [
      "a link that could hold another address",
      { links: "https://urlscan.io/result/a1/\nhttps://urlscan.io/?u=https://bad.example/" },
      /^Evidence links: .*https:\/\/urlscan\.io\/result\/UUID\//,
    ],
    ["a peer's port in words", { address: "", peer: "192.0.2.7", port: "x" }, /^Peer port: .* from 1 to 65535\.$/],
    [
      "a moment that is none",
      { seenAt: "yesterday" },
      /^Last seen: it has to be a moment .* UTC, like 2026-11-24 10:00\.$/,
    ],
    ["no last sighting", { seenAt: " " }, /^Last seen: write when it was last seen there, in UTC\.$/],
    [
      "a peer without a last sighting",
      { address: "", peer: "192.0.2.7", port: "6881", seenAt: "" },
      /^Last seen: write when it was last seen there, in UTC\.$/,
    ],
    ["nobody who reports it", { reporter: "" }, /^Reporter: .* Name who reports it\.$/],
    [
      "a swarm",
      { address: `magnet:?xt=urn:btih:${"0".repeat(40)}` },
      /Report each peer that was seen as a peer .* “Further evidence, as JSON” \(hashes\)/,
    ],
    [
      "two addresses",
      { address: "hxxps://a[.]example/ hxxps://b.example/" },
      /^URL or host: it contains a space: write one address a line\. .* write %20\.$/,
    ],
  ])("%s is said by the field's name, and with the fix", (_, written, says) => {
    const said = saidOf(written);
    expect(said).toEqual([expect.stringMatching(says)]);
    expect(said.join()).not.toMatch(/target\.|evidence\.|seenAt|report\.schema|csem/);
  });

  test("names a column and its values where it was a file", () => {
    expect(saidOf({ category: "", address: "", seenAt: "", reporter: " " }, "file")).toEqual([
      expect.stringMatching(/^URL or host: the row names none\. Fill .* column "url"/),
      expect.stringMatching(/^Category: missing\. Write one of csam, .* in the column "category"\.$/),
      expect.stringMatching(/^Last seen: missing\. Add it in the column "last seen", like 2026-11-24 10:00/),
      expect.stringMatching(/^Reporter: missing\. Add it in the column "reporter", or choose one for all/),
    ]);
  });

  test("names the value of a moment or a category in a file, where many rows have theirs", () => {
    expect(saidOf({ seenAt: "01.12.2026 09:00\u202e", category: "phising" }, "file")).toEqual([
      expect.stringMatching(/^Category: there is no such category\. .* It says “phising”\.$/),
      expect.stringMatching(/^Last seen: it has to be a moment .* It says “01\.12\.2026 09:00\\u202e”\.$/i),
    ]);
    expect(saidOf({ category: "https://bad.example/x or bad.example" }, "file").join()).not.toMatch(
      /bad\.example|http:/,
    );
    expect(saidOf({ seenAt: "x".repeat(900) }, "file").join()).toMatch(/It says “x{60}…”\.$/);
  });

  test.each([
    " https://bad.example/a%20b ",
    "bad (dot) example",
    "hxxps://bad [.] example/x",
    "<URL: https://bad.example/x>",
  ])("is nothing where spaces stand around an address or belong to how it is defanged: %s", (address) =>
    expect(saidOf({ address })).toEqual([]),
  );
});

test("what was entered twice counts once, on whatever day, and what was seen again is another report", () => {
  const numberAt = (at: string, written: Written) => {
    const read = readWritten({ ...good, ...written }, { rules, now: at, idsBegin: "test", writtenIn: "file" });
    return read.ok ? read.value.report.reportId : read.error;
  };
  for (const of of [{}, { address: "", peer: "192.0.2.7", port: "6881" }]) {
    expect(numberAt("2026-11-25T10:00:00.000Z", of)).toEqual(numberAt(now, of));
    expect(numberAt(now, { ...of, seenAt: "2026-11-24T09:00" })).not.toEqual(numberAt(now, of));
  }
});

test.each([
  ["2026-11-24T09:00Z", "2026-11-24T09:00:00Z"],
  ["2026-11-24 09:00Z", "2026-11-24T09:00:00Z"],
  ["2026-11-24T09:00+01:00", "2026-11-24T09:00:00+01:00"],
  ["2026-11-24T09:00:30.5+0100", "2026-11-24T09:00:30.5+01:00"],
  ["2026-11-24 09:00", "2026-11-24T09:00:00Z"],
  ["2026-11-24T09:00:30", "2026-11-24T09:00:30Z"],
  ["2026-11-24", "2026-11-24T00:00:00Z"],
])("a moment that is written as %s is %s", (seenAt, moment) => {
  const read = readWritten({ ...good, seenAt }, { rules, now, idsBegin: "test", writtenIn: "file" });
  expect(read.ok && JSON.parse(read.value.body)).toMatchObject({ seenAt: moment });
});
