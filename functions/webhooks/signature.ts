import { createHmac } from "node:crypto";
import { fail, ok, type Result } from "../kernel/result.ts";

/** Below it a secret could be guessed (Standard Webhooks, "Symmetric": 24 to 64 bytes). */
const leastBytes = 24;

/** `whsec_` and base64, or the base64 alone. */
const keyOf = (secret: string): Result<Buffer, string> => {
  const text = secret.trim().replace(/^whsec_/, "");
  const key = /^[A-Za-z0-9+/]+={0,2}$/.test(text) ? Buffer.from(text, "base64") : Buffer.alloc(0);
  return key.length < leastBytes ? fail("The secret is no base64 of 24 bytes or more.") : ok(key);
};

/** Prove that it is ours and of now (Standard Webhooks, "Webhook Headers" and "Signature scheme"). */
export const signedHeaders = (
  secret: string,
  { id, body, atSeconds }: { readonly id: string; readonly body: string; readonly atSeconds: number },
): Result<Readonly<Record<string, string>>, string> => {
  const key = keyOf(secret);
  if (!key.ok) return key;
  const signature = createHmac("sha256", key.value).update(`${id}.${atSeconds}.${body}`).digest("base64");
  return ok({ "webhook-id": id, "webhook-timestamp": String(atSeconds), "webhook-signature": `v1,${signature}` });
};
