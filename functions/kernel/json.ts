/** The value of a JSON text from outside; `undefined` for what is none. */
export const readJson = (text: string): unknown => {
  try {
    return JSON.parse(text);
  } catch {
    // Not JSON, so not from whom it seems to be: the reader's schema refuses `undefined`.
    return undefined;
  }
};
