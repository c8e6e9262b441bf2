/** What Lambda gives a function at its start. */
export type Variables = Readonly<Record<string, string | undefined>>;

/**
 * Names a variable that a function cannot do without. Throws at its start, not at its first
 * message.
 */
export const required = <T>(value: T | undefined, name: string): T => {
  if (value === undefined) throw new Error(`This function's environment is incomplete: ${name} is missing.`);
  return value;
};
