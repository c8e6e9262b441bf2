import { createHash } from "node:crypto";
import { readFileSync } from "node:fs";
import * as z from "zod";
import { makeSettingsSchema, type Settings } from "../kernel/settings.ts";

const queueUrls = z
  .strictObject({
    "contact-urgent": z.url(),
    "contact-standard": z.url(),
    "notice-urgent": z.url(),
    "notice-standard": z.url(),
    "channel-urgent": z.url(),
    "channel-standard": z.url(),
  })
  .partial();

const json = z.string().transform((text, context) => {
  try {
    return JSON.parse(text) as unknown;
  } catch {
    context.addIssue("not JSON");
    return z.NEVER;
  }
});

const environmentSchema = z.object({
  /** The settings of this stage as a JSON file beside the bundle. */
  SETTINGS_FILE: z.string().min(1),
  /** The hash of that file as it was checked when the bundle was made; absent where none was. */
  SETTINGS_HASH: z.string().optional(),
  TABLE_NAME: z.string().min(1),
  /** Its lists lie over several partitions (`spread-list.ts`): a large stage's. */
  SPREADS_LISTS: z.literal("true").optional(),
  /**
   * JSON: the hint queues by name, as far as the function drops hints on them; absent where it
   * drops none.
   */
  HINT_QUEUE_URLS: json.pipe(queueUrls).optional(),
  /** JSON: the dead letters' queues by the name of the queue that they came from. */
  DEAD_LETTER_URLS: json.pipe(z.record(z.string(), z.url())).optional(),
  ON_CALL_TOPIC_ARN: z.string().min(1).optional(),
  /** Where on-call reads a review; printed in notifications. */
  CONSOLE_URL: z.url().optional(),
  RUNBOOK_URL: z.url().optional(),
  /**
   * Secrets Manager: the master keys, with which each case's own opens what the table holds of it;
   * JSON as below.
   */
  MASTER_KEYS_SECRET: z.string().min(1),
  /**
   * Secrets Manager: keys of the reply addresses, JSON `{"current":"k1","k1":"…"}`, flat since
   * Secrets Manager generates one key at the top and no deeper.
   */
  REPLY_KEYS_SECRET: z.string().min(1).optional(),
  REPLY_BUCKET: z.string().min(1).optional(),
  /**
   * Secrets Manager: what browsers' cookies are sealed with; there where the settings have a
   * `signIn`.
   */
  SESSION_KEY_SECRET: z.string().min(1).optional(),
  /** JSON: the secrets of providers' APIs by the provider (`kernel/channels.ts`). */
  CHANNEL_SECRETS: json.pipe(z.record(z.string(), z.string().min(1))).optional(),
  /** Where providers' APIs are played, on loopback; believed in samples and tests alone. */
  PLAYED_CHANNELS: z.url().optional(),
  /**
   * JSON: `{"rdapBootstrapUrl":…,"whoisPort":…,"dnsServers":[…]}`; the real registries when absent.
   */
  REGISTRIES: z.string().optional(),
});

export type Environment = Omit<z.infer<typeof environmentSchema>, "SETTINGS_FILE" | "SETTINGS_HASH"> & {
  readonly settings: Settings;
};

/**
 * Reads a function's environment once, at its start. Throws one error that names all that is
 * missing or wrong.
 */
export const readEnvironment = (environment: Readonly<Record<string, string | undefined>>): Environment => {
  const read = environmentSchema.safeParse(environment);
  if (!read.success) throw new Error(`This function's environment is incomplete:\n${z.prettifyError(read.error)}`);
  const { SETTINGS_FILE, SETTINGS_HASH, ...rest } = read.data;
  return { ...rest, settings: readSettings(SETTINGS_FILE, SETTINGS_HASH) };
};

/** By which a file of settings is known to be the one that was checked. */
export const settingsHash = (text: string): string => createHash("sha256").update(text).digest("hex");

/**
 * The settings of this stage. Throws one error that names all that is missing or wrong. A file of the
 * hash that the bundle's maker checked is taken as it is, as that check is a tenth of an import; a file that
 * somebody touched since is checked like any other.
 */
export const readSettings = (file: string, checkedHash?: string): Settings => {
  const text = readFileSync(file, "utf8");
  if (checkedHash === settingsHash(text)) return JSON.parse(text);
  const settings = makeSettingsSchema().safeParse(JSON.parse(text));
  if (!settings.success) throw new Error(`The settings in ${file} are not valid:\n${z.prettifyError(settings.error)}`);
  return settings.data;
};
