import { mkdtempSync, rmSync, writeFileSync } from "node:fs";
import { tmpdir } from "node:os";
import path from "node:path";
import { afterAll, expect, test } from "vitest";
import { readEnvironment, settingsHash } from "../../functions/adapters/environment.ts";

const folder = mkdtempSync(path.join(tmpdir(), "takedown-environment-"));
afterAll(() => rmSync(folder, { recursive: true, force: true }));
const settings = path.join(folder, "settings.json");
writeFileSync(settings, "{}");

const whole = {
  SETTINGS_FILE: settings,
  SETTINGS_HASH: settingsHash("{}"),
  TABLE_NAME: "cases",
  MASTER_KEYS_SECRET: "master-keys",
};
const hints = { "contact-urgent": "https://sqs.example/contact-urgent" };

test("a whole environment is read, and what is not said is not there", () => {
  const read = readEnvironment({ ...whole, HINT_QUEUE_URLS: JSON.stringify(hints) });
  expect(JSON.parse(JSON.stringify(read))).toEqual({
    settings: {},
    TABLE_NAME: "cases",
    MASTER_KEYS_SECRET: "master-keys",
    HINT_QUEUE_URLS: hints,
  });
});

test("one error names all that is missing", () => {
  expect(() => readEnvironment({})).toThrow(
    "This function's environment is incomplete:\n" +
      "SETTINGS_FILE is missing\nTABLE_NAME is missing\nMASTER_KEYS_SECRET is missing",
  );
});

test.each([
  ["TABLE_NAME", "", "TABLE_NAME is empty"],
  ["CONSOLE_URL", "console", "CONSOLE_URL has to be a URL"],
  ["DEAD_LETTER_URLS", "{", "DEAD_LETTER_URLS has to be JSON"],
  ["DEAD_LETTER_URLS", '["https://sqs.example/reply"]', "DEAD_LETTER_URLS has to be an object"],
  ["DEAD_LETTER_URLS", '{"reply":"reply"}', "DEAD_LETTER_URLS.reply has to be a URL"],
  ["CHANNEL_SECRETS", '{"godaddy":7}', "CHANNEL_SECRETS.godaddy has to be a text"],
  ["HINT_QUEUE_URLS", '{"contacts":"https://sqs.example/contacts"}', "HINT_QUEUE_URLS.contacts"],
])("%s of %j is refused: %s", (name, written, says) => {
  expect(() => readEnvironment({ ...whole, [name]: written })).toThrow(says);
});

test("settings that were changed since they were checked are refused", () => {
  expect(() => readEnvironment({ ...whole, SETTINGS_HASH: settingsHash("{ }") })).toThrow(
    "settings.json were changed since they were checked",
  );
  expect(() => readEnvironment({ ...whole, SETTINGS_HASH: undefined })).toThrow("since they were checked");
});

test("no error says what a variable holds", () => {
  expect(() => readEnvironment({ ...whole, CHANNEL_SECRETS: "a-secret's-name" })).toThrow(/^(?![\s\S]*a-secret)/);
});
