/**
 * For a step that can fail as expected. `E` is a union tagged `kind`. Unforeseen failures are thrown: only the
 * queue worker and the console's edge catch those.
 */
export type Result<T, E> = { readonly ok: true; readonly value: T } | { readonly ok: false; readonly error: E };

export const ok = <T>(value: T): { readonly ok: true; readonly value: T } => ({ ok: true, value });
export const fail = <E>(error: E): { readonly ok: false; readonly error: E } => ({ ok: false, error });
