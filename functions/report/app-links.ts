import { readUrl } from "../kernel/read-url.ts";

/*
 * Links that open an app name something that its service has on the web as well, or an account at a host. Then
 * the service can act, and the report is read as if it named that. What has neither is in `no-host.ts`.
 */

const part = (text: string | null | undefined): string | undefined =>
  text && /^[\w+.@-]{1,100}$/.test(text) && !/^\.+$/.test(text)
    ? encodeURIComponent(text).replace("%2B", "+")
    : undefined;
const at = (base: string, ...parts: readonly (string | undefined)[]): string | undefined =>
  parts.every((one) => one !== undefined) ? `${base}${parts.join("/")}` : undefined;

type Link = {
  readonly verb: string;
  readonly path: readonly string[];
  readonly asked: (name: string) => string | undefined;
};

/** > Telegram, "Deep links" (core.telegram.org/api/links): each tg: link with its t.me form. */
const telegram = ({ verb, asked }: Link): string | undefined => {
  const base = "https://t.me/";
  switch (verb) {
    case "resolve": {
      const name = asked("domain");
      if (name === undefined) return at(`${base}+`, asked("phone")?.replace(/^\+/, ""));
      return asked("post") === undefined ? at(base, name) : at(base, name, asked("post"));
    }
    case "join":
      return at(`${base}+`, asked("invite"));
    case "privatepost":
      return at(`${base}c/`, asked("channel"), asked("post"));
    case "addstickers":
    case "addemoji":
      return at(`${base}${verb}/`, asked("set"));
    case "addlist":
      return at(`${base}addlist/`, asked("slug"));
    default:
      return undefined;
  }
};

/** Each scheme's web address for the same thing, as its service gives it. */
const webForms: Readonly<Record<string, (link: Link) => string | undefined>> = {
  tg: telegram,
  whatsapp: ({ verb, asked }) =>
    verb === "chat"
      ? at("https://chat.whatsapp.com/", asked("code"))
      : at("https://wa.me/", asked("phone")?.replace(/^\+/, "")),
  discord: ({ path }) =>
    path[0] === "channels" || path[0] === "invite" ? at("https://discord.com/", ...path.map(part)) : undefined,
  instagram: ({ verb, asked }) => (verb === "user" ? at("https://www.instagram.com/", asked("username")) : undefined),
  twitter: ({ verb, asked }) =>
    verb === "user"
      ? at("https://x.com/", asked("screen_name"))
      : verb === "status"
        ? at("https://x.com/i/status/", asked("id"))
        : undefined,
  snapchat: ({ verb, path }) => (verb === "add" ? at("https://www.snapchat.com/add/", part(path[0])) : undefined),
  line: ({ verb, path }) => (verb === "ti" ? at("https://line.me/R/ti/", ...path.map(part)) : undefined),
};

/** The https address of what an app's link names, as the service gives it; nothing if none. Pure. */
export const webFormOf = (link: string): string | undefined => {
  const [, scheme = ""] = /^([a-z][a-z0-9+.-]*):/i.exec(link.trim()) ?? [];
  const form = Object.hasOwn(webForms, scheme.toLowerCase()) ? webForms[scheme.toLowerCase()] : undefined;
  // Both `tg://resolve?…` and `tg:resolve?…` are written; with `http` as scheme one parser reads them alike.
  const url = form && readUrl(link.trim().replace(/^[^:]*:\/{0,3}/, "http://"));
  if (!form || !url) return undefined;
  return form({
    verb: url.hostname,
    path: url.pathname.split("/").filter((one) => one !== ""),
    // The plus before a phone number is a blank in a query.
    asked: (name) => part(url.searchParams.get(name)?.trim()),
  });
};

/** An address at a host, by scheme: RFC 6068 (mailto), RFC 5122 (xmpp), RFC 7565 (acct), RFC 3261 (sip). */
const atHost = /^(mailto|xmpp|acct|sips?):(?:\/\/)?([^@\s,/?#]+)@([^@\s,/?#;:]+)/i;
/**
 * > Matrix specification, "Matrix URIs": `matrix:u/name:server` is the user @name:server,
 * `matrix:r/name:server` the room #name:server.
 */
const matrix = /^matrix:(u|user|r|room)\/([^:/?#\s]+):([^/?#:\s]+)/i;

/** The account at a host that a link names, its service as written; nothing for other links. Pure. */
export const accountOfLink = (link: string): { readonly service: string; readonly account: string } | undefined => {
  const [, , name, host] = atHost.exec(link.trim()) ?? [];
  if (name !== undefined && host !== undefined) return { service: host, account: `${decoded(name)}@${host}` };
  const [, kind = "", id, server] = matrix.exec(link.trim()) ?? [];
  if (id === undefined || server === undefined) return undefined;
  return { service: server, account: `${/^u/i.test(kind) ? "@" : "#"}${decoded(id)}:${server}` };
};

const decoded = (text: string): string => {
  try {
    return decodeURIComponent(text);
  } catch {
    // Not UTF-8: as it stands it still names the account.
    return text;
  }
};
