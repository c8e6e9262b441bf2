import { App, Stack } from "aws-cdk-lib";
import { describe, expect, test } from "vitest";
import { TakedownDispatcher } from "../../../infra/stack/dispatcher.ts";
import { readStage } from "../../../infra/stack/stages.ts";
import { aStage, aWholeStage } from "./a-stage.ts";
import { synthesise } from "./synthesised.ts";

/**
 * What CloudFormation knows what holds data by. A name that changes is a migration: the old one would
 * be left behind, and a new and empty one made.
 */
const holdsData = [
  "DynamoDB::Table CasesTable7FA77C7D",
  "KMS::Key KeysLogs7981C88C",
  "KMS::Key KeysMessagesE856B267",
  "KMS::Key KeysRecordsC94E819F",
  "Logs::LogGroup BrowserConsoleLogF949AAD6",
  "Logs::LogGroup ConsoleApiLogB73A58EC",
  "S3::Bucket RepliesBucket459CE49B",
  "SES::EmailIdentity MailIdentity4EC7C521",
  "SQS::Queue QueuechannelstandardDeadLettersF2006246",
  "SQS::Queue QueuechannelstandardQueue89B8FF5E",
  "SQS::Queue QueuechannelurgentDeadLettersB9AB563B",
  "SQS::Queue QueuechannelurgentQueue7A338209",
  "SQS::Queue QueuecontactstandardDeadLetters13DD719A",
  "SQS::Queue QueuecontactstandardQueueDBD3A0D7",
  "SQS::Queue QueuecontacturgentDeadLetters2E14FE33",
  "SQS::Queue QueuecontacturgentQueue861E7F9F",
  "SQS::Queue QueuedeliveryDeadLettersAD2ADF7C",
  "SQS::Queue QueuedeliveryQueueF6405429",
  "SQS::Queue QueuedeliveryurgentDeadLetters183B5C9F",
  "SQS::Queue QueuedeliveryurgentQueueEA7F18CD",
  "SQS::Queue QueuehistoryretryDeadLettersADD5CB7B",
  "SQS::Queue QueuehistoryretryQueueEE588255",
  "SQS::Queue QueuenoticestandardDeadLetters8317E584",
  "SQS::Queue QueuenoticestandardQueue3DC253C7",
  "SQS::Queue QueuenoticeurgentDeadLettersBE68DBB9",
  "SQS::Queue QueuenoticeurgentQueue11B5E111",
  "SQS::Queue QueuereplyDeadLettersF3D0F669",
  "SQS::Queue QueuereplyQueue95334A94",
  "SQS::Queue QueuereportstandardDeadLetters8AEE6822",
  "SQS::Queue QueuereportstandardQueue110BEA07",
  "SQS::Queue QueuereporturgentDeadLettersE9FDB3BE",
  "SQS::Queue QueuereporturgentQueue8B7483D4",
  "SQS::Queue QueuewebhooknameDeadLetters36406433",
  "SQS::Queue QueuewebhooknameQueueF11A6272",
  "SecretsManager::Secret CaseNumberKey73A08133",
  "SecretsManager::Secret Channelscloudflare129BF18E",
  "SecretsManager::Secret ChannelsgodaddyB50B6D42",
  "SecretsManager::Secret Channelsngrok485D5440",
  "SecretsManager::Secret MasterKeys3E09089C",
  "SecretsManager::Secret ReplyKeysC0851589",
];

describe("a dispatcher", () => {
  test("keeps what holds data under the names that it has always had", () => {
    const { resources } = synthesise(aWholeStage());
    const kept = Object.entries(resources)
      .filter(([, { DeletionPolicy = "Delete" }]) => DeletionPolicy !== "Delete")
      .map(([id, { Type }]) => `${Type.replace("AWS::", "")} ${id}`);
    expect(kept.sort()).toEqual(holdsData);
  });

  const inStack = (env?: { readonly region: string }) => () =>
    new TakedownDispatcher(new Stack(new App(), "theirs", env && { env }), "Takedown", {
      stage: readStage("example"),
      bundles: "nowhere",
    });

  test("is refused in a stack of another region, or of none, with the fix", () => {
    expect(inStack()).toThrow('its stack names no region: give it env: { region: "eu-central-1" }.');
    expect(inStack({ region: "eu-west-1" })).toThrow('its stack "theirs" is in eu-west-1. Make them one.');
  });

  test("says of a region that the CDK does not know which ones there are", () => {
    const saidOf = (region: string): readonly unknown[] => {
      const stack = new Stack(new App(), "theirs", { env: { region } });
      const stage = readStage("prod", { prod: aStage({ region, inboundMail: false }) });
      // The warning is there before the bundles are looked for.
      expect(() => new TakedownDispatcher(stack, "Takedown", { stage, bundles: "nowhere" })).toThrow("nowhere");
      const entries = stack.node.findAll().flatMap(({ node }) => node.metadata);
      return entries.filter(({ type }) => type === "aws:cdk:warning").map(({ data }) => data);
    };
    expect(saidOf("eu-west-9").join()).toContain(
      'region of the stage "prod" is eu-west-9, and AWS has no such region that this CDK knows. It knows eu-central-1,',
    );
    expect(saidOf("eu-west-1")).toEqual([]);
  });
});
