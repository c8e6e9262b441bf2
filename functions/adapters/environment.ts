import { createHash } from "node:crypto";
import { readFileSync } from "node:fs";
import { makeSettingsSchema, type Settings } from "../kernel/settings.ts";
import * as z from "../kernel/zod.ts";

const queueUrls = z.partial(
  z.strictObject({
    "contact-urgent": z.url(),
    "contact-standard": z.url(),
    "notice-urgent": z.url(),
    "notice-standard": z.url(),
    "channel-urgent": z.url(),
    "channel-standard": z.url(),
  }),
);

const json = z.pipe(
  z.string(),
  z.transform((text, context) => {
    try {
      return JSON.parse(text) as unknown;
    } catch {
      context.issues.push({ code: "custom", message: "not JSON", input: text });
      return z.NEVER;
    }
  }),
);

const environmentSchema = z.object({
  /** The settings of this stage as a JSON file beside the bundle. */
  SETTINGS_FILE: z.string().check(z.minLength(1)),
  /** The hash of that file as it was checked when the bundle was made; absent where none was. */
  SETTINGS_HASH: z.optional(z.string()),
  TABLE_NAME: z.string().check(z.minLength(1)),
  /** Its lists lie over several partitions (`spread-list.ts`): a large stage's. */
  SPREADS_LISTS: z.optional(z.literal("true")),
  /**
   * JSON: the hint queues by name, as far as the function drops hints on them; absent where it
   * drops none.
   */
  HINT_QUEUE_URLS: z.optional(z.pipe(json, queueUrls)),
  /** JSON: the dead letters' queues by the name of the queue that they came from. */
  DEAD_LETTER_URLS: z.optional(z.pipe(json, z.record(z.string(), z.url()))),
  ON_CALL_TOPIC_ARN: z.optional(z.string().check(z.minLength(1))),
  /** Where on-call reads a review; printed in notifications. */
  CONSOLE_URL: z.optional(z.url()),
  RUNBOOK_URL: z.optional(z.url()),
  /**
   * Secrets Manager: the master keys, with which each case's own opens what the table holds of it;
   * JSON as below.
   */
  MASTER_KEYS_SECRET: z.string().check(z.minLength(1)),
  /**
   * Secrets Manager: keys of the reply addresses, JSON `{"current":"k1","k1":"…"}`, flat since
   * Secrets Manager generates one key at the top and no deeper.
   */
  REPLY_KEYS_SECRET: z.optional(z.string().check(z.minLength(1))),
  REPLY_BUCKET: z.optional(z.string().check(z.minLength(1))),
  /**
   * Secrets Manager: what browsers' cookies are sealed with; there where the settings have a
   * `signIn`.
   */
  SESSION_KEY_SECRET: z.optional(z.string().check(z.minLength(1))),
  /** JSON: the secrets of providers' APIs by the provider (`kernel/channels.ts`). */
  CHANNEL_SECRETS: z.optional(z.pipe(json, z.record(z.string(), z.string().check(z.minLength(1))))),
  /** Where providers' APIs are played, on loopback; believed in samples and tests alone. */
  PLAYED_CHANNELS: z.optional(z.url()),
  /**
   * JSON: `{"rdapBootstrapUrl":…,"whoisPort":…,"dnsServers":[…]}`; the real registries when absent.
   */
  REGISTRIES: z.optional(z.string()),
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
