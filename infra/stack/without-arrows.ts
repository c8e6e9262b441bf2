import { parseSync, Visitor } from "oxc-parser";

type Edit = { readonly from: number; readonly to: number; readonly text: string };

/** Beside `this`, `super` and `new.target` what an arrow function has from around it, and any other has of its own. */
const fromAround: ReadonlySet<string> = new Set(["arguments", "eval"]);

/**
 * Code of a bundle with `function (a) { return b; }` in place of `a => b`. V8 reads an arrow function's whole body as
 * soon as its file is loaded; that of any other it passes over until it is called, and most of a start's are not.
 * Ours are nearly all arrows: reading them was a third of what V8 took for a bundle. Left as they are: those that say
 * `this` or the like, for which they are arrows, and one that begins a statement.
 */
export const withoutArrows = (code: string): string => {
  const { program, errors } = parseSync("bundle.mjs", code);
  if (errors.length > 0) throw new Error(`A bundle can't be read: ${errors[0]?.message}`);
  const edits: Edit[] = [];
  const stays = new Set<object>();
  const begins = new Set<number>();
  /** Functions around what is visited; of those that are no arrows nothing but that they are there. */
  const around: (object | undefined)[] = [];
  const borrowed = () => {
    for (let at = around.length - 1; around[at]; at--) stays.add(around[at] as object);
  };
  const enters = () => void around.push(undefined);
  const leaves = () => void around.pop();
  new Visitor({
    ExpressionStatement: ({ start }) => void begins.add(start),
    ExportDefaultDeclaration: ({ declaration }) => void begins.add(declaration.start),
    FunctionDeclaration: enters,
    "FunctionDeclaration:exit": leaves,
    FunctionExpression: enters,
    "FunctionExpression:exit": leaves,
    ThisExpression: borrowed,
    Super: borrowed,
    MetaProperty: ({ meta }) => meta.name === "new" && borrowed(),
    Identifier: ({ name }) => fromAround.has(name) && borrowed(),
    ArrowFunctionExpression: (arrow) => void around.push(arrow),
    "ArrowFunctionExpression:exit": (arrow) => {
      around.pop();
      if (!stays.has(arrow) && !begins.has(arrow.start)) edits.push(...editsOf(code, arrow));
    },
  }).visit(program);
  return edited(code, edits);
};

type Arrow = {
  readonly start: number;
  readonly end: number;
  readonly async: boolean;
  readonly expression: boolean;
  readonly params: readonly { readonly end: number }[];
  readonly body: { readonly start: number };
};

/** `async a => b`: before its parameters, between them and its body, behind it. */
const editsOf = (code: string, { start, end, async, expression, params, body }: Arrow): readonly Edit[] => {
  const from = start + (async ? (/^async\s*/.exec(code.slice(start, body.start))?.[0].length ?? 0) : 0);
  const sign = code.lastIndexOf("=>", body.start);
  const [only] = params;
  const isBare = code[from] !== "(" && only !== undefined;
  // `return(a)=>b`
  const gap = start > 0 && /[\w$]/.test(code.charAt(start - 1)) ? " " : "";
  return [
    { from: start, to: from, text: `${gap}${async ? "async " : ""}function${isBare ? "(" : ""}` },
    { from: isBare ? only.end : sign, to: body.start, text: `${isBare ? ")" : ""}${expression ? "{return " : ""}` },
    ...(expression ? [{ from: end, to: end, text: "}" }] : []),
  ];
};

const edited = (code: string, edits: readonly Edit[]): string => {
  let text = "";
  let at = 0;
  for (const edit of edits.toSorted((one, other) => one.from - other.from)) {
    text += code.slice(at, edit.from) + edit.text;
    at = edit.to;
  }
  return text + code.slice(at);
};
