import { type App, Stack, Validations } from "aws-cdk-lib";
import type { IConstruct } from "constructs";
import { exceptions } from "./exceptions.ts";
import { isNamed } from "./findings.ts";

/**
 * Tells the CDK which findings of cdk-nag have a written reason, place by place. What a stage does
 * not have is passed over.
 */
export const acknowledge = (app: App): void => {
  for (const stack of app.node.children.filter((child) => Stack.isStack(child))) {
    for (const { tool, rule, at, reason } of exceptions) {
      if (tool !== "cdk-nag") continue;
      for (const path of at)
        for (const found of below(stack, path)) Validations.of(found).acknowledge({ id: rule, reason });
    }
  }
};

const below = (scope: IConstruct, path: string): readonly IConstruct[] =>
  path
    .split("/")
    .reduce<readonly IConstruct[]>(
      (all, part) => all.flatMap(({ node }) => node.children.filter((child) => isNamed(part, child.node.id))),
      [scope],
    );
