import type { App } from "aws-cdk-lib";
import { AwsSolutionsChecks, ServerlessChecks } from "cdk-nag";
import type { Finding } from "./findings.ts";

/**
 * All that cdk-nag finds in an app of which nothing was acknowledged, its warnings, too. Touches
 * nothing.
 */
export const nagFindings = (app: App): readonly Finding[] =>
  [new AwsSolutionsChecks(), new ServerlessChecks()].flatMap((pack) =>
    pack
      .validateScope(app)
      .violations.flatMap(({ ruleName, description, violatingResources }) =>
        violatingResources.map(
          ({ constructPath = "" }) =>
            ({ tool: "cdk-nag", rule: ruleName, at: withoutStack(constructPath), says: description }) as const,
        ),
      ),
  );

/** `takedown-example/Default/Replies/Bucket/Resource` → `Replies/Bucket/Resource`. */
export const withoutStack = (path: string): string => path.slice(path.indexOf("/") + 1).replace(/^Default\//, "");
