/*
 * One execution environment of Lambda, as `infra/local/function-process.mjs` is one, which says
 * beside the answer what it took: processor time, and its log; calls are counted where they arrive.
 * Asked for its heap, it collects what is free (`--expose-gc`) and says what is left.
 * Its clock is the parent's, so that days pass in a moment.
 */
const RealDate = Date;
let aheadMs = 0;
globalThis.Date = class extends RealDate {
  constructor(...given) {
    if (given.length > 0) super(...given);
    else super(RealDate.now() + aheadMs);
  }
  static now() {
    return RealDate.now() + aheadMs;
  }
};
let logged = [];
process.stdout.write = (text) => {
  logged.push(String(text));
  return true;
};
const loaded = import(process.argv[2]);
process.on("message", async ({ event, nowMs, heap }) => {
  if (heap) {
    for (let round = 0; round < 3; round++) globalThis.gc();
    return void process.send({ ...process.memoryUsage() });
  }
  const { handler } = await loaded;
  aheadMs = nowMs - RealDate.now();
  logged = [];
  const before = process.cpuUsage();
  try {
    const answer = await handler(event, {});
    const { user, system } = process.cpuUsage(before);
    process.send({ answer, processorMs: (user + system) / 1000, logged });
  } catch (error) {
    process.send({ threw: error instanceof Error ? error.message : "something" });
  }
});
process.on("disconnect", () => process.exit());
