import { copyFileSync, mkdirSync, rmSync, writeFileSync } from "node:fs";
import path from "node:path";
import { fileURLToPath } from "node:url";
import { buildSync } from "esbuild";
import { settingsHash } from "../../functions/adapters/environment.ts";
import { type Settings, settingsSchema } from "../../functions/kernel/settings.ts";
import { type FunctionName, functionNames } from "./topology.ts";

const root = fileURLToPath(new URL("../..", import.meta.url));
/** Sources in the repository, what the compiler made of them in the package (`infra/package/`). */
const extension = path.extname(import.meta.url);

/**
 * CommonJS inside an ES module calls `require`, which an ES module does not have.
 *
 * Not here, though often needed with whois-json: predeclared globals. Its `index.js` assigns to two
 * variables that it never declares, and an ES module is strict, where that throws "log is not
 * defined". We import its reader alone (`whois-json/parse-raw-data.js`), which does not; a test
 * loads each bundle and would show it.
 */
const banner = `import { createRequire } from "node:module"; const require = createRequire(import.meta.url);`;

/**
 * The settings are found beside the bundle, wherever it was unpacked; by their hash a start knows
 * that they were checked.
 */
const entry = (name: FunctionName, settings: string): string => `
  import { fileURLToPath } from "node:url";
  import { make } from "./functions/handlers/${name}${extension}";
  const settings = fileURLToPath(new URL("settings.json", import.meta.url));
  export const handler = make({ SETTINGS_FILE: settings, SETTINGS_HASH: "${settingsHash(settings)}", ...process.env });
`;

/** Data that a source file reads from beside itself: a bundle that holds the file gets them beside it. */
const dataOf: Readonly<Record<string, string>> = {
  [`functions/adapters/model-reader${extension}`]: "functions/adapters/replies.model",
};

export type Bundle = {
  readonly name: FunctionName;
  /**
   * Holds `index.mjs`, whose `handler` is the function's, the chunks that it loads,
   * `settings.json`, and the data that it reads.
   */
  readonly folder: string;
  /** Of all code, whether it is loaded or not. */
  readonly bytes: number;
  /** What a start loads: `index.mjs` and each chunk that it imports before it answers anything. */
  readonly start: { readonly bytes: number; readonly packages: readonly string[] };
  /** Bytes of code by what they were made of, `npm:PACKAGE` or an own file. */
  readonly bytesOf: Readonly<Record<string, number>>;
  /** npm packages that the bundle holds. */
  readonly packages: readonly string[];
  /** Own files that the bundle holds, from the repository's root. */
  readonly files: readonly string[];
};

/** As every function is built, from what its entry says; `outdir` names the files alone. */
const buildEntry = (outdir: string, contents: string) => {
  const { metafile, outputFiles } = buildSync({
    stdin: {
      contents,
      resolveDir: root,
      sourcefile: `${outdir}.entry.js`,
      loader: "js",
    },
    absWorkingDir: root,
    bundle: true,
    write: false,
    metafile: true,
    outdir,
    entryNames: "index",
    outExtension: { ".js": ".mjs" },
    format: "esm",
    // What is imported when it is first asked for lies in a chunk of its own: the clients of
    // registries, and the SDK's ways to credentials that Lambda never goes.
    splitting: true,
    banner: { js: banner },
    platform: "node",
    // Deployed on Node 24; Node 20 is the oldest that the tests and the local runner use.
    target: "node20",
    // The ES module of a package before its CommonJS one, or nothing unused could be left out.
    mainFields: ["module", "main"],
    jsx: "automatic",
    jsxImportSource: "hono/jsx",
    // A third less to read and compile at a cold start. The log names errors by what they say they
    // are, not by their class, so that short names of classes harm nobody.
    minify: true,
    legalComments: "none",
    // Else each letter outside of ASCII is six characters, and texts and sayings are in 14 languages.
    charset: "utf8",
    logLevel: "silent",
  });
  return { metafile, outputFiles };
};

type Outputs = ReturnType<typeof buildEntry>["metafile"]["outputs"];

/** The files that are loaded with this one, itself too; what it imports later is not among them. */
const loadedWith = (outputs: Outputs, file: string, seen = new Set<string>()): ReadonlySet<string> => {
  if (seen.has(file)) return seen;
  seen.add(file);
  for (const { path: other, kind } of outputs[file]?.imports ?? [])
    if (kind === "import-statement" && outputs[other]) loadedWith(outputs, other, seen);
  return seen;
};

/** What the code of these files was made of, with its bytes in them. */
const madeOf = (outputs: Outputs, files: Iterable<string>): Readonly<Record<string, number>> => {
  const bytesOf: Record<string, number> = {};
  for (const file of files)
    for (const [input, { bytesInOutput }] of Object.entries(outputs[file]?.inputs ?? {})) {
      const name = packageOf(input);
      const of = name === undefined ? input : `npm:${name}`;
      bytesOf[of] = (bytesOf[of] ?? 0) + bytesInOutput;
    }
  return bytesOf;
};

const packagesIn = (bytesOf: Readonly<Record<string, number>>): readonly string[] =>
  Object.keys(bytesOf)
    .flatMap((of) => (of.startsWith("npm:") ? [of.slice("npm:".length)] : []))
    .sort();

/**
 * Bundles one function with everything it imports, the AWS SDK too: what was tested is what runs,
 * whatever the runtime ships. Throws with esbuild's messages when the function does not build.
 * Touches: writes `<outDir>/<name>/`.
 */
const bundleFunction = (
  name: FunctionName,
  { outDir, settings }: { readonly outDir: string; readonly settings: string },
): Bundle => {
  const folder = path.join(outDir, name);
  const { metafile, outputFiles } = buildEntry(name, entry(name, settings));
  const { inputs, outputs } = metafile;
  rmSync(folder, { recursive: true, force: true });
  mkdirSync(folder, { recursive: true });
  for (const { path: file, contents } of outputFiles) writeFileSync(path.join(folder, path.basename(file)), contents);
  writeFileSync(path.join(folder, "settings.json"), settings);
  for (const data of Object.keys(inputs).flatMap((input) => dataOf[input] ?? []))
    copyFileSync(path.join(root, data), path.join(folder, path.basename(data)));
  const atStart = loadedWith(outputs, `${name}/index.mjs`);
  const bytes = new Map(outputFiles.map((file) => [path.basename(file.path), Buffer.byteLength(file.contents)]));
  const sizeOf = (of: Iterable<string>) =>
    [...of].reduce((sum, file) => sum + (bytes.get(path.basename(file)) ?? 0), 0);
  const bytesOf = madeOf(outputs, Object.keys(outputs));
  return {
    name,
    folder,
    bytes: sizeOf(Object.keys(outputs)),
    start: { bytes: sizeOf(atStart), packages: packagesIn(madeOf(outputs, atStart)) },
    bytesOf,
    packages: [...new Set(Object.keys(inputs).flatMap((input) => packageOf(input) ?? []))].sort(),
    files: Object.keys(inputs)
      .filter((input) => input.startsWith("functions/"))
      .sort(),
  };
};

/** The checker's code, which no other function has. Touches: writes `folder`, which it gives. */
export const bundleChecker = (folder: string): string => {
  const { outputFiles } = buildEntry(
    "checker",
    `import { make } from "./infra/checker/handler${extension}";\nexport const handler = make(process.env);\n`,
  );
  rmSync(folder, { recursive: true, force: true });
  mkdirSync(folder, { recursive: true });
  for (const { path: file, contents } of outputFiles) writeFileSync(path.join(folder, path.basename(file)), contents);
  return folder;
};

type Bundling = { readonly outDir: string; readonly settings: Settings };

/**
 * Bundles the functions named, all of the topology by default, one after the other: esbuild already
 * uses all cores for one. Prints nothing. Throws with esbuild's messages when a function does not
 * build, and where settings are not valid: their functions take them as checked. Touches: writes
 * `<outDir>/<name>/`.
 */
export const bundleFunctions = (
  { outDir, settings }: Bundling,
  names: readonly FunctionName[] = functionNames,
): readonly Bundle[] => {
  const checked = `${JSON.stringify(settingsSchema.parse(settings), null, 2)}\n`;
  return names.map((name) => bundleFunction(name, { outDir, settings: checked }));
};

/** `node_modules/a/node_modules/@b/c/d.js` → `@b/c`. */
const packageOf = (input: string): string | undefined => /.*node_modules\/((?:@[^/]+\/)?[^/]+)/.exec(input)?.[1];
