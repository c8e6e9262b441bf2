import { Fn } from "aws-cdk-lib";
import type * as apigateway from "aws-cdk-lib/aws-apigatewayv2";
import * as acm from "aws-cdk-lib/aws-certificatemanager";
import * as cloudfront from "aws-cdk-lib/aws-cloudfront";
import { HttpOrigin } from "aws-cdk-lib/aws-cloudfront-origins";
import type * as kms from "aws-cdk-lib/aws-kms";
import * as secretsmanager from "aws-cdk-lib/aws-secretsmanager";
import { Construct } from "constructs";
import type { Stage } from "../stages.ts";

type ConsoleFrontProps = {
  readonly stage: string;
  readonly api: apigateway.HttpApi;
  readonly domain: NonNullable<Stage["consoleDomain"]>;
  readonly front: NonNullable<Stage["consoleFront"]>;
  readonly key: kms.IKey;
};

/**
 * CloudFront before the console's address for browsers, so that a firewall can stand there: API
 * Gateway's HTTP APIs take none. It keeps nothing. The API behind it stays open to whoever knows its
 * address, so CloudFront adds a secret by which the functions know what came this way
 * (`functions/handlers/front.ts`); a signature of CloudFront's own (origin access control) is made for
 * buckets and function URLs, and for no API.
 */
export class ConsoleFront extends Construct {
  readonly distribution: cloudfront.Distribution;
  readonly secret: secretsmanager.Secret;

  constructor(scope: Construct, id: string, { stage, api, domain, front, key }: ConsoleFrontProps) {
    super(scope, id);
    const { webAclArn, secretNumber } = front;
    this.secret = new secretsmanager.Secret(this, `Secret-${secretNumber}`, {
      description: `Takedown dispatcher ${stage}: what CloudFront proves itself by before the console`,
      encryptionKey: key,
      generateSecretString: { passwordLength: 64, excludePunctuation: true },
    });
    this.distribution = new cloudfront.Distribution(this, "Distribution", {
      comment: `takedown-${stage}: the console`,
      domainNames: [domain.name],
      certificate: acm.Certificate.fromCertificateArn(this, "Certificate", domain.certificateArn),
      minimumProtocolVersion: cloudfront.SecurityPolicyProtocol.TLS_V1_2_2021,
      webAclId: webAclArn,
      // Europe and North America: where the console's pages lie open for a moment is not the whole world.
      priceClass: cloudfront.PriceClass.PRICE_CLASS_100,
      defaultBehavior: {
        origin: new HttpOrigin(Fn.select(2, Fn.split("/", api.apiEndpoint)), {
          protocolPolicy: cloudfront.OriginProtocolPolicy.HTTPS_ONLY,
          originSslProtocols: [cloudfront.OriginSslPolicy.TLS_V1_2],
          // Read by CloudFormation when it is deployed, and nowhere in the template.
          customHeaders: { "x-takedown-front": this.secret.secretValue.unsafeUnwrap() },
        }),
        allowedMethods: cloudfront.AllowedMethods.ALLOW_ALL,
        viewerProtocolPolicy: cloudfront.ViewerProtocolPolicy.REDIRECT_TO_HTTPS,
        cachePolicy: cloudfront.CachePolicy.CACHING_DISABLED,
        // Cookies, queries and all headers but Host, by which API Gateway finds the API.
        originRequestPolicy: cloudfront.OriginRequestPolicy.ALL_VIEWER_EXCEPT_HOST_HEADER,
      },
    });
  }
}
