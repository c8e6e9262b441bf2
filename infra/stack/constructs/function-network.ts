import { Aws, Fn, RemovalPolicy } from "aws-cdk-lib";
import * as ec2 from "aws-cdk-lib/aws-ec2";
import * as iam from "aws-cdk-lib/aws-iam";
import type * as kms from "aws-cdk-lib/aws-kms";
import * as logs from "aws-cdk-lib/aws-logs";
import type { Construct } from "constructs";

/** Where a function runs that does not run in Lambda's own network. */
export type FunctionNetwork = {
  readonly vpc: ec2.Vpc;
  readonly subnets: ec2.SelectedSubnets;
  readonly functions: ec2.SecurityGroup;
};

/**
 * Two zones of the stage's region, whichever it has: looked up when it is deployed, so that the
 * synthesis asks nobody.
 */
export const twoZones = (): string[] => [0, 1].map((zone) => Fn.select(zone, Fn.getAzs()));

export type RefusalLogProps = {
  readonly logGroupName: string;
  readonly keepLogsDays: number;
  readonly logsKey: kms.IKey;
};

/** Who tries to get where nothing leads is seen in this log; what may pass is not logged. */
export const logRefusals = (
  scope: Construct,
  vpc: ec2.Vpc,
  { logGroupName, keepLogsDays, logsKey }: RefusalLogProps,
): void => {
  const logGroup = new logs.LogGroup(scope, "Log", {
    logGroupName,
    retention: keepLogsDays,
    encryptionKey: logsKey,
    removalPolicy: RemovalPolicy.DESTROY,
  });
  const role = new iam.Role(scope, "LogRole", { assumedBy: new iam.ServicePrincipal("vpc-flow-logs.amazonaws.com") });
  vpc.addFlowLog("Refused", {
    destination: ec2.FlowLogDestination.toCloudWatchLogs(logGroup, role),
    trafficType: ec2.FlowLogTrafficType.REJECT,
  });
};

/**
 * What Lambda does in a function's name to put it into the network: AWS's
 * AWSLambdaVPCAccessExecutionRole, narrowed to these subnets and this group where AWS lets one; and
 * the function's own code may do none of it.
 */
export const networkRights = (
  { subnets, functions }: FunctionNetwork,
  functionName: string,
): readonly iam.PolicyStatement[] => {
  // By the pseudo parameters also where the stage names its account, so that what the static checks
  // say of it is the same for every stage.
  const arn = (service: string, resource: string) =>
    `arn:${Aws.PARTITION}:${service}:${Aws.REGION}:${Aws.ACCOUNT_ID}:${resource}`;
  const ours = [
    ...subnets.subnetIds.map((subnetId) => arn("ec2", `subnet/${subnetId}`)),
    arn("ec2", `security-group/${functions.securityGroupId}`),
  ];
  const changing = ["ec2:DeleteNetworkInterface", "ec2:AssignPrivateIpAddresses", "ec2:UnassignPrivateIpAddresses"];
  // AWS lets one name no resource of these two.
  const looking = ["ec2:DescribeNetworkInterfaces", "ec2:DescribeSubnets"];
  return [
    new iam.PolicyStatement({
      actions: ["ec2:CreateNetworkInterface"],
      resources: [...ours, arn("ec2", "network-interface/*")],
    }),
    // Lambda Developer Guide, "Required IAM permissions": without all resource ids Lambda may not
    // be able to take the interface away.
    new iam.PolicyStatement({ actions: changing, resources: [arn("ec2", "*/*")] }),
    new iam.PolicyStatement({ actions: looking, resources: ["*"] }),
    new iam.PolicyStatement({
      effect: iam.Effect.DENY,
      actions: ["ec2:CreateNetworkInterface", ...changing, ...looking],
      resources: ["*"],
      // There only when the function's own code asks, and not when Lambda does (Lambda Developer
      // Guide, "lambda:SourceFunctionArn").
      conditions: {
        ArnEquals: {
          "lambda:SourceFunctionArn": arn("lambda", `function:${functionName}`),
        },
      },
    }),
  ];
};
