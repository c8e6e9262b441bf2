import { ArnFormat, Aws, Duration, RemovalPolicy, Stack } from "aws-cdk-lib";
import * as backup from "aws-cdk-lib/aws-backup";
import type * as dynamodb from "aws-cdk-lib/aws-dynamodb";
import * as events from "aws-cdk-lib/aws-events";
import * as targets from "aws-cdk-lib/aws-events-targets";
import * as iam from "aws-cdk-lib/aws-iam";
import * as kms from "aws-cdk-lib/aws-kms";
import type * as sns from "aws-cdk-lib/aws-sns";
import { Construct } from "constructs";
import type { Stage } from "../stages.ts";
import { through } from "./keys.ts";

export type TableBackupProps = {
  readonly stage: string;
  readonly backup: NonNullable<Stage["backup"]>;
  readonly table: dynamodb.ITable;
  /** By which the table is encrypted. */
  readonly tableKey: kms.IKey;
  /** Hears of a backup, or of a copy, that was not made. */
  readonly onCall: sns.ITopic;
};

/**
 * A backup of the table each night by AWS Backup, in a vault of the stage under a key of its own,
 * and its copy in another account's vault where one is named. What the key opens, that account has
 * to be let read, so it is none of the keys that open anything else. Needs AWS Backup's advanced
 * features for DynamoDB, an account's setting; the guides say how.
 */
export class TableBackup extends Construct {
  readonly key: kms.Key;

  constructor(scope: Construct, id: string, props: TableBackupProps) {
    super(scope, id);
    const { stage, table, onCall } = props;
    const { keepDays, copyTo } = props.backup;
    this.key = new kms.Key(this, "Key", {
      alias: `takedown-${stage}-backups`,
      description: `Takedown dispatcher ${stage}: backups of the table`,
      enableKeyRotation: true,
      removalPolicy: RemovalPolicy.RETAIN_ON_UPDATE_OR_DELETE,
    });
    if (copyTo !== undefined) this.letTheirAccountRead(copyTo);
    const vault = new backup.BackupVault(this, "Vault", {
      backupVaultName: `takedown-${stage}`,
      encryptionKey: this.key,
      removalPolicy: RemovalPolicy.RETAIN_ON_UPDATE_OR_DELETE,
    });
    const theirs = copyTo === undefined ? undefined : backup.BackupVault.fromBackupVaultArn(this, "Theirs", copyTo);
    const deleteAfter = Duration.days(keepDays);
    const plan = new backup.BackupPlan(this, "Plan", {
      backupPlanName: `takedown-${stage}`,
      backupVault: vault,
      backupPlanRules: [
        new backup.BackupPlanRule({
          ruleName: "each-night",
          scheduleExpression: events.Schedule.cron({ hour: "2", minute: "0" }),
          startWindow: Duration.hours(1),
          completionWindow: Duration.hours(12),
          deleteAfter,
          ...(theirs && { copyActions: [{ destinationBackupVault: theirs, deleteAfter }] }),
        }),
      ],
    });
    new backup.BackupSelection(this, "Table", {
      backupPlan: plan,
      backupSelectionName: "table",
      resources: [backup.BackupResource.fromArn(table.tableArn)],
      role: this.role(props, vault),
      disableDefaultBackupPolicy: true,
    });
    tellOfFailures(this, table, onCall);
  }

  /** AWS Backup of that account reads what it copies (AWS Backup Developer Guide, "Creating backup copies"). */
  private letTheirAccountRead(copyTo: string): void {
    const principals = [
      new iam.AccountPrincipal(Stack.of(this).splitArn(copyTo, ArnFormat.COLON_RESOURCE_NAME).account),
    ];
    this.key.addToResourcePolicy(
      new iam.PolicyStatement({
        principals,
        actions: ["kms:Decrypt", "kms:DescribeKey", "kms:GenerateDataKeyWithoutPlaintext", "kms:ReEncryptFrom"],
        resources: ["*"],
      }),
    );
    this.key.addToResourcePolicy(
      new iam.PolicyStatement({
        principals,
        actions: ["kms:CreateGrant"],
        resources: ["*"],
        conditions: forAwsAlone,
      }),
    );
  }

  /**
   * What AWS's own policy for it (`AWSBackupServiceRolePolicyForBackup`) has for DynamoDB with the
   * advanced features, on this table, these keys and these vaults. Without them a backup fails, and
   * on-call hears of it.
   */
  private role({ stage, table, tableKey, backup: { copyTo } }: TableBackupProps, vault: backup.BackupVault): iam.Role {
    const stack = Stack.of(this);
    const role = new iam.Role(this, "Role", {
      description: `Takedown dispatcher ${stage}: AWS Backup reads the table`,
      assumedBy: new iam.ServicePrincipal("backup.amazonaws.com", {
        conditions: { StringEquals: { "aws:SourceAccount": stack.account } },
      }),
    });
    const allow = (actions: readonly string[], resources: readonly string[], conditions?: Conditions): void => {
      const rest = conditions ? { conditions } : {};
      role.addToPolicy(new iam.PolicyStatement({ actions: [...actions], resources: [...resources], ...rest }));
    };
    const keys = [tableKey.keyArn, this.key.keyArn];
    allow(
      ["dynamodb:CreateBackup", "dynamodb:DescribeTable", "dynamodb:ListTagsOfResource", "dynamodb:StartAwsBackupJob"],
      [table.tableArn],
    );
    allow(["kms:Decrypt", "kms:GenerateDataKey"], [tableKey.keyArn], through("dynamodb"));
    allow(["kms:DescribeKey"], keys);
    allow(["kms:CreateGrant"], keys, forAwsAlone);
    allow(["backup:DescribeBackupVault"], [vault.backupVaultArn]);
    allow(["backup:TagResource"], [`arn:${Aws.PARTITION}:backup:${Aws.REGION}:${Aws.ACCOUNT_ID}:recovery-point:*`]);
    if (copyTo !== undefined) {
      allow(["backup:CopyIntoBackupVault", "backup:DescribeBackupVault"], [copyTo]);
      allow(["backup:CopyFromBackupVault"], ["*"]);
    }
    return role;
  }
}

type Conditions = Readonly<Record<string, Readonly<Record<string, string>>>>;

/** A grant that lets a service of AWS use the key for what it keeps, and no person. */
const forAwsAlone: Conditions = { Bool: { "kms:GrantIsForAWSResource": "true" } };

/** A backup that nobody misses until it is needed is none: on-call hears of each that was not made. */
const tellOfFailures = (scope: Construct, table: dynamodb.ITable, onCall: sns.ITopic): void => {
  const of = (field: string): string => events.EventField.fromPath(`$.detail.${field}`);
  new events.Rule(scope, "Failures", {
    description: "Tells on-call of a backup of the table, or a copy of one, that was not made",
    eventPattern: {
      source: ["aws.backup"],
      detailType: ["Backup Job State Change", "Copy Job State Change"],
      detail: { resourceArn: [table.tableArn], state: ["FAILED", "ABORTED", "EXPIRED", "PARTIAL"] },
    },
    targets: [
      new targets.SnsTopic(onCall, {
        message: events.RuleTargetInput.fromText(
          `A backup of the table, or its copy, was not made: ${of("state")}. ` +
            `AWS Backup says: ${of("statusMessage")}. Point-in-time recovery goes on meanwhile. ` +
            "See infra/guides/operations.md, Backups outside the account.",
        ),
      }),
    ],
  });
};
