import { type CfnResource, Stack, Token } from "aws-cdk-lib";
import * as secretsmanager from "aws-cdk-lib/aws-secretsmanager";
import * as sqs from "aws-cdk-lib/aws-sqs";
import type { IConstruct } from "constructs";

/**
 * Lambda takes 4 KB of environment variables in all, and measures them as JSON (Lambda Developer
 * Guide, "Lambda quotas"; its refusal quotes the JSON as "String measured").
 */
const bytesAtMost = 4_096;

/** What a function's variables are too many for, and what to do; none where Lambda takes them. */
export const environmentTooLarge = (
  scope: IConstruct,
  name: string,
  variables: Readonly<Record<string, string>>,
): readonly string[] => {
  const bytes = environmentBytes(scope, variables);
  return bytes > bytesAtMost
    ? [
        `The environment of ${name} would have up to ${bytes} bytes, and Lambda takes ${bytesAtMost}. Give fewer ` +
          "reporters a through (settings.reporters), or shorter ids to those that have one; or have fewer webhooks.",
      ]
    : [];
};

/** How many bytes variables are at most, in Lambda's measure. What only a deployment knows counts by its form. */
export const environmentBytes = (scope: IConstruct, variables: Readonly<Record<string, string>>): number => {
  const stack = Stack.of(scope);
  const lengths = lengthsIn(stack);
  const written = Object.entries(variables).map(
    // A pair is `"name":"value",`.
    ([name, value]) => name.length + 6 + lengthOf(stack.resolve(value), lengths),
  );
  return written.reduce((sum, length) => sum + length, 1);
};

type Lengths = { readonly ofRef: (id: string) => number };

const account = "123456789012";
const partition = "aws-us-gov";
/** CloudFormation puts thirteen letters behind a name that it makes. */
const madeUp = 13;

const lengthsIn = (stack: Stack): Lengths => {
  const region = Token.isUnresolved(stack.region) ? "ap-southeast-1" : stack.region;
  const placeholders: Readonly<Record<string, string>> = {
    "AWS::Region": region,
    "AWS::AccountId": account,
    "AWS::Partition": partition,
    "AWS::URLSuffix": "amazonaws.com",
  };
  const queueUrl = `https://sqs.${region}.amazonaws.com/${account}/`;
  const secretArn = `arn:${partition}:secretsmanager:${region}:${account}:secret:-123456`;
  const named = new Map<string, number>();
  const note = ({ logicalId }: CfnResource, length: number) => named.set(String(stack.resolve(logicalId)), length);
  for (const one of stack.node.findAll()) {
    if (one instanceof sqs.CfnQueue) note(one, queueUrl.length + (one.queueName ?? "").length);
    if (one instanceof secretsmanager.CfnSecret && one.name !== undefined && !Token.isUnresolved(one.name))
      note(one, secretArn.length + one.name.length);
  }
  return {
    ofRef: (id) =>
      placeholders[id]?.length ?? named.get(id) ?? secretArn.length + stack.stackName.length + id.length + madeUp,
  };
};

/** Of a value as CloudFormation is given it, in JSON. */
const lengthOf = (value: unknown, lengths: Lengths): number => {
  if (typeof value === "string") return Buffer.byteLength(JSON.stringify(value)) - 2;
  if (Array.isArray(value)) return value.reduce<number>((sum, one) => sum + lengthOf(one, lengths), 0);
  if (typeof value !== "object" || value === null) return String(value).length;
  if ("Ref" in value) return lengths.ofRef(String(value.Ref));
  if ("Fn::GetAtt" in value && Array.isArray(value["Fn::GetAtt"])) return lengths.ofRef(String(value["Fn::GetAtt"][0]));
  if ("Fn::Join" in value && Array.isArray(value["Fn::Join"])) {
    const [between, parts]: readonly unknown[] = value["Fn::Join"];
    const many = Array.isArray(parts) ? parts.length : 0;
    return lengthOf(parts, lengths) + String(between).length * Math.max(0, many - 1);
  }
  throw new Error(`A variable of a function is made by ${Object.keys(value)}, whose length is not known here.`);
};
