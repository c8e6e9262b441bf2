import { spawn } from "node:child_process";
import { fileURLToPath } from "node:url";
import {
  GetFunctionConfigurationCommand,
  LambdaClient,
  UpdateFunctionConfigurationCommand,
} from "@aws-sdk/client-lambda";

export const region = "eu-central-1";
export const accountId = "000000000000";
const root = fileURLToPath(new URL("../..", import.meta.url));

export type Environment = Readonly<Record<string, string>>;

/**
 * What points the CDK, the SDK and the `aws` command at the emulator and at nothing else. `bin`
 * holds the `aws` command.
 */
export const emulatorEnvironment = (url: string, bin: string): Environment => ({
  AWS_ENDPOINT_URL: url,
  AWS_ENDPOINT_URL_S3: url,
  AWS_EC2_METADATA_DISABLED: "true",
  AWS_ACCESS_KEY_ID: "rehearsal",
  AWS_SECRET_ACCESS_KEY: "rehearsal",
  AWS_REGION: region,
  AWS_DEFAULT_REGION: region,
  AWS_CONFIG_FILE: "/dev/null",
  AWS_SHARED_CREDENTIALS_FILE: "/dev/null",
  AWS_PAGER: "",
  PATH: `${bin}:${process.env.PATH ?? ""}`,
});

/** The same emulator, in another region. */
export const inRegion = (environment: Environment, other: string): Environment => ({
  ...environment,
  AWS_REGION: other,
  AWS_DEFAULT_REGION: other,
});

/** By which the SDK's clients reach the emulator and nothing else. */
export const clientOf = (environment: Environment) => ({
  endpoint: environment.AWS_ENDPOINT_URL ?? "",
  region: environment.AWS_REGION ?? region,
  credentials: { accessKeyId: "rehearsal", secretAccessKey: "rehearsal" },
});

/** A command that failed, with the end of what it said. */
class CommandFailed extends Error {}

/** Alone a deployment takes a minute, the guide four; on a machine that has more to do, much longer. */
const longestMs = 1_200_000;

/**
 * Runs shell commands at the repository's root and gives what they printed. Throws `CommandFailed`,
 * also when they took too long.
 */
export const runCommand = (command: string, environment: Environment, timeoutMs = longestMs): Promise<string> =>
  new Promise((resolve, reject) => {
    const child = spawn("bash", ["-euo", "pipefail", "-c", command], {
      cwd: root,
      env: { ...process.env, NODE_OPTIONS: "", ...environment },
      stdio: ["ignore", "pipe", "pipe"],
      timeout: timeoutMs,
    });
    const printed: Buffer[] = [];
    const complained: Buffer[] = [];
    child.stdout.on("data", (bytes: Buffer) => printed.push(bytes));
    child.stderr.on("data", (bytes: Buffer) => complained.push(bytes));
    child.once("error", reject);
    child.once("close", (code, signal) => {
      const text = Buffer.concat(printed).toString("utf8");
      if (code === 0) resolve(text);
      else
        reject(
          new CommandFailed(
            `${command}\nended with ${signal ?? code}:\n` +
              `${(text + Buffer.concat(complained).toString("utf8")).slice(-3000)}`,
          ),
        );
    });
  });

const app = `--app "node --import tsx infra/rehearsal/app.ts" --output cdk.out/rehearsal`;

/** What the rehearsed stage is told from outside. */
export type Rehearsed = {
  /** The address of its OIDC provider. */
  readonly issuer: string;
  /** Whether GoDaddy's API is paused. */
  readonly paused?: boolean;
  /** Where all is on at its bounds: the hosted zone of its records. */
  readonly atLimits?: string;
};

/** The CDK's words by which it synthesises the rehearsed stage. */
export const rehearsedApp = ({ issuer, paused = false, atLimits = "" }: Rehearsed): string =>
  `${app} -c issuer="${issuer}" -c paused=${paused} -c atLimits=${atLimits}`;

/** The plain CDK, as a person would call it; `--method=direct`, since the emulator updates a stack by no change set. */
export const deploy = (environment: Environment, rehearsed: Rehearsed): Promise<string> =>
  runCommand(
    `npx cdk deploy ${rehearsedApp(rehearsed)} -c region="$AWS_REGION" \\
      --require-approval never --method=direct takedown-rehearsal`,
    environment,
  );

/** Away from `cdk.json`: with an app in sight the CDK would synthesise it, and has no use for it here. */
export const bootstrap = (environment: Environment): Promise<string> =>
  runCommand(`cd .cache/rehearsal && npx cdk bootstrap aws://${accountId}/$AWS_REGION`, environment);

/** Words of a shell command, each whatever it holds. */
export const quoted = (words: readonly string[]): string =>
  words.map((word) => `'${word.replaceAll("'", `'\\''`)}'`).join(" ");

/** Calls the `aws` command, as the guides do, and gives its JSON. `words` are quoted one by one. */
export const aws = async (environment: Environment, ...words: readonly string[]): Promise<unknown> => {
  const printed = await runCommand(`aws ${quoted(words)} --output json`, environment);
  return printed.trim() === "" ? undefined : JSON.parse(printed);
};

/**
 * Gives a deployed function further variables, beside those that the stack gave it; the next
 * deployment takes them away.
 */
export const changeVariables = async (
  environment: Environment,
  name: string,
  variables: Environment,
): Promise<void> => {
  const lambda = new LambdaClient(clientOf(environment));
  const FunctionName = `takedown-rehearsal-${name}`;
  try {
    const { Environment: now } = await lambda.send(new GetFunctionConfigurationCommand({ FunctionName }));
    const Variables = { ...now?.Variables, ...variables };
    await lambda.send(new UpdateFunctionConfigurationCommand({ FunctionName, Environment: { Variables } }));
  } finally {
    lambda.destroy();
  }
};
