import { describe, expect, test } from "vitest";
import { readStage } from "../../../infra/stack/stages.ts";
import { withoutReason } from "../checks/findings.ts";
import { nagFindings } from "../checks/nag.ts";
import { aStage } from "./a-stage.ts";
import { ofType, type Resource, readable, synthesise, theOne, withApp } from "./synthesised.ts";

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
    expect(onTables).toHaveLength(4);
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

describe("a table that was restored", () => {
  const stream = "arn:aws:dynamodb:eu-central-1:123456789012:table/cases-restored/stream/2026-11-24T10:00:00.000";
  const { resources, template } = synthesise(aStage({ restoredTable: stream }));

  test("is the one that all functions work on, and have rights on; the stack's own stays", () => {
    const [tableId, , { DeletionPolicy }] = theOne(resources, "AWS::DynamoDB::Table");
    expect(DeletionPolicy).toBe("Retain");
    const named = ofType(resources, "AWS::Lambda::Function").flatMap(([, { Properties }]) => {
      const { Variables } = Properties.Environment as { Variables: Record<string, unknown> };
      return "TABLE_NAME" in Variables ? [Variables.TABLE_NAME] : [];
    });
    expect(named.length).toBeGreaterThan(7);
    expect(new Set(named)).toEqual(new Set(["cases-restored"]));
    const rights = JSON.stringify(ofType(resources, "AWS::IAM::Policy"));
    expect(rights).toContain(":table/cases-restored");
    expect(rights).not.toContain(tableId);
    const outputs = template.toJSON().Outputs as Record<string, { Value: unknown }>;
    expect(Object.entries(outputs).find(([id]) => id.includes("CasesTableName"))?.[1].Value).toBe("cases-restored");
  });

  test("tells reporters by its own stream, on which alone their function has a right", () => {
    const [, mapping] = theOne(resources, "AWS::Lambda::EventSourceMapping", "EventSourceArn", stream as string);
    expect(mapping.StartingPosition).toBe("TRIM_HORIZON");
    expect(JSON.stringify(resources)).not.toContain("/stream/*");
  });

  test("is found by the static checks to be like the stack's own", () => {
    const backup = { copyTo: "arn:aws:backup:eu-central-1:210987654321:backup-vault:takedown" };
    expect(withoutReason(withApp(aStage({ restoredTable: stream, backup }), nagFindings))).toEqual([]);
  });

  test("is in the stage's own region and account, or refused", () => {
    const refused = (row: Parameters<typeof aStage>[0]) => () => readStage("it", { it: aStage(row) });
    const elsewhere = stream.replace("eu-central-1", "us-west-2");
    expect(refused({ restoredTable: elsewhere })).toThrow("restoredTable is in us-west-2");
    expect(refused({ restoredTable: stream, account: "210987654321" })).toThrow("the account 123456789012");
    expect(refused({ restoredTable: "cases-restored" })).toThrow("LatestStreamArn");
  });
});
