import { spawnSync } from "node:child_process";
import { copyFileSync, mkdirSync, readdirSync, rmSync, symlinkSync } from "node:fs";
import { join } from "node:path";
import { fileURLToPath } from "node:url";
import * as z from "zod";
import { type Environment, quoted, runCommand } from "./cloud.ts";

const root = fileURLToPath(new URL("../..", import.meta.url));
const own = "takedown-notice-dispatcher";
const packed = z.tuple([z.object({ filename: z.string(), files: z.array(z.object({ path: z.string() })) })]);

/**
 * The example app (`infra/example/app/`) in a folder of its own, with the package that `npm pack`
 * makes unpacked among its modules; every other package is this repository's, in place of an
 * installation. Gives the package's files. Takes some twenty seconds. Throws with npm's own words.
 */
export const foreignApp = (folder: string): readonly string[] => {
  rmSync(folder, { recursive: true, force: true });
  const modules = join(folder, "node_modules");
  mkdirSync(join(modules, own), { recursive: true });
  const [{ filename, files }] = packed.parse(
    JSON.parse(run("npm", ["pack", "--json", "--loglevel=error", "--pack-destination", folder], root)),
  );
  run("tar", ["xzf", join(folder, filename), "--strip-components=1", "-C", join(modules, own)], folder);
  for (const name of readdirSync(join(root, "node_modules")))
    if (name !== own) symlinkSync(join(root, "node_modules", name), join(modules, name));
  for (const name of ["app.ts", "cdk.json", "package.json"])
    copyFileSync(join(root, "infra/example/app", name), join(folder, name));
  return files.map(({ path }) => path);
};

/**
 * Deploys it, puts what is no report on its queue, and reads by the packed program what became of it:
 * a question to a person.
 */
export const deploysInAForeignApp = async (environment: Environment, folder: string): Promise<string> => {
  const files = foreignApp(folder);
  const said = await runCommand(
    `cd ${quoted([folder])}
    npx cdk deploy --method=direct --require-approval never
    outputs=$(aws cloudformation describe-stacks --stack-name trust-and-safety \\
      --query 'Stacks[0].Outputs[].[OutputKey,OutputValue]' --output text)
    output() { printf '%s' "$outputs" | awk -v key="$1" 'index($1, key) == 1 { print $2 }'; }
    queue=$(aws sqs get-queue-url --queue-name takedown-abuse-report-standard --query QueueUrl --output text)
    aws sqs send-message --queue-url "$queue" --message-group-id theirs --message-body 'no report' > /dev/null
    for try in 1 2 3 4 5 6 7 8 9 10 11 12; do
      reviews=$(node node_modules/${own}/infra/command/bin.mjs reviews \\
        --table "$(output TakedownCasesTableName)" --keys "$(output TakedownMasterKeysSecret)")
      case "$reviews" in *not-taken-in*) break ;; esac
      sleep 5
    done
    printf '%s' "$reviews"`,
    environment,
  );
  if (!said.includes("not-taken-in"))
    throw new Error(`What was no report is not before a person:\n${said.slice(-1500)}`);
  return `${files.length} files; deployed, and what was no report stands before a person`;
};

const run = (command: string, words: readonly string[], cwd: string): string => {
  const { status, stdout, stderr } = spawnSync(command, words, { cwd, encoding: "utf8", maxBuffer: 16 * 1024 * 1024 });
  if (status === 0) return stdout;
  throw new Error(`${command} ${words[0]} ended with ${status}:\n${stderr.slice(-3000)}`);
};
