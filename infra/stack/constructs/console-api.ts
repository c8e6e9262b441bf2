import { CfnOutput, RemovalPolicy } from "aws-cdk-lib";
import { AccessLogFormat } from "aws-cdk-lib/aws-apigateway";
import * as apigateway from "aws-cdk-lib/aws-apigatewayv2";
import { HttpIamAuthorizer } from "aws-cdk-lib/aws-apigatewayv2-authorizers";
import { HttpLambdaIntegration } from "aws-cdk-lib/aws-apigatewayv2-integrations";
import * as acm from "aws-cdk-lib/aws-certificatemanager";
import * as iam from "aws-cdk-lib/aws-iam";
import type * as kms from "aws-cdk-lib/aws-kms";
import type * as lambda from "aws-cdk-lib/aws-lambda";
import * as logs from "aws-cdk-lib/aws-logs";
import { Construct } from "constructs";
import type { Stage } from "../stages.ts";

export type ConsoleApiProps = {
  readonly stage: string;
  readonly keepLogsDays: number;
  readonly logsKey: kms.IKey;
  /**
   * `signed`: API Gateway lets nobody through whose request isn't signed by an IAM principal of the
   * account that may call `execute-api:Invoke` on it. `browsers`: API Gateway can't read a session
   * out of a cookie, so all come through, and the console itself shows nothing but where to sign in
   * to whoever has no session (`functions/console/gate.tsx`).
   */
  readonly opensTo: "signed" | "browsers";
  /** A domain of the operator's; the address that API Gateway makes is switched off then. */
  readonly domain?: Stage["consoleDomain"];
};

const opensTo = {
  signed: "requests are signed by IAM (SigV4, service execute-api)",
  browsers: "for browsers",
} as const satisfies Record<ConsoleApiProps["opensTo"], string>;

type Domain = NonNullable<Stage["consoleDomain"]>;

/**
 * An HTTP API of the console. There is always one whose requests IAM signs; browsers get one of
 * their own, and only where the stage has a `signIn`, so that no route is ever open by a mistake in
 * the other's.
 */
export class ConsoleApi extends Construct {
  readonly api: apigateway.HttpApi;
  /** Address of the console, for notifications. */
  readonly url: string;
  /** The operator's own, for its record in DNS. */
  readonly domain?: apigateway.DomainName;
  private readonly authorizer: apigateway.IHttpRouteAuthorizer;
  private readonly opensTo: ConsoleApiProps["opensTo"];

  constructor(scope: Construct, id: string, props: ConsoleApiProps) {
    super(scope, id);
    this.opensTo = props.opensTo;
    this.authorizer = props.opensTo === "signed" ? new HttpIamAuthorizer() : new apigateway.HttpNoneAuthorizer();
    const name = props.opensTo === "signed" ? "console" : "browser-console";
    this.api = new apigateway.HttpApi(this, "Api", {
      apiName: `takedown-${props.stage}-${name}`,
      createDefaultStage: false,
      defaultAuthorizer: this.authorizer,
      ...(props.domain && { disableExecuteApiEndpoint: true }),
    });
    // Who asked is worth knowing once all else is gone. CloudFormation names it, so that a stage that is made
    // anew finds no name taken.
    const logGroup = new logs.LogGroup(this, "Log", {
      retention: props.keepLogsDays,
      encryptionKey: props.logsKey,
      removalPolicy: RemovalPolicy.RETAIN_ON_UPDATE_OR_DELETE,
    });
    new CfnOutput(this, "AccessLog", {
      description: `The log of who asked the console; ${opensTo[props.opensTo]}`,
      value: logGroup.logGroupName,
    });
    const stage = new apigateway.HttpStage(this, "Stage", {
      httpApi: this.api,
      stageName: "$default",
      autoDeploy: true,
      throttle: { rateLimit: 20, burstLimit: 40 },
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
    if (props.domain) this.domain = this.ownDomain(props.domain, stage);
    this.url = props.domain ? `https://${props.domain.name}` : this.api.apiEndpoint;
    new CfnOutput(this, "Url", { description: `The console; ${opensTo[props.opensTo]}`, value: this.url });
  }

  private ownDomain({ name: domainName, certificateArn }: Domain, stage: apigateway.HttpStage): apigateway.DomainName {
    const domain = new apigateway.DomainName(this, "Domain", {
      domainName,
      certificate: acm.Certificate.fromCertificateArn(this, "Certificate", certificateArn),
      securityPolicy: apigateway.SecurityPolicy.TLS_1_2,
    });
    new apigateway.ApiMapping(this, "Mapping", { api: this.api, domainName: domain, stage });
    new CfnOutput(this, "DomainTarget", {
      description: `Where ${domainName} has to point: CNAME, or an alias in Route 53`,
      value: domain.regionalDomainName,
    });
    return domain;
  }

  /** Every path and method goes to the function; its own routes decide. */
  shows(console: lambda.IFunction): void {
    this.route("Console", "/{path+}", console);
    this.route("ConsoleRoot", "/", console);
  }

  /**
   * The paths of signing in and out go to a function of their own. Throws where requests are
   * signed: nobody signs in there.
   */
  signsInBy(signIn: lambda.IFunction): void {
    if (this.opensTo !== "browsers") throw new Error("Who signs requests by IAM needs no sign-in.");
    this.route("SignIn", "/sign-in", signIn);
    this.route("SignInReturn", "/sign-in/return", signIn);
    this.route("SignOut", "/sign-out", signIn);
  }

  /** Payload format 2.0. */
  private route(id: string, path: string, to: lambda.IFunction): void {
    const integration = new HttpLambdaIntegration(id, to, {
      payloadFormatVersion: apigateway.PayloadFormatVersion.VERSION_2_0,
    });
    this.api.addRoutes({ path, methods: [apigateway.HttpMethod.ANY], integration, authorizer: this.authorizer });
  }

  /** Lets a principal open the console. */
  grantOpen(grantee: iam.IGrantable): iam.Grant {
    return iam.Grant.addToPrincipal({
      grantee,
      actions: ["execute-api:Invoke"],
      resourceArns: [this.api.arnForExecuteApi("*", "/*", "$default")],
    });
  }
}
