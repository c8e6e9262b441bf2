import type { z } from "zod";
import { type Settings, settingsSchema } from "../../functions/kernel/settings.ts";

/**
 * The settings of a run that is measured: one reporter without a limit, reserved names, and what
 * the run chooses.
 */
export const measuredSettings = (chosen: Partial<z.input<typeof settingsSchema>>): Settings =>
  settingsSchema.parse({
    stage: "bench",
    organisation: "Example Takedown Desk",
    senderAddress: "notices@takedown.example",
    replyDomain: "reply.takedown.example",
    verifyBy: "https://takedown.example/verify",
    configurationSets: { urgent: "urgent", standard: "standard" },
    reporters: [
      { id: "hotline", organisation: "Example Hotline", contact: "reports@hotline.example", reportsAMinute: 1_000_000 },
    ],
    allowReserved: true,
    ...chosen,
  });
