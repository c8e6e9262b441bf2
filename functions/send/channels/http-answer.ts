/**
 * What came of one request to a provider's API.
 * - `unreadable`: not JSON, too long, or leads elsewhere.
 * - `silent`: none, though the request may have been read.
 * - `unreached`: the request never left.
 */
export type HttpAnswer =
  | { readonly kind: "answered"; readonly status: number; readonly json: unknown; readonly retryAfterMs?: number }
  | { readonly kind: "unreadable"; readonly status: number; readonly detail: string; readonly retryAfterMs?: number }
  | { readonly kind: "silent"; readonly detail: string }
  | { readonly kind: "unreached"; readonly detail: string };
