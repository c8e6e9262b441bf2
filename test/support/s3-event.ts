import type { Instant } from "../../functions/kernel/instant.ts";

/**
 * S3's message when SES has put a mail into the bucket, as the bucket's notification laid it on the
 * queue before SES told a topic.
 */
export const s3Event = (bucket: string, key: string, bytes: number, at: Instant): string =>
  JSON.stringify({
    Records: [
      {
        eventVersion: "2.1",
        eventSource: "aws:s3",
        awsRegion: "us-east-1",
        eventTime: at,
        eventName: "ObjectCreated:Put",
        s3: {
          s3SchemaVersion: "1.0",
          configurationId: "reply",
          bucket: { name: bucket, ownerIdentity: { principalId: "LOCAL" }, arn: `arn:aws:s3:::${bucket}` },
          // S3 writes keys in its messages URL-encoded, with + for a space.
          object: {
            key: encodeURIComponent(key).replace(/%20/g, "+").replace(/%2F/g, "/"),
            size: bytes,
            sequencer: "0",
          },
        },
      },
    ],
  });
