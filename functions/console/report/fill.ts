import { defangUrl } from "../../kernel/defang.ts";
import { fieldOf } from "../../report/column-headings.ts";
import { openEnvelopes } from "../../report/envelope.ts";
import { evidence } from "../../report/native.ts";
import type { Written, WrittenField } from "../../report/written-fields.ts";
import { inField } from "./fields.ts";

const isObject = (value: unknown): value is Readonly<Record<string, unknown>> =>
  typeof value === "object" && value !== null && !Array.isArray(value);

/** Names that stand for more than one thing, by the whole path of where they stand. */
const byPath: Readonly<Record<string, WrittenField>> = {
  "target.account.service": "service",
  "target.account.account": "account",
  "target.peer.address": "peer",
  "target.peer.port": "port",
  source_identifier: "address",
  // XARF's, which a notice prints; of the same name elsewhere nobody knows for whom it was written.
  description: "explanation",
};
/** Ways and versions, which the form writes anew; and who entered it, which is who mends it. */
const ownWords = new Set(["version", "enteredBy", "target.peer.seenAt", "target.peer.protocol"]);

/**
 * The fields of the form, as far as a message that could not be read has them, whatever shape it is
 * in: its names are read as headings of a table are. Pure.
 */
export const fieldsIn = (text: string | undefined): Written => {
  const opened = openEnvelopes(text ?? "");
  if (!opened.ok) return {};
  const written: Partial<Record<WrittenField, string>> = {};
  const more: Record<string, unknown> = {};
  for (const [path, value] of leavesOf(opened.value)) {
    if (ownWords.has(path)) continue;
    const name = path.split(".").at(-1) ?? "";
    const field = byPath[path] ?? fieldOf(name);
    // Of a tick that is not set nothing is said.
    const said = typeof value === "object" || value === false ? undefined : String(value);
    if (field !== undefined && said !== undefined && written[field] === undefined)
      written[field] = shownIn(field, said);
    else if (Object.hasOwn(evidence().shape, name)) more[name] = value;
  }
  return { ...written, ...(Object.keys(more).length > 0 && { more: JSON.stringify(more, null, 1) }) };
};

const depthAtMost = 6;
const leavesAtMost = 200;

const leavesOf = (value: Readonly<Record<string, unknown>>): readonly (readonly [string, unknown])[] => {
  const leaves: [string, unknown][] = [];
  const walk = (one: unknown, path: string, depth: number): void => {
    if (leaves.length >= leavesAtMost || one === null || one === undefined) return;
    if (!isObject(one)) leaves.push([path, one]);
    else if (depth < depthAtMost)
      for (const [name, within] of Object.entries(one)) walk(within, path === "" ? name : `${path}.${name}`, depth + 1);
  };
  walk(value, "", 0);
  return leaves;
};

/** Addresses stand defanged on a page, and are read so. */
const shownIn = (field: WrittenField, said: string): string => {
  if (field === "address" && said.includes("://")) return defangUrl(said);
  return field === "seenAt" || field === "firstSeenAt" ? inField(said) : said;
};
