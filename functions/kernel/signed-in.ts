import { bare, claimAtMost } from "./person.ts";

/**
 * Who decided, as the history keeps it. Somebody whose request IAM signed is named by their session
 * (`jane`); somebody who signed in with the operator's OIDC provider by what the provider says of
 * them, with the two claims at the end that stand for the person whatever becomes of the name
 * (OpenID Connect Core §5.7): `Jane Doe, jane@hotline.example (oidc id.hotline.example 00u1)`.
 */
export type ProvidersWord = {
  readonly issuer: string;
  readonly sub: string;
  readonly name?: string | undefined;
  readonly email?: string | undefined;
};

/**
 * Who signed a request by IAM: `jane` of `arn:aws:sts::123456789012:assumed-role/OnCall/jane` or
 * `…:user/jane`. Whoever assumes a role names the session, so the role's trust policy must bind
 * `sts:RoleSessionName` to the person (IAM Identity Center does), or one person could pass for two.
 * An account's root is nobody in particular.
 */
export const personByArn = (arn: string): string | undefined => {
  const name = arn.split("/").at(-1);
  return name && !name.includes(":") ? name : undefined;
};

/**
 * Names a person as the provider knows them. The end can't be imitated by a name: it is always
 * written, and read from the end.
 */
export const personByProvider = ({ issuer, sub, name, email }: ProvidersWord): string => {
  const said = [name, email].flatMap((part) => part?.replaceAll(/\s+/g, " ").trim().slice(0, claimAtMost) || []);
  return `${said.join(", ") || "no name"} (oidc ${issuer.replace("https://", "")} ${bare(sub)})`;
};
