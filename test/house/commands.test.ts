import { describe, expect, test } from "vitest";
import { commandsIn, problemOf } from "./commands.ts";

test("a document's commands are those of its blocks and of its inline code, and not what they print", () => {
  const document = [
    "Run `npm start`, or `takedown watch`; `a word` is none.",
    "```sh",
    "npm test    # all that is promised",
    "# a comment",
    "ls",
    "```",
    "```console",
    "$ npx takedown reviews",
    "npm printed this",
    "```",
    "```",
    "git push",
    " a drawing ─▶ of it",
    "```",
    "```yaml",
    "npm: no command",
    "```",
  ].join("\n");
  expect(commandsIn(document)).toEqual([
    "npm test    # all that is promised",
    "ls",
    "npx takedown reviews",
    "git push",
    "npm start",
    "takedown watch",
  ]);
});

describe("a command that a document names", () => {
  test.each([
    "npm test    # all that is promised",
    "npm sbom --sbom-format cyclonedx > sbom.json",
    "npm audit --omit=dev --audit-level=high",
    "npm start -- --once --registries FILE",
    "npm run bench:cost -- --reports 20000 --share-urgent 0.1",
    "npm run takedown -- policy --category phishing",
    "npm run synth -- -c stage-file=stages.yaml -c stage=NAME",
    "npm test -- test/house",
    "npx takedown",
    "npx takedown --help",
    "npx takedown lookup bad.example",
    "npx takedown settings list",
    "npx cdk deploy takedown-NAME -c stage=NAME --no-execute --change-set-name diff --require-approval never",
    "npx vitest run test/house test/contact",
    "npx tsx infra/local/start.ts",
    "npx tsc --noEmit && git push",
    "node infra/command/bin.mjs",
    'git tag -a v0.2.0 -m "0.2.0"',
  ])("would run: %s", (command) => {
    expect(problemOf(command)).toBeUndefined();
  });

  test.each([
    ["npm run tests", "package.json has no script tests"],
    ["npm instal", "package.json has no script instal"],
    ["npm ci --legacy-peer-deps", "npm ci with --legacy-peer-deps is not known here"],
    ["npm run bench:cost --reports 3", "what is for the script is behind --"],
    ["npm start -- --onec", "infra/local/start.ts has no option --onec"],
    ["npm run bench:cost -- --report 3", "infra/bench/cost.ts has no option --report"],
    ["npm run kill-test -- functions/case/gone.ts", "there is no file functions/case/gone.ts"],
    ["npm run synth -- -c stge=production", "no stack reads -c stge"],
    ["npm run synth -- -c stages=production", "no stack reads -c stages"],
    ["npx cdk deploi takedown-x", "cdk has no command deploi"],
    ["npx cdk deploy takedown-x --dry-run", "cdk deploy has no option --dry-run"],
    ["npx takedown looking a.example", "takedown has no command looking"],
    ["npx takedown lookup a.example --verbose", "takedown lookup has no option --verbose"],
    ["npx takedown lookup", "takedown lookup lacks its what"],
    ["npx takedown policy --category phising", /'phising' is invalid/],
    ["npx takedown policy --category", /argument missing/],
    ["npx takedown settings lst", "takedown settings has no command lst"],
    ["takedown completion tcsh", "takedown completion takes as its shell: bash,zsh,fish"],
    ["npx vitest run test/gone.test.ts", "there is no file test/gone.test.ts"],
    ["npx vitest watch", "watch is not known here"],
    ["npx tsx infra/gone.ts", "there is no file infra/gone.ts"],
    ["npx jest", "jest is not known here"],
    ["node gone.mjs", "there is no file gone.mjs"],
    ["git tag -a v1 && git bisect", "bisect is not known here"],
    ["curl https://elsewhere.example", "curl is not known here"],
  ])("would not run, and it is said why: %s", (command, why) => {
    expect(problemOf(command)).toMatch(why);
  });
});
