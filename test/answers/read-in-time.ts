import { readMail } from "../../functions/answers/read-mail.ts";
import { cpuMs } from "../support/cpu-time.ts";

/**
 * Whether a mail is read within 50 ms of processor time for 100 KB, and 200 ms at least: ten times
 * what it takes, while a reader that goes back again and again takes minutes.
 */
export const isReadInTime = (bytes: Uint8Array): boolean =>
  cpuMs(() => void readMail(bytes)) < 50 * Math.max(4, bytes.length / 102_400);
