/**
 * Why keys can't be used. What to do: the runbook's page `keys-unusable`.
 * - `gone`, `refused`, `silent`: the secret can't be read.
 * - `wrong-form`, `no-current`, `wrong-name`: it was read, but is invalid.
 * - `overwritten`: a key has another value than the one that sealed under its name.
 */
export type KeysFault = "gone" | "refused" | "silent" | "wrong-form" | "no-current" | "wrong-name" | "overwritten";

/** No input is at fault: all of it can be done once a person has fixed the keys. The message names no key. */
export class KeysUnusable extends Error {
  override name = "KeysUnusable";

  readonly why: KeysFault;

  constructor(why: KeysFault, message: string, options?: ErrorOptions) {
    super(message, options);
    this.why = why;
  }
}
