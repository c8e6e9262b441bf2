import { describe, expect, test } from "vitest";
import { readStage } from "../../../infra/stack/stages.ts";
import { aStage } from "./a-stage.ts";
import { ofType, type Resource, readable, synthesise, theOne } from "./synthesised.ts";

type Statement = { readonly Action: string | readonly string[]; readonly Principal: unknown };

const copyTo = "arn:aws:backup:eu-central-1:210987654321:backup-vault:takedown";

describe("SES's events", () => {
  const { resources, template } = synthesise(aStage({ keepSesEventsDays: 35 }));
  const sets = ["takedown-example-urgent", "takedown-example-standard"];

  test("are kept as long as the stage says, of its own mails alone, under the key of queues", () => {
    const [, archive, { DeletionPolicy }] = theOne(resources, "AWS::Events::Archive");
    expect(archive).toMatchObject({
      RetentionDays: 35,
      EventPattern: { source: ["aws.ses"], detail: { mail: { tags: { "ses:configuration-set": expect.anything() } } } },
    });
    const { detail } = archive.EventPattern as { detail: { mail: { tags: Record<string, unknown[]> } } };
    const named = detail.mail.tags["ses:configuration-set"]?.map(
      (set) => (set as { Ref?: string }).Ref && resources[(set as { Ref: string }).Ref]?.Properties.Name,
    );
    expect(named).toEqual(sets);
    expect(readable(archive.SourceArn)).toMatch(/:event-bus\/default$/);
    expect(readable(archive.KmsKeyIdentifier)).toMatch(/^\$\{KeysMessages\w+\.Arn\}$/);
    expect(DeletionPolicy).toBe("RetainExceptOnCreate");
  });

  test("are replayed to the rules that bring them to the delivery queues, and to no other", () => {
    const outputs = template.toJSON().Outputs as Record<string, { Value: unknown }>;
    const [, to] = Object.entries(outputs).find(([id]) => id.includes("SesEventsReplayTo")) ?? [];
    const rules = ofType(resources, "AWS::Events::Rule").filter(([, { Properties }]) =>
      JSON.stringify(Properties).includes("aws.ses"),
    );
    expect(rules).toHaveLength(2);
    const named = readable(to?.Value).matchAll(/\$\{(\w+)\.Arn\}/g);
    expect([...named].map(([, id]) => id).sort()).toEqual(rules.map(([id]) => id).sort());
  });

  test("are kept by no stage that does not ask for it", () => {
    expect(ofType(synthesise().resources, "AWS::Events::Archive")).toEqual([]);
  });
});

describe("backups of the table", () => {
  const { resources } = synthesise(aStage({ backup: { copyTo } }));
  const [tableId] = theOne(resources, "AWS::DynamoDB::Table");

  test("are made each night, and copied to another account's vault", () => {
    const [, { BackupPlan }] = theOne(resources, "AWS::Backup::BackupPlan");
    const { BackupPlanRule } = BackupPlan as { BackupPlanRule: readonly Record<string, unknown>[] };
    expect(BackupPlanRule).toMatchObject([
      {
        ScheduleExpression: "cron(0 2 * * ? *)",
        Lifecycle: { DeleteAfterDays: 35 },
        CopyActions: [{ DestinationBackupVaultArn: copyTo, Lifecycle: { DeleteAfterDays: 35 } }],
      },
    ]);
    const [, { BackupSelection }] = theOne(resources, "AWS::Backup::BackupSelection");
    expect((BackupSelection as { Resources: unknown[] }).Resources.map(readable)).toEqual([`\${${tableId}.Arn}`]);
  });

  test("lie under a key that opens nothing else, which that account may use and write nothing by", () => {
    const [, vault] = theOne(resources, "AWS::Backup::BackupVault", "BackupVaultName", "takedown-example");
    const keyId = /^\$\{(\w+)\.Arn\}$/.exec(readable(vault.EncryptionKeyArn))?.[1] ?? "";
    expect(keyId).toMatch(/^BackupKey/);
    const theirs = (id: string) => {
      const { Statement } = (resources[id] as Resource).Properties.KeyPolicy as { Statement: Statement[] };
      return Statement.filter(({ Principal }) => JSON.stringify(Principal).includes("210987654321"));
    };
    expect(theirs(keyId).flatMap(({ Action }) => Action)).toEqual([
      "kms:Decrypt",
      "kms:DescribeKey",
      "kms:GenerateDataKeyWithoutPlaintext",
      "kms:ReEncryptFrom",
      "kms:CreateGrant",
    ]);
    const others = ofType(resources, "AWS::KMS::Key").filter(([id]) => id !== keyId);
    expect(others.flatMap(([id]) => theirs(id))).toEqual([]);
  });

  test("are read by a role of AWS Backup that reads this table alone, and no item by itself", () => {
    const [, { Roles, PolicyDocument }] = ofType(resources, "AWS::IAM::Policy")
      .map(([id, { Properties }]) => [id, Properties] as const)
      .find(([id]) => id.startsWith("BackupRole")) ?? ["", {} as Record<string, unknown>];
    const { Statement } = PolicyDocument as { Statement: { Action: string | string[]; Resource: unknown }[] };
    const rights = Statement.flatMap(({ Action, Resource }) =>
      [Action].flat().flatMap((action) => [Resource].flat().map((on) => `${action} on ${readable(on)}`)),
    );
    const onTables = rights.filter((right) => right.startsWith("dynamodb:"));
    expect(onTables).toHaveLength(6);
    for (const right of onTables) expect(right).toContain(`\${${tableId}.Arn}`);
    expect(rights.filter((right) => right.endsWith(" on *"))).toEqual(["backup:CopyFromBackupVault on *"]);
    const [role] = (Roles as { Ref: string }[]).map(({ Ref }) => resources[Ref]?.Properties);
    expect(role?.ManagedPolicyArns).toBeUndefined();
    expect(JSON.stringify(role?.AssumeRolePolicyDocument)).toContain("backup.amazonaws.com");
  });

  test("that are not made, or not copied, are told to on-call", () => {
    const [, { EventPattern, Targets }] = ofType(resources, "AWS::Events::Rule")
      .map(([id, { Properties }]) => [id, Properties] as const)
      .find(([id]) => id.startsWith("BackupFailures")) ?? ["", {} as Record<string, unknown>];
    expect(EventPattern).toMatchObject({
      source: ["aws.backup"],
      "detail-type": ["Backup Job State Change", "Copy Job State Change"],
      detail: { resourceArn: [{ "Fn::GetAtt": [tableId, "Arn"] }] },
    });
    expect((Targets as { Arn: unknown }[]).map(({ Arn }) => readable(Arn))[0]).toMatch(/OnCallTopic/);
  });

  test("stay in the account where no other is named, and are made for no stage that asks for none", () => {
    const [, { BackupPlan }] = theOne(synthesise(aStage({ backup: {} })).resources, "AWS::Backup::BackupPlan");
    expect(JSON.stringify(BackupPlan)).not.toContain("CopyActions");
    expect(ofType(synthesise().resources, "AWS::Backup::BackupVault")).toEqual([]);
  });

  test.each([
    [{ copyTo: "arn:aws:s3:::backups" }, "the ARN of a vault of AWS Backup"],
    [{ copyTo: copyTo.replace("210987654321", "123456789012") }, "the stage's own account"],
    [{ keepDays: 400 }, "backup.keepDays"],
  ])("are refused where they make no sense: %j", (backup, says) => {
    const row = aStage({ account: "123456789012", backup });
    expect(() => readStage("it", { it: row })).toThrow(says);
  });
});
