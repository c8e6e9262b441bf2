import type { Transform } from "node:stream";
import { pipeline } from "node:stream/promises";
import { createBrotliDecompress, createGunzip, createInflate } from "node:zlib";

/** The body exceeds a limit, before or after decompression, or can't be decoded. */
export class UnboundedBody extends Error {
  override name = "UnboundedBody";
}

const decoders: Readonly<Record<string, () => Transform>> = {
  gzip: () => createGunzip({ chunkSize: 16_384 }),
  "x-gzip": () => createGunzip({ chunkSize: 16_384 }),
  deflate: () => createInflate({ chunkSize: 16_384 }),
  br: () => createBrotliDecompress({ chunkSize: 16_384 }),
};

/** Reads a body and stops at either limit, so that a compression bomb takes no more memory than that. */
export const readBounded = async (
  body: AsyncIterable<Uint8Array>,
  encoding: string | undefined,
  limits: { readonly received: number; readonly decoded: number },
): Promise<Buffer> => {
  const chunks: Buffer[] = [];
  let received = 0;
  let decoded = 0;
  const keep = (chunk: Buffer) => {
    decoded += chunk.length;
    if (decoded > limits.decoded) throw new UnboundedBody("The body unpacks to more than a registry's answer.");
    chunks.push(chunk);
  };
  const decoder = encoding && encoding !== "identity" ? decoders[encoding.trim().toLowerCase()]?.() : undefined;
  if (encoding && encoding !== "identity" && !decoder) throw new UnboundedBody("The body is packed in an unknown way.");
  const count = (chunk: Uint8Array) => {
    received += chunk.length;
    if (received > limits.received) throw new UnboundedBody("The body is longer than a registry's answer.");
  };
  if (!decoder) {
    for await (const chunk of body) {
      count(chunk);
      keep(Buffer.from(chunk));
    }
    return Buffer.concat(chunks);
  }
  // The pipeline unpacks at most a chunk ahead, and ends both sides when either fails.
  await pipeline(
    async function* () {
      for await (const chunk of body) {
        count(chunk);
        yield chunk;
      }
    },
    decoder,
    async (unpacked: AsyncIterable<Buffer>) => {
      for await (const chunk of unpacked) keep(chunk);
    },
  );
  return Buffer.concat(chunks);
};

/** Of an answer's body, 256 KiB received and 1 MiB unpacked. */
export const answerLimits = { received: 256 * 1024, decoded: 1024 * 1024 } as const;
const depthAtMost = 64;

/** In UTF-8 and at most 64 levels deep; of equal keys the last counts. `undefined` where it is cut or no JSON. */
export const boundedJson = (bytes: Buffer): unknown => {
  if (jsonDepth(bytes.toString()) > depthAtMost) return undefined;
  try {
    return JSON.parse(new TextDecoder("utf-8", { fatal: true }).decode(bytes));
  } catch {
    // Cut, not UTF-8, or not JSON.
    return undefined;
  }
};

/** How deep brackets nest outside of strings. Checked first, since `JSON.parse` recurses. */
export const jsonDepth = (text: string): number => {
  let depth = 0;
  let deepest = 0;
  let quoted = false;
  for (let at = 0; at < text.length; at++) {
    const code = text.charCodeAt(at);
    if (quoted) {
      if (code === 92) at++;
      else if (code === 34) quoted = false;
    } else if (code === 34) quoted = true;
    else if (code === 123 || code === 91) deepest = Math.max(deepest, ++depth);
    else if (code === 125 || code === 93) depth--;
  }
  return deepest;
};
