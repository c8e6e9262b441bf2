/**
 * The URL that a text is, or nothing. In the place of `URL.canParse`, which on Node 20 refuses what
 * holds Latin letters beyond ASCII (`https://bücher.example/`) once it was called some thousand
 * times: its compiled form reads them as UTF-8. Pure.
 */
export const readUrl = (text: string, base?: string): URL | undefined => {
  try {
    return new URL(text, base);
  } catch {
    // The one way that the parser has of saying that it is none.
    return undefined;
  }
};

/**
 * The host of a site that somebody wrote with its scheme or without; nothing where that is no URL
 * with a host.
 */
export const siteHost = (written: string | undefined): string | undefined =>
  written === undefined || written === ""
    ? undefined
    : readUrl(written.includes("://") ? written : `https://${written}`)?.hostname || undefined;
