import type * as kms from "aws-cdk-lib/aws-kms";
import * as secretsmanager from "aws-cdk-lib/aws-secretsmanager";
import { Construct } from "constructs";

/** What signing in by a browser has to keep secret. */
export class SignInSecrets extends Construct {
  /** What cookies are sealed with. A new one ends every session within five minutes. */
  readonly sessionKey: secretsmanager.Secret;
  /**
   * By which the provider knows us. It holds a word that means nothing until the operator enters
   * the provider's.
   */
  readonly clientSecret: secretsmanager.Secret;

  constructor(scope: Construct, id: string, { stage, key }: { readonly stage: string; readonly key: kms.IKey }) {
    super(scope, id);
    const secret = (name: string, secretName: string, holds: string) =>
      new secretsmanager.Secret(this, name, {
        secretName,
        description: `Takedown dispatcher ${stage}: ${holds}`,
        encryptionKey: key,
        generateSecretString: { passwordLength: 64, excludePunctuation: true },
      });
    this.sessionKey = secret("SessionKey", `takedown-${stage}-session-key`, "what browsers' cookies are sealed with");
    this.clientSecret = secret(
      "ClientSecret",
      `takedown-${stage}-oidc-client-secret`,
      "the client secret at the OIDC provider",
    );
  }
}
