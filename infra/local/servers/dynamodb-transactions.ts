import { createKey, type Item, itemSize, type LevelOperation, type Store, validateKey } from "dynalite/db/index.js";
import { type Body, isBody, Refused, readRequest, run } from "./dynalite-operations.ts";
import { type Commit, stageOn, tableOf } from "./dynamodb-stage.ts";

const dynamodb = "com.amazonaws.dynamodb.v20120810#";
const invalid = (message: string): Refused =>
  new Refused({ __type: "com.amazon.coral.validate#ValidationException", message });

/** DynamoDB API, TransactWriteItems and TransactGetItems: "up to 100 actions". */
const actionsAtMost = 100;
/** TransactWriteItems: "The aggregate size of the items in the transaction cannot exceed 4 MB." */
const bytesAtMost = 4 * 1024 * 1024;
/**
 * TransactWriteItems, `ClientRequestToken`: "Length Constraints: Minimum length of 1. Maximum
 * length of 36."
 */
const tokenLengthAtMost = 36;
/**
 * "A client request token is valid for 10 minutes after the first request that uses it is
 * completed."
 */
const tokenMs = 10 * 60 * 1000;

/**
 * Tokens of transactions done, in memory: a restart forgets them, where AWS remembers ten minutes.
 */
export type Tokens = Map<string, { readonly request: string; readonly until: number }>;

/**
 * Refuses a token that AWS would not take, before anything of its request is read. Throws
 * `Refused`.
 */
export const readToken = ({ ClientRequestToken: token }: Body): string | undefined => {
  if (typeof token !== "string") return undefined;
  if (token.length >= 1 && token.length <= tokenLengthAtMost) return token;
  throw invalid(
    `1 validation error detected: Value '${token}' at 'clientRequestToken' failed to satisfy constraint: ` +
      `Member must have length less than or equal to ${tokenLengthAtMost} and greater than or equal to 1`,
  );
};

type Reason = { readonly Code: string; readonly Message?: string; readonly Item?: Item };

/**
 * All of a transaction's writes, or none; the caller lets no other write run meanwhile. Throws
 * `Refused`.
 */
export const transactWrite = async (
  store: Store,
  body: Body,
  tokens: Tokens,
  nowMs: number,
  commit: Commit,
): Promise<Body> => {
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
  let bytes = 0;
  for (const action of actions) {
    const staged = stageOn(store);
    const reason = await reasonAgainst(staged.store, store, action);
    reasons.push(reason);
    if (action.kind !== "ConditionCheck") operations.push(...staged.operations);
    const written = staged.operations.find(({ type, key }) => type === "put" && key.startsWith("item-"));
    const item = written?.type === "put" && isItem(written.value) ? written.value : await itemAt(store, action.request);
    bytes += item ? itemSize(item) : 0;
  }
  if (reasons.some(({ Code }) => Code !== "None")) {
    const codes = reasons.map(({ Code }) => Code).join(", ");
    throw new Refused({
      __type: `${dynamodb}TransactionCanceledException`,
      Message: `Transaction cancelled, please refer cancellation reasons for specific reasons [${codes}]`,
      CancellationReasons: reasons,
    });
  }
  if (bytes > bytesAtMost)
    throw invalid(
      "Transaction request size has exceeded the maximum allowed size: the aggregate size of its items is above 4 MB",
    );
  await commit(operations);
  if (typeof token === "string") tokens.set(token, { request: text, until: nowMs + tokenMs });
  return {};
};

type Action = {
  readonly kind: "Put" | "Update" | "Delete" | "ConditionCheck";
  readonly operation: string;
  readonly request: Body;
};
const operationOf = {
  Put: "PutItem",
  Update: "UpdateItem",
  Delete: "DeleteItem",
  ConditionCheck: "DeleteItem",
} as const;
const kinds = ["Put", "Update", "Delete", "ConditionCheck"] as const;

const readActions = (body: Body): readonly Action[] => {
  const items = body.TransactItems;
  if (!Array.isArray(items) || items.length === 0 || items.length > actionsAtMost) {
    throw invalid(
      "1 validation error detected: Value at 'transactItems' failed to satisfy constraint: Member must " +
        `have length less than or equal to ${actionsAtMost} and greater than or equal to 1`,
    );
  }
  return items.map((item: unknown) => {
    const named = isBody(item) ? kinds.filter((kind) => isBody(item[kind])) : [];
    const [kind] = named;
    const request = kind && isBody(item) ? item[kind] : undefined;
    if (!kind || named.length !== 1 || !isBody(request))
      throw invalid("TransactItems can only contain one of Check, Put, Update or Delete");
    if (kind === "ConditionCheck" && typeof request.ConditionExpression !== "string")
      throw invalid("The request must contain the parameter ConditionExpression");
    return { kind, operation: operationOf[kind], request };
  });
};

/**
 * Where the items of a transaction lie, in its order; `undefined` for a key that does not fit, of
 * which the action itself says so.
 */
export const placesOf = async (
  store: Store,
  { TransactItems: items }: Body,
): Promise<readonly (string | undefined)[]> =>
  Promise.all(
    (Array.isArray(items) ? items : []).map((item: unknown) => {
      const [request] = isBody(item) ? Object.values(item).filter(isBody) : [];
      return request ? placeOf(store, request) : undefined;
    }),
  );

/** Where the item of a single request lies. */
export const placeOf = async (store: Store, { TableName, Key, Item }: Body): Promise<string | undefined> => {
  const key = Key ?? Item;
  if (!isItem(key)) return undefined;
  try {
    const table = await tableOf(store, String(TableName));
    return `${table.TableName}/${createKey(key, table)}`;
  } catch {
    return undefined;
  }
};

const refuseTwiceTheSame = async (store: Store, actions: readonly Action[]): Promise<void> => {
  const seen = new Set<string>();
  for (const { operation, request } of actions) {
    const data = readRequest(operation, request, store);
    await tableOf(store, String(data.TableName));
    const place = await placeOf(store, data);
    if (place === undefined) continue;
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
  const key = Object.fromEntries(
    table.KeySchema.flatMap(({ AttributeName: name }) => (whole[name] ? [[name, whole[name]]] : [])),
  );
  if (validateKey(key, table)) return undefined;
  const { Item: item } = await run("GetItem", store, { TableName: table.TableName, Key: key });
  return isItem(item) ? item : undefined;
};

/** Several items as they stood at one moment; the caller lets no write run meanwhile. */
export const transactGet = async (store: Store, body: Body): Promise<Body> => {
  const items = body.TransactItems;
  if (!Array.isArray(items) || items.length === 0 || items.length > actionsAtMost)
    throw invalid(
      "1 validation error detected: Value at 'transactItems' failed to satisfy constraint: Member must " +
        "have length less than or equal to 100",
    );
  const responses: Body[] = [];
  for (const item of items) {
    const request = isBody(item) ? item.Get : undefined;
    if (!isBody(request)) throw invalid("TransactItems can only contain Get");
    const { Item: found } = await run("GetItem", store, readRequest("GetItem", request, store));
    responses.push(found ? { Item: found } : {});
  }
  return { Responses: responses };
};
