import { readable } from "./synthesised.ts";

type Json = Readonly<Record<string, unknown>>;

/**
 * A template as text that one reads: each resource with its type and what becomes of it when the stack goes, its
 * properties packed into lines, references as `${Logical.Arn}`, a line for each statement of a policy, each metric
 * of a dashboard and each variable of a function. Left out are the settings' marks, hashes of assets and texts
 * of alarms, which the runbook's laws read.
 */
export const outlineOf = ({ Metadata: _, Resources, ...rest }: Json): string => {
  const lines = [
    ...linesOf(rest),
    ...Object.entries(Resources as Record<string, Json>).flatMap(([id, { Type, Properties, ...more }]) => {
      const { Tags, AlarmDescription: _, ...own } = (Properties ?? {}) as Json;
      const head = [id, String(Type), ...Object.entries(more).map(([key, value]) => `${key}: ${textOf(value)}`)];
      return ["", [...head, ...tagged(Tags)].join("  "), ...linesOf(own).map(indented)];
    }),
  ];
  return `${lines.join("\n").replaceAll(/[0-9a-f]{64}/g, "<asset>")}\n`;
};

const tagged = (tags: unknown): readonly string[] => {
  if (tags === undefined) return [];
  const text = textOf(tags);
  return [/^\[?\{Key: takedown-stage, Value: example\}\]?$|^\{takedown-stage: example\}$/.test(text) ? "tagged" : text];
};

const widest = 116;
const indented = (line: string): string => `  ${line}`;

/** Short properties share a line; what has parts of its own has a line for each. */
const linesOf = (properties: Json): readonly string[] => {
  const lines: string[] = [];
  let isOpen = false;
  for (const [name, value] of Object.entries(properties).toSorted(([a], [b]) => (a < b ? -1 : 1))) {
    const parts = partsOf(name, value);
    const text = `${name}: ${textOf(value)}`;
    if (parts !== undefined) lines.push(`${name}:`, ...parts.map(indented));
    else if (isOpen && `${lines.at(-1)}; ${text}`.length <= widest) lines.push(`${lines.pop()}; ${text}`);
    else lines.push(text);
    isOpen = parts === undefined;
  }
  return lines;
};

const partsOf = (name: string, value: unknown): readonly string[] | undefined => {
  if (name === "DashboardBody") return widgetsOf(value);
  if (typeof value !== "object" || value === null || Array.isArray(value) || isReference(value)) return undefined;
  if ("Statement" in value) {
    const { Statement, Version, ...more } = value as Json;
    const unusual = { ...(Version !== "2012-10-17" && { Version }), ...more };
    return [...linesOf(unusual), ...(Statement as readonly Json[]).map(statement)];
  }
  if ("Variables" in value)
    return Object.entries(value.Variables as Json).map(([key, text]) => `${key}=${textOf(text)}`);
  return textOf(value).length > widest ? linesOf(value as Json) : undefined;
};

const statement = ({ Effect, Principal, Action, Resource, ...more }: Json): string =>
  [Effect, Principal, Action, ...(Resource === undefined ? [] : ["on", Resource]), more]
    .filter((part) => part !== undefined && textOf(part) !== "{}")
    .map(textOf)
    .join(" ");

/** Which alarms there are is said by the alarms. */
const widgetsOf = (body: unknown): readonly string[] => {
  const { widgets }: { readonly widgets: readonly { readonly properties: Json }[] } = JSON.parse(readable(body));
  return widgets.flatMap(({ properties: { metrics = [], alarms: _, ...properties }, ...widget }) => [
    textOf({ ...properties, ...widget }),
    ...(metrics as readonly unknown[]).map(textOf).map(indented),
  ]);
};

const isReference = (value: object): boolean => {
  const [key = "", ...others] = Object.keys(value);
  return others.length === 0 && (key === "Ref" || key.startsWith("Fn::"));
};

const textOf = (value: unknown): string => {
  if (Array.isArray(value)) return `[${value.map(textOf).join(", ")}]`;
  // What would read as a number or a truth value is another thing to CloudFormation as text.
  if (typeof value === "string") return /^(?:-?\d+(?:\.\d+)?|true|false|null|)$/.test(value) ? `"${value}"` : value;
  if (typeof value !== "object" || value === null) return String(value);
  if (isReference(value)) return readable(value);
  const parts = Object.entries(value).map(([key, part]) => `${key}: ${textOf(part)}`);
  return `{${parts.join(", ")}}`;
};
