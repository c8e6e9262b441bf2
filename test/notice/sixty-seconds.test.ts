import { readInSixtySeconds } from "./sixty-seconds.ts";

readInSixtySeconds(25);
