import type { SessionEnd } from "../../kernel/in-force.ts";
import type { Instant } from "../../kernel/instant.ts";
import { isNamedBy } from "../../kernel/person.ts";
import { fail, ok, type Result } from "../../kernel/result.ts";
import type { SignInSettings } from "../../kernel/settings.ts";
import { personByProvider } from "../../kernel/signed-in.ts";
import * as z from "../../kernel/zod.ts";

/** What the provider says of a person, in an ID token that was checked: `sub` and the claims. */
export type Claims = { readonly sub: string } & Readonly<Record<string, unknown>>;

/** Who is signed in by a browser and since when, as their cookie holds it. */
export const sessionSchema = z.strictObject({
  person: z.string().check(z.minLength(1)),
  mayDecide: z.boolean(),
  since: z.iso.datetime(),
});
export type Session = z.infer<typeof sessionSchema>;

/** Whether a session is over before its hours, since somebody ended it. */
export const isEnded = ({ person, since }: Session, ends: readonly SessionEnd[]): boolean =>
  ends.some((end) => since <= end.upTo && isNamedBy(person, end.person));

/** Where a person ends all of their own. */
export const ownSessionsAddress = "/settings/own-sessions";

/**
 * A sign-in that has begun and waits for its person to come back from the provider, as the
 * browser's cookie holds it.
 */
export const underWaySchema = z.strictObject({
  state: z.string(),
  nonce: z.string(),
  codeVerifier: z.string(),
  to: z.string(),
});

/**
 * The two cookies. `__Host-`: HTTPS, this host and no other, all paths. `Lax`, since a person comes
 * back from the provider, and from a link in a mail, by another site's hand; what changes something
 * is guarded by itself (`gate.tsx`).
 */
export const cookies = { session: "__Host-session", underWay: "__Host-sign-in" } as const;
export type CookieUse = keyof typeof cookies;

/**
 * Seals what a cookie holds, so that nobody else can read or make one. `open` gives nothing for
 * what is forged, over, or sealed for another use.
 */
export type Seals = {
  readonly seal: (
    use: CookieUse,
    content: Session | z.infer<typeof underWaySchema>,
    seconds: number,
  ) => Promise<string>;
  readonly open: (use: CookieUse, sealed: string) => Promise<unknown>;
};

export const cookieHeader = (use: CookieUse, value: string, seconds: number): string =>
  `${cookies[use]}=${value}; Path=/; Secure; HttpOnly; SameSite=Lax; Max-Age=${seconds}`;

const cookieOf = (request: Request, use: CookieUse): string | undefined =>
  (request.headers.get("cookie") ?? "")
    .split(/; */)
    .find((pair) => pair.startsWith(`${cookies[use]}=`))
    ?.slice(cookies[use].length + 1);

/** What a request's cookie holds, where it is of that form and its seal is ours and not over. */
export const readCookie = async <T>(
  seals: Seals,
  request: Request,
  use: CookieUse,
  schema: z.ZodMiniType<T>,
): Promise<T | undefined> => {
  const sealed = cookieOf(request, use);
  return sealed === undefined ? undefined : schema.safeParse(await seals.open(use, sealed)).data;
};

/**
 * What the provider's word makes of a person here, from `since` on; the name is what is to be told to whoever
 * is in no group that is let in.
 */
export const sessionOf = (
  claims: Claims,
  rules: SignInSettings,
  since: Instant,
): Result<Session, { readonly person: string }> => {
  const word = (claim: string): string | undefined => (typeof claims[claim] === "string" ? claims[claim] : undefined);
  const said = claims[rules.groupsClaim];
  const groups: readonly unknown[] = Array.isArray(said) ? said : [said];
  const isIn = (names: readonly string[]): boolean => names.some((name) => groups.includes(name));
  const person = personByProvider({
    issuer: rules.issuer,
    sub: claims.sub,
    name: word("name") ?? word("preferred_username"),
    email: word("email"),
  });
  const mayDecide = isIn(rules.reviewers);
  return mayDecide || isIn(rules.readers) ? ok({ person, mayDecide, since }) : fail({ person });
};

/**
 * Where a person goes after signing in: a path of ours, or the first page. Letters and digits right
 * after the slash, since browsers read `//host` and `/\host` as another host.
 */
export const ownPath = (to: string | undefined): string =>
  to !== undefined &&
  to.length <= 2000 &&
  /^\/[A-Za-z0-9][A-Za-z0-9\-._~%!$&'()*+,;=:@/?]*$/.test(to) &&
  !/^\/sign-(in|out)\b/.test(to)
    ? to
    : "/";
