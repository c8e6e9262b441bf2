import { createHash } from "node:crypto";
import { readFileSync } from "node:fs";
import type { Settings } from "../kernel/settings.ts";
import { lanes } from "../report/category.ts";
import type { HintQueueUrls } from "./sqs-hints.ts";

/** The hint queues, by the names that `HINT_QUEUE_URLS` has for them. */
const hintQueues = ["contact", "notice", "channel", "report"].flatMap((queue) =>
  lanes.map((lane) => `${queue}-${lane}`),
);

export type Environment = {
  readonly settings: Settings;
  readonly TABLE_NAME: string;
  /**
   * JSON: the hint queues by name, as far as the function drops hints on them; absent where it
   * drops none.
   */
  readonly HINT_QUEUE_URLS: HintQueueUrls | undefined;
  /** JSON: the dead letters' queues by the name of the queue that they came from. */
  readonly DEAD_LETTER_URLS: ByName | undefined;
  readonly ON_CALL_TOPIC_ARN: string | undefined;
  /** Where on-call reads a review; printed in notifications. */
  readonly CONSOLE_URL: string | undefined;
  readonly RUNBOOK_URL: string | undefined;
  /**
   * Secrets Manager: the master keys, with which each case's own opens what the table holds of it;
   * JSON as below.
   */
  readonly MASTER_KEYS_SECRET: string;
  /** Secrets Manager: the key of case numbers, which is never rotated; of the same form. */
  readonly CASE_NUMBER_KEY_SECRET: string | undefined;
  /**
   * Secrets Manager: keys of the reply addresses, JSON `{"current":"k1","k1":"…"}`, flat since
   * Secrets Manager generates one key at the top and no deeper.
   */
  readonly REPLY_KEYS_SECRET: string | undefined;
  readonly REPLY_BUCKET: string | undefined;
  /**
   * Secrets Manager: what browsers' cookies are sealed with; there where the settings have a
   * `signIn`.
   */
  readonly SESSION_KEY_SECRET: string | undefined;
  /** JSON: the secrets of providers' APIs by the provider (`kernel/channels.ts`). */
  readonly CHANNEL_SECRETS: ByName | undefined;
  /** Where providers' APIs are played, on loopback; believed in samples and tests alone. */
  readonly PLAYED_CHANNELS: string | undefined;
  /**
   * JSON: `{"rdapBootstrapUrl":…,"whoisPort":…,"dnsServers":[…]}`; the real registries when absent.
   */
  readonly REGISTRIES: string | undefined;
};
type ByName = Readonly<Record<string, string>>;

/** What a variable holds, or `undefined` for what is not of that form. */
type Form<T> = { readonly like: string; readonly read: (written: string) => T | undefined };

const text: Form<string> = { like: "a text", read: (written) => (written === "" ? undefined : written) };
const url: Form<string> = { like: "a URL", read: (written) => (URL.canParse(written) ? written : undefined) };
const byName = (of: Form<string>, names?: readonly string[]): Form<ByName> => ({
  like: `JSON with ${of.like} for each name${names ? ` among ${names.join(", ")}` : ""}`,
  read: (written) => {
    const said = parsed(written);
    if (typeof said !== "object" || said === null || Array.isArray(said)) return undefined;
    const entries = Object.entries(said).flatMap(([name, one]) =>
      typeof one === "string" && of.read(one) !== undefined && names?.includes(name) !== false
        ? [[name, one] as const]
        : [],
    );
    return entries.length === Object.keys(said).length ? Object.fromEntries(entries) : undefined;
  },
});

const parsed = (written: string): unknown => {
  try {
    return JSON.parse(written);
  } catch {
    // What is no JSON is of the wrong form, like any other value.
    return undefined;
  }
};

/**
 * Reads a function's environment once, at its start. Throws one error that names all that is
 * missing or wrong. By hand: a schema for it took a twentieth of an import.
 */
export const readEnvironment = (environment: Readonly<Record<string, string | undefined>>): Environment => {
  const wrong: string[] = [];
  const may = <T>(name: string, form: Form<T>): T | undefined => {
    const written = environment[name];
    const read = written === undefined ? undefined : form.read(written);
    if (written !== undefined && read === undefined) wrong.push(`${name} has to be ${form.like}`);
    return read;
  };
  const must = (name: string): string => {
    if (environment[name] === undefined) wrong.push(`${name} is missing`);
    return may(name, text) ?? "";
  };
  const file = must("SETTINGS_FILE");
  const read = {
    TABLE_NAME: must("TABLE_NAME"),
    HINT_QUEUE_URLS: may("HINT_QUEUE_URLS", byName(url, hintQueues)),
    DEAD_LETTER_URLS: may("DEAD_LETTER_URLS", byName(url)),
    ON_CALL_TOPIC_ARN: may("ON_CALL_TOPIC_ARN", text),
    CONSOLE_URL: may("CONSOLE_URL", url),
    RUNBOOK_URL: may("RUNBOOK_URL", url),
    MASTER_KEYS_SECRET: must("MASTER_KEYS_SECRET"),
    CASE_NUMBER_KEY_SECRET: may("CASE_NUMBER_KEY_SECRET", text),
    REPLY_KEYS_SECRET: may("REPLY_KEYS_SECRET", text),
    REPLY_BUCKET: may("REPLY_BUCKET", text),
    SESSION_KEY_SECRET: may("SESSION_KEY_SECRET", text),
    CHANNEL_SECRETS: may("CHANNEL_SECRETS", byName(text)),
    PLAYED_CHANNELS: may("PLAYED_CHANNELS", url),
    REGISTRIES: environment.REGISTRIES,
  };
  if (wrong.length > 0) throw new Error(`This function's environment is incomplete:\n${wrong.join("\n")}`);
  return { ...read, settings: readSettings(file, environment.SETTINGS_HASH) };
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
