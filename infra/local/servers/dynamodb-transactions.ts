import { createKey, type Item, type LevelOperation, type Store, validateKey } from "dynalite/db/index.js";
import { type Body, isBody, Refused, readRequest, run } from "./dynalite-operations.ts";
import { type Commit, stageOn, tableOf } from "./dynamodb-stage.ts";

const dynamodb = "com.amazonaws.dynamodb.v20120810#";
const invalid = (message: string): Refused => new Refused({ __type: "com.amazon.coral.validate#ValidationException", message });

/** DynamoDB API, TransactWriteItems and TransactGetItems: "up to 100 actions". */
const actionsAtMost = 100;
/** "A client request token is valid for 10 minutes after the first request that uses it is completed." */
const tokenMs = 10 * 60 * 1000;

/** Tokens of transactions done, in memory: a restart forgets them, where AWS remembers ten minutes. */
export type Tokens = Map<string, { readonly request: string; readonly until: number }>;

type Reason = { readonly Code: string; readonly Message?: string; readonly Item?: Item };

/** All of a transaction's writes, or none; the caller lets no other write run meanwhile. Throws `Refused`. */
export const transactWrite = async (store: Store, body: Body, tokens: Tokens, nowMs: number, commit: Commit): Promise<Body> => {
  const { ClientRequestToken: token, ...request } = body;
  const text = JSON.stringify(request);
  if (typeof token === "string") {
    for (const [known, { until }] of tokens) if (until < nowMs) tokens.delete(known);
    const before = tokens.get(token);
    if (before && before.request !== text)
      throw new Refused({
        __type: `${dynamodb}IdempotentParameterMismatchException`,
        Message: "The request uses the same client token as a previous, but non-identical request.",
      });
    if (before) return {};
  }
  const actions = readActions(body);
  await refuseTwiceTheSame(store, actions);
  const operations: LevelOperation[] = [];
  const reasons: Reason[] = [];
  for (const action of actions) {
    const staged = stageOn(store);
    const reason = await reasonAgainst(staged.store, store, action);
    reasons.push(reason);
    if (action.kind !== "ConditionCheck") operations.push(...staged.operations);
  }
  if (reasons.some(({ Code }) => Code !== "None")) {
    const codes = reasons.map(({ Code }) => Code).join(", ");
    throw new Refused({
      __type: `${dynamodb}TransactionCanceledException`,
      Message: `Transaction cancelled, please refer cancellation reasons for specific reasons [${codes}]`,
      CancellationReasons: reasons,
    });
  }
  await commit(operations);
  if (typeof token === "string") tokens.set(token, { request: text, until: nowMs + tokenMs });
  return {};
};

type Action = { readonly kind: "Put" | "Update" | "Delete" | "ConditionCheck"; readonly operation: string; readonly request: Body };
const operationOf = { Put: "PutItem", Update: "UpdateItem", Delete: "DeleteItem", ConditionCheck: "DeleteItem" } as const;
const kinds = ["Put", "Update", "Delete", "ConditionCheck"] as const;

const readActions = (body: Body): readonly Action[] => {
  const items = body.TransactItems;
  if (!Array.isArray(items) || items.length === 0 || items.length > actionsAtMost) {
    throw invalid(
      `1 validation error detected: Value at 'transactItems' failed to satisfy constraint: Member must have length less than or equal to ${actionsAtMost} and greater than or equal to 1`,
    );
  }
  return items.map((item: unknown) => {
    const named = isBody(item) ? kinds.filter((kind) => isBody(item[kind])) : [];
    const [kind] = named;
    const request = kind && isBody(item) ? item[kind] : undefined;
    if (!kind || named.length !== 1 || !isBody(request)) throw invalid("TransactItems can only contain one of Check, Put, Update or Delete");
    if (kind === "ConditionCheck" && typeof request.ConditionExpression !== "string")
      throw invalid("The request must contain the parameter ConditionExpression");
    return { kind, operation: operationOf[kind], request };
  });
};

const refuseTwiceTheSame = async (store: Store, actions: readonly Action[]): Promise<void> => {
  const seen = new Set<string>();
  for (const { operation, request } of actions) {
    const data = readRequest(operation, request, store);
    const table = await tableOf(store, String(data.TableName));
    const key = data.Key ?? data.Item;
    if (!isItem(key)) continue;
    let place: string;
    try {
      place = `${table.TableName}/${createKey(key, table)}`;
    } catch {
      // A key that does not fit the schema; the action itself says so, in its own reason.
      continue;
    }
    if (seen.has(place)) throw invalid("Transaction request cannot include multiple operations on one item");
    seen.add(place);
  }
};

/** Runs one action on a stage; its failure is a reason for all, not yet an answer. */
const reasonAgainst = async (staged: Store, real: Store, { operation, request }: Action): Promise<Reason> => {
  try {
    await run(operation, staged, readRequest(operation, request, real));
    return { Code: "None" };
  } catch (error) {
    if (!(error instanceof Refused)) throw error;
    const type = String(error.body.__type);
    if (type.endsWith("ConditionalCheckFailedException")) {
      const item = request.ReturnValuesOnConditionCheckFailure === "ALL_OLD" ? await itemAt(real, request) : undefined;
      return { Code: "ConditionalCheckFailed", Message: "The conditional request failed", ...(item && { Item: item }) };
    }
    if (type.endsWith("ValidationException")) return { Code: "ValidationError", Message: error.message };
    throw error;
  }
};

const isItem = (value: unknown): value is Item => isBody(value) && Object.values(value).every(isBody);

/** The item that a write is about, as it stands. */
export const itemAt = async (store: Store, request: Body): Promise<Item | undefined> => {
  const table = await tableOf(store, String(request.TableName));
  const whole = request.Key ?? request.Item;
  if (!isItem(whole)) return undefined;
  const key = Object.fromEntries(table.KeySchema.flatMap(({ AttributeName: name }) => (whole[name] ? [[name, whole[name]]] : [])));
  if (validateKey(key, table)) return undefined;
  const { Item: item } = await run("GetItem", store, { TableName: table.TableName, Key: key });
  return isItem(item) ? item : undefined;
};

/** Several items as they stood at one moment; the caller lets no write run meanwhile. */
export const transactGet = async (store: Store, body: Body): Promise<Body> => {
  const items = body.TransactItems;
  if (!Array.isArray(items) || items.length === 0 || items.length > actionsAtMost)
    throw invalid("1 validation error detected: Value at 'transactItems' failed to satisfy constraint: Member must have length less than or equal to 100");
  const responses: Body[] = [];
  for (const item of items) {
    const request = isBody(item) ? item.Get : undefined;
    if (!isBody(request)) throw invalid("TransactItems can only contain Get");
    const { Item: found } = await run("GetItem", store, readRequest("GetItem", request, store));
    responses.push(found ? { Item: found } : {});
  }
  return { Responses: responses };
};
