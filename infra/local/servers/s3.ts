import { createHash } from "node:crypto";
import { mkdirSync, readFileSync, rmSync, writeFileSync } from "node:fs";
import { dirname, join } from "node:path";
import { type Answer, type Running, startHttp, xmlText } from "./loopback.ts";

export type S3Server = Running & {
  /** Puts an object from outside, as SES does with inbound mail. */
  readonly put: (bucket: string, key: string, body: Buffer) => void;
  readonly get: (bucket: string, key: string) => Buffer | undefined;
};

/**
 * GetObject, PutObject, DeleteObject and HeadObject on loopback, path-style, one file for each
 * object under `folder`. Buckets need not be made. Throws `PortInUse`.
 */
export const startS3 = async (options: { readonly port: number; readonly folder: string }): Promise<S3Server> => {
  mkdirSync(options.folder, { recursive: true });
  // A key may be anything, `../` too; as one encoded name it stays inside its bucket's folder.
  const fileOf = (bucket: string, key: string) =>
    join(options.folder, encodeURIComponent(bucket).replace(/^\.+/, "_"), `${encodeURIComponent(key)}.object`);
  const get = (bucket: string, key: string): Buffer | undefined => {
    try {
      return readFileSync(fileOf(bucket, key));
    } catch (error) {
      if (error instanceof Error && "code" in error && error.code === "ENOENT") return undefined;
      throw error;
    }
  };
  const put = (bucket: string, key: string, body: Buffer): void => {
    const file = fileOf(bucket, key);
    mkdirSync(dirname(file), { recursive: true });
    writeFileSync(file, body);
  };
  const listening = await startHttp(options.port, (request, body) => {
    const { pathname } = new URL(request.url ?? "/", "http://loopback");
    const [, bucket = "", ...rest] = pathname.split("/");
    const key = decodeURIComponent(rest.join("/"));
    if (!bucket || !key) return failure(501, "NotImplemented", "Only objects are kept here.");
    switch (request.method) {
      case "PUT": {
        const content = withoutChunkSignatures(
          body,
          request.headers["content-encoding"],
          request.headers["x-amz-content-sha256"],
        );
        put(bucket, key, content);
        return { status: 200, headers: { etag: etagOf(content) } };
      }
      case "GET":
      case "HEAD": {
        const found = get(bucket, key);
        if (!found) return failure(404, "NoSuchKey", "The specified key does not exist.");
        return {
          status: 200,
          headers: { etag: etagOf(found), "content-type": "application/octet-stream" },
          body: request.method === "GET" ? found : "",
        };
      }
      case "DELETE":
        rmSync(fileOf(bucket, key), { force: true });
        return { status: 204 };
      default:
        return failure(405, "MethodNotAllowed", "The specified method is not allowed against this resource.");
    }
  });
  return { ...listening, put, get };
};

const etagOf = (body: Buffer): string => `"${createHash("md5").update(body).digest("hex")}"`;
const failure = (status: number, code: string, message: string): Answer => ({
  status,
  headers: { "content-type": "application/xml" },
  body:
    `<?xml version="1.0" encoding="UTF-8"?><Error><Code>${code}</Code>` +
    `<Message>${xmlText(message)}</Message><RequestId>local</RequestId></Error>`,
});

/**
 * The SDK sends a stream as `aws-chunked`: each piece has its length in hex before it and a
 * checksum trailer at the end (S3 API, "Signature calculations: transferring payload in multiple
 * chunks").
 */
const withoutChunkSignatures = (
  body: Buffer,
  encoding: string | undefined,
  sha256: string | string[] | undefined,
): Buffer => {
  if (!encoding?.includes("aws-chunked") && !String(sha256 ?? "").startsWith("STREAMING-")) return body;
  const pieces: Buffer[] = [];
  for (let at = 0; ; ) {
    const end = body.indexOf("\r\n", at);
    const length = end < 0 ? 0 : Number.parseInt(body.toString("latin1", at, end), 16);
    if (!length) return Buffer.concat(pieces);
    pieces.push(body.subarray(end + 2, end + 2 + length));
    at = end + 2 + length + 2;
  }
};
