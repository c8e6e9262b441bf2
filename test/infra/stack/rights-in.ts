import type { FunctionName } from "../../../infra/stack/topology.ts";
import { ofType, type Resources, readable, theOne } from "./synthesised.ts";

export type Statement = {
  readonly Effect: string;
  readonly Action: string | readonly string[];
  readonly NotAction?: string | readonly string[];
  readonly Resource: unknown;
  readonly Condition?: unknown;
};

const list = (value: unknown): readonly unknown[] => (Array.isArray(value) ? value : [value]);

/**
 * Names a resource as the stack's reader does: `queue contact-urgent`, not
 * `${Queuecontacturgent…Arn}`.
 */
const named = (arn: unknown, all: Resources): string =>
  readable(arn).replaceAll(/\$\{([A-Za-z0-9]+)(\.Arn|\.GroupId)?\}/g, (whole, id: string) => {
    const { Type, Properties } = all[id] ?? { Type: "", Properties: {} };
    const short = (name: unknown) => String(name).replace("takedown-example-", "");
    if (Type === "AWS::SQS::Queue") return `queue ${short(Properties.QueueName)}`;
    if (Type === "AWS::Logs::LogGroup") return `log ${short(Properties.LogGroupName)}`;
    if (Type === "AWS::DynamoDB::Table") return "table";
    if (Type === "AWS::KMS::Key") return `key ${/^Keys([A-Z][a-z]+)/.exec(id)?.[1]?.toLowerCase()}`;
    if (Type === "AWS::SecretsManager::Secret" && Properties.Name !== undefined)
      return `secret ${short(Properties.Name)}`;
    if (Type === "AWS::SecretsManager::Secret" && id.startsWith("CaseNumberKey")) return "case number key";
    if (Type === "AWS::SecretsManager::Secret") return id.startsWith("MasterKeys") ? "master keys" : "reply keys";
    if (Type === "AWS::SNS::Topic") return "on-call topic";
    if (Type === "AWS::Events::EventBus") return "reporters' bus";
    if (Type === "AWS::S3::Bucket") return "reply bucket";
    if (Type === "AWS::SES::EmailIdentity") return Properties.EmailIdentity as string;
    if (Type === "AWS::SES::ConfigurationSet") return Properties.Name as string;
    if (Type === "AWS::EC2::SecurityGroup")
      return `group ${/^(?:Network|FindContact)([A-Z][a-z]+)/.exec(id)?.[1]?.toLowerCase()}`;
    if (Type === "AWS::EC2::Subnet") return String(Properties.CidrBlock);
    return whole;
  });

const condition = (value: unknown): string => {
  if (value === undefined) return "";
  const text = JSON.stringify(value, (_, part: unknown) =>
    typeof part === "object" && part !== null && "Fn::Join" in part ? readable(part) : part,
  );
  const via = /"kms:ViaService":"(\w+)\.\$\{AWS::Region\}/.exec(text)?.[1];
  return ` when ${via ? `through ${via}` : text}`;
};

/** What a role's policies say, each statement as it stands in the template. */
export const statementsOf = (all: Resources, role: string): readonly Statement[] => {
  const { ManagedPolicyArns, Policies = [] } = all[role]?.Properties ?? {};
  if (ManagedPolicyArns !== undefined) throw new Error(`${role} has a managed policy.`);
  // What has no room in a role's own policy (10,240 characters) the CDK puts into one beside it.
  const attached = ["AWS::IAM::Policy", "AWS::IAM::ManagedPolicy"]
    .flatMap((type) => ofType(all, type))
    .filter(([, { Properties }]) => list(Properties.Roles).some((of) => readable(of) === `\${${role}}`));
  return [...list(Policies), ...attached.map(([, { Properties }]) => Properties)].flatMap(
    (policy) => (policy as { PolicyDocument: { Statement: readonly Statement[] } }).PolicyDocument.Statement,
  );
};

/** All that a function's role may do, one line for each action on each resource. */
export const rightsIn = (all: Resources, name: FunctionName): readonly string[] => {
  const [, lambda] = theOne(all, "AWS::Lambda::Function", "FunctionName", `takedown-example-${name}`);
  return statementsOf(all, readable(lambda.Role).slice(2, -".Arn}".length))
    .flatMap(({ Effect, Action, Resource, Condition }) =>
      list(Action).flatMap((action) =>
        list(Resource).map(
          (resource) =>
            `${Effect === "Allow" ? "" : `${Effect} `}${String(action)} on ` +
            `${named(resource, all)}${condition(Condition)}`,
        ),
      ),
    )
    .sort();
};
