import { RemovalPolicy } from "aws-cdk-lib";
import type * as kms from "aws-cdk-lib/aws-kms";
import * as secretsmanager from "aws-cdk-lib/aws-secretsmanager";
import type { Construct } from "constructs";

/**
 * A secret that holds keys by name, as `functions/store/table/named-keys.ts` reads it. The first is
 * made with it; a person adds more. What generates it must never change: CloudFormation would make
 * it anew, and its keys would be gone.
 */
export class NamedKeys extends secretsmanager.Secret {
  constructor(
    scope: Construct,
    id: string,
    { stage, holds, key }: { readonly stage: string; readonly holds: string; readonly key: kms.IKey },
  ) {
    super(scope, id, {
      description: `Takedown dispatcher ${stage}: ${holds}`,
      encryptionKey: key,
      generateSecretString: {
        secretStringTemplate: JSON.stringify({ current: "k1" }),
        generateStringKey: "k1",
        passwordLength: 64,
        excludePunctuation: true,
      },
      // What was made by them outlasts the stack, and so must they.
      removalPolicy: RemovalPolicy.RETAIN_ON_UPDATE_OR_DELETE,
    });
  }
}
