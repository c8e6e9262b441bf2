import { RemovalPolicy } from "aws-cdk-lib";
import * as dynamodb from "aws-cdk-lib/aws-dynamodb";
import type * as kms from "aws-cdk-lib/aws-kms";
import { Construct } from "constructs";
import { tableSettings } from "../table-settings.ts";

/** As `sizes.ts` has it. */
type Warm = { readonly table: dynamodb.WarmThroughput; readonly index: dynamodb.WarmThroughput };

const text = (name: string) => ({ name, type: dynamodb.AttributeType.STRING });

/**
 * The table of all cases. What stands under its keys is written in `functions/case/STORED-KEYS.md`.
 */
export class CaseTable extends Construct {
  /** The one that the functions work on. */
  readonly table: dynamodb.ITable;

  constructor(
    scope: Construct,
    id: string,
    {
      key,
      warm,
      restored,
    }: { readonly key: kms.IKey; readonly warm: Warm | undefined; readonly restored: string | undefined },
  ) {
    super(scope, id);
    const prepared = warm ? { warmThroughput: warm.index } : {};
    const made = new dynamodb.Table(this, "Table", {
      partitionKey: text("pk"),
      sortKey: text("sk"),
      billingMode: dynamodb.BillingMode.PAY_PER_REQUEST,
      encryption: dynamodb.TableEncryption.CUSTOMER_MANAGED,
      encryptionKey: key,
      pointInTimeRecoverySpecification: { pointInTimeRecoveryEnabled: true },
      deletionProtection: true,
      removalPolicy: RemovalPolicy.RETAIN,
      timeToLiveAttribute: tableSettings.timeToLiveAttribute,
      stream: dynamodb.StreamViewType[tableSettings.streamViewType],
      ...(warm && { warmThroughput: warm.table }),
    });
    // Keys alone: an index lags and only proposes, the case itself is read before anything is
    // decided; and each projected attribute would be written, paid for and encrypted once more at
    // every change.
    const projectionType = dynamodb.ProjectionType.KEYS_ONLY;
    // Cases with a due time, spread over shards; beside them by day what came back of the mails.
    made.addGlobalSecondaryIndex({
      indexName: "due",
      partitionKey: text("dueShard"),
      sortKey: text("dueAt"),
      projectionType,
      ...prepared,
    });
    // Cases in front of a person, worst first; beside them what else is open, what was asked by day, and more
    // (functions/case/STORED-KEYS.md has each).
    made.addGlobalSecondaryIndex({
      indexName: "review",
      partitionKey: text("reviewShard"),
      sortKey: text("reviewRank"),
      projectionType,
      ...prepared,
    });
    made.addGlobalSecondaryIndex({
      indexName: "opened",
      partitionKey: text("openedDay"),
      sortKey: text("openedAt"),
      projectionType,
      ...prepared,
    });
    // After a restore the stack's own stays as it was, for whoever has to look into it.
    this.table = restored === undefined ? made : this.restoredTable(restored, key);
  }

  private restoredTable(tableStreamArn: string, encryptionKey: kms.IKey): dynamodb.ITable {
    const tableName = /:table\/([^/]+)\/stream\//.exec(tableStreamArn)?.[1] ?? "";
    return dynamodb.Table.fromTableAttributes(this, "Restored", { tableName, tableStreamArn, encryptionKey });
  }
}
