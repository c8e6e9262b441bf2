import { RemovalPolicy, SecretValue } from "aws-cdk-lib";
import type * as kms from "aws-cdk-lib/aws-kms";
import * as secretsmanager from "aws-cdk-lib/aws-secretsmanager";
import { Construct } from "constructs";
import { type ApiProvider, apiProviders, channelFacts } from "../../../functions/kernel/channels.ts";
import type { Settings } from "../../../functions/kernel/settings.ts";
import { providers } from "../../../functions/send/channels/providers.ts";

export type ChannelSecret = { readonly provider: ApiProvider; readonly secret: secretsmanager.ISecret };

/**
 * A secret for each provider whose API the stage has and that knows us by one. It is made with its
 * fields empty, which lets nothing out; the operator enters the provider's own
 * (`infra/guides/deployment.md`).
 */
export class ChannelSecrets extends Construct {
  readonly all: readonly ChannelSecret[];
  /** What the function's role is allowed at providers that know it by that. */
  readonly actions: readonly string[];

  constructor(
    scope: Construct,
    id: string,
    {
      stage,
      channels = {},
      key,
    }: { readonly stage: string; readonly channels: Settings["channels"]; readonly key: kms.IKey },
  ) {
    super(scope, id);
    const used = apiProviders
      .filter((provider) => channels[provider] !== undefined)
      .map((provider) => ({ provider, access: providers[provider].access }));
    this.actions = used.flatMap(({ access }) => (access.kind === "role" ? access.actions : []));
    this.all = used.flatMap(({ provider, access }) =>
      access.kind === "role"
        ? []
        : {
            provider,
            secret: new secretsmanager.Secret(this, provider, {
              secretName: `takedown-${stage}-channel-${provider}`,
              description: `Takedown dispatcher ${stage}: the account at the API of ${channelFacts[provider].name}`,
              encryptionKey: key,
              secretStringValue: SecretValue.unsafePlainText(
                JSON.stringify(Object.fromEntries(access.fields.map((field) => [field, ""]))),
              ),
              // What a person entered must not go with a stack that is made anew.
              removalPolicy: RemovalPolicy.RETAIN_ON_UPDATE_OR_DELETE,
            }),
          },
    );
  }
}
