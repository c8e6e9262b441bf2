export type Header = { readonly name: string; readonly value: string };

/**
 * The headers of a mail as written, unfolded, in order (RFC 5322 §2.2.3). Encoded words stay
 * encoded.
 */
export const readHeaders = (raw: Buffer | string): readonly Header[] => {
  const text = typeof raw === "string" ? raw : raw.toString("latin1");
  const end = text.search(/\r?\n\r?\n/);
  const head = (end < 0 ? text : text.slice(0, end)).replace(/\r?\n(?=[ \t])/g, "");
  return head.split(/\r?\n/).flatMap((line) => {
    const colon = line.indexOf(":");
    return colon > 0 ? [{ name: line.slice(0, colon), value: line.slice(colon + 1).trim() }] : [];
  });
};

export const headerOf = (headers: readonly Header[], name: string): string | undefined =>
  headers.find((header) => header.name.toLowerCase() === name.toLowerCase())?.value;

/** `"Desk" <abuse@host.example>` → `abuse@host.example`. */
export const addressIn = (value: string): string => (/<([^<>]*)>/.exec(value)?.[1] ?? value).trim();
