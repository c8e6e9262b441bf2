import * as lambda from "aws-cdk-lib/aws-lambda";
import { expect, test } from "vitest";
import { environmentBytes } from "../../../infra/stack/constructs/environment-size.ts";
import type { StageRow } from "../../../infra/stack/stages.ts";
import { aStage, everything } from "./a-stage.ts";
import { withApp } from "./synthesised.ts";

const reportersBy = (many: number, idLength: number) =>
  Array.from({ length: many }, (_, at) => ({
    id: `cert-${at}`.padEnd(idLength, "x"),
    organisation: "Example CERT",
    contact: "cert@cert.example",
    through: `arn:aws:sns:eu-central-1:123456789012:cert-${at}`,
  }));
const webhooksBy = (many: number) =>
  Array.from({ length: many }, (_, at) => ({ name: `hook-${at}`, url: "https://rtir.example/", hears: ["on-call"] }));
const aStageWith = (reporters: number, webhooks: number, idLength = 39): StageRow =>
  aStage({}, {
    ...everything,
    reporters: [...(aStage().settings.reporters ?? []), ...reportersBy(reporters, idLength)],
    webhooks: webhooksBy(webhooks),
  } as Partial<StageRow["settings"]>);

/** How much a stage's console is said to have, and what the stack says is wrong. */
const consoleOf = (row: StageRow) =>
  withApp(row, (_, { main }) => {
    const found = main.node
      .findAll()
      .find((one) => one instanceof lambda.CfnFunction && one.functionName === "takedown-example-console");
    if (!(found instanceof lambda.CfnFunction)) throw new Error("The stage has no console.");
    const { variables } = main.resolve(found.environment) as { readonly variables: Readonly<Record<string, string>> };
    return {
      variables,
      bytes: environmentBytes(found, variables),
      problems: main.node.findAll().flatMap((one) => one.node.validate()),
    };
  });

/** As a deployment would have it, of what CloudFormation fills in. */
const filledIn = (value: unknown): string => {
  if (typeof value === "string") return value;
  const [[how, of] = ["", ""]] = Object.entries(value as Readonly<Record<string, unknown>>);
  if (how === "Fn::Join") return (of as readonly [string, readonly unknown[]])[1].map(filledIn).join("");
  const id = String(how === "Ref" ? of : (of as readonly string[])[0]);
  return /Queue|Letters/.test(id) ? "https://sqs.eu-west-1.amazonaws.com/123456789012/takedown-example-" : id;
};

test("is counted as Lambda measures it: no less than the JSON of what is known of it", () => {
  const { variables, bytes } = consoleOf(aStageWith(0, 1));
  const known = Object.fromEntries(Object.entries(variables).map(([name, value]) => [name, filledIn(value)]));
  expect(bytes).toBeGreaterThan(Buffer.byteLength(JSON.stringify(known)));
});

test("of a stage with all that it may have, and seven reporters by ways of their own, is taken", () => {
  expect(consoleOf(aStageWith(7, 1)).problems).toEqual([]);
});

test("that Lambda would refuse stops the synthesis, with what to have less of", () => {
  const { bytes, problems } = consoleOf(aStageWith(8, 4));
  expect(problems).toEqual([
    `The environment of console would have up to ${bytes} bytes, and Lambda takes 4096. Give fewer reporters a ` +
      "through (settings.reporters), or shorter ids to those that have one; or have fewer webhooks.",
  ]);
});

test("grows by each reporter who has a queue, by the length of its id", () => {
  const [none, short, long] = [aStageWith(0, 1), aStageWith(1, 1, 10), aStageWith(1, 1)].map(
    (row) => consoleOf(row).bytes,
  );
  expect(none).toBeLessThan(short ?? 0);
  expect((long ?? 0) - (short ?? 0)).toBe(2 * (39 - 10));
});
