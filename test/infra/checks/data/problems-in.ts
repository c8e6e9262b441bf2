import { type Expression, type ObjectProperty, parseSync } from "oxc-parser";
import { sayIssue } from "../../../../functions/kernel/say-issue.ts";
import type * as z from "../../../../functions/kernel/zod.ts";
import type { DataFile } from "./holds.ts";

type Problem = { readonly start: number; readonly say: string };

/**
 * What is wrong with a file of data, by line: `functions/notice/templates/de.json:181: "desk" is missing`. In the
 * order of lines. Reads nothing.
 */
export const problemsIn = ({ file, schema }: DataFile, text: string): readonly string[] =>
  [...problemsOf(schema, text)]
    .sort((one, other) => one.start - other.start)
    .map(({ start, say }) => `${file}:${text.slice(0, start).split("\n").length}: ${say}`);

const problemsOf = (schema: z.ZodMiniType, text: string): readonly Problem[] => {
  const { program, errors } = parseSync("data.js", `(${text}\n)`);
  const [statement] = program.body;
  if (errors.length > 0 || statement?.type !== "ExpressionStatement")
    return errors.map(({ message, labels }) => ({
      start: (labels[0]?.start ?? 1) - 1,
      say: `this is no JSON (${message}): look for a comma or a quotation mark here or in the line above`,
    }));
  const { expression } = statement;
  const whole = expression.type === "ParenthesizedExpression" ? expression.expression : expression;
  const twice = twiceIn(whole);
  if (twice.length > 0) return twice;
  let value: unknown;
  try {
    value = JSON.parse(text);
  } catch (error) {
    const [, position = 0] = /position (\d+)/.exec(String(error)) ?? [];
    return [{ start: Number(position), say: `this is no JSON (${String(error)}): npx biome check names the place` }];
  }
  const { error } = schema.safeParse(value);
  return (error?.issues ?? []).flatMap((issue) => problemsOfIssue(whole, issue));
};

const problemsOfIssue = (whole: Expression, issue: z.core.$ZodIssue): readonly Problem[] => {
  if (issue.code === "unrecognized_keys")
    return issue.keys.map((key) => ({
      start: startAt(whole, [...issue.path, key]),
      say: `there is no "${key}": spell it as elsewhere, or take the line out`,
    }));
  const said = sayIssue(issue) ?? issue.message;
  const say = said === "is missing" ? "is missing: add it to what begins here" : said;
  return [{ start: startAt(whole, issue.path), say: `${nameOfPlace(issue.path)} ${say}` }];
};

const nameOfPlace = (path: readonly PropertyKey[]): string => {
  const name = path.at(-1);
  return typeof name === "number" ? `${nameOfPlace(path.slice(0, -1))}, entry ${name + 1},` : `"${String(name)}"`;
};

/** Where a place in the data begins, or the nearest around it that there is. */
const startAt = (whole: Expression, path: readonly PropertyKey[]): number => {
  let [node, start]: [Expression | undefined, number] = [whole, 0];
  for (const key of path) {
    const inner = innerOf(node, key);
    if (inner === undefined) return start;
    [node, start] = [inner.node, inner.start - 1];
  }
  return start;
};

const innerOf = (node: Expression | undefined, key: PropertyKey) => {
  if (node?.type === "ArrayExpression") {
    const element = node.elements[Number(key)];
    return element && element.type !== "SpreadElement" ? { node: element, start: element.start } : undefined;
  }
  const property = propertiesOf(node).findLast((one) => nameOf(one) === key);
  return property && { node: property.value, start: property.start };
};

const propertiesOf = (node: Expression | undefined): readonly ObjectProperty[] =>
  node?.type === "ObjectExpression" ? node.properties.filter((one) => one.type === "Property") : [];
const nameOf = ({ key }: ObjectProperty): unknown => (key.type === "Literal" ? key.value : undefined);

/** A name that is there twice: of both only the last would be read. */
const twiceIn = (node: Expression): readonly Problem[] => {
  if (node.type === "ArrayExpression")
    return node.elements.flatMap((element) => (element && element.type !== "SpreadElement" ? twiceIn(element) : []));
  const properties = propertiesOf(node);
  return properties.flatMap((property, at) => [
    ...(properties.slice(0, at).some((before) => nameOf(before) === nameOf(property))
      ? [{ start: property.start - 1, say: `"${nameOf(property)}" is there a second time: take one of the two out` }]
      : []),
    ...twiceIn(property.value),
  ]);
};
