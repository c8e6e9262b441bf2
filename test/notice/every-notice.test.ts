import { everyTextIsWhole } from "./every-notice.ts";

everyTextIsWhole(15, 2);
