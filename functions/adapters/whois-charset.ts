/** Registries that answer in neither UTF-8 nor Latin-1 (as whois 5 by rfc1036 knows them). */
const charsets: readonly { readonly servers: RegExp; readonly charset: string }[] = [
  { servers: /^whois\.kg$/, charset: "windows-1251" },
];

/** ISO-2022 leaves ASCII by an escape sequence into JIS X 0208 (RFC 1468). */
const isIso2022Jp = (bytes: Uint8Array): boolean =>
  bytes.some(
    (byte, at) => byte === 0x1b && bytes[at + 1] === 0x24 && (bytes[at + 2] === 0x42 || bytes[at + 2] === 0x40),
  );

/**
 * WHOIS declares no charset. JPNIC's ISO-2022-JP shows in its escape sequences. Valid UTF-8 is read so, the rest in
 * the server's known charset, else as Latin-1 (NIC.br, APNIC, .fi, .hu, .is, .lu, .no), which keeps every mailbox
 * and key intact.
 */
export const decodeWhois = (bytes: Uint8Array, server = ""): string => {
  if (isIso2022Jp(bytes)) return new TextDecoder("iso-2022-jp").decode(bytes);
  try {
    return new TextDecoder("utf-8", { fatal: true }).decode(bytes);
  } catch {
    return new TextDecoder(charsets.find(({ servers }) => servers.test(server))?.charset ?? "latin1").decode(bytes);
  }
};
