import { copyFileSync, mkdirSync, writeFileSync } from "node:fs";
import path from "node:path";
import { fileURLToPath } from "node:url";
import { buildSync } from "esbuild";
import type { Settings } from "../../functions/kernel/settings.ts";
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

/** The settings are found beside the bundle, wherever it was unpacked. */
const entry = (name: FunctionName): string => `
  import { fileURLToPath } from "node:url";
  import { make } from "./functions/handlers/${name}${extension}";
  const settings = fileURLToPath(new URL("settings.json", import.meta.url));
  export const handler = make({ SETTINGS_FILE: settings, ...process.env });
`;

/** Data that a source file reads from beside itself: a bundle that holds the file gets them beside it. */
const dataOf: Readonly<Record<string, string>> = {
  [`functions/adapters/model-reader${extension}`]: "functions/adapters/replies.model",
};

export type Bundle = {
  readonly name: FunctionName;
  /** Holds `index.mjs`, whose `handler` is the function's, `settings.json`, and the data that it reads. */
  readonly folder: string;
  readonly bytes: number;
  /** npm packages that the bundle holds. */
  readonly packages: readonly string[];
  /** Own files that the bundle holds, from the repository's root. */
  readonly files: readonly string[];
};

/**
 * Bundles one function with everything it imports, the AWS SDK too: what was tested is what runs,
 * whatever the runtime ships. Throws with esbuild's messages when the function does not build.
 * Touches: writes `<outDir>/<name>/`.
 */
const bundleFunction = (
  name: FunctionName,
  { outDir, settings }: { readonly outDir: string; readonly settings: Settings },
): Bundle => {
  const folder = path.join(outDir, name);
  const built = buildSync({
    stdin: {
      contents: entry(name),
      resolveDir: root,
      sourcefile: `${name}.entry.js`,
      loader: "js",
    },
    absWorkingDir: root,
    bundle: true,
    write: false,
    metafile: true,
    outfile: "index.mjs",
    format: "esm",
    platform: "node",
    // Deployed on Node 24; Node 20 is the oldest that the tests and the local runner use.
    target: "node20",
    // The ES module of a package before its CommonJS one, or nothing unused could be left out.
    mainFields: ["module", "main"],
    jsx: "automatic",
    jsxImportSource: "hono/jsx",
    // A third less to read and compile at a cold start.
    minify: true,
    // Names of error classes stand in the log; shortened ones would say nothing.
    keepNames: true,
    legalComments: "none",
    // Else each letter outside of ASCII is six characters, and texts and sayings are in 14 languages.
    charset: "utf8",
    logLevel: "silent",
  });
  const inputs = Object.keys(built.metafile.inputs);
  const packages = [...new Set(inputs.flatMap((input) => packageOf(input) ?? []))].sort();
  const code = built.outputFiles.map(({ text }) => `${banner}\n${text}`).join("");
  mkdirSync(folder, { recursive: true });
  writeFileSync(path.join(folder, "index.mjs"), code);
  writeFileSync(path.join(folder, "settings.json"), `${JSON.stringify(settings, null, 2)}\n`);
  for (const data of inputs.flatMap((input) => dataOf[input] ?? []))
    copyFileSync(path.join(root, data), path.join(folder, path.basename(data)));
  const files = inputs.filter((input) => input.startsWith("functions/")).sort();
  return { name, folder, bytes: Buffer.byteLength(code), packages, files };
};

/**
 * Bundles the functions named, all of the topology by default, one after the other: esbuild already
 * uses all cores for one. Prints nothing. Throws with esbuild's messages when a function does not
 * build. Touches: writes `<outDir>/<name>/`.
 */
export const bundleFunctions = (
  to: { readonly outDir: string; readonly settings: Settings },
  names: readonly FunctionName[] = functionNames,
): readonly Bundle[] => names.map((name) => bundleFunction(name, to));

/** `node_modules/a/node_modules/@b/c/d.js` → `@b/c`. */
const packageOf = (input: string): string | undefined => /.*node_modules\/((?:@[^/]+\/)?[^/]+)/.exec(input)?.[1];
