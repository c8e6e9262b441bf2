import { readJson } from "../kernel/json.ts";
import { fail, ok, type Result } from "../kernel/result.ts";
import * as z from "../kernel/zod.ts";
import type { DmarcVerdict, Foreign, ReplyPointer } from "./reply-reading.ts";

const receipt = z.object({
  notificationType: z.literal("Received"),
  receipt: z.object({
    recipients: z.optional(z.array(z.string())),
    dmarcVerdict: z.optional(z.object({ status: z.string() })),
    action: z.object({
      type: z.literal("S3"),
      bucketName: z.optional(z.string()),
      objectKey: z.string().check(z.minLength(1), z.maxLength(1024)),
    }),
  }),
});
const sns = z.object({ Type: z.literal("Notification"), Message: z.string() });

const verdicts: Readonly<Record<string, DmarcVerdict>> = {
  PASS: "pass",
  FAIL: "fail",
  GRAY: "gray",
  PROCESSING_FAILED: "processing-failed",
};

/**
 * Where SES put the mails that a queue message names, by SES's receipt (SES Developer Guide, "Contents of
 * notifications for Amazon SES email receiving"; inside SNS or bare). Foreign: SES's test event, and anything else.
 */
export const readReplyPointers = (body: string): Result<readonly ReplyPointer[], Foreign> => {
  const outer = readJson(body);
  const wrapped = sns.safeParse(outer);
  const message = wrapped.success ? readJson(wrapped.data.Message) : outer;
  const received = receipt.safeParse(message);
  if (received.success) {
    const { action, recipients, dmarcVerdict } = received.data.receipt;
    // Without SES's verdict there is none: the mail's head is not asked for another.
    const dmarc = verdicts[dmarcVerdict?.status ?? ""] ?? "none";
    return ok([
      {
        key: action.objectKey,
        ...(action.bucketName && { bucket: action.bucketName }),
        ...(recipients && { recipients }),
        dmarc,
      },
    ]);
  }
  return fail<Foreign>({ kind: "foreign", why: "names no mail" });
};
