/*
 * One execution environment of Lambda: loads a function's bundle (the first argument) and answers
 * one event after the other, as its parent hands them over. Plain JavaScript, since it is started
 * hundreds of times. It ends with its parent.
 *
 * Its clock goes ahead of the real one by as much as the second argument says, and later by what
 * its parent sends as a number.
 */
let aheadMs = Number(process.argv[3]);
const RealDate = Date;
globalThis.Date = class extends RealDate {
  constructor(...given) {
    super(...(given.length === 0 ? [RealDate.now() + aheadMs] : given));
  }
  static now() {
    return RealDate.now() + aheadMs;
  }
};
const loaded = import(process.argv[2]);
process.on("message", async (said) => {
  if (typeof said === "number") {
    aheadMs = said;
    return;
  }
  const { handler } = await loaded;
  process.send(await handler(said));
});
process.on("disconnect", () => process.exit());
