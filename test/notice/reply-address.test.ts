import { expect, test } from "vitest";
import { noticeOfToken, readReplyAddress, replyAddress } from "../../functions/notice/reply-address.ts";
import { aContact, aFullCase, aNotice, keys, sentBefore } from "./a-request.ts";

const domain = "reply.dispatch.example";
const notice = aNotice();
const caseId = "TD-7K3M-9QXZ-4B2N";
const address = replyAddress({ caseId, notice }, keys, domain);

test("has a local part that mail takes", () => {
  expect(address).toMatch(/^c\.td-7k3m-9qxz-4b2n\.[a-z2-7]{10}\.k2\.[a-z2-7]{16}@reply\.dispatch\.example$/);
  expect(address.indexOf("@")).toBeLessThanOrEqual(64);
});

test("leads back to its case and notice, folded as a whole to either case", () => {
  const [local = ""] = address.split("@");
  for (const written of [
    address,
    address.toUpperCase(),
    `${local.toUpperCase()}@${domain}`,
    `${local}@${domain.toUpperCase()}`,
    `C${address.slice(1)}`,
  ]) {
    const token = readReplyAddress(written, keys, [domain]);
    expect(token?.caseId).toBe(caseId);
    expect(noticeOfToken(aFullCase("phishing", { notices: [sentBefore(), notice] }), token?.noticeToken ?? "")).toBe(
      notice,
    );
  }
});

test("names no notice of another contact, escalation level or case", () => {
  const token = readReplyAddress(address, keys, [domain])?.noticeToken ?? "";
  for (const other of [
    aNotice("first", aContact("network", { email: "noc@network.example" })),
    { ...notice, level: 1 },
    { ...notice, id: "0-first-ffffffffff" },
  ]) {
    expect(noticeOfToken(aFullCase("phishing", { notices: [other] }), token)).toBeUndefined();
  }
});

test("is still believed after its key was succeeded, and no longer when its key is gone", () => {
  const old = replyAddress({ caseId, notice }, { ...keys, current: "k1" }, domain);
  expect(readReplyAddress(old, keys, [domain])?.caseId).toBe(caseId);
  expect(readReplyAddress(old, { current: "k2", keys: { k2: keys.keys.k2 } }, [domain])).toBeUndefined();
});

test("is refused with any part of it in another case than the rest, which no folding makes", () => {
  const parts = address.slice(0, address.indexOf("@")).split(".");
  for (let at = 1; at < parts.length; at += 1) {
    const mixed = parts.map((part, index) => (index === at ? part.toUpperCase() : part)).join(".");
    expect(readReplyAddress(`${mixed}@${domain}`, keys, [domain]), mixed).toBeUndefined();
  }
});

test("is refused with any one character changed", () => {
  const local = address.slice(0, address.indexOf("@"));
  for (let at = 0; at < local.length; at += 1) {
    const changed = `${local.slice(0, at)}${local[at] === "a" ? "b" : "a"}${local.slice(at + 1)}@${domain}`;
    expect(readReplyAddress(changed, keys, [domain])).toBeUndefined();
  }
});

test.each([
  "",
  "abuse@reply.dispatch.example",
  address.replace(domain, "evil.example"),
  address.slice(1),
  `${address}, x@y.example`,
  address.replace(".k2.", ".constructor."),
  address.replace(".k2.", ".__proto__."),
  "c.".repeat(50_000),
])("is not %j", (text) => {
  expect(readReplyAddress(text.slice(0, 100_000), keys, [domain])).toBeUndefined();
});

test("cannot be made without its key", () => {
  expect(() => replyAddress({ caseId, notice }, { current: "k9", keys: keys.keys }, domain)).toThrow(
    /current reply key/,
  );
});
