import { everyTextIsWhole } from "./every-notice.ts";

everyTextIsWhole(Number.POSITIVE_INFINITY, Number.POSITIVE_INFINITY);
