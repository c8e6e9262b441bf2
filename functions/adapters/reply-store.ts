import { GetObjectCommand, NoSuchKey, type S3Client } from "@aws-sdk/client-s3";
import type { ReplyPointer } from "../answers/reply-reading.ts";

/** SES takes inbound mails up to 40 MB. */
const bytesAtMost = 40 * 1024 * 1024;

/**
 * Reads one inbound mail. Network: one GET on the reply bucket only, whatever bucket the pointer names, so that a
 * forged queue message reads nothing but our mails. `undefined` when the mail expired or is larger than SES takes.
 * Throws when S3 fails, and the message comes again.
 */
export const replyStore =
  (client: S3Client, bucket: string) =>
  async (pointer: Pick<ReplyPointer, "bucket" | "key">): Promise<Uint8Array | undefined> => {
    if (pointer.bucket !== undefined && pointer.bucket !== bucket) return undefined;
    try {
      const { Body, ContentLength } = await client.send(new GetObjectCommand({ Bucket: bucket, Key: pointer.key }));
      if (!Body || (ContentLength ?? 0) > bytesAtMost) return undefined;
      const bytes = await Body.transformToByteArray();
      return bytes.length > bytesAtMost ? undefined : bytes;
    } catch (error) {
      if (error instanceof NoSuchKey) return undefined;
      throw error;
    }
  };
