import type { SessionEnd } from "../../kernel/in-force.ts";
import type { Instant } from "../../kernel/instant.ts";
import { isNamedBy } from "../../kernel/person.ts";
import { fail, ok, type Result } from "../../kernel/result.ts";
import type { SignInSettings } from "../../kernel/settings.ts";
import { personByProvider } from "../../kernel/signed-in.ts";
import * as z from "../../kernel/zod.ts";

/** The claims of a checked ID token. */
export type Claims = { readonly sub: string } & Readonly<Record<string, unknown>>;

/** Who is signed in since when, as their cookie holds it. */
export const sessionSchema = z.strictObject({
  person: z.string().check(z.minLength(1)),
  mayDecide: z.boolean(),
  since: z.iso.datetime(),
});
export type Session = z.infer<typeof sessionSchema>;

/** Whether somebody ended the session before its hours. */
export const isEnded = ({ person, since }: Session, ends: readonly SessionEnd[]): boolean =>
  ends.some((end) => since <= end.upTo && isNamedBy(person, end.person));

/** Where a person ends all their own. */
export const ownSessionsAddress = "/settings/own-sessions";

/** A sign-in whose person has yet to come back from the provider, as the cookie holds it. */
export const underWaySchema = z.strictObject({
  state: z.string(),
  nonce: z.string(),
  codeVerifier: z.string(),
  to: z.string(),
});

/**
 * `__Host-`: HTTPS, this host alone, all paths. `Lax`: people come back from the provider, or from a link in
 * a mail, by another site's hand. What changes something has its own guard (`gate.tsx`).
 */
export const cookies = { session: "__Host-session", underWay: "__Host-sign-in" } as const;
export type CookieUse = keyof typeof cookies;

/** Nobody else can read or make a cookie. `open` gives nothing if it is forged, over, or for another use. */
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

/** A cookie's content, if it fits the schema and its seal is ours and not over. */
export const readCookie = async <T>(
  seals: Seals,
  request: Request,
  use: CookieUse,
  schema: z.ZodMiniType<T>,
): Promise<T | undefined> => {
  const sealed = cookieOf(request, use);
  return sealed === undefined ? undefined : schema.safeParse(await seals.open(use, sealed)).data;
};

/** The session by the claims. Fails with the name, to show to whoever is in no group that is let in. */
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

/** A path of ours, else `/`. A letter or digit must follow, as browsers read `//x` and `/\x` as hosts. */
export const ownPath = (to: string | undefined): string =>
  to !== undefined &&
  to.length <= 2000 &&
  /^\/[A-Za-z0-9][A-Za-z0-9\-._~%!$&'()*+,;=:@/?]*$/.test(to) &&
  !/^\/sign-(in|out)\b/.test(to)
    ? to
    : "/";
