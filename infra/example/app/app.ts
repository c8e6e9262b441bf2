import { App, CfnOutput, Stack } from "aws-cdk-lib";
import * as events from "aws-cdk-lib/aws-events";
import * as targets from "aws-cdk-lib/aws-events-targets";
import * as iam from "aws-cdk-lib/aws-iam";
import * as sqs from "aws-cdk-lib/aws-sqs";
import { readStage, TakedownDispatcher } from "takedown-notice-dispatcher";

/*
 * A dispatcher within a team's own app, beside what finds abusive content. Its settings may as well
 * stand in a file: `stageFromFile("takedown.yaml")`.
 */
const stage = readStage("abuse", {
  abuse: {
    region: "eu-central-1",
    onCall: ["on-call@platform.example"],
    settings: {
      organisation: "Example Platform",
      senderAddress: "notices@platform.example",
      replyDomain: "reply.platform.example",
      verifyBy: "https://platform.example/verify",
      reporters: [{ id: "trust-and-safety", organisation: "Example Platform", contact: "safety@platform.example" }],
      protectedDomains: ["platform.example"],
    },
  },
});

const app = new App({ analyticsReporting: false });
const stack = new Stack(app, "trust-and-safety", { env: { region: stage.region } });
const takedown = new TakedownDispatcher(stack, "Takedown", { stage });

// What finds: a service of yours, which puts a report on its lane's queue.
const finder = new iam.Role(stack, "Finder", { assumedBy: new iam.ServicePrincipal("ecs-tasks.amazonaws.com") });
takedown.grantReport(finder);

// What hears: each report's events, on a queue of yours.
const heard = new sqs.Queue(stack, "Heard", { enforceSSL: true });
new events.Rule(stack, "News", {
  eventBus: takedown.reporterEvents,
  eventPattern: { source: ["takedown-dispatcher"] },
  targets: [new targets.SqsQueue(heard)],
});

new CfnOutput(stack, "Console", { value: takedown.consoleUrl });
