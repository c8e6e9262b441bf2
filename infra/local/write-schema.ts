import { writeFileSync } from "node:fs";
import { messageSchema } from "../../functions/report/native.ts";

/** `npm run schema`: publishes the form of a queue message; a test fails while it is not what the reader keeps to. */
writeFileSync("functions/report/report.schema.json", `${JSON.stringify(messageSchema(), null, 2)}\n`);
