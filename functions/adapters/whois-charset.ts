/**
 * WHOIS says nothing of its charset. What is valid UTF-8 is read so; the rest byte by byte as Latin-1, which keeps every
 * mailbox and key intact whatever the letters around them are. JPNIC's ISO-2022-JP is ASCII between escape sequences.
 */
export const decodeWhois = (bytes: Uint8Array): string => {
  try {
    return new TextDecoder("utf-8", { fatal: true }).decode(bytes);
  } catch {
    return new TextDecoder("latin1").decode(bytes);
  }
};
