/**
 * The URL that a text is, or nothing. In the place of `URL.canParse`, which on Node 20 refuses what holds Latin letters beyond ASCII
 * (`https://bücher.example/`) once it was called some thousand times: its compiled form reads them as UTF-8. Pure.
 */
export const readUrl = (text: string, base?: string): URL | undefined => {
  try {
    return new URL(text, base);
  } catch {
    // The one way that the parser has of saying that it is none.
    return undefined;
  }
};
