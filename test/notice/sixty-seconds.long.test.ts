import { readInSixtySeconds } from "./sixty-seconds.ts";

readInSixtySeconds(Number.POSITIVE_INFINITY);
