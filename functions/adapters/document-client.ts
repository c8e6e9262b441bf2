import {
  type AttributeValue,
  BatchGetItemCommand,
  type BatchGetItemCommandInput,
  type BatchGetItemCommandOutput,
  DeleteItemCommand,
  type DeleteItemCommandInput,
  type DynamoDBClient,
  GetItemCommand,
  type GetItemCommandInput,
  type GetItemCommandOutput,
  PutItemCommand,
  type PutItemCommandInput,
  QueryCommand as QueryItemsCommand,
  type QueryCommandInput as QueryItemsCommandInput,
  type QueryCommandOutput as QueryItemsCommandOutput,
  TransactWriteItemsCommand,
  type TransactWriteItemsCommandInput,
  UpdateItemCommand,
  type UpdateItemCommandInput,
  type UpdateItemCommandOutput,
} from "@aws-sdk/client-dynamodb";
import { convertToAttr, convertToNative } from "@aws-sdk/util-dynamodb";

/*
 * DynamoDB's commands with values as JavaScript has them. AWS's own client for that
 * (`@aws-sdk/lib-dynamodb`, with which tests read what this one wrote) puts two middlewares on each
 * command and walks through its input and output by a tree of names: a tenth of what a call takes.
 */

/** An item, a key, or the values of an expression. */
export type Item = Record<string, unknown>;
type Attributes = Record<string, AttributeValue>;
/** A command's input or output, with items in place of attributes. */
type Native<Of> = {
  [Name in keyof Of]: Of[Name] extends Attributes | undefined
    ? Item | Extract<Of[Name], undefined>
    : Of[Name] extends Attributes[] | undefined
      ? Item[] | Extract<Of[Name], undefined>
      : Of[Name];
};

/** An item as it is stored: what is `undefined` in it is left out, and nothing deeper may be. */
const attributesOf = (item: Item): Attributes => {
  const attributes: Attributes = {};
  for (const [name, value] of Object.entries(item)) if (value !== undefined) attributes[name] = convertToAttr(value);
  return attributes;
};
const itemOf = (attributes: Attributes): Item => {
  const item: Item = {};
  for (const [name, value] of Object.entries(attributes)) item[name] = convertToNative(value);
  return item;
};

type Holding = {
  readonly Key?: Item | undefined;
  readonly Item?: Item | undefined;
  readonly ExclusiveStartKey?: Item | undefined;
  readonly ExpressionAttributeValues?: Item | undefined;
};
/** All that a command or a part of a transaction holds in values. */
const stored = <Of extends Holding>(input: Of): Of & { readonly [Name in keyof Holding]: Attributes } => {
  const { Key, Item, ExclusiveStartKey, ExpressionAttributeValues } = input;
  return {
    ...input,
    ...(Key && { Key: attributesOf(Key) }),
    ...(Item && { Item: attributesOf(Item) }),
    ...(ExclusiveStartKey && { ExclusiveStartKey: attributesOf(ExclusiveStartKey) }),
    ...(ExpressionAttributeValues && { ExpressionAttributeValues: attributesOf(ExpressionAttributeValues) }),
  } as never;
};

abstract class DocumentCommand<Input, Output> {
  readonly input: Input;
  constructor(input: Input) {
    this.input = input;
  }
  abstract by(client: DynamoDBClient): Promise<Output>;
}

export class GetCommand extends DocumentCommand<Native<GetItemCommandInput>, Native<GetItemCommandOutput>> {
  async by(client: DynamoDBClient) {
    const answer = await client.send(new GetItemCommand(stored(this.input)));
    return { ...answer, Item: answer.Item && itemOf(answer.Item) };
  }
}

export class PutCommand extends DocumentCommand<Native<PutItemCommandInput>, void> {
  async by(client: DynamoDBClient) {
    await client.send(new PutItemCommand(stored(this.input)));
  }
}

export class DeleteCommand extends DocumentCommand<Native<DeleteItemCommandInput>, void> {
  async by(client: DynamoDBClient) {
    await client.send(new DeleteItemCommand(stored(this.input)));
  }
}

export class UpdateCommand extends DocumentCommand<Native<UpdateItemCommandInput>, Native<UpdateItemCommandOutput>> {
  async by(client: DynamoDBClient) {
    const answer = await client.send(new UpdateItemCommand(stored(this.input)));
    return { ...answer, Attributes: answer.Attributes && itemOf(answer.Attributes) };
  }
}

export type QueryCommandOutput = Native<QueryItemsCommandOutput>;

export class QueryCommand extends DocumentCommand<Native<QueryItemsCommandInput>, QueryCommandOutput> {
  async by(client: DynamoDBClient) {
    const answer = await client.send(new QueryItemsCommand(stored(this.input)));
    return {
      ...answer,
      Items: answer.Items?.map(itemOf),
      LastEvaluatedKey: answer.LastEvaluatedKey && itemOf(answer.LastEvaluatedKey),
    };
  }
}

type Parts<Part> = { [Kind in keyof Part]: Native<NonNullable<Part[Kind]>> };
type TransactWrites = NonNullable<TransactWriteItemsCommandInput["TransactItems"]>;
/** One write of a transaction. */
export type TransactWrite = Parts<TransactWrites[number]>;
type TransactWriteInput = Omit<TransactWriteItemsCommandInput, "TransactItems"> & {
  readonly TransactItems: readonly TransactWrite[];
};

export class TransactWriteCommand extends DocumentCommand<TransactWriteInput, void> {
  async by(client: DynamoDBClient) {
    const TransactItems = this.input.TransactItems.map(({ ConditionCheck, Delete, Put, Update }) => ({
      ...(ConditionCheck && { ConditionCheck: stored(ConditionCheck) }),
      ...(Delete && { Delete: stored(Delete) }),
      ...(Put && { Put: stored(Put) }),
      ...(Update && { Update: stored(Update) }),
    }));
    await client.send(new TransactWriteItemsCommand({ ...this.input, TransactItems }));
  }
}

type Reads<Requests> = Record<string, Omit<NonNullable<Requests>, "Keys"> & { readonly Keys: readonly Item[] }>;
type BatchGetInput = Omit<BatchGetItemCommandInput, "RequestItems"> & {
  readonly RequestItems: Reads<NonNullable<BatchGetItemCommandInput["RequestItems"]>[string]>;
};
export type BatchGetCommandOutput = Omit<BatchGetItemCommandOutput, "Responses" | "UnprocessedKeys"> & {
  readonly Responses: Record<string, Item[]>;
  readonly UnprocessedKeys: BatchGetInput["RequestItems"];
};

const inEach = <From, To>(of: Record<string, From>, to: (from: From) => To): Record<string, To> =>
  Object.fromEntries(Object.entries(of).map(([name, from]) => [name, to(from)]));

export class BatchGetCommand extends DocumentCommand<BatchGetInput, BatchGetCommandOutput> {
  async by(client: DynamoDBClient) {
    const RequestItems = inEach(this.input.RequestItems, (of) => ({ ...of, Keys: of.Keys.map(attributesOf) }));
    const answer = await client.send(new BatchGetItemCommand({ ...this.input, RequestItems }));
    return {
      ...answer,
      Responses: inEach(answer.Responses ?? {}, (items) => items.map(itemOf)),
      UnprocessedKeys: inEach(answer.UnprocessedKeys ?? {}, (of) => ({ ...of, Keys: (of.Keys ?? []).map(itemOf) })),
    };
  }
}

/** Asks the table. Network: one call for each command. Throws what the SDK throws. */
export class DocumentClient {
  readonly #client: DynamoDBClient;
  constructor(client: DynamoDBClient) {
    this.#client = client;
  }
  static from(client: DynamoDBClient): DocumentClient {
    return new DocumentClient(client);
  }
  send<Input, Output>(command: DocumentCommand<Input, Output>): Promise<Output> {
    return command.by(this.#client);
  }
}
