/**
 * In place of `URL.canParse`, which on Node 20 refuses Latin letters beyond ASCII (`https://bücher.example/`) after
 * some thousand calls: its compiled form reads them as UTF-8.
 */
export const readUrl = (text: string, base?: string): URL | undefined => {
  try {
    return new URL(text, base);
  } catch {
    return undefined;
  }
};

/** With its scheme or without. `undefined` where that is no URL with a host. */
export const siteHost = (written: string | undefined): string | undefined =>
  written === undefined || written === ""
    ? undefined
    : readUrl(written.includes("://") ? written : `https://${written}`)?.hostname || undefined;
