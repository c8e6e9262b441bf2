/**
 * Writes a URL or host so that no mail client, chat or console makes a link of it, and so that it can be read back:
 * `https://bad.example/a.b` → `hxxps://bad[.]example/a.b`. Dots after the host stay, since they link nothing.
 * Form: draft-grimminck-safe-ioc-sharing, with `hxxp` because every desk knows it.
 */
export const defangUrl = (url: string): string => {
  const parts = /^([a-z][a-z0-9+.-]*):\/\/([^/?#]*)(.*)$/is.exec(url);
  if (!parts) return defangHost(url);
  const [, scheme = "", authority = "", rest = ""] = parts;
  return `${scheme.replace(/^http/i, "hxxp").replace(/^ftp$/i, "fxp")}://${defangHost(authority)}${rest}`;
};

/** `bad.example` → `bad[.]example`; `2001:db8::1` → `2001[:]db8[:][:]1`; a port keeps its colon. */
export const defangHost = (host: string): string => {
  if (/^[0-9a-f:.]*:[0-9a-f:.]*:[0-9a-f:.]*$/i.test(host)) return host.replace(/:/g, "[:]").replace(/\./g, "[.]");
  return host.replace(/\./g, "[.]");
};

/** The inverse of `defangUrl` and `defangHost`. */
export const refang = (text: string): string => {
  const parts = /^(hxxps?|fxp)(:\/\/)([^/?#]*)(.*)$/is.exec(text);
  const plain = (host: string) => host.replace(/\[\.\]/g, ".").replace(/\[:\]/g, ":");
  if (!parts) return plain(text);
  const [, scheme = "", colon = "", authority = "", rest = ""] = parts;
  return `${scheme.replace(/^hxxp/i, "http").replace(/^fxp/i, "ftp")}${colon}${plain(authority)}${rest}`;
};
