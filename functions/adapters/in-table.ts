import type { DocumentClient } from "./document-client.ts";

/** The table that an adapter keeps its items in. */
export type InTable = { readonly table: DocumentClient; readonly TableName: string };
