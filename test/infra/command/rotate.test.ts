import { expect, test } from "vitest";
import { replyKeyName } from "../../../functions/notice/reply-address.ts";
import { readNamedKeys } from "../../../functions/store/table/named-keys.ts";
import { rotated, type SecretAt } from "../../../infra/command/rotate.ts";

const old = "a key of at least sixteen";
const made = "another of at least sixteen";
const newKey = () => made;

const aSecret = (text: string) => {
  const written: string[] = [];
  const at: SecretAt = {
    read: async () => written.at(-1) ?? text,
    write: async (next) => void written.push(next),
  };
  return { at, written };
};
const two = JSON.stringify({ current: "k1", k1: old });

test.each(["master", "reply"] as const)(
  "a rotation of the %s keys adds one, names it current, keeps the old",
  async (what) => {
    const { at, written } = aSecret(two);
    const { current, lines } = await rotated(what, at, { newKey });
    expect(written.map((text) => JSON.parse(text))).toEqual([{ current: "k2", k1: old, k2: made }]);
    expect(current).toBe("k2");
    expect(lines.join(" ")).not.toContain(old);
    expect(lines.join(" ")).not.toContain(made);
  },
);

test("a key that it makes is as Secrets Manager makes the first, and its name stands in an address", async () => {
  const { at, written } = aSecret(two);
  await rotated("reply", at);
  const { current, keys } = readNamedKeys(written[0] ?? "", replyKeyName);
  expect(keys[current]).toMatch(/^[A-Za-z0-9]{64}$/);
});

test("a name is never given twice, as its key has sealed", async () => {
  const { at, written } = aSecret(JSON.stringify({ current: "k7", k7: old, other: made }));
  await rotated("master", at, { newKey });
  expect(JSON.parse(written[0] ?? "")).toMatchObject({ current: "k8" });
});

test.each([
  ["not JSON", "no", "not of the form"],
  ["without its current key", JSON.stringify({ current: "k2", k1: old }), "does not hold"],
  ["with a name that no address takes", JSON.stringify({ current: "K2", K2: old }), "can't be used here"],
])("a secret %s is not written to, and the cause is said", async (_, text, says) => {
  const { at, written } = aSecret(text);
  await expect(rotated("reply", at, { newKey })).rejects.toThrow(says);
  expect(written).toEqual([]);
});

test("two who rotate at the same moment are told", async () => {
  const { at } = aSecret(two);
  const other = {
    ...at,
    write: async () => at.write(JSON.stringify({ current: "k2", k1: old, k2: "somebody else's key" })),
  };
  await expect(rotated("master", other, { newKey })).rejects.toThrow("somebody else writes it, too");
});

test("a look says which keys there are by their fingerprints, and writes nothing", async () => {
  const { at, written } = aSecret(two);
  const { keys, lines } = await rotated("master", at, { check: true });
  expect(Object.keys(keys)).toEqual(["k1"]);
  expect([lines.join(), written]).toEqual([expect.stringMatching(/^k1 +fingerprint [0-9a-f]{16} {2}current$/), []]);
});

test("the seal of sessions is written anew as a whole", async () => {
  const { at, written } = aSecret("the seal of before");
  await rotated("session", at, { newKey });
  expect(written).toEqual([made]);
});
