import { createHash, randomUUID } from "node:crypto";
import { type Context, Hono } from "hono";
import { exportJWK, generateKeyPair, type JWTHeaderParameters, type JWTPayload, SignJWT, UnsecuredJWT } from "jose";

/** By what an OIDC provider knows the console. */
export type OidcClient = { readonly id: string; readonly secret: string };

/** How a token is spoilt: other claims, signed by a key that is not the provider's, or by none. */
export type Spoilt = {
  readonly claims?: JWTPayload;
  readonly by?: "another key" | "nobody";
  readonly text?: (token: string) => string;
};

/** What a code was given for. */
type Grant = { readonly nonce: string; readonly challenge: string; readonly redirectUri: string };

/** OpenID Connect Discovery §3. */
const discovery = (issuer: string) => ({
  issuer,
  authorization_endpoint: `${issuer}/authorize`,
  token_endpoint: `${issuer}/token`,
  jwks_uri: `${issuer}/keys`,
  end_session_endpoint: `${issuer}/sign-out`,
  response_types_supported: ["code"],
  subject_types_supported: ["public"],
  id_token_signing_alg_values_supported: ["RS256", "none"],
  authorization_response_iss_parameter_supported: true,
});

/** The authorization endpoint: signs in without asking, and gives a code. */
const authorize = (context: Context, issuer: string, client: OidcClient, codes: Map<string, Grant>) => {
  const asks = context.req.query();
  const lacks = ["state", "nonce", "code_challenge", "redirect_uri"].filter((name) => !asks[name]);
  if (
    lacks.length > 0 ||
    asks.code_challenge_method !== "S256" ||
    asks.client_id !== client.id ||
    asks.response_type !== "code"
  )
    return context.text(`A careless client: ${lacks}`, 400);
  const code = randomUUID();
  codes.set(code, {
    nonce: asks.nonce ?? "",
    challenge: asks.code_challenge ?? "",
    redirectUri: asks.redirect_uri ?? "",
  });
  const back = new URL(asks.redirect_uri ?? "");
  for (const [name, value] of Object.entries({ code, state: asks.state ?? "", iss: issuer }))
    back.searchParams.set(name, value);
  return context.redirect(back.href);
};

/** The token endpoint's request: the grant of its code, or what is wrong with it. */
const grantFor = async (context: Context, client: OidcClient, codes: Map<string, Grant>): Promise<Grant | Response> => {
  const form = new URLSearchParams(await context.req.text());
  const basic = Buffer.from((context.req.header("authorization") ?? "").replace("Basic ", ""), "base64").toString();
  const [id, secret] = basic.split(":").map((part) => decodeURIComponent(part.replaceAll("+", " ")));
  if (id !== client.id || secret !== client.secret)
    // RFC 6749 §5.2: with the scheme that the client used.
    return context.json({ error: "invalid_client" }, 401, { "WWW-Authenticate": 'Basic realm="clients"' });
  const grant = codes.get(form.get("code") ?? "");
  codes.delete(form.get("code") ?? "");
  const challenge = createHash("sha256")
    .update(form.get("code_verifier") ?? "")
    .digest("base64url");
  if (!grant || grant.challenge !== challenge || grant.redirectUri !== form.get("redirect_uri"))
    return context.json({ error: "invalid_grant" }, 400);
  return grant;
};

/**
 * An OIDC provider with keys of its own, as routes for a server that stands at `issuer`. Asks for
 * PKCE (S256), state, nonce, client and secret, takes a code once, and signs in whoever `knows`
 * says without asking.
 */
export const oidcProviderRoutes = async (issuer: string, client: OidcClient) => {
  const [own, foreign] = await Promise.all([generateKeyPair("RS256"), generateKeyPair("RS256")]);
  const jwk = { ...(await exportJWK(own.publicKey)), kid: "k1", alg: "RS256", use: "sig" };
  const codes = new Map<string, Grant>();
  let person: JWTPayload = {};
  let spoilt: Spoilt = {};
  let asked = 0;

  const tokenFor = (nonce: string): Promise<string> | string => {
    const now = Math.floor(Date.now() / 1000);
    const claims = { iss: issuer, aud: client.id, iat: now, exp: now + 300, nonce, ...person, ...spoilt.claims };
    if (spoilt.by === "nobody") return new UnsecuredJWT(claims).encode();
    const header: JWTHeaderParameters = { alg: "RS256", kid: "k1" };
    return new SignJWT(claims)
      .setProtectedHeader(header)
      .sign(spoilt.by === "another key" ? foreign.privateKey : own.privateKey);
  };

  const app = new Hono();
  app.get("/.well-known/openid-configuration", (context) => context.json(discovery(issuer)));
  app.get("/keys", (context) => context.json({ keys: [jwk] }));
  app.get("/authorize", (context) => authorize(context, issuer, client, codes));
  app.get("/sign-out", (context) => context.text("Signed out at the provider."));
  app.post("/token", async (context) => {
    asked += 1;
    const grant = await grantFor(context, client, codes);
    if (grant instanceof Response) return grant;
    const token = await tokenFor(grant.nonce);
    return context.json({
      access_token: "opaque",
      token_type: "bearer",
      expires_in: 300,
      id_token: spoilt.text?.(token) ?? token,
    });
  });

  return {
    app,
    /** How often a code was brought for a token. */
    asked: () => asked,
    knows: (claims: JWTPayload) => {
      person = claims;
    },
    spoils: (how: Spoilt) => {
      spoilt = how;
    },
  };
};
