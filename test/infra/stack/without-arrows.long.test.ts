import { readdirSync, readFileSync } from "node:fs";
import path from "node:path";
import { parseSync } from "oxc-parser";
import { expect, test } from "vitest";
import { withoutArrows } from "../../../infra/stack/without-arrows.ts";

test.each([
  ["const twice=a=>2*a", "const twice=function(a){return 2*a}"],
  ["const one=()=>1", "const one=function(){return 1}"],
  ["const sum=(a,{b}=c)=>{return a+b}", "const sum=function(a,{b}=c){return a+b}"],
  ["const pair=a=>({a})", "const pair=function(a){return ({a})}"],
  ["const add=a=>b=>a+b", "const add=function(a){return function(b){return a+b}}"],
  ["const later=async a=>await a", "const later=async function(a){return await a}"],
  ["const later=async()=>{await 0}", "const later=async function(){await 0}"],
  ["function f(){return(a)=>a}", "function f(){return function(a){return a}}"],
  ["const by=(a=b=>b)=>a", "const by=function(a=function(b){return b}){return a}"],
  ['const e="é",f=a =>\n  a', 'const e="é",f=function(a){return a}'],
])("%s becomes a function of the other kind", (written, becomes) => {
  expect(withoutArrows(written)).toBe(becomes);
});

test.each([
  ["const f=()=>this"],
  ["function f(){return()=>arguments}"],
  ["function F(){return()=>new.target}"],
  ["class B extends A{m(){return()=>super.m()}}"],
  ["class A{x=1;f=()=>this.x}"],
  // Around one that borrows stand others.
  ["const f=()=>()=>this"],
  // Functions of the other kind begin no expression statement.
  ["a=>a;"],
  ["export default()=>1"],
])("%s stays as it is", (written) => {
  expect(withoutArrows(written)).toBe(written);
});

test("what a function of the other kind borrows keeps no arrow around it", () => {
  expect(withoutArrows("const f=()=>function(){return this}")).toBe(
    "const f=function(){return function(){return this}}",
  );
});

test("what can't be read is made into nothing", () => {
  expect(() => withoutArrows("const = 1")).toThrow("can't be read");
});

type Node = Readonly<Record<string, unknown>>;
/** A tree in which a function is one, whichever way it is written; without places. */
const alike = (of: unknown): unknown => {
  if (Array.isArray(of)) return of.map(alike);
  if (typeof of !== "object" || of === null || of instanceof RegExp) return String(of);
  const { start: _, end: __, ...node } = of as Node;
  const parts = Object.fromEntries(Object.entries(node).map(([name, value]) => [name, alike(value)]));
  if (node.type !== "ArrowFunctionExpression" && node.type !== "FunctionExpression") return parts;
  const { async, params, generator, id } = parts;
  const does = node.expression ? [{ type: "ReturnStatement", argument: parts.body }] : (parts.body as Node).body;
  return { async, params, generator, id, does };
};
const treeOf = (code: string) => parseSync("code.mjs", code);

test.each(["hono/dist", "zod/v4/core", "@smithy/core/dist-es"])("nothing else of %s is written otherwise", (folder) => {
  const files = readdirSync(path.join("node_modules", folder), { recursive: true, encoding: "utf8" });
  const codes = files
    .filter((file) => file.endsWith(".js"))
    .map((file) => readFileSync(path.join("node_modules", folder, file), "utf8"));
  expect(codes.length).toBeGreaterThan(10);
  for (const code of codes) {
    const becomes = treeOf(withoutArrows(code));
    expect(becomes.errors).toEqual([]);
    expect(JSON.stringify(alike(becomes.program))).toBe(JSON.stringify(alike(treeOf(code).program)));
  }
});
