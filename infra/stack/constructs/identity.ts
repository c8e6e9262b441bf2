import { RemovalPolicy } from "aws-cdk-lib";
import * as ses from "aws-cdk-lib/aws-ses";
import type { Construct } from "constructs";
import type { Stage } from "../stages.ts";

/**
 * A domain or a mailbox in SES: made here, or the account's own where the stage says that it is
 * there already (`existingIdentities`). One that was made here stays when its stack goes, or stops
 * making it: others of the account may send from it by then.
 */
export const identityOf = (
  scope: Construct,
  id: string,
  { existingIdentities }: Pick<Stage, "existingIdentities">,
  name: string,
  props: Omit<ses.EmailIdentityProps, "identity"> = {},
): ses.IEmailIdentity => {
  if (existingIdentities.includes(name)) return ses.EmailIdentity.fromEmailIdentityName(scope, id, name);
  const identity = new ses.EmailIdentity(scope, id, {
    identity: name.includes("@") ? ses.Identity.email(name) : ses.Identity.domain(name),
    ...props,
  });
  identity.applyRemovalPolicy(RemovalPolicy.RETAIN_ON_UPDATE_OR_DELETE);
  return identity;
};
