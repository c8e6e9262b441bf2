import { createHash } from "node:crypto";
import { EncryptJWT, errors, jwtDecrypt } from "jose";
import type { Seals } from "../console/sign-in/session.ts";
import type { Clock } from "../kernel/instant.ts";

const encoding = { alg: "dir", enc: "A256GCM" } as const;

/**
 * Authenticated encryption (AES-256-GCM, RFC 7516) with a key made of the session secret. The use is the seal's
 * audience, so that a sign-in under way can't pass for a session. Throws when the secret can't be read.
 */
export const sealedCookies = (secret: () => Promise<string>, clock: Clock): Seals => {
  // The secret is 64 random letters and digits: a hash makes 32 bytes of it, without stretching.
  const key = async () =>
    createHash("sha256")
      .update(await secret())
      .digest();
  return {
    seal: async (use, content, seconds) => {
      const now = new Date(clock.now());
      const until = new Date(now.getTime() + seconds * 1000);
      return new EncryptJWT({ content })
        .setProtectedHeader(encoding)
        .setAudience(use)
        .setExpirationTime(until)
        .encrypt(await key());
    },
    open: async (use, sealed) => {
      try {
        const { payload } = await jwtDecrypt(sealed, await key(), {
          audience: use,
          currentDate: new Date(clock.now()),
          requiredClaims: ["exp"],
          keyManagementAlgorithms: [encoding.alg],
          contentEncryptionAlgorithms: [encoding.enc],
        });
        return payload.content;
      } catch (error) {
        // Forged, expired, for another use, or sealed with an older key: nobody is signed in.
        if (error instanceof errors.JOSEError) return undefined;
        throw error;
      }
    },
  };
};
