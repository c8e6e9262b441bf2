#!/usr/bin/env node
// The `takedown` program, in plain JavaScript, since nothing may be installed yet. It runs a bundle
// of takedown.ts, which starts in a fraction of what reading each source file takes, and makes it
// anew where a source file has changed since.
import { existsSync, mkdirSync, readdirSync, readFileSync, renameSync, rmSync, statSync, writeFileSync } from "node:fs";
import * as nodeModule from "node:module";
import { join } from "node:path";
import { fileURLToPath, pathToFileURL } from "node:url";

const root = fileURLToPath(new URL("../..", import.meta.url));
/** In the package there are no sources, but what the compiler made of them (`infra/package/`). */
const compiled = join(root, "dist", "infra", "command", "takedown.js");
const isPackage = !existsSync(join(root, "infra", "command", "takedown.ts"));
const cache = join(root, ".cache", "takedown");
const recordFile = join(cache, "current.json");

/** What a file was when it was bundled; one that is gone was nothing. */
const stateOf = (file) => {
  const { mtimeMs = 0, size = 0 } = statSync(join(root, file), { throwIfNoEntry: false }) ?? {};
  return `${mtimeMs} ${size}`;
};

/** The bundle that holds all source files as they are; nothing where there is none. */
const freshBundle = () => {
  try {
    const { folder, node, files } = JSON.parse(readFileSync(recordFile, "utf8"));
    const isFresh = node === process.version && Object.entries(files).every(([file, state]) => stateOf(file) === state);
    const bundle = join(cache, folder, "takedown.js");
    return isFresh && existsSync(bundle) ? bundle : undefined;
  } catch {
    // The first call.
    return undefined;
  }
};

/** A source file asks where it stands, to find what stands beside it; a bundle stands elsewhere. */
const whereTheyStand = {
  name: "where-they-stand",
  setup: (build) =>
    build.onLoad({ filter: /[\\/](?:functions|infra)[\\/].*\.tsx?$/ }, ({ path }) => {
      const contents = readFileSync(path, "utf8").replaceAll(
        /\bimport\.meta\.url\b/g,
        JSON.stringify(pathToFileURL(path).href),
      );
      return { contents, loader: path.endsWith("x") ? "tsx" : "ts" };
    }),
};

/**
 * Each call of a program that changes meanwhile keeps the bundle that it began with: parts of it
 * are read later.
 */
const forgetOlder = (folder) => {
  const [, ...older] = readdirSync(cache)
    .filter((name) => name.startsWith("bundle-") && name !== folder)
    .sort()
    .reverse();
  for (const name of older) rmSync(join(cache, name), { recursive: true, force: true });
};

const bundled = async () => {
  await import("../local/set-up.mjs");
  const { build } = await import("esbuild");
  const folder = `bundle-${Date.now()}-${process.pid}`;
  const began = Date.now();
  const { metafile } = await build({
    entryPoints: ["infra/command/takedown.ts"],
    absWorkingDir: root,
    bundle: true,
    // Each command's own code is read when it is called.
    splitting: true,
    metafile: true,
    outdir: join(cache, folder),
    format: "esm",
    platform: "node",
    target: "node20",
    mainFields: ["module", "main"],
    minifyWhitespace: true,
    minifySyntax: true,
    legalComments: "none",
    charset: "utf8",
    logLevel: "warning",
    plugins: [whereTheyStand],
    // CommonJS inside an ES module calls `require`, which an ES module does not have.
    banner: { js: 'import{createRequire as requireOf}from"node:module";const require=requireOf(import.meta.url);' },
  });
  const own = Object.keys(metafile.inputs).filter((file) => /^(?:functions|infra)\//.test(file));
  const watched = [...own, "package.json", "package-lock.json", "tsconfig.json", "infra/command/bin.mjs"];
  const record = {
    folder,
    node: process.version,
    // What was written while it was read may be in it or not.
    files: Object.fromEntries(
      watched.map((file) => [file, statSync(join(root, file)).mtimeMs < began ? stateOf(file) : ""]),
    ),
  };
  writeFileSync(join(cache, folder, "package.json"), '{"type":"module"}');
  writeFileSync(`${recordFile}.${process.pid}`, JSON.stringify(record));
  renameSync(`${recordFile}.${process.pid}`, recordFile);
  forgetOlder(folder);
  return join(cache, folder, "takedown.js");
};

if (!isPackage) mkdirSync(cache, { recursive: true });
// From Node 22.8 on, what was compiled once is kept; in the package, where Node itself keeps it.
nodeModule.enableCompileCache?.(...(isPackage ? [] : [join(cache, "compiled")]));
await import(pathToFileURL(isPackage ? compiled : (freshBundle() ?? (await bundled()))).href);
