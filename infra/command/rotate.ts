import { randomInt } from "node:crypto";
import { GetSecretValueCommand, PutSecretValueCommand, SecretsManagerClient } from "@aws-sdk/client-secrets-manager";
import { replyKeyName } from "../../functions/notice/reply-address.ts";
import { fingerprintOf, type NamedKeys, readNamedKeys } from "../../functions/store/table/named-keys.ts";
import { asJson } from "./as-json.ts";
import { type NamedStage, stageOf } from "./connection.ts";
import { printLine } from "./print.ts";
import { CommandProblem } from "./problem.ts";
import type { Rotatable } from "./rotatable.ts";
import { outputIn, stackOutputs } from "./stack-outputs.ts";

type Options = NamedStage & { readonly secret?: string; readonly check?: true; readonly json?: true };

/** A secret's text, read and written. Network: one request a call. */
export type SecretAt = {
  readonly read: () => Promise<string>;
  readonly write: (text: string) => Promise<void>;
};

/**
 * Adds a key to a stage's secret and names it current, or gives the seal of browsers' sessions another;
 * takes none out. `--check` says which keys there are and writes nothing. Throws `CommandProblem`
 * where the secret is not as it has to be. Network: CloudFormation and Secrets Manager.
 */
export const rotate = async (what: Rotatable, options: Options): Promise<void> => {
  if (options.stage === undefined)
    throw new CommandProblem("Name the stage: --stage NAME, or --stage-file with your own file of stages.");
  const { name, region } = stageOf(options);
  const at = { region };
  const id = options.secret ?? (await secretOf(name, region, what));
  const said = await rotated(what, secretAt(new SecretsManagerClient(at), id), { check: options.check === true });
  for (const line of options.json ? [asJson({ stage: name, what, ...said })] : said.lines) printLine(line);
};

export type Rotation = {
  /** By name, with what tells a key from another. No key itself is ever printed. */
  readonly keys: Readonly<Record<string, string>>;
  readonly current?: string;
  readonly lines: readonly string[];
};

/** Does it to one secret, and reads back what it wrote. */
export const rotated = async (
  what: Rotatable,
  secret: SecretAt,
  { check = false, newKey = randomKey }: { readonly check?: boolean; readonly newKey?: () => string } = {},
): Promise<Rotation> => {
  if (what === "session") {
    if (check) throw new CommandProblem("The session's secret holds one key, and nothing that could be looked at.");
    await secret.write(newKey());
    return { keys: {}, lines: ["Written. Within five minutes everybody has to sign in again."] };
  }
  const before = readAt(what, await secret.read());
  if (check) return { ...shown(before), lines: linesOf(before) };
  const name = nextName(before);
  const after: NamedKeys = { current: name, keys: { ...before.keys, [name]: newKey() } };
  const text = JSON.stringify({ current: after.current, ...after.keys });
  await secret.write(text);
  // Somebody may have rotated at the same moment, and one of the two keys is gone then.
  if ((await secret.read()) !== text)
    throw new CommandProblem(
      "The secret reads otherwise than it was written: somebody else writes it, too. Look at it with --check.",
    );
  return { ...shown(after), lines: [...linesOf(after), "", ...nextSteps[what]] };
};

const nextSteps: Readonly<Record<Exclude<Rotatable, "session">, readonly string[]>> = {
  master: [
    "Functions that start anew seal by it; what runs goes on with the key of before, and each case is sealed anew " +
      "with its next change. No old key may be taken out before the last case that it sealed is forgotten.",
    "Renew the copy in the safe now: without the secret no case can be opened (deployment.md, The master keys).",
  ],
  reply: [
    "Mails of functions that start anew have addresses by it; answers to those of before are known by the old key. " +
      "Leave that in for as long as a desk may answer, a year at least.",
  ],
};

const readAt = (what: Rotatable, text: string): NamedKeys => {
  try {
    return readNamedKeys(text, what === "reply" ? replyKeyName : undefined);
  } catch (error) {
    const said = error instanceof Error ? error.message : String(error);
    throw new CommandProblem(
      `The secret is not as it has to be, and nothing was written. ${said} The runbook's page keys-unusable says how ` +
        "to take the version before back.",
    );
  }
};

/** `k4` after `k1` to `k3`; a name that is taken is never given again, as its key has sealed. */
const nextName = ({ keys }: NamedKeys): string => {
  const numbers = Object.keys(keys).flatMap((name) => /^k(\d{1,6})$/.exec(name)?.[1] ?? []);
  return `k${Math.max(0, ...numbers.map(Number)) + 1}`;
};

const shown = ({ current, keys }: NamedKeys): Pick<Rotation, "keys" | "current"> => ({
  current,
  keys: Object.fromEntries(Object.entries(keys).map(([name, key]) => [name, fingerprintOf(key)])),
});

const linesOf = (keys: NamedKeys): readonly string[] =>
  Object.entries(shown(keys).keys).map(
    ([name, fingerprint]) => `${name.padEnd(8)}  fingerprint ${fingerprint}${name === keys.current ? "  current" : ""}`,
  );

const letters = "ABCDEFGHIJKLMNOPQRSTUVWXYZabcdefghijklmnopqrstuvwxyz0123456789";
/** 64 letters and digits, as Secrets Manager makes the first. */
const randomKey = (): string => Array.from({ length: 64 }, () => letters[randomInt(letters.length)]).join("");

const secretAt = (secrets: SecretsManagerClient, SecretId: string): SecretAt => ({
  read: async () => (await secrets.send(new GetSecretValueCommand({ SecretId }))).SecretString ?? "",
  write: async (SecretString) => {
    await secrets.send(new PutSecretValueCommand({ SecretId, SecretString }));
  },
});

const outputs = { master: "MasterKeysSecret", reply: "ReplyKeysSecret" } as const;

const secretOf = async (stage: string, region: string, what: Rotatable): Promise<string> =>
  what === "session"
    ? `takedown-${stage}-session-key`
    : outputIn(await stackOutputs(stage, region), outputs[what], stage);
