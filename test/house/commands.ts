import { existsSync, readFileSync } from "node:fs";
import { dirname, join } from "node:path";
import { fileURLToPath } from "node:url";
import { type Command, CommanderError } from "commander";
import { takedownProgram } from "../../infra/command/program/program.ts";
import { unknownContext } from "../../infra/stack/stage-file.ts";
import about from "../../package.json" with { type: "json" };

const ours = /^(?:npm|npx|node|git|tsx|takedown)(?= |$)/;

/**
 * The commands that a document names: the lines of a `sh` block, what is behind `$` in a `console` block, and of
 * blocks without a language and of inline code what begins with a program of ours.
 */
export const commandsIn = (document: string): readonly string[] => {
  const blocks = [...document.matchAll(/^```(\w*)\n([\s\S]*?)^```$/gm)].flatMap(([, language = "", text = ""]) => {
    const lines = text.split("\n").map((line) => line.trim());
    if (language === "sh") return lines.filter((line) => line !== "" && !line.startsWith("#"));
    if (language === "console") return lines.flatMap((line) => (line.startsWith("$ ") ? line.slice(2) : []));
    return language === "" ? lines.filter((line) => ours.test(line)) : [];
  });
  const prose = document.replace(/^```[\s\S]*?^```$/gm, "");
  const inline = [...prose.matchAll(/`([^`\n]+)`/g)].flatMap(([, code = ""]) => (ours.test(code) ? code : []));
  return [...blocks, ...inline];
};

/** Why a command would not run, in words; nothing where it would, as far as can be known without running it. */
export const problemOf = (command: string): string | undefined => {
  for (const part of partsOf(command)) {
    const problem = problemOfOne(part);
    if (problem !== undefined) return problem;
  }
  return undefined;
};

/** Each program of a line with its words: without its comment, and without files that a shell redirects. */
const partsOf = (command: string): readonly (readonly string[])[] => {
  const words = [...command.matchAll(/"([^"]*)"|'([^']*)'|(\S+)/g)].map(
    ([, double, single, bare]) => double ?? single ?? bare ?? "",
  );
  const parts: string[][] = [[]];
  for (let at = 0; at < words.length; at++) {
    const word = words[at] ?? "";
    if (word.startsWith("#")) break;
    if (/^(?:&&|\|\|?|;)$/.test(word)) parts.push([]);
    else if (/^[<>]+$/.test(word)) at++;
    else parts.at(-1)?.push(word);
  }
  return parts;
};

const problemOfOne = ([program = "", ...words]: readonly string[]): string | undefined => {
  if (program === "npm") return ofNpm(words);
  if (program === "npx") return ofNpx(words);
  if (program === "node" || program === "tsx") return ofFile(words);
  if (program === "git") return ["clone", "log", "push", "tag"].includes(words[0] ?? "") ? undefined : unknown(words);
  return program === "takedown" ? ofTakedown(words) : unknown([program]);
};

const unknown = ([word = ""]: readonly string[]): string => `${word === "" ? "nothing" : word} is not known here`;
const ofFile = ([file = ""]: readonly string[]): string | undefined =>
  existsSync(file) ? undefined : `there is no file ${file}`;

const scripts: Readonly<Record<string, string>> = about.scripts;
/** npm's own commands that documents may name, with the options that they may have. */
const npmCommands: Readonly<Record<string, readonly string[]>> = {
  audit: ["--omit", "--audit-level"],
  sbom: ["--sbom-format", "cyclonedx"],
  ci: [],
  link: [],
};

const ofNpm = ([first = "", ...rest]: readonly string[]): string | undefined => {
  const options = npmCommands[first];
  if (options !== undefined) {
    const unknown = rest.find((word) => !options.includes(nameOf(word)));
    return unknown === undefined ? undefined : `npm ${first} with ${unknown} is not known here`;
  }
  const isRun = first === "run";
  const words = isRun ? rest.filter((word) => word !== "-s") : rest;
  const [name = "", ...further] = isRun ? words : [first, ...words];
  const script = isRun || ["start", "test"].includes(name) ? scripts[name] : undefined;
  if (script === undefined) return `package.json has no script ${name}`;
  if (further.length === 0) return undefined;
  return further[0] === "--" ? ofScript(script, further.slice(1)) : `what is for the script is behind --`;
};

/** By what the script runs in the end. */
const ofScript = (script: string, words: readonly string[]): string | undefined => {
  const [program = "", ...before] = (script.split("&&").at(-1) ?? "").trim().split(/\s+/);
  if (program === "cdk") return ofCdk([...before, ...words]);
  if (program === "vitest") return ofVitest(words);
  const [file = ""] = before;
  if (file === "infra/command/bin.mjs") return ofTakedown(words);
  const text = sourceOf(file);
  const has = (option: string) => new RegExp(`"(?:-\\w, )?${option}(?![\\w-])`).test(text);
  const unknown = words.find((word) => /^-[\w-]+/.test(word) && !has(nameOf(word)));
  if (unknown !== undefined) return `${file} has no option ${nameOf(unknown)}`;
  const gone = words.find((word) => /^[\w-]+\/[\w./-]+$/.test(word) && !existsSync(word));
  return gone === undefined ? undefined : `there is no file ${gone}`;
};

/** A script with what it imports from beside itself, where its options may be. */
const sourceOf = (file: string): string => {
  if (!existsSync(file)) return "";
  const text = readFileSync(file, "utf8");
  const beside = [...text.matchAll(/(?:from |import\()"(\.\/[^"]+)"/g)].map(([, path = ""]) =>
    join(dirname(file), path),
  );
  return [text, ...beside.filter((path) => existsSync(path)).map((path) => readFileSync(path, "utf8"))].join("\n");
};

const nameOf = (word: string): string => word.split("=")[0] ?? "";

const ofNpx = ([tool = "", ...words]: readonly string[]): string | undefined => {
  if (tool === "takedown") return ofTakedown(words);
  if (tool === "cdk") return ofCdk(words);
  if (tool === "tsx") return ofFile(words);
  if (tool === "vitest") return words[0] === "run" ? ofVitest(words.slice(1)) : unknown(words);
  if (tool === "tsc") return words.every((word) => word === "--noEmit") ? undefined : unknown(words);
  return unknown([tool]);
};

const ofVitest = (words: readonly string[]): string | undefined => {
  const unknown = words.find((word) => word.startsWith("-"));
  if (unknown !== undefined) return `vitest with ${unknown} is not known here`;
  const gone = words.find((word) => !existsSync(word));
  return gone === undefined ? undefined : `there is no file ${gone}`;
};

type CdkOptions = Readonly<Record<string, { readonly type: string; readonly alias?: string | readonly string[] }>>;
/** The CDK's own list of what its commands take. */
const cdk: {
  readonly globalOptions: CdkOptions;
  readonly commands: Readonly<Record<string, { readonly options?: CdkOptions }>>;
} = JSON.parse(
  readFileSync(
    join(dirname(fileURLToPath(import.meta.resolve("aws-cdk/package.json"))), "lib/cli/cli-type-registry.json"),
    "utf8",
  ),
);

const ofCdk = ([name = "", ...words]: readonly string[]): string | undefined => {
  const command = cdk.commands[name];
  if (command === undefined) return `cdk has no command ${name}`;
  const options: CdkOptions = { ...cdk.globalOptions, ...command.options };
  const named = (word: string) =>
    Object.entries(options).find(
      ([option, { alias = [] }]) =>
        [option, ...[alias].flat()].includes(nameOf(word).replace(/^-+/, "")) || nameOf(word) === `--no-${option}`,
    );
  for (let at = 0; at < words.length; at++) {
    const word = words[at] ?? "";
    if (!word.startsWith("-")) continue;
    const [option, { type }] = named(word) ?? ["", { type: "" }];
    if (option === "") return `cdk ${name} has no option ${word}`;
    const takesNext = type !== "boolean" && type !== "count" && !word.includes("=");
    if (option === "context") {
      const key = nameOf(words[at + 1] ?? "");
      if (!/^(?:stage|setting)/.test(key) || unknownContext([key]) !== undefined) return `no stack reads -c ${key}`;
    }
    if (takesNext) at++;
  }
  return undefined;
};

/** By the program itself, without what its commands do. */
const ofTakedown = (words: readonly string[]): string | undefined => {
  let command = quiet(takedownProgram());
  let rest = words;
  try {
    for (;;) {
      const { operands, unknown: options } = command.parseOptions([...rest]);
      if (command.commands.length === 0) {
        const [unknown] = options;
        return unknown === undefined ? ofArguments(command, operands) : `${pathOf(command)} has no option ${unknown}`;
      }
      const [name] = operands;
      if (name === undefined) {
        const unknown = options.find((word) => word !== "--help");
        return unknown === undefined ? undefined : `${pathOf(command)} has no option ${unknown}`;
      }
      const next = command.commands.find((one) => one.name() === name || one.aliases().includes(name));
      if (next === undefined) return `${pathOf(command)} has no command ${name}`;
      rest = [...operands.slice(1), ...options];
      command = quiet(next);
    }
  } catch (error) {
    if (error instanceof CommanderError) return error.message.replace(/^error: /, "");
    throw error;
  }
};

const quiet = (command: Command): Command =>
  command.exitOverride().configureOutput({ writeOut: () => {}, writeErr: () => {}, outputError: () => {} });

const pathOf = (command: Command): string =>
  command.parent === null ? command.name() : `${pathOf(command.parent)} ${command.name()}`;

const ofArguments = (command: Command, operands: readonly string[]): string | undefined => {
  const all = command.registeredArguments;
  const missing = all.slice(operands.length).find(({ required }) => required);
  if (missing !== undefined) return `${pathOf(command)} lacks its ${missing.name()}`;
  if (operands.length > all.length && !all.some(({ variadic }) => variadic))
    return `${pathOf(command)} takes no ${operands[all.length]}`;
  const wrong = all.find(
    ({ argChoices }, at) =>
      argChoices !== undefined && operands[at] !== undefined && !argChoices.includes(operands[at]),
  );
  return wrong === undefined ? undefined : `${pathOf(command)} takes as its ${wrong.name()}: ${wrong.argChoices}`;
};
