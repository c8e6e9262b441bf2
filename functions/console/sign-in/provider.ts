import type { Result } from "../../kernel/result.ts";
import type { Claims } from "./session.ts";

/** What a browser takes to the provider and must come back with. */
export type Begun = { readonly state: string; readonly nonce: string; readonly codeVerifier: string };

export type NotBelieved =
  /** The provider did not answer, or not as a provider does. Retry later. */
  | { readonly kind: "silent"; readonly code: string }
  /** The provider refused the person, or us as its client. */
  | { readonly kind: "refused"; readonly code: string }
  /** State, nonce, signature, issuer, audience or time is wrong. Nobody is signed in by it. */
  | { readonly kind: "wrong"; readonly code: string };

/** The operator's OIDC provider. Network: the provider's own endpoints. */
export type Provider = {
  /** Where to send the browser, and what to believe its return by. */
  readonly begin: () => Promise<Result<Begun & { readonly address: string }, NotBelieved>>;
  /** Exchanges the return's `?code=…&state=…` for the person's claims. A code works once. */
  readonly finish: (search: string, begun: Begun) => Promise<Result<Claims, NotBelieved>>;
  /** The provider's sign-out page, if it has one and can be asked. */
  readonly signOutAddress: () => Promise<string | undefined>;
};
