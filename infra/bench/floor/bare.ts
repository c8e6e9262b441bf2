import type { Asked } from "./answers.ts";

/** The SDK's client for a call, and how the call's input is read from what went over the wire. */
const clients = {
  DynamoDB: { module: "@aws-sdk/client-dynamodb", client: "DynamoDBClient" },
  SQS: { module: "@aws-sdk/client-sqs", client: "SQSClient" },
  SecretsManager: { module: "@aws-sdk/client-secrets-manager", client: "SecretsManagerClient" },
  SES: { module: "@aws-sdk/client-ses", client: "SESClient" },
  S3: { module: "@aws-sdk/client-s3", client: "S3Client" },
  SNS: { module: "@aws-sdk/client-sns", client: "SNSClient" },
} as const;
type Service = keyof typeof clients;

const serviceOf = ({ operation }: Asked): Service => {
  if (/^(GetItem|BatchGetItem|Query|PutItem|UpdateItem|DeleteItem|TransactWriteItems)$/.test(operation))
    return "DynamoDB";
  if (operation.startsWith("SendMessage")) return "SQS";
  if (operation === "GetSecretValue") return "SecretsManager";
  if (/^(SendRawEmail|GetSendQuota)$/.test(operation)) return "SES";
  if (operation === "GET") return "S3";
  if (operation === "Publish") return "SNS";
  throw new Error(`The floor does not know whom to ask for ${operation}.`);
};

const commandOf = (asked: Asked): string => (asked.operation === "GET" ? "GetObject" : asked.operation);

/**
 * A handler in JavaScript that makes these calls through these clients, one after the other, and
 * nothing else: it reads the message as JSON and says that it is done. What it sends lies beside it
 * as JSON, as the SDK takes it; `prepare` reads it, so that no figure of a start counts it. Its
 * clients wait and connect as ours do: to SES by a new socket each time, since a mail on a kept one
 * that died may or may not have left.
 */
export const bareHandler = (calls: readonly Asked[]): string => {
  const services = [...new Set(calls.map(serviceOf))];
  const commands = (service: Service) =>
    [...new Set(calls.filter((call) => serviceOf(call) === service).map(commandOf))].map((name) => `${name}Command`);
  const made = (service: Service) =>
    service === "SES" ? "SES: sesClient()" : `${service}: new ${clients[service].client}(clientLimits)`;
  return `
    import { readFileSync } from "node:fs";
    ${services
      .map((service) => {
        const { module, client } = clients[service];
        return `import { ${[client, ...commands(service)].join(", ")} } from "${module}";`;
      })
      .join("\n")}
    import { clientLimits } from "./functions/adapters/client-limits.ts";
    ${services.includes("SES") ? 'import { sesClient } from "./functions/adapters/ses-sender.ts";' : ""}
    const clients = { ${services.map(made).join(", ")} };
    const commands = { ${services.flatMap(commands).join(", ")} };
    const revived = (_, value) =>
      value !== null && typeof value === "object" && typeof value.B === "string" && Object.keys(value).length === 1
        ? { B: Buffer.from(value.B, "base64") }
        : value;
    const raw = ({ Data }) => ({ Data: Buffer.from(Data, "base64") });
    const inputs = (file) =>
      JSON.parse(readFileSync(new URL(file, import.meta.url), "utf8"), revived).map(({ service, command, input }) => ({
        client: clients[service],
        Command: commands[command + "Command"],
        input: input.RawMessage ? { ...input, RawMessage: raw(input.RawMessage) } : input,
      }));
    let first;
    let next;
    export const prepare = () => {
      first = inputs("first.json");
      next = inputs("next.json");
    };
    export const handler = async ({ Records = [] }) => {
      if (!next) prepare();
      for (const { body } of Records) JSON.parse(body);
      const calls = first ?? next;
      first = undefined;
      for (const { client, Command, input } of calls) {
        const answer = await client.send(new Command(input));
        await answer.Body?.transformToByteArray();
      }
      return { batchItemFailures: [] };
    };
  `;
};

/** What the SDK is given, so that it sends this. */
const inputOf = (asked: Asked): unknown => {
  switch (serviceOf(asked)) {
    case "SES": {
      const form = new URLSearchParams(asked.body);
      const valuesOf = (name: string) => [...form].flatMap(([key, value]) => (key.startsWith(name) ? [value] : []));
      const tags = [...form].flatMap(([key, name]) => {
        const [, member] = /^Tags\.member\.(\d+)\.Name$/.exec(key) ?? [];
        return member === undefined ? [] : [{ Name: name, Value: form.get(`Tags.member.${member}.Value`) ?? "" }];
      });
      return asked.operation === "GetSendQuota"
        ? {}
        : {
            Source: form.get("Source") ?? "",
            Destinations: valuesOf("Destinations.member."),
            ConfigurationSetName: form.get("ConfigurationSetName") ?? "",
            RawMessage: { Data: form.get("RawMessage.Data") ?? "" },
            ...(tags.length > 0 && { Tags: tags }),
          };
    }
    case "SNS": {
      const form = new URLSearchParams(asked.body);
      return { TopicArn: form.get("TopicArn"), Message: form.get("Message"), Subject: form.get("Subject") };
    }
    case "S3": {
      const [, bucket = "", ...key] = new URL(asked.path, "http://s3").pathname.split("/");
      return { Bucket: bucket, Key: decodeURIComponent(key.join("/")) };
    }
    default:
      return JSON.parse(asked.body);
  }
};

/** The calls as `bareHandler` reads them. */
export const scriptOf = (calls: readonly Asked[]): string =>
  JSON.stringify(
    calls.map((asked) => ({ service: serviceOf(asked), command: commandOf(asked), input: inputOf(asked) })),
  );
