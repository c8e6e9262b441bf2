import { bare, claimAtMost } from "./person.ts";

/**
 * What the provider says of who signed in by OIDC. The history names a person by IAM session (`jane`), or by these
 * words and the two claims that identify them for good (OpenID Connect Core §5.7): `Jane Doe, jane@hotline.example
 * (oidc id.hotline.example 00u1)`.
 */
export type ProvidersWord = {
  readonly issuer: string;
  readonly sub: string;
  readonly name?: string | undefined;
  readonly email?: string | undefined;
};

/**
 * `jane` of `arn:aws:sts::123456789012:assumed-role/OnCall/jane` or `…:user/jane`. Whoever assumes a role names the
 * session, so the role's trust policy must bind `sts:RoleSessionName` to the person (IAM Identity Center does), or
 * one person could pass for two. `undefined` for an account's root.
 */
export const personByArn = (arn: string): string | undefined => {
  const name = arn.split("/").at(-1);
  return name && !name.includes(":") ? name : undefined;
};

/** A name can't imitate the end: it is always written, and read from the end. */
export const personByProvider = ({ issuer, sub, name, email }: ProvidersWord): string => {
  const said = [name, email].flatMap((part) => part?.replaceAll(/\s+/g, " ").trim().slice(0, claimAtMost) || []);
  return `${said.join(", ") || "no name"} (oidc ${issuer.replace("https://", "")} ${bare(sub)})`;
};
