import { existsSync } from "node:fs";
import { executablePath } from "./launch.ts";

/** Runs once before the browser tests: one error that says what to do, and never a silent skip. */
export default (): void => {
  if (existsSync(executablePath)) return;
  throw new Error(
    `There is no Chromium at ${executablePath}. Install one (Debian, Ubuntu: apt-get install chromium), ` +
      "or say where it is: CHROMIUM=/path/to/chromium npm run test:browser",
  );
};
