/**
 * Why keys can't be used; the runbook's page `keys-unusable` has what to do about each.
 * - `gone`, `refused`, `silent`: the secret can't be read.
 * - `wrong-form`, `no-current`, `wrong-name`: it was read, and is not as it has to be.
 * - `overwritten`: a key has another value than the one that sealed under its name.
 */
export type KeysFault = "gone" | "refused" | "silent" | "wrong-form" | "no-current" | "wrong-name" | "overwritten";

/**
 * Keys without which nothing may be done. Nothing that was asked meanwhile is at fault, and it all can
 * be done once a person has mended it. Its message names no key.
 */
export class KeysUnusable extends Error {
  override name = "KeysUnusable";

  readonly why: KeysFault;

  constructor(why: KeysFault, message: string, options?: ErrorOptions) {
    super(message, options);
    this.why = why;
  }
}
