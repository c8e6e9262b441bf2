import { everyTextIsWhole } from "./every-notice.ts";

everyTextIsWhole(30, 6);
