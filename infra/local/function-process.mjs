/*
 * One execution environment of Lambda: loads a function's bundle (the first argument) and answers one event after the other, as its
 * parent hands them over. Plain JavaScript, since it is started hundreds of times. It ends with its parent.
 */
const loaded = import(process.argv[2]);
process.on("message", async (event) => {
  const { handler } = await loaded;
  process.send(await handler(event));
});
process.on("disconnect", () => process.exit());
