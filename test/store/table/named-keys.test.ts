import type { SecretsManagerClient } from "@aws-sdk/client-secrets-manager";
import { expect, test } from "vitest";
import { namedKeysFrom } from "../../../functions/store/table/named-keys.ts";

const first = { current: "k1", k1: "a key of at least sixteen" };
const rotated = { ...first, current: "k2", k2: "another of at least sixteen" };
const asRead = { current: "k2", keys: { k1: rotated.k1, k2: rotated.k2 } };

/** A secret that reads as given, once after the other, and then as the last. */
const aSecret = (...texts: readonly (object | "fails")[]) => {
  let asked = 0;
  let nowMs = 0;
  const send = async () => {
    const text = texts[Math.min(asked++, texts.length - 1)];
    if (text === "fails") throw new Error("throttled");
    return { SecretString: JSON.stringify(text) };
  };
  return {
    keysOf: namedKeysFrom({ send } as unknown as SecretsManagerClient, "secret", {
      nowMs: () => nowMs,
      named: /^[a-z0-9]{1,8}$/,
    }),
    asked: () => asked,
    pass: (ms: number) => {
      nowMs += ms;
    },
  };
};

test("a secret is read once, however many ask at the same time and later", async () => {
  const { keysOf, asked } = aSecret(rotated);
  expect(await Promise.all([keysOf(), keysOf(), keysOf("k1")])).toEqual([asRead, asRead, asRead]);
  expect(await keysOf()).toEqual(asRead);
  expect(asked()).toBe(1);
});

test("a key that was added since is found by the secret being read again", async () => {
  const { keysOf, asked, pass } = aSecret(first, rotated);
  expect((await keysOf()).current).toBe("k1");
  pass(60_000);
  expect(await keysOf("k2")).toEqual(asRead);
  expect(await keysOf()).toEqual(asRead);
  expect(asked()).toBe(2);
});

test("keys that strangers invent have it read once a minute at most", async () => {
  const { keysOf, asked, pass } = aSecret(first);
  for (let second = 0; second < 180; second++) {
    expect((await keysOf(`x${second}`)).current).toBe("k1");
    pass(1_000);
  }
  expect(asked()).toBe(3);
});

test("a read that failed is not remembered", async () => {
  const { keysOf } = aSecret("fails", first);
  await expect(keysOf()).rejects.toMatchObject({ name: "KeysUnusable", why: "silent" });
  expect((await keysOf()).current).toBe("k1");
});

test.each([
  ["whose current key is not there", { ...first, current: "k2" }, "no-current"],
  ["with a key that is too short to be one", { ...first, k1: "short" }, "wrong-form"],
  ["that is none of ours", {}, "wrong-form"],
  [
    "whose current key has a name that can't stand in an address",
    { ...first, current: "K-2", "K-2": first.k1 },
    "wrong-name",
  ],
])("a secret %s is refused, and the cause is named", async (_, secret, why) => {
  await expect(aSecret(secret).keysOf()).rejects.toMatchObject({ name: "KeysUnusable", why });
});

test("a key of a name that can't be used is left out, and the others are used", async () => {
  expect(await aSecret({ ...first, "K-2": "another of at least sixteen" }).keysOf()).toEqual({
    current: "k1",
    keys: { k1: first.k1 },
  });
});

test.each([
  ["ResourceNotFoundException", "gone"],
  ["InvalidRequestException", "gone"],
  ["AccessDeniedException", "refused"],
  ["DecryptionFailure", "refused"],
  ["TimeoutError", "silent"],
])("%s of Secrets Manager is told as %s", async (name, why) => {
  const send = async () => {
    throw Object.assign(new Error("no"), { name });
  };
  const keysOf = namedKeysFrom({ send } as unknown as SecretsManagerClient, "secret");
  await expect(keysOf()).rejects.toMatchObject({ name: "KeysUnusable", why });
});

test("what was read is proven before it is used, and read anew where it was not", async () => {
  let proves = 0;
  const send = async () => ({ SecretString: JSON.stringify(first) });
  const keysOf = namedKeysFrom({ send } as unknown as SecretsManagerClient, "secret", {
    prove: async () => {
      if (proves++ === 0) throw new Error("not the one");
    },
  });
  await expect(keysOf()).rejects.toThrow("not the one");
  expect((await keysOf()).current).toBe("k1");
});
