import type { DynamoDBDocumentClient } from "@aws-sdk/lib-dynamodb";

/** The table that an adapter keeps its items in. */
export type InTable = { readonly table: DynamoDBDocumentClient; readonly TableName: string };
