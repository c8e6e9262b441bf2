import { readFileSync } from "node:fs";
import { parse } from "yaml";
import * as z from "zod";

const job = z.object({
  permissions: z.record(z.string(), z.string()).optional(),
  environment: z.string().optional(),
  needs: z.string().optional(),
  "timeout-minutes": z.number(),
  steps: z.array(z.looseObject({ uses: z.string().optional(), run: z.string().optional() })),
});

export const pipelineFile = "infra/example/pipeline/deploy.yml";

/** The example for GitHub Actions that a user copies. */
export const examplePipeline = z
  .object({
    permissions: z.record(z.string(), z.string()),
    env: z.object({ STAGE: z.string(), STAGE_FILE: z.string(), AWS_REGION: z.string() }),
    jobs: z.record(z.string(), job),
  })
  .parse(parse(readFileSync(pipelineFile, "utf8")));

/** The shell commands of one of its jobs, in their order. */
export const commandsOf = (name: string): readonly string[] =>
  examplePipeline.jobs[name]?.steps.flatMap(({ run }) => run ?? []) ?? [];
