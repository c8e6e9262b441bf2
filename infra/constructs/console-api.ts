import { CfnOutput, RemovalPolicy } from "aws-cdk-lib";
import { AccessLogFormat } from "aws-cdk-lib/aws-apigateway";
import * as apigateway from "aws-cdk-lib/aws-apigatewayv2";
import { HttpIamAuthorizer } from "aws-cdk-lib/aws-apigatewayv2-authorizers";
import { HttpLambdaIntegration } from "aws-cdk-lib/aws-apigatewayv2-integrations";
import * as iam from "aws-cdk-lib/aws-iam";
import type * as kms from "aws-cdk-lib/aws-kms";
import type * as lambda from "aws-cdk-lib/aws-lambda";
import * as logs from "aws-cdk-lib/aws-logs";
import { Construct } from "constructs";

export type ConsoleApiProps = { readonly stage: string; readonly keepLogsDays: number; readonly logsKey: kms.IKey };

/**
 * The console's HTTP API. Nobody reaches it without a request signed by an IAM principal of the account that may call
 * `execute-api:Invoke` on it: it shows what was reported, so it is never open to the world, not even before there is a
 * sign-in for browsers.
 */
export class ConsoleApi extends Construct {
  readonly api: apigateway.HttpApi;
  /** Address of the console, for notifications. */
  readonly url: string;
  private readonly authorizer = new HttpIamAuthorizer();

  constructor(scope: Construct, id: string, props: ConsoleApiProps) {
    super(scope, id);
    this.api = new apigateway.HttpApi(this, "Api", {
      apiName: `takedown-${props.stage}-console`,
      createDefaultStage: false,
      defaultAuthorizer: this.authorizer,
    });
    const logGroup = new logs.LogGroup(this, "Log", {
      logGroupName: `/takedown/${props.stage}/console-api`,
      retention: props.keepLogsDays,
      encryptionKey: props.logsKey,
      removalPolicy: RemovalPolicy.DESTROY,
    });
    new apigateway.HttpStage(this, "Stage", {
      httpApi: this.api,
      stageName: "$default",
      autoDeploy: true,
      throttle: { rateLimit: 20, burstLimit: 40 },
      detailedMetricsEnabled: true,
      accessLogSettings: {
        destination: new apigateway.LogGroupLogDestination(logGroup),
        // Neither path nor query: a search holds what was reported.
        format: AccessLogFormat.custom(
          JSON.stringify({
            requestId: "$context.requestId",
            time: "$context.requestTime",
            method: "$context.httpMethod",
            status: "$context.status",
            ms: "$context.responseLatency",
            who: "$context.identity.userArn",
          }),
        ),
      },
    });
    this.url = this.api.apiEndpoint;
    new CfnOutput(this, "Url", { description: "The console; requests are signed by IAM (SigV4, service execute-api)", value: this.url });
  }

  /** Every path and method goes to the function; its own routes decide. Payload format 2.0. */
  shows(console: lambda.IFunction): void {
    this.api.addRoutes({
      path: "/{path+}",
      methods: [apigateway.HttpMethod.ANY],
      integration: new HttpLambdaIntegration("Console", console, { payloadFormatVersion: apigateway.PayloadFormatVersion.VERSION_2_0 }),
      authorizer: this.authorizer,
    });
    this.api.addRoutes({
      path: "/",
      methods: [apigateway.HttpMethod.ANY],
      integration: new HttpLambdaIntegration("ConsoleRoot", console, { payloadFormatVersion: apigateway.PayloadFormatVersion.VERSION_2_0 }),
      authorizer: this.authorizer,
    });
  }

  /** Lets a principal open the console. */
  grantOpen(grantee: iam.IGrantable): iam.Grant {
    return iam.Grant.addToPrincipal({ grantee, actions: ["execute-api:Invoke"], resourceArns: [this.api.arnForExecuteApi("*", "/*", "$default")] });
  }
}
