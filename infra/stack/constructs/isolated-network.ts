import { Fn, RemovalPolicy, Stack } from "aws-cdk-lib";
import * as ec2 from "aws-cdk-lib/aws-ec2";
import * as iam from "aws-cdk-lib/aws-iam";
import type * as kms from "aws-cdk-lib/aws-kms";
import * as logs from "aws-cdk-lib/aws-logs";
import { Construct } from "constructs";
import type { Stage } from "../stages.ts";
import type { FunctionNetwork } from "./function-network.ts";

export type IsolatedNetworkProps = {
  readonly stage: string;
  readonly isolated: NonNullable<Stage["isolated"]>;
  readonly keepLogsDays: number;
  readonly logsKey: kms.IKey;
};

/**
 * Services that a gateway leads to, which costs nothing; the others are reached by an interface in
 * each zone, paid by the hour.
 */
const gateways: Readonly<Record<string, ec2.GatewayVpcEndpointAwsService>> = {
  dynamodb: ec2.GatewayVpcEndpointAwsService.DYNAMODB,
  s3: ec2.GatewayVpcEndpointAwsService.S3,
};
const interfaces: Readonly<Record<string, ec2.InterfaceVpcEndpointAwsService>> = {
  sqs: ec2.InterfaceVpcEndpointAwsService.SQS,
  sns: ec2.InterfaceVpcEndpointAwsService.SNS,
  secretsmanager: ec2.InterfaceVpcEndpointAwsService.SECRETS_MANAGER,
  events: ec2.InterfaceVpcEndpointAwsService.EVENTBRIDGE,
  // The API, which `email-smtp` is not.
  ses: ec2.InterfaceVpcEndpointAwsService.EMAIL,
};
/**
 * KMS is asked by the services, in the function's name and not by the function, so that no way
 * leads there.
 */
const askedByServices = ["kms"];

/**
 * Two zones of the stage's region, whichever it has: looked up when it is deployed, so that the
 * synthesis asks nobody.
 */
export const twoZones = (): string[] => [0, 1].map((zone) => Fn.select(zone, Fn.getAzs()));

/**
 * A network without a way out: two zones of subnets with no route but to the AWS services that the
 * functions call, each by an endpoint whose policy lets nothing else through. Logs and messages of
 * queues come and go by Lambda itself.
 */
export class IsolatedNetwork extends Construct implements FunctionNetwork {
  readonly vpc: ec2.Vpc;
  readonly subnets: ec2.SelectedSubnets;
  readonly functions: ec2.SecurityGroup;
  private readonly endpoints: ec2.SecurityGroup;

  constructor(scope: Construct, id: string, props: IsolatedNetworkProps) {
    super(scope, id);
    this.vpc = new ec2.Vpc(this, "Vpc", {
      vpcName: `takedown-${props.stage}`,
      ipAddresses: ec2.IpAddresses.cidr("10.0.0.0/24"),
      availabilityZones: twoZones(),
      natGateways: 0,
      createInternetGateway: false,
      subnetConfiguration: [{ name: "functions", subnetType: ec2.SubnetType.PRIVATE_ISOLATED, cidrMask: 26 }],
      // The CDK would empty the default group by a function of its own; nothing is in it, and there
      // is no way out for it either.
      restrictDefaultSecurityGroup: false,
    });
    this.subnets = this.vpc.selectSubnets({ subnetType: ec2.SubnetType.PRIVATE_ISOLATED });
    const group = (name: string, description: string) =>
      new ec2.SecurityGroup(this, name, { vpc: this.vpc, description, allowAllOutbound: false });
    this.functions = group("Functions", "The functions: out to the endpoints alone, nothing in");
    this.endpoints = group("Endpoints", "The endpoints: in from the functions alone, nothing out");
    const https = ec2.Port.tcp(443);
    this.functions.addEgressRule(this.endpoints, https, "AWS services by an interface");
    this.endpoints.addIngressRule(this.functions, https, "The functions");
    // Within the group itself, where the CDK would make resources of their own: CloudFormation lets
    // everything out of a group in which no rule stands.
    const resource = this.functions.node.defaultChild;
    if (!(resource instanceof ec2.CfnSecurityGroup))
      throw new Error("The functions' security group has no group in it.");
    resource.securityGroupEgress = Object.entries(props.isolated.prefixLists).map(
      ([service, destinationPrefixListId]) => ({
        description: `The gateway to ${service}`,
        ipProtocol: "tcp",
        fromPort: 443,
        toPort: 443,
        destinationPrefixListId,
      }),
    );
    this.logRefusals(props);
  }

  /** Who tries to get where nothing leads is seen in this log; what may pass is not logged. */
  private logRefusals({ stage, keepLogsDays, logsKey }: IsolatedNetworkProps): void {
    const logGroup = new logs.LogGroup(this, "Log", {
      logGroupName: `/takedown/${stage}/network`,
      retention: keepLogsDays,
      encryptionKey: logsKey,
      removalPolicy: RemovalPolicy.DESTROY,
    });
    const role = new iam.Role(this, "LogRole", { assumedBy: new iam.ServicePrincipal("vpc-flow-logs.amazonaws.com") });
    this.vpc.addFlowLog("Refused", {
      destination: ec2.FlowLogDestination.toCloudWatchLogs(logGroup, role),
      trafficType: ec2.FlowLogTrafficType.REJECT,
    });
  }

  /**
   * Opens the way for these calls and for no others: an endpoint for each service that they name.
   */
  letThrough(calls: readonly iam.PolicyStatement[]): void {
    for (const service of new Set(calls.flatMap(({ actions }) => actions.map(serviceOf)))) {
      if (askedByServices.includes(service)) continue;
      const endpoint = this.endpointFor(service);
      for (const [resources, actions] of byResources(calls, service)) {
        endpoint.addToPolicy(
          new iam.PolicyStatement({
            principals: [new iam.AnyPrincipal()],
            actions,
            resources,
            conditions: { StringEquals: { "aws:PrincipalAccount": Stack.of(this).account } },
          }),
        );
      }
    }
  }

  private endpointFor(service: string): ec2.GatewayVpcEndpoint | ec2.InterfaceVpcEndpoint {
    const [gateway, reached] = [gateways[service], interfaces[service]];
    if (gateway) return this.vpc.addGatewayEndpoint(`To-${service}`, { service: gateway });
    if (reached)
      return this.vpc.addInterfaceEndpoint(`To-${service}`, {
        service: reached,
        securityGroups: [this.endpoints],
        open: false,
      });
    throw new Error(
      `A function calls ${service}, to which the isolated network has no way. Give it one in isolated-network.ts.`,
    );
  }
}

/** `sqs:SendMessage` → `sqs`. */
const serviceOf = (action: string): string => action.slice(0, action.indexOf(":"));

/** What is allowed of one service, by the resources on which it is. */
const byResources = (
  calls: readonly iam.PolicyStatement[],
  service: string,
): readonly (readonly [string[], string[]])[] => {
  const found = new Map<string, readonly [string[], Set<string>]>();
  for (const { actions, resources, effect } of calls) {
    const own = actions.filter((action) => serviceOf(action) === service);
    if (effect !== iam.Effect.ALLOW || own.length === 0) continue;
    const key = resources.join();
    const known = found.get(key)?.[1] ?? [];
    found.set(key, [resources, new Set([...known, ...own])]);
  }
  return [...found.values()].map(([resources, actions]) => [resources, [...actions].sort()]);
};
