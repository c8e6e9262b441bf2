/**
 * How many bytes the searches, comparisons and decodings of buffers went over while `work` ran.
 * Counted and not timed, so that a busy machine changes nothing.
 */
export const bytesTouched = (work: () => void): number => {
  const { indexOf, compare, toString: decode } = Buffer.prototype;
  let touched = 0;
  Object.assign(Buffer.prototype, {
    indexOf(this: Buffer, ...asked: Parameters<typeof indexOf>) {
      const found = indexOf.apply(this, asked);
      touched += (found < 0 ? this.length : found) - Number(asked[1] ?? 0);
      return found;
    },
    compare(this: Buffer, ...asked: Parameters<typeof compare>) {
      touched += Number(asked[2] ?? 0) - Number(asked[1] ?? 0);
      return compare.apply(this, asked);
    },
    toString(this: Buffer, ...asked: Parameters<typeof decode>) {
      const text = decode.apply(this, asked);
      touched += text.length;
      return text;
    },
  });
  try {
    work();
  } finally {
    Object.assign(Buffer.prototype, { indexOf, compare, toString: decode });
  }
  return touched;
};
