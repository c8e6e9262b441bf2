/*
 * A fresh process up to its first answer: loads a bundle (the first argument) and, where the second
 * names a message's file, answers it. Says in milliseconds of processor time what the import took,
 * and what all of it did from the process's start, but for a floor's reading of its script. Its clock
 * stands where the message was recorded.
 */
import { readFileSync } from "node:fs";

const [, , bundle, file] = process.argv;
const said = file && JSON.parse(readFileSync(file, "utf8"));
if (said) {
  const RealDate = Date;
  const aheadMs = said.nowMs - RealDate.now();
  globalThis.Date = class extends RealDate {
    constructor(...given) {
      if (given.length > 0) super(...given);
      else super(RealDate.now() + aheadMs);
    }
    static now() {
      return RealDate.now() + aheadMs;
    }
  };
}
const write = process.stdout.write.bind(process.stdout);
process.stdout.write = () => true;
const msOf = ({ user, system }) => (user + system) / 1000;
const before = process.cpuUsage();
const { handler, prepare } = await import(bundle);
const importMs = msOf(process.cpuUsage(before));
const imported = process.cpuUsage();
prepare?.();
const preparingMs = msOf(process.cpuUsage(imported));
const answer = said && (await handler(said.event, {}));
const allMs = msOf(process.cpuUsage()) - preparingMs;
write(`${JSON.stringify({ importMs, allMs, answer })}\n`, () => process.exit());
