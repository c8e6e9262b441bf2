import * as oidc from "openid-client";
import type { NotBelieved, Provider } from "../console/sign-in/provider.ts";
import { fail, ok, type Result } from "../kernel/result.ts";
import type { SignInSettings } from "../kernel/settings.ts";
import { kept } from "./kept.ts";

export type OidcProviderGiven = {
  readonly rules: SignInSettings;
  /** Our client secret at the provider. */
  readonly clientSecret: () => Promise<string>;
  /** Origin of the console that browsers open, as registered at the provider: `https://…`. */
  readonly origin: string;
  readonly nowMs: () => number;
  /** The tests' provider stands elsewhere. */
  readonly fetch?: typeof fetch;
};

/** A person waits. The function's timeout is three times this. */
const timeoutSeconds = 5;
/** Endpoints change in years, and keys are looked up again by themselves. */
const endpointsForMs = 60 * 60_000;

/**
 * The operator's OIDC provider, by `openid-client`. An ID token is valid when its signature is by a
 * key of the provider's and issuer, audience, nonce and times are right (OpenID Connect Core
 * §3.1.3.7). The specification allows skipping the signature of a token that comes straight from
 * the provider. We do not.
 */
export const oidcProvider = ({
  rules,
  clientSecret,
  origin,
  nowMs,
  fetch: ask = fetch,
}: OidcProviderGiven): Provider => {
  const redirectUri = `${origin}/sign-in/return`;
  const provider = kept(
    () =>
      oidc.discovery(new URL(rules.issuer), rules.clientId, {}, authentication(clientSecret), {
        execute: [oidc.enableNonRepudiationChecks],
        timeout: timeoutSeconds,
        [oidc.customFetch]: (url, options) => ask(url, { ...options, body: options.body ?? null }),
      }),
    { forMs: endpointsForMs, nowMs },
  );
  return {
    begin: () =>
      believed(async () => {
        const [state, nonce, codeVerifier] = [oidc.randomState(), oidc.randomNonce(), oidc.randomPKCECodeVerifier()];
        const address = oidc.buildAuthorizationUrl(await provider(), {
          redirect_uri: redirectUri,
          scope: rules.scopes.join(" "),
          state,
          nonce,
          code_challenge: await oidc.calculatePKCECodeChallenge(codeVerifier),
          code_challenge_method: "S256",
        });
        return { address: address.href, state, nonce, codeVerifier };
      }),
    finish: (search, { state, nonce, codeVerifier }) =>
      believed(async () => {
        const checks = { expectedState: state, expectedNonce: nonce, pkceCodeVerifier: codeVerifier };
        const tokens = await oidc.authorizationCodeGrant(await provider(), new URL(`${redirectUri}${search}`), checks);
        const claims = tokens.claims();
        // OpenID Connect Core §2: at most 255 characters of ASCII. Names the person in the history.
        if (!claims || !/^[\x20-\x7e]{1,255}$/.test(claims.sub)) throw new oidc.ClientError("a sub that names nobody");
        return claims;
      }),
    signOutAddress: async () => {
      const found = await believed(async () => {
        const { end_session_endpoint } = (await provider()).serverMetadata();
        return end_session_endpoint ? oidc.buildEndSessionUrl(await provider(), {}).href : undefined;
      });
      return found.ok ? found.value : undefined;
    },
  };
};

/** `client_secret_basic` by default (OpenID Connect Discovery §3). */
const authentication =
  (secret: () => Promise<string>): oidc.ClientAuth =>
  async (as, ...request) => {
    const by = as.token_endpoint_auth_methods_supported?.includes("client_secret_post")
      ? oidc.ClientSecretPost
      : oidc.ClientSecretBasic;
    return by(await secret())(as, ...request);
  };

/** Sorts the library's errors by what the person can do about them. Others are rethrown. */
const believed = async <T>(ask: () => Promise<T>): Promise<Result<T, NotBelieved>> => {
  try {
    return ok(await ask());
  } catch (error) {
    if (error instanceof oidc.AuthorizationResponseError || error instanceof oidc.ResponseBodyError)
      return fail({ kind: "refused", code: plain(error.error) });
    // A challenge is how a provider refuses an unknown client (RFC 6749 §5.2). The library leaves its body unread.
    if (error instanceof oidc.WWWAuthenticateChallengeError) return fail({ kind: "refused", code: "invalid_client" });
    if (error instanceof oidc.ClientError) {
      const isSilent = [
        "OAUTH_TIMEOUT",
        "OAUTH_ABORT",
        "OAUTH_RESPONSE_IS_NOT_CONFORM",
        "OAUTH_RESPONSE_IS_NOT_JSON",
      ].includes(error.code ?? "");
      return fail({ kind: isSilent ? "silent" : "wrong", code: error.code ?? "none" });
    }
    // What `fetch` throws without a connection (Fetch §5.6).
    if (error instanceof TypeError && error.message === "fetch failed")
      return fail({ kind: "silent", code: "no-connection" });
    throw error;
  }
};

/** Keeps anything but a code of RFC 6749 and its kin out of our log and the page. */
const plain = (code: string): string => (/^[a-z_]{1,60}$/.test(code) ? code : "an unknown code");
