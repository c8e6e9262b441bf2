import { Token } from "aws-cdk-lib";
import type * as dynamodb from "aws-cdk-lib/aws-dynamodb";
import * as iam from "aws-cdk-lib/aws-iam";
import type { FunctionName } from "../topology.ts";
import { type Keys, through } from "./keys.ts";

export type TableReachable = { readonly table: dynamodb.ITable; readonly keys: Keys };

type IndexName = "due" | "review" | "opened";
type Asks = {
  /**
   * Touches no case and nothing else of the table, but for when on-call was told of something, when
   * mails had their turn, and how many went out by day.
   */
  readonly touchesNoCase?: true;
  readonly indexes: readonly IndexName[];
  /** Reads a case's history: to show it to a person, or to make it forget. */
  readonly history?: true;
  /** Reads what a report said that comes to another case, and messages that a person has had retried. */
  readonly readsReports?: true;
  /** Recalls what came of asking a mailbox. */
  readonly recalls?: true;
  /** Reads all places at once where a known answer may stand; only the lookups' own keys. */
  readonly readsKnown?: true;
  /** Moves the end of a look at a case on. */
  readonly keepsLooks?: true;
  /** Reads who waits in a batch. */
  readonly gathers?: true;
  /** Moves a due time on in place; everything else is put as a whole. */
  readonly postpones?: true;
  /** Adds to the counters of bounces and complaints, reads them, and stops the standard lane. */
  readonly counts?: true;
  /** Counts the questions of messages that no case was opened from; those of cases are counted by the stream. */
  readonly countsEntries?: true;
  /** Counts what each reporter reports in a minute. */
  readonly countsReports?: true;
  /** Counts mails of senders who are not proven. */
  readonly countsMails?: true;
  /** Takes up what was put off, and then takes it away. */
  readonly takesUp?: true;
  /**
   * At a person's word lets the standard lane run again, and notices go to a desk again that
   * complained.
   */
  readonly allows?: true;
  /** Takes away who had a case before them. */
  readonly endsReservations?: true;
  /** Writes what people decide in the table of settings; all others read it. */
  readonly writesSettings?: true;
};

/**
 * What a function does with the table beside reading and writing single cases; `lines-only` reads
 * single lines of histories, never one as a whole, and writes nothing but the counts; `nothing` has
 * no right on it and is denied the histories all the same.
 */
const asks: Readonly<Record<FunctionName, Asks | "lines-only" | "nothing">> = {
  "take-in-report": { indexes: [], countsEntries: true, countsReports: true, readsReports: true },
  // A case that wants another look-up at once is made due for it.
  "find-contact": { indexes: [], readsKnown: true, recalls: true, postpones: true },
  // Its turn, and a notice without one that comes back by its due time.
  "send-notice": { indexes: [], postpones: true, gathers: true },
  "tell-channel": { indexes: [], postpones: true },
  "take-in-delivery": { indexes: [], counts: true },
  "take-in-reply": { indexes: [], countsMails: true },
  // The list of what waits, for what joins a question that on-call knows.
  "follow-up": { indexes: ["due", "review"], history: true, postpones: true, takesUp: true, countsEntries: true },
  "tell-reporters": "lines-only",
  "tell-webhooks": "nothing",
  watchdog: { indexes: ["due", "review"], touchesNoCase: true },
  console: {
    // What came back by day stands in `due`, beside what is due.
    indexes: ["review", "opened", "due"],
    history: true,
    allows: true,
    endsReservations: true,
    writesSettings: true,
    keepsLooks: true,
    countsEntries: true,
    // What a person had looked up before they report.
    readsKnown: true,
  },
  "sign-in": "nothing",
};

/** What a function can read of the table, roughly: for the page of who can read what. */
export const readsOfTable = (name: FunctionName): "cases" | "lines" | "no case" | "nothing" => {
  const asked = asks[name];
  if (asked === "nothing") return "nothing";
  if (asked === "lines-only") return "lines";
  return asked.touchesNoCase ? "no case" : "cases";
};

/** Whether a function is told which table there is. */
export const knowsTable = (name: FunctionName): boolean => asks[name] !== "nothing";

/** What a function may do on the table, and what it is denied there whatever else may be allowed. */
export const rightsOnTable = (name: FunctionName, to: TableReachable): readonly iam.PolicyStatement[] => {
  const asked = asks[name];
  const stays = historyStays(to, { isAddedTo: readsOfTable(name) === "cases" });
  if (asked === "nothing") return [stays];
  return [stays, ...(asked === "lines-only" ? lineRights(to) : tableRights(asked, to))];
};

const tableRights = (asked: Asks, to: TableReachable): readonly iam.PolicyStatement[] => [
  ...(asked.touchesNoCase
    ? [
        onKeys(to, ["TOLD#*"], ["dynamodb:GetItem", "dynamodb:PutItem"]),
        onKeys(to, ["PACE#*"], ["dynamodb:BatchGetItem"]),
        onKeys(to, [countedKeys], ["dynamodb:Query"]),
      ]
    : caseRights(asked, to)),
  ...(asked.indexes.length === 0
    ? []
    : [
        new iam.PolicyStatement({
          actions: ["dynamodb:Query"],
          resources: asked.indexes.map((index) => `${to.table.tableArn}/index/${index}`),
        }),
      ]),
  keyRights(to.keys),
];

/** DynamoDB asks for the table's key in the caller's name, and the caller can use it through DynamoDB alone. */
const keyRights = (keys: Keys): iam.PolicyStatement =>
  new iam.PolicyStatement({
    actions: [
      "kms:Decrypt",
      "kms:DescribeKey",
      "kms:Encrypt",
      "kms:GenerateDataKey",
      "kms:ReEncryptFrom",
      "kms:ReEncryptTo",
    ],
    resources: [keys.records.keyArn],
    conditions: through("dynamodb"),
  });

/** The overview's counts. */
const countedKeys = "COUNT#*";

const lineRights = ({ table, keys }: TableReachable): readonly iam.PolicyStatement[] => [
  // Who reported it, of a case that many did.
  onKeys({ table }, ["REPORTS#*"], ["dynamodb:Query"]),
  // A line that is tried again. The key that opens it stands beside its case's state; and by what a master key is
  // known again.
  onKeys({ table }, ["HISTORY#*", "CASE#*", "KEY#*", countedKeys], ["dynamodb:GetItem"]),
  onKeys({ table }, [countedKeys], ["dynamodb:UpdateItem"]),
  keyRights(keys),
];

/**
 * The AWS managed policy AWSLambdaDynamoDBExecutionRole, for this table's stream alone. Its name is
 * known only once it is there.
 */
export const streamRights = ({ table }: TableReachable): iam.PolicyStatement =>
  new iam.PolicyStatement({
    actions: ["dynamodb:DescribeStream", "dynamodb:GetRecords", "dynamodb:GetShardIterator", "dynamodb:ListStreams"],
    resources: [Token.isUnresolved(table.tableStreamArn) ? `${table.tableArn}/stream/*` : (table.tableStreamArn ?? "")],
  });

/**
 * Actions on items whose partition key begins so. "For all values" is true of none at all, so that
 * there is a key must be asked as well.
 */
const onKeys = (
  { table }: Pick<TableReachable, "table">,
  keys: readonly string[],
  actions: readonly string[],
): iam.PolicyStatement =>
  new iam.PolicyStatement({
    actions: [...actions],
    resources: [table.tableArn],
    conditions: {
      "ForAllValues:StringLike": { "dynamodb:LeadingKeys": [...keys] },
      Null: { "dynamodb:LeadingKeys": "false" },
    },
  });

/**
 * No function changes or deletes a line of history, whatever else it may do, and only those that
 * write cases add one. IAM cannot ask that a line that is put be new; that stands in the store's
 * condition (`attribute_not_exists`), which neither a batch nor PartiQL would carry.
 */
const historyStays = (
  { table }: Pick<TableReachable, "table">,
  { isAddedTo }: { readonly isAddedTo: boolean },
): iam.PolicyStatement =>
  new iam.PolicyStatement({
    effect: iam.Effect.DENY,
    actions: [
      "dynamodb:BatchWriteItem",
      "dynamodb:DeleteItem",
      "dynamodb:PartiQLDelete",
      "dynamodb:PartiQLInsert",
      "dynamodb:PartiQLUpdate",
      ...(isAddedTo ? [] : ["dynamodb:PutItem"]),
      "dynamodb:UpdateItem",
    ],
    resources: [table.tableArn],
    conditions: { "ForAnyValue:StringLike": { "dynamodb:LeadingKeys": ["HISTORY#*"] } },
  });

/**
 * Settings are written where a person asks for it, and nowhere else: they say to whom nothing may
 * go. Nobody deletes one, or changes a line of their audit in place.
 */
const settingsStay = ({ table }: Pick<TableReachable, "table">, areWritten: boolean): iam.PolicyStatement =>
  new iam.PolicyStatement({
    effect: iam.Effect.DENY,
    actions: [
      "dynamodb:BatchWriteItem",
      "dynamodb:DeleteItem",
      ...(areWritten ? [] : ["dynamodb:PutItem"]),
      "dynamodb:UpdateItem",
    ],
    resources: [table.tableArn],
    conditions: { "ForAnyValue:StringLike": { "dynamodb:LeadingKeys": ["SETTINGS", "SETTINGS-AUDIT"] } },
  });

const caseRights = (
  {
    history,
    postpones,
    counts,
    countsEntries,
    countsReports,
    countsMails,
    takesUp,
    allows,
    endsReservations,
    readsKnown,
    gathers,
    recalls,
    writesSettings,
    readsReports,
    keepsLooks,
  }: Asks,
  to: TableReachable,
): readonly iam.PolicyStatement[] => [
  settingsStay(to, writesSettings === true),
  // A transaction is allowed by the actions of its parts.
  new iam.PolicyStatement({
    actions: [
      "dynamodb:GetItem",
      "dynamodb:PutItem",
      "dynamodb:ConditionCheckItem",
      ...(history ? ["dynamodb:Query"] : []),
      ...(postpones ? ["dynamodb:UpdateItem"] : []),
    ],
    resources: [to.table.tableArn],
  }),
  // What people decided since the deployment holds for each step.
  ...(history ? [] : [onKeys(to, ["SETTINGS", ...(readsReports ? ["HISTORY#*", "CASE#*"] : [])], ["dynamodb:Query"])]),
  // SES's events note in a mail's record that it is out, too.
  ...(counts ? [onKeys(to, ["MAIL#*", "REPUTATION#*", "SENDER"], ["dynamodb:Query", "dynamodb:UpdateItem"])] : []),
  // One statement for each action: a role's policy holds 10,240 characters (IAM User Guide, "IAM and
  // AWS STS quotas"), of which each statement's frame takes two hundred.
  onKeys(
    to,
    [
      // What a person said of a reply, with whichever change their verdict takes effect.
      "JUDGED#*",
      ...(countsEntries ? [countedKeys] : []),
      ...(countsReports ? ["TAKEN#*"] : []),
      ...(countsMails ? ["UNPROVEN#*"] : []),
      ...(allows ? ["SENDER", "STOPPED#*"] : []),
      ...(keepsLooks ? ["VIEWED#*"] : []),
    ],
    ["dynamodb:UpdateItem"],
  ),
  // Only the pointer from a target to its open case, and a place in a line, are ever deleted; no
  // role can delete a case or its history.
  onKeys(
    to,
    ["TARGET#*", "BATCH#*", ...(takesUp ? ["PUT-OFF#*"] : []), ...(endsReservations ? ["RESERVED"] : [])],
    ["dynamodb:DeleteItem"],
  ),
  ...(gathers ? [onKeys(to, ["BATCH#*"], ["dynamodb:Query"])] : []),
  ...(recalls ? [onKeys(to, ["DESK#*"], ["dynamodb:Query"])] : []),
  ...(readsKnown ? [onKeys(to, ["KNOWN#*"], ["dynamodb:BatchGetItem"])] : []),
];
