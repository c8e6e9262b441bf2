import { type Settings, settingsSchema } from "../../functions/kernel/settings.ts";
import { categories } from "../../functions/report/category.ts";

/**
 * What `npm start -- --live` decides by: real hosts and real registries; the mail is kept on this
 * machine and goes nowhere.
 */
export const liveSettings: Settings = settingsSchema.parse({
  stage: "live-dry-run",
  organisation: "Dry run on one machine",
  senderAddress: "notices@takedown.example",
  replyDomain: "reply.takedown.example",
  verifyBy: "this is a dry run; nothing was sent",
  configurationSets: { urgent: "takedown-urgent", standard: "takedown-standard" },
  // The clock is the real one, and whoever tries this out waits for the mail.
  digests: false,
  reporters: [
    {
      id: "local",
      organisation: "Dry run on one machine",
      contact: "reports@takedown.example",
      liveIn: [...categories],
      reportsAMinute: 1_000_000,
    },
  ],
} satisfies Parameters<typeof settingsSchema.parse>[0]);
