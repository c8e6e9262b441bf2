import { createHash } from "node:crypto";
import { readFileSync } from "node:fs";
import { sayIssue } from "../kernel/say-issue.ts";
import type { Settings } from "../kernel/settings.ts";
import * as z from "../kernel/zod.ts";
import { lanes } from "../report/category.ts";

const text = z.string().check(z.minLength(1));
const json = z.pipe(
  text,
  z.transform((written, context) => {
    try {
      return JSON.parse(written);
    } catch {
      context.issues.push({ code: "custom", message: "has to be JSON", input: undefined });
      return z.NEVER;
    }
  }),
);
/** The hint queues, by the names that `HINT_QUEUE_URLS` has for them. */
const hintQueues = z.templateLiteral([z.enum(["contact", "notice", "channel", "report"]), "-", z.enum(lanes)]);

/** What infrastructure tells a function; what a function does not need is not there. */
const environmentSchema = z.object({
  SETTINGS_FILE: text,
  TABLE_NAME: text,
  /** JSON: the hint queues by name, as far as the function drops hints on them. */
  HINT_QUEUE_URLS: z.optional(z.pipe(json, z.partialRecord(hintQueues, z.url()))),
  /** JSON: the dead letters' queues by the name of the queue that they came from. */
  DEAD_LETTER_URLS: z.optional(z.pipe(json, z.record(z.string(), z.url()))),
  ON_CALL_TOPIC_ARN: z.optional(text),
  /** Where on-call reads a review; printed in notifications. */
  CONSOLE_URL: z.optional(z.url()),
  RUNBOOK_URL: z.optional(z.url()),
  /**
   * Secrets Manager: the master keys, with which each case's own opens what the table holds of it; JSON as below.
   */
  MASTER_KEYS_SECRET: text,
  /** Secrets Manager: the key of case numbers, which is never rotated; of the same form. */
  CASE_NUMBER_KEY_SECRET: z.optional(text),
  /**
   * Secrets Manager: keys of the reply addresses, JSON `{"current":"k1","k1":"…"}`, flat since
   * Secrets Manager generates one key at the top and no deeper.
   */
  REPLY_KEYS_SECRET: z.optional(text),
  REPLY_BUCKET: z.optional(text),
  /** Secrets Manager: what browsers' cookies are sealed with; there where the settings have a `signIn`. */
  SESSION_KEY_SECRET: z.optional(text),
  /** JSON: the secrets of providers' APIs by the provider (`kernel/channels.ts`). */
  CHANNEL_SECRETS: z.optional(z.pipe(json, z.record(z.string(), text))),
  /** Where providers' APIs are played, on loopback; believed in samples and tests alone. */
  PLAYED_CHANNELS: z.optional(z.url()),
  /** JSON: `{"rdapBootstrapUrl":…,"whoisPort":…,"dnsServers":[…]}`; the real registries when absent. */
  REGISTRIES: z.optional(text),
});

export type Environment = Omit<z.infer<typeof environmentSchema>, "SETTINGS_FILE"> & { readonly settings: Settings };

/**
 * Reads a function's environment once, at its start. Throws one error that names all that is
 * missing or wrong, and no value: some are secrets' names.
 */
export const readEnvironment = (environment: Readonly<Record<string, string | undefined>>): Environment => {
  const read = environmentSchema.safeParse(environment);
  if (!read.success) {
    const wrong = read.error.issues.map((issue) => `${issue.path.join(".")} ${sayIssue(issue) ?? issue.message}`);
    throw new Error(`This function's environment is incomplete:\n${wrong.join("\n")}`);
  }
  const { SETTINGS_FILE, ...rest } = read.data;
  return { ...rest, settings: readSettings(SETTINGS_FILE, environment.SETTINGS_HASH) };
};

/** By which a file of settings is known to be the one that was checked. */
export const settingsHash = (text: string): string => createHash("sha256").update(text).digest("hex");

/**
 * The settings of this stage, as they were checked by whoever made the bundle. Throws where somebody touched the file
 * since, which nothing here could check as well.
 */
export const readSettings = (file: string, checkedHash: string | undefined): Settings => {
  const text = readFileSync(file, "utf8");
  if (checkedHash !== settingsHash(text))
    throw new Error(`The settings in ${file} were changed since they were checked; make the bundle anew.`);
  return JSON.parse(text);
};
