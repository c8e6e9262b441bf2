import { readFileSync } from "node:fs";
import { parseSync } from "oxc-parser";

/**
 * One function: where it stands, its lines, and the ways through it: one, and one more for each
 * branch. A `switch` is one branch however many cases it has: ours list what is closed, end in
 * `satisfies never`, and read as a table does.
 */
export type Measured = { readonly at: string; readonly name: string; readonly lines: number; readonly ways: number };

type Node = { readonly type: string; readonly start: number; readonly end: number } & Readonly<Record<string, unknown>>;

const isNode = (value: unknown): value is Node =>
  typeof value === "object" && value !== null && "type" in value && typeof value.type === "string";
const childrenOf = (node: Node): readonly Node[] =>
  Object.values(node).flatMap((value) => (Array.isArray(value) ? value.filter(isNode) : isNode(value) ? [value] : []));

const isFunction = ({ type }: Node): boolean =>
  type === "ArrowFunctionExpression" || type === "FunctionExpression" || type === "FunctionDeclaration";

const branches: ReadonlySet<string> = new Set([
  "IfStatement",
  "ConditionalExpression",
  "ForStatement",
  "ForOfStatement",
  "ForInStatement",
  "WhileStatement",
  "DoWhileStatement",
  "CatchClause",
  "LogicalExpression",
  "SwitchStatement",
]);
const isBranch = ({ type }: Node): boolean => branches.has(type);

const nameOf = (node: Node, parent: Node | undefined): string => {
  const named = [
    node.id,
    parent?.type === "VariableDeclarator" ? parent.id : parent?.type === "Property" ? parent.key : undefined,
  ].find(isNode);
  return typeof named?.name === "string" ? named.name : "(nameless)";
};

/**
 * All functions of a file, those within others, too: each counts its own branches, and the lines
 * from its head to its end.
 */
export const functionsOf = (file: string): readonly Measured[] => {
  const text = readFileSync(file, "utf8");
  const found: Measured[] = [];
  const lineOf = (offset: number): number => text.slice(0, offset).split("\n").length;
  const visit = (node: Node, parent: Node | undefined): number => {
    const own = childrenOf(node).reduce((sum, child) => sum + visit(child, node), 0) + (isBranch(node) ? 1 : 0);
    if (!isFunction(node)) return own;
    const from = lineOf(node.start);
    found.push({
      at: `${file}:${from}`,
      name: nameOf(node, parent),
      lines: lineOf(node.end) - from + 1,
      ways: own + 1,
    });
    return 0;
  };
  const { program } = parseSync(file, text);
  if (isNode(program)) visit(program, undefined);
  return found;
};
