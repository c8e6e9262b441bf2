import { readStage, type StageRow, stages } from "../../../infra/stack/stages.ts";

/** A sign-in for browsers, as an operator writes it. */
export const aSignIn = {
  issuer: "https://id.hotline.example",
  clientId: "takedown",
  reviewers: ["takedown-on-call"],
  readers: ["takedown-readers"],
};

/** A webhook, as an operator writes it; by the name that the runbook's pages have for any. */
const aWebhook = { name: "name", url: "https://rtir.hotline.example/takedown", hears: ["on-call", "reporters"] };

/** What a stage has beside the example's. */
export const allBeside = { signIn: aSignIn, webhooks: [aWebhook] } as Partial<StageRow["settings"]>;

/** The example stage with a sign-in for browsers and a webhook: it has all that a stage can have. */
export const aBrowserStage = (): StageRow => aStage({}, allBeside);
/** Every provider's API is on. */
const everyChannel = { cloudflare: {}, godaddy: {}, aws: {} };
/** And with all that a stage may have or not. */
export const everything = { ...allBeside, channels: everyChannel } as Partial<StageRow["settings"]>;
export const aWholeStage = (): StageRow => aStage({}, everything);

/** A reporter who speaks through a topic, and one who speaks through a rule. */
export const theirTopic = "arn:aws:sns:eu-central-1:123456789012:cert";
export const theirRule = "arn:aws:events:eu-central-1:123456789012:rule/brands";
export const boundReporters = [
  { id: "cert", organisation: "Example CERT", contact: "cert@cert.example", through: theirTopic },
  { id: "brands", organisation: "Example Brands", contact: "team@brands.example", through: theirRule },
];

/** The example stage's row with parts spoilt or added. */
export const aStage = (spoilt: Partial<StageRow> = {}, settings: Partial<StageRow["settings"]> = {}): StageRow => {
  const row = stages.example as StageRow;
  return { ...row, ...spoilt, settings: { ...row.settings, ...settings } };
};

/** What a row is refused with, beside those of other stages; nothing where it is taken. */
export const refusalOf = (row: StageRow, others: Readonly<Record<string, StageRow>> = {}): string => {
  try {
    readStage("it", { it: row, ...others });
  } catch (error) {
    return error instanceof Error ? error.message : String(error);
  }
  return "";
};
