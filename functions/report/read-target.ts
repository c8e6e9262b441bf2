import { defangText, defangWords } from "../kernel/defang.ts";
import { readHost } from "../kernel/host.ts";
import type { Instant } from "../kernel/instant.ts";
import { fail, ok, type Result } from "../kernel/result.ts";
import { sayIssue } from "../kernel/say-issue.ts";
import { readTargetUrl } from "../kernel/target-url.ts";
import { visibleInLine } from "../kernel/visible.ts";
import type * as z from "../kernel/zod.ts";
import { accountOfLink, webFormOf } from "./app-links.ts";
import { noHostIn } from "./no-host.ts";
import type { Target, Unreadable } from "./report.ts";
import { hostOfService } from "./services.ts";

export type ReadingRules = {
  /** For samples and tests only. */
  readonly allowReserved: boolean;
  /** By id: the contact by which XARF names them, who speaks for them, and categories they may call live. */
  readonly reporters: readonly {
    readonly id: string;
    readonly formerIds?: readonly string[] | undefined;
    readonly contact: string;
    readonly senders?: readonly string[] | undefined;
    readonly through?: string | undefined;
    readonly liveIn?: readonly string[];
  }[];
};

type Read<T> = Result<T, Unreadable>;

/** A field's name may be the sender's own: one line, invisible signs spelled out, a URL's host only. */
const shownField = (field: string): string =>
  visibleInLine(defangText(field.replace(/(:\/\/[^/?#\\\s]*)[/?#\\]\S*/g, "$1/…"))).slice(0, 100);

/** What a person reads about a message. The sender's text is cut, since the message itself is kept. */
const told = (field: string, reason: string, fix: string): Unreadable => ({
  kind: "unreadable",
  field: shownField(field),
  reason: reason.slice(0, 300),
  fix: fix.slice(0, 600),
});
export const unreadable = (field: string, reason: string, fix: string) => fail<Unreadable>(told(field, reason, fix));

/** The first problem that zod found, with the field's path and what belongs there. */
export const firstIssue = (error: z.core.$ZodError): Unreadable => saidOf(error.issues[0]);

/** All that zod found, likewise. */
export const everyIssue = (error: z.core.$ZodError): readonly Unreadable[] => error.issues.map(saidOf);

const saidOf = (issue: z.core.$ZodIssue | undefined): Unreadable => {
  const path = issue?.path.join(".") || "(message)";
  if (issue?.code === "unrecognized_keys") {
    return told(
      [...(issue.path ?? []), defangWords(issue.keys[0] ?? "")].join("."),
      "There is no such field.",
      "Remove it, or correct its name by report.schema.json.",
    );
  }
  const said = issue && (sayIssue(issue) ?? `has to be ${issue.message}`);
  return told(path, `It ${said ?? "is not valid"}.`, "Write it as report.schema.json describes it.");
};

/** A page, an app link's web form or an account at a host; else refused with what to report instead. */
export const urlTarget = (field: string, url: string, rules: Pick<ReadingRules, "allowReserved">): Read<Target> => {
  const account = accountOfLink(url);
  if (account) return accountTarget(field, account, rules);
  const webForm = webFormOf(url);
  const noHost = webForm === undefined ? noHostIn(url) : undefined;
  if (noHost) return fail({ ...told(field, noHost.reason, noHost.fix), noHost: true });
  const written = webForm ?? url.trim();
  const read = readTargetUrl(written, rules);
  if (!read.ok) return unreadable(field, read.error.reason, read.error.fix);
  const { url: href, host } = read.value;
  return ok({ kind: "url", url: href, host: host.text, ...(written !== href && { written }) });
};

const hostIn = (field: string, host: string, rules: Pick<ReadingRules, "allowReserved">): Read<string> => {
  const noHost = noHostIn(host);
  if (noHost) return fail({ ...told(field, noHost.reason, noHost.fix), noHost: true });
  if (/^[^@\s/]+@[^@\s/]+$/.test(host.trim()))
    return unreadable(
      field,
      "This is a mail address, and not a host.",
      "Report it as target.account: `service` is what stands behind the @, `account` is all of it.",
    );
  const read = readHost(host, rules);
  return read.ok ? ok(read.value.text) : unreadable(field, read.error.reason, read.error.fix);
};

export const hostTarget = (
  field: string,
  written: string,
  rules: Pick<ReadingRules, "allowReserved">,
): Read<Target> => {
  const host = hostIn(field, written, rules);
  return host.ok ? ok({ kind: "host", host: host.value }) : host;
};

/** An account at a service named by its host, or by a known name (`services.ts`). */
export const accountTarget = (
  field: string,
  { service, account }: { readonly service: string; readonly account: string },
  rules: Pick<ReadingRules, "allowReserved">,
): Read<Target> => {
  const known = hostOfService(service);
  if (known === undefined && !/[.:]/.test(service))
    return unreadable(
      field,
      "No service is known by this name.",
      "Write the service's host, such as t.me, or its own name as it spells it.",
    );
  const host = hostIn(field, known ?? service, rules);
  return host.ok ? ok({ kind: "account", host: host.value, account }) : host;
};

export const peerTarget = (
  field: string,
  given: {
    readonly address: string;
    readonly port: number;
    readonly seenAt: Instant | undefined;
    readonly protocol?: string | undefined;
  },
  rules: ReadingRules,
): Read<Target> => {
  const host = readHost(given.address, rules);
  if (!host.ok) return unreadable(`${field}.address`, host.error.reason, host.error.fix);
  if (host.value.kind === "name")
    return unreadable(
      `${field}.address`,
      "A peer is named by its address, not by a host name.",
      "Write the IPv4 or IPv6 address that was seen.",
    );
  if (!given.seenAt)
    return unreadable(`${field}.seenAt`, "This is not a moment with its zone.", "Write it like 2026-11-24T10:00:00Z.");
  return ok({
    kind: "peer",
    host: host.value.text,
    port: given.port,
    seenAt: given.seenAt,
    ...(given.protocol && { protocol: given.protocol }),
  });
};
