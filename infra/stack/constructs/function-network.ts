import { Aws } from "aws-cdk-lib";
import * as ec2 from "aws-cdk-lib/aws-ec2";
import * as iam from "aws-cdk-lib/aws-iam";
import type { Construct } from "constructs";

/** Where a function runs that does not run in Lambda's own network. */
export type FunctionNetwork = {
  readonly vpc: ec2.IVpc;
  readonly subnets: ec2.SelectedSubnets;
  readonly functions: ec2.ISecurityGroup;
};

/**
 * The owner's network for `find-contact`: its private subnets with a way out, to registries by RDAP
 * (HTTPS), to AWS, and to registries by WHOIS. DNS is asked of the network's own resolver, which no
 * group holds back. Throws where the network has no such subnet.
 */
export const networkWithEgress = (scope: Construct, id: string, vpc: ec2.IVpc): FunctionNetwork => {
  const functions = new ec2.SecurityGroup(scope, id, {
    vpc,
    description: "find-contact: out to registries and AWS, nothing in",
    allowAllOutbound: false,
  });
  functions.addEgressRule(ec2.Peer.anyIpv4(), ec2.Port.tcp(443), "Registries by RDAP, and AWS services");
  functions.addEgressRule(ec2.Peer.anyIpv4(), ec2.Port.tcp(43), "Registries by WHOIS");
  return { vpc, subnets: vpc.selectSubnets({ subnetType: ec2.SubnetType.PRIVATE_WITH_EGRESS }), functions };
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
