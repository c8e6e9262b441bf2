import { writeFileSync } from "node:fs";
import { newsSchema } from "../../functions/news/reporter-news.ts";
import { messageSchema } from "../../functions/report/native.ts";
import { stageFileSchema } from "./stage-schema.ts";

/**
 * `npm run generate -- schema`: publishes the form of what comes in, of what reporters hear and of a file of
 * stages; tests fail while a file is not what the code keeps to.
 */
for (const [file, schema] of [
  ["functions/report/report.schema.json", messageSchema()],
  ["functions/news/reporter-news.schema.json", newsSchema()],
  ["infra/stack/stage-file.schema.json", stageFileSchema()],
] as const)
  writeFileSync(file, `${JSON.stringify(schema, null, 2)}\n`);
