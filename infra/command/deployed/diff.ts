import { reachTables } from "../../guides/families/settings-reach.ts";
import type { Marks } from "../../stack/setting-marks.ts";
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
  "AWS::SecretsManager::Secret": {
    what: "secret",
    lost: "its keys: the master keys open all cases, the reply keys know answers",
  },
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

/** Which settings change, and what each reaches. Of a deployed version that marked none nothing is known. */
export const settingRows = (marks: Marks | "unread"): readonly Row[] => {
  if (marks === "unread")
    return [
      {
        what: "settings",
        state: "unknown",
        says: "AWS did not say which change.",
        fix: "Ask with credentials that may cloudformation:GetTemplate.",
      },
    ];
  const { deployed, to } = marks;
  if (!deployed || !to) return [];
  const paths = [...new Set([...Object.keys(deployed), ...Object.keys(to)])];
  return paths
    .filter((path) => deployed[path] !== to[path])
    .map((path) => {
      const how = !(path in deployed) ? "is new" : path in to ? "is changed" : "is taken out";
      return { what: `setting ${path}`, state: "ready", says: `${how}.${reachOf(path.replace(/^settings\./, ""))}` };
    });
};

const reachOf = (name: string): string => {
  const reach = Object.entries(reachTables.settings).find(([of]) => of === name)?.[1];
  return reach ? ` Open cases: ${reach.open}; closed ones: ${reach.closed}; ${reach.when}.` : "";
};

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
  const those = [
    ["made", ({ action }) => action === "Add"],
    ["changed in place", ({ action, replacement }) => action === "Modify" && replacement === "False"],
    ["made anew, or may be", ({ replacement }) => replacement === "True" || replacement === "Conditional"],
    ["taken out", ({ action }) => action === "Remove"],
  ] as const satisfies readonly (readonly [string, (change: Change) => boolean])[];
  if (changes.length === 0) return [];
  const says = those.flatMap(([how, is]) => {
    const found = changes.filter(is);
    return found.length === 0 ? [] : [`${found.length} ${how} (${kindsOf(found)})`];
  });
  const said = says.length === 0 ? `${changes.length} touched` : says.join(", ");
  return [{ what: "all else, which holds nothing", state: "ready", says: `${said}.` }];
};

/** How many there are of each kind of resource, the most first. */
const kindsOf = (changes: readonly Change[]): string => {
  const kinds = changes.map(({ type }) => type.replace(/^AWS::/, ""));
  return [...new Set(kinds)]
    .map((kind) => ({ kind, many: kinds.filter((other) => other === kind).length }))
    .toSorted((one, other) => other.many - one.many)
    .map(({ kind, many }) => `${many} ${kind}`)
    .join(", ");
};
