import { Validations } from "aws-cdk-lib";
import type { IConstruct } from "constructs";
import { CheckerStack } from "../stack/checker-stack.ts";
import { TakedownDispatcher } from "../stack/dispatcher.ts";
import { InboundMailStack } from "../stack/inbound-mail-stack.ts";
import { exceptions } from "./exceptions.ts";

/**
 * Tells the CDK which findings of cdk-nag in the dispatchers and inbound mail below this construct
 * have a written reason, place by place. What a stage does not have is passed over.
 */
export const acknowledge = (scope: IConstruct): void => {
  for (const own of scope.node.findAll().filter(isOurs)) {
    for (const { tool, rule, at, reason } of exceptions) {
      if (tool !== "cdk-nag") continue;
      for (const path of at)
        for (const found of below(own, path)) Validations.of(found).acknowledge({ id: rule, reason });
    }
  }
};

const isOurs = (construct: IConstruct): boolean =>
  [TakedownDispatcher, InboundMailStack, CheckerStack].some((ours) => construct instanceof ours);

const below = (scope: IConstruct, path: string): readonly IConstruct[] =>
  path
    .split("/")
    .reduce<readonly IConstruct[]>(
      (all, part) => all.flatMap(({ node }) => node.children.filter((child) => isNamed(part, child.node.id))),
      [scope],
    );

/** Whether a part of a place names this construct; `Queue-report-by-*` names all that begin so. */
export const isNamed = (part: string, id: string | undefined): boolean =>
  part.endsWith("*") ? id?.startsWith(part.slice(0, -1)) === true : part === id;
