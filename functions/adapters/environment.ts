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
const hintQueues = z.templateLiteral([z.enum(["contact", "notice", "channel", "report"]), "-", z.enum(lanes)]);

const environmentSchema = z.object({
  SETTINGS_FILE: text,
  TABLE_NAME: text,
  /** JSON by queue name, for the queues on which the function drops hints. */
  HINT_QUEUE_URLS: z.optional(z.pipe(json, z.partialRecord(hintQueues, z.url()))),
  /** JSON: dead-letter queues by the name of their source queue. */
  DEAD_LETTER_URLS: z.optional(z.pipe(json, z.record(z.string(), z.url()))),
  ON_CALL_TOPIC_ARN: z.optional(text),
  /** Printed in notifications. */
  CONSOLE_URL: z.optional(z.url()),
  RUNBOOK_URL: z.optional(z.url()),
  /** Secrets Manager: the master keys, which open each case's own key. JSON as below. */
  MASTER_KEYS_SECRET: text,
  /** Secrets Manager: the key of case numbers, never rotated. Same form. */
  CASE_NUMBER_KEY_SECRET: z.optional(text),
  /**
   * Secrets Manager: keys of the reply addresses, JSON `{"current":"k1","k1":"…"}`, flat since
   * Secrets Manager generates one key at the top and no deeper.
   */
  REPLY_KEYS_SECRET: z.optional(text),
  REPLY_BUCKET: z.optional(text),
  /** Secrets Manager: the key that seals cookies, where the settings have a `signIn`. */
  SESSION_KEY_SECRET: z.optional(text),
  /** JSON: secrets of providers' APIs by provider (`kernel/channels.ts`). */
  CHANNEL_SECRETS: z.optional(z.pipe(json, z.record(z.string(), text))),
  /** Played provider APIs on loopback. Honoured in samples and tests only. */
  PLAYED_CHANNELS: z.optional(z.url()),
  /** JSON: `{"rdapBootstrapUrl":…,"whois":"host:port","dnsServers":[…]}`. The real registries when absent. */
  REGISTRIES: z.optional(text),
});

export type Environment = Omit<z.infer<typeof environmentSchema>, "SETTINGS_FILE"> & { readonly settings: Settings };

/** Throws one error that names all that is missing or wrong, but no value: some are names of secrets. */
export const readEnvironment = (environment: Readonly<Record<string, string | undefined>>): Environment => {
  const read = environmentSchema.safeParse(environment);
  if (!read.success) {
    const wrong = read.error.issues.map((issue) => `${issue.path.join(".")} ${sayIssue(issue) ?? issue.message}`);
    throw new Error(`This function's environment is incomplete:\n${wrong.join("\n")}`);
  }
  const { SETTINGS_FILE, ...rest } = read.data;
  return { ...rest, settings: readSettings(SETTINGS_FILE, environment.SETTINGS_HASH) };
};

export const settingsHash = (text: string): string => createHash("sha256").update(text).digest("hex");

/** The stage's settings, checked when the bundle was made. Throws where the file has changed. */
export const readSettings = (file: string, checkedHash: string | undefined): Settings => {
  const text = readFileSync(file, "utf8");
  if (checkedHash !== settingsHash(text))
    throw new Error(`The settings in ${file} were changed since they were checked; make the bundle anew.`);
  return JSON.parse(text);
};
