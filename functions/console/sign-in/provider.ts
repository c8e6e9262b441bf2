import type { Result } from "../../kernel/result.ts";
import type { Claims } from "./session.ts";

/** What a browser takes to the provider and must come back with. */
export type Begun = { readonly state: string; readonly nonce: string; readonly codeVerifier: string };

export type NotBelieved =
  /** The provider did not answer, or not as a provider does. Later may help. */
  | { readonly kind: "silent"; readonly code: string }
  /** The provider said no: to the person, or to us as its client. */
  | { readonly kind: "refused"; readonly code: string }
  /**
   * What came back is not what was asked for: state, nonce, signature, issuer, audience or time.
   * Nobody is signed in by it.
   */
  | { readonly kind: "wrong"; readonly code: string };

/** The operator's OIDC provider. Network: the provider's own endpoints. */
export type Provider = {
  /** The address to send the browser to, and what to believe its return by. */
  readonly begin: () => Promise<Result<Begun & { readonly address: string }, NotBelieved>>;
  /**
   * Exchanges the code of the browser's return, `?code=…&state=…`, for what the provider says of
   * the person. A code works once.
   */
  readonly finish: (search: string, begun: Begun) => Promise<Result<Claims, NotBelieved>>;
  /** Where a person signs out at the provider, if it has such a page and can be asked. */
  readonly signOutAddress: () => Promise<string | undefined>;
};
