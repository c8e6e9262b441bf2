import { type Statement, statementsOf } from "./rights-in.ts";
import { ofType, type Resources, readable } from "./synthesised.ts";

/** Every action by which an item comes to be, changes or goes (Service Authorization Reference, "DynamoDB"). */
export const writingActions = [
  "BatchWriteItem",
  "DeleteItem",
  "PartiQLDelete",
  "PartiQLInsert",
  "PartiQLUpdate",
  "PutItem",
  "UpdateItem",
].map((one) => `dynamodb:${one}`);

const list = (value: unknown): readonly unknown[] => (Array.isArray(value) ? value : [value]);
const isLike = (pattern: string, text: string): boolean =>
  new RegExp(
    `^${pattern
      .replace(/[.+^${}()|[\]\\]/g, "\\$&")
      .replaceAll("*", ".*")
      .replaceAll("?", ".")}$`,
    "i",
  ).test(text);

/** What a condition says of leading keys, by its operator; other conditions are taken to hold. */
const keysBy = (operator: string, condition: unknown): readonly string[] | undefined => {
  const said = (condition as Record<string, Record<string, unknown>> | undefined)?.[operator]?.["dynamodb:LeadingKeys"];
  return said === undefined ? undefined : list(said).map(String);
};

const isAbout = ({ Action, NotAction }: Statement, action: string): boolean =>
  NotAction === undefined
    ? list(Action).some((pattern) => isLike(String(pattern), action))
    : !list(NotAction).some((pattern) => isLike(String(pattern), action));

/**
 * Whether statements let their role do something to an item of this partition key. Read against the role:
 * an allowance counts whatever resource it names, and a denial only where its condition is on the key alone.
 */
export const lets = (statements: readonly Statement[], action: string, key: string): boolean => {
  const meant = statements.filter((statement) => isAbout(statement, action));
  const isDenied = meant.some(
    ({ Effect, Condition }) =>
      Effect === "Deny" &&
      Object.keys((Condition ?? {}) as object).join() === "ForAnyValue:StringLike" &&
      keysBy("ForAnyValue:StringLike", Condition)?.some((pattern) => isLike(pattern, key)) === true,
  );
  return (
    !isDenied &&
    meant.some(
      ({ Effect, Condition }) =>
        Effect === "Allow" &&
        (keysBy("ForAllValues:StringLike", Condition) ?? ["*"]).some((pattern) => isLike(pattern, key)),
    )
  );
};

/** Each role of a template by its function's name, or by its own where it is no function's. */
export const rolesIn = (all: Resources): ReadonlyMap<string, readonly Statement[]> => {
  const functionOf = new Map(
    ofType(all, "AWS::Lambda::Function").map(([, { Properties }]) => [
      readable(Properties.Role),
      String(Properties.FunctionName).replace("takedown-example-", ""),
    ]),
  );
  return new Map(
    ofType(all, "AWS::IAM::Role").map(([id]) => [functionOf.get(`\${${id}.Arn}`) ?? id, statementsOf(all, id)]),
  );
};
