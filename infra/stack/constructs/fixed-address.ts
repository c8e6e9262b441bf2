import { CfnOutput } from "aws-cdk-lib";
import * as ec2 from "aws-cdk-lib/aws-ec2";
import type * as kms from "aws-cdk-lib/aws-kms";
import { Construct } from "constructs";
import { type FunctionNetwork, logRefusals, twoZones } from "./function-network.ts";

/** RDAP by HTTPS and WHOIS; DNS is asked of the network's own resolver, which no group holds back. */
const asked = [
  { port: 443, says: "Registries by RDAP, and AWS services" },
  { port: 43, says: "Registries by WHOIS" },
];

export type FixedAddressProps = {
  readonly stage: string;
  readonly keepLogsDays: number;
  readonly logsKey: kms.IKey;
};

/**
 * A network of which all that goes out has one address, so that registries, which limit by address,
 * count this stage's questions alone and can be asked to let it ask more. One gateway for both zones:
 * a second one would be a second address. Nothing comes in.
 */
export class FixedAddress extends Construct implements FunctionNetwork {
  readonly vpc: ec2.Vpc;
  readonly subnets: ec2.SelectedSubnets;
  readonly functions: ec2.SecurityGroup;

  constructor(scope: Construct, id: string, props: FixedAddressProps) {
    super(scope, id);
    const address = new ec2.CfnEIP(this, "Address", { domain: "vpc" });
    this.vpc = new ec2.Vpc(this, "Vpc", {
      vpcName: `takedown-${props.stage}-way-out`,
      // Beside those of `isolated`, should somebody ever join the two.
      ipAddresses: ec2.IpAddresses.cidr("10.0.1.0/24"),
      availabilityZones: twoZones(),
      natGateways: 1,
      natGatewayProvider: ec2.NatProvider.gateway({ eipAllocationIds: [address.attrAllocationId] }),
      subnetConfiguration: [
        { name: "gateway", subnetType: ec2.SubnetType.PUBLIC, cidrMask: 28, mapPublicIpOnLaunch: false },
        { name: "functions", subnetType: ec2.SubnetType.PRIVATE_WITH_EGRESS, cidrMask: 26 },
      ],
      // As in `isolated`: nothing is in the default group.
      restrictDefaultSecurityGroup: false,
    });
    this.subnets = this.vpc.selectSubnets({ subnetType: ec2.SubnetType.PRIVATE_WITH_EGRESS });
    // Free, and most of what find-contact reads; the gateway out is paid by the gigabyte.
    this.vpc.addGatewayEndpoint("To-dynamodb", { service: ec2.GatewayVpcEndpointAwsService.DYNAMODB });
    this.functions = new ec2.SecurityGroup(this, "Functions", {
      vpc: this.vpc,
      description: "find-contact: out to registries and AWS, nothing in",
      allowAllOutbound: false,
    });
    for (const { port, says } of asked) this.functions.addEgressRule(ec2.Peer.anyIpv4(), ec2.Port.tcp(port), says);
    logRefusals(this, this.vpc, { ...props, logGroupName: `/takedown/${props.stage}/way-out` });
    new CfnOutput(this, "LooksUpFrom", {
      description: "The address from which registries are asked",
      value: address.attrPublicIp,
    });
  }
}
