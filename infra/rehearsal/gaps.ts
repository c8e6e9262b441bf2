import * as z from "zod";
import { aws, type Environment, inRegion } from "./cloud.ts";
import type { Deployed } from "./deployed.ts";

/**
 * Where the emulator is not like AWS, what the rehearsal does instead, and whether it is still so.
 */
export type Gap = {
  readonly gap: string;
  readonly instead: string;
  readonly isThere: (deployed: Deployed) => Promise<boolean>;
};

const roles = z.object({ StackResources: z.tuple([z.object({ PhysicalResourceId: z.string() })]) });

/** What CloudFormation calls the one role of a stack. */
const roleOf = async (environment: Environment): Promise<string> => {
  const of = ["--stack-name", "one-role"];
  const AssumeRolePolicyDocument = { Version: "2012-10-17", Statement: [] };
  const Resources = { Role: { Type: "AWS::IAM::Role", Properties: { AssumeRolePolicyDocument } } };
  await aws(environment, "cloudformation", "create-stack", ...of, "--template-body", JSON.stringify({ Resources }));
  await aws(environment, "cloudformation", "wait", "stack-create-complete", ...of);
  const made = roles.parse(await aws(environment, "cloudformation", "describe-stack-resources", ...of));
  return made.StackResources[0].PhysicalResourceId;
};

/** Whether CloudFormation refuses a stack with one resource of these. */
const refuses =
  (name: string, Resource: Readonly<Record<string, unknown>>): Gap["isThere"] =>
  ({ environment }) => {
    const of = ["--stack-name", name, "--template-body", JSON.stringify({ Resources: { Resource } })];
    return aws(environment, "cloudformation", "create-stack", ...of).then(
      () => false,
      () => true,
    );
  };

/** What a setting of the stage at its limits would make. */
const lacks = (setting: string, Type: string, Properties: Readonly<Record<string, unknown>>): Gap => ({
  gap: `CloudFormation knows no ${Type}`,
  instead: `the stage at its limits has no ${setting}; what it makes is tested on the template (test/infra/stack)`,
  isThere: refuses(`one-${setting}`, { Type, Properties }),
});

/**
 * Looked at in each run, so that a workaround does not outlive its reason when the emulator's
 * version is raised.
 */
export const gaps: readonly Gap[] = [
  {
    gap: "SES gives ids that end with a domain; in AWS only the mail's Message-ID has it",
    instead:
      "events name the part before the @; the thread of a reminder (In-Reply-To) is proven by the tests, not here",
    isThere: async ({ caseOf }) =>
      (await caseOf("hotline/R-1")).notices.some(({ sesMessageId }) => sesMessageId?.includes("@")),
  },
  {
    gap: "SES publishes no events",
    instead: "each event is matched against the deployed rules' patterns and put on its lane's delivery queue",
    isThere: async ({ caseOf }) => (await caseOf("hotline/R-3")).notices.every(({ state }) => state !== "delivered"),
  },
  {
    gap: "SQS knows no StartMessageMoveTask, so dead letters can't be redriven",
    instead: "redriving is proven by the tests against the embedded queue server",
    isThere: async ({ environment }) => {
      const arn = "arn:aws:sqs:eu-central-1:000000000000:takedown-rehearsal-contact-urgent-dead-letters";
      return aws(environment, "sqs", "start-message-move-task", "--source-arn", arn).then(
        () => false,
        () => true,
      );
    },
  },
  {
    gap: "DynamoDB restores at once, and to a point in time what the table has now",
    instead:
      "a backup of that moment is restored; the wait for a restore is played with a moved clock " +
      "(test/infra/command/prepare-table.test.ts)",
    isThere: async ({ environment, table }) => {
      const of = ["--source-table-name", table, "--target-table-name", "gap", "--restore-date-time", "2020-01-01"];
      return aws(environment, "dynamodb", "restore-table-to-point-in-time", ...of).then(
        () => true,
        () => false,
      );
    },
  },
  {
    gap: "AWS Backup restores nothing",
    instead: "after a lost region the table's items are written into the other region one by one",
    isThere: async ({ environment }) => {
      const of = ["--recovery-point-arn", "arn:aws:backup:eu-central-1:000000000000:recovery-point:none"];
      return aws(environment, "backup", "start-restore-job", ...of, "--metadata", "targetTableName=gap").then(
        () => false,
        () => true,
      );
    },
  },
  {
    gap: "CloudFormation names a role by stack and logical id, so two regions share the roles of a stack",
    instead: "after the second deployment nobody looks for the policy on the roles of the lost region",
    isThere: async ({ environment }) => {
      const [one, other] = [await roleOf(environment), await roleOf(inRegion(environment, "eu-west-1"))];
      return one === other;
    },
  },
  {
    gap: "IAM is not enforced, neither for functions nor for callers",
    instead:
      "rights are spelt out and tested on the template (test/infra/stack/rights.test.ts); " +
      "a lost region's senders are switched off besides losing the right",
    isThere: async ({ environment }) => {
      await aws(environment, "iam", "create-user", "--user-name", "nobody");
      const made = await aws(environment, "iam", "create-access-key", "--user-name", "nobody");
      const key = typeof made === "object" && made !== null && "AccessKey" in made ? made.AccessKey : undefined;
      if (typeof key !== "object" || key === null || !("AccessKeyId" in key) || !("SecretAccessKey" in key))
        return false;
      const asNobody = {
        ...environment,
        AWS_ACCESS_KEY_ID: String(key.AccessKeyId),
        AWS_SECRET_ACCESS_KEY: String(key.SecretAccessKey),
      };
      return aws(asNobody, "dynamodb", "list-tables").then(
        () => true,
        () => false,
      );
    },
  },
  {
    gap: "CloudFormation refuses an alarm over metric math",
    instead:
      "such an alarm watches its first metric there (start_emulator.py); what each watches is tested on the template " +
      "(test/infra/stack/alarms.test.ts), and no alarm is made to ring here",
    isThere: async ({ environment }) => {
      const query = ["--query", "MetricAlarms[].MetricName"];
      const names = ["--alarm-names", "takedown-rehearsal-urgent-queue-stalled"];
      const watched = await aws(environment, "cloudwatch", "describe-alarms", ...names, ...query);
      return JSON.stringify(watched) === '["ApproximateAgeOfOldestMessage"]';
    },
  },
  {
    gap:
      "CloudFormation knows neither flow logs nor single rules of security groups, " +
      "so a stage that is isolated, or has a fixed address, can't be deployed",
    instead:
      "its network is spelt out and tested on the template (test/infra/stack/isolated-network.test.ts); " +
      "everything else is the same stack",
    isThere: refuses("one-rule", {
      Type: "AWS::EC2::SecurityGroupEgress",
      Properties: { GroupId: "sg-0123abcd", IpProtocol: "-1", CidrIp: "192.0.2.0/24" },
    }),
  },
  lacks("keepSesEventsDays", "AWS::Events::Archive", {
    SourceArn: "arn:aws:events:eu-central-1:000000000000:event-bus/default",
  }),
  lacks("backup", "AWS::Backup::BackupSelection", {
    BackupPlanId: "none",
    BackupSelection: { IamRoleArn: "none", SelectionName: "none" },
  }),
  lacks("monthlyBudgetUsd", "AWS::Budgets::Budget", { Budget: { BudgetType: "COST", TimeUnit: "MONTHLY" } }),
];
