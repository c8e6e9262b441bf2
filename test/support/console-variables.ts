import type { writeSettings } from "../../infra/local/write-settings.ts";

const queue = "http://127.0.0.1:9/queue";

/** What the console's function is deployed with; nothing answers at its queues. */
export const consoleVariables = (settings: ReturnType<typeof writeSettings>) => ({
  ...settings,
  TABLE_NAME: "cases",
  MASTER_KEYS_SECRET: "master-keys",
  DEAD_LETTER_URLS: JSON.stringify({ delivery: queue, "report-urgent": queue, "report-standard": queue }),
  HINT_QUEUE_URLS: JSON.stringify({
    "contact-urgent": queue,
    "contact-standard": queue,
    "notice-urgent": queue,
    "notice-standard": queue,
  }),
});
