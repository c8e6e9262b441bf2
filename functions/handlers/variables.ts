/** What Lambda gives a function at its start. */
export type Variables = Readonly<Record<string, string | undefined>>;

/** Throws at a function's start, not at its first message, where a variable is missing. */
export const required = <T>(value: T | undefined, name: string): T => {
  if (value === undefined) throw new Error(`This function's environment is incomplete: ${name} is missing.`);
  return value;
};
