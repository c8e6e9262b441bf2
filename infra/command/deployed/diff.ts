import type { Row } from "./rows.ts";

/** One resource of a change set, in CloudFormation's words (API Reference, ResourceChange). */
export type Change = {
  readonly action: string;
  readonly logicalId: string;
  readonly type: string;
  /** `True`, `False` or `Conditional`; absent for what is added or removed. */
  readonly replacement?: string;
  /** The properties for which it is changed. */
  readonly properties: readonly string[];
};

/** What holds data, or is known to others by its name; how the guide calls it, and what its loss is. */
const holding: Readonly<Record<string, { readonly what: string; readonly lost: string }>> = {
  "AWS::DynamoDB::Table": { what: "table", lost: "all cases; the new one is empty" },
  "AWS::KMS::Key": { what: "key", lost: "what opens all that it has encrypted" },
  "AWS::SecretsManager::Secret": { what: "secret", lost: "its keys; without the master keys no case can be opened" },
  "AWS::SQS::Queue": { what: "queue", lost: "what waits on it; producers and alarms know it by its name" },
  "AWS::S3::Bucket": { what: "bucket", lost: "replies that were not read yet" },
  "AWS::SNS::Topic": { what: "topic", lost: "who has confirmed that they are told" },
  "AWS::Events::EventBus": { what: "bus", lost: "the rules of those who hear reporters' news" },
  "AWS::SES::EmailIdentity": { what: "identity", lost: "its verification, and notices go out from nowhere" },
  "AWS::ApiGatewayV2::Api": { what: "address of the console", lost: "the links in what on-call was told" },
};

/** What a change set would do, in words: what holds data first, the rest counted. */
export const diffRows = (changes: readonly Change[]): readonly Row[] => [
  ...changes.filter(({ type }) => type in holding).map(ofHolding),
  ...restOf(changes.filter(({ type }) => !(type in holding))),
];

const ofHolding = ({ action, logicalId, type, replacement, properties }: Change): Row => {
  const { what: kind = type, lost = "what it holds" } = holding[type] ?? {};
  const what = `${kind} ${logicalId}`;
  const by = properties.length === 0 ? "" : ` (${properties.join(", ")})`;
  if (action === "Add") return { what, state: "ready", says: "is made." };
  if (action === "Remove")
    return {
      what,
      state: "stops",
      says: `leaves the stack. It stays in the account where it is retained, and nothing uses it any more: ${lost}.`,
      fix: "Was a construct renamed, or a setting taken out? deployment.md, What stays when a stack goes.",
    };
  if (replacement === "True")
    return {
      what,
      state: "stops",
      says: `is replaced by a new one${by}. Gone from the stack is then ${lost}.`,
      fix: "Take the change back. Renaming what holds data is a migration.",
    };
  if (replacement === "Conditional")
    return {
      what,
      state: "heed",
      says: `may be replaced${by}: CloudFormation knows it when it runs. Lost would be ${lost}.`,
      fix: "Look the property up in CloudFormation's reference, Update requires.",
    };
  return { what, state: "ready", says: `is changed in place${by}.` };
};

const restOf = (changes: readonly Change[]): readonly Row[] => {
  const count = (is: (change: Change) => boolean): number => changes.filter(is).length;
  const counted = [
    [count(({ action }) => action === "Add"), "made"],
    [count(({ action, replacement }) => action === "Modify" && replacement === "False"), "changed in place"],
    [count(({ replacement }) => replacement === "True" || replacement === "Conditional"), "made anew, or may be"],
    [count(({ action }) => action === "Remove"), "taken out"],
  ] as const;
  if (changes.length === 0) return [];
  const says = counted.flatMap(([many, how]) => (many === 0 ? [] : [`${many} ${how}`])).join(", ");
  return [{ what: "all else, which holds nothing", state: "ready", says: `${says || `${changes.length} touched`}.` }];
};
