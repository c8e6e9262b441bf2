import { execFileSync } from "node:child_process";
import { existsSync, mkdtempSync, readdirSync, readFileSync, rmSync, writeFileSync } from "node:fs";
import { tmpdir } from "node:os";
import path from "node:path";
import { afterAll, describe, expect, test } from "vitest";
import { settingsSchema } from "../../../functions/kernel/settings.ts";
import { bundleFunctions } from "../../../infra/stack/bundle.ts";
import { readStage } from "../../../infra/stack/stages.ts";
import { type FunctionName, functionNames, topology } from "../../../infra/stack/topology.ts";
import { aWholeStage } from "./a-stage.ts";
import { synthesise, theOne } from "./synthesised.ts";

const socketLibraries = ["undici", "socks", "ws"];
/** Bytes of code that a start loads, at most. */
const startBytesAtMost = 2_000_000;
const outDir = mkdtempSync(path.join(tmpdir(), "takedown-bundles-"));
afterAll(() => rmSync(outDir, { recursive: true, force: true }));
const { settings: written } = readStage("example", { example: aWholeStage() });
const bundles = bundleFunctions({ outDir, settings: written });
const { resources } = synthesise(aWholeStage());

/** All of a function's code, in whichever of its files it lies. */
const code = (name: FunctionName) =>
  readdirSync(path.join(outDir, name))
    .filter((file) => file.endsWith(".mjs"))
    .map((file) => readFileSync(path.join(outDir, name, file), "utf8"))
    .join("\n");
const holders = (held: (bundle: (typeof bundles)[number]) => boolean) => bundles.filter(held).map(({ name }) => name);

const plausible: Readonly<Record<string, string>> = {
  TABLE_NAME: "cases",
  HINT_QUEUE_URLS: JSON.stringify(
    Object.fromEntries(
      ["contact", "notice", "report"].flatMap((queue) =>
        ["urgent", "standard"].map((lane) => [
          `${queue}-${lane}`,
          `https://sqs.eu-central-1.amazonaws.com/123456789012/${queue}-${lane}`,
        ]),
      ),
    ),
  ),
  DEAD_LETTER_URLS: JSON.stringify({
    delivery: "https://sqs.eu-central-1.amazonaws.com/123456789012/delivery-dead-letters",
    "report-urgent": "https://sqs.eu-central-1.amazonaws.com/123456789012/report-urgent-dead-letters",
    "report-standard": "https://sqs.eu-central-1.amazonaws.com/123456789012/report-standard-dead-letters",
  }),
  ON_CALL_TOPIC_ARN: "arn:aws:sns:eu-central-1:123456789012:on-call",
  RECEIVES_IN: "eu-central-1",
  CONSOLE_URL: "https://console.hotline.example",
  MASTER_KEYS_SECRET: "arn:aws:secretsmanager:eu-central-1:123456789012:secret:master-keys",
  CASE_NUMBER_KEY_SECRET: "arn:aws:secretsmanager:eu-central-1:123456789012:secret:case-number-key",
  REPLY_KEYS_SECRET: "arn:aws:secretsmanager:eu-central-1:123456789012:secret:reply-keys",
  REPLY_BUCKET: "replies",
  EVENT_BUS_NAME: "reporters",
  HISTORY_QUEUE_URL: "https://sqs.eu-central-1.amazonaws.com/123456789012/history-retry",
  SESSION_KEY_SECRET: "arn:aws:secretsmanager:eu-central-1:123456789012:secret:session-key",
  OIDC_CLIENT_SECRET: "arn:aws:secretsmanager:eu-central-1:123456789012:secret:oidc-client-secret",
  CHANNEL_SECRETS: JSON.stringify({ godaddy: "arn:aws:secretsmanager:eu-central-1:123456789012:secret:godaddy" }),
  BROWSER_CONSOLE_URL: "https://console.hotline.example",
  WEBHOOK_SECRETS: JSON.stringify({ name: "arn:aws:secretsmanager:eu-central-1:123456789012:secret:webhook-name" }),
};

/**
 * The very variables that the stack gives the function, with values of the right form, and those
 * that Lambda adds.
 */
const variablesOf = (name: FunctionName): Record<string, string> => {
  const [, properties] = theOne(resources, "AWS::Lambda::Function", "FunctionName", `takedown-example-${name}`);
  const names = Object.keys((properties.Environment as { Variables: object }).Variables);
  const given = Object.fromEntries(names.map((variable) => [variable, plausible[variable] ?? ""]));
  return { ...given, AWS_REGION: "eu-central-1", AWS_ACCESS_KEY_ID: "none", AWS_SECRET_ACCESS_KEY: "none" };
};

/** Of who knows no table. */
const missingOf: Partial<Record<FunctionName, string>> = {
  "sign-in": "BROWSER_CONSOLE_URL",
  "tell-webhooks": "WEBHOOK_SECRETS",
};

const load = `
  const [file, fedByQueue] = process.argv.slice(1);
  // Said by hand: Node would print the whole minified line before the error, which is more than a
  // pipe holds.
  const { handler } = await import(file).catch((error) => { process.stderr.write(String(error)); process.exit(1); });
  const empty = fedByQueue === "true" ? await handler({ Records: [] }) : undefined;
  process.stdout.write(JSON.stringify({ handler: typeof handler, empty }));
`;
/** The Node that Lambda runs, where `.ci/run` installed it; else the one that runs the tests. */
const node = process.env.DEPLOYED_NODE ?? process.execPath;
const run = (name: FunctionName, env: Record<string, string>): string =>
  execFileSync(
    node,
    [
      "--input-type=module",
      "--eval",
      load,
      path.join(outDir, name, "index.mjs"),
      String(Array.isArray(topology[name].fedBy)),
    ],
    {
      env,
      encoding: "utf8",
      stdio: ["ignore", "pipe", "pipe"],
      timeout: 20_000,
    },
  );

const release = execFileSync(node, ["--version"], { encoding: "utf8" }).trim();

describe(`every bundle, on Node ${release}`, () => {
  // Unbundled, CommonJS finds its require and whois-json's undeclared globals do no harm; only the
  // bundle, a strict ES module, shows what Lambda would meet.
  test.each(functionNames)(
    "%s starts by itself with what the stack gives it, and hands out its handler",
    { timeout: 30_000 },
    (name) => {
      const { fedBy } = topology[name];
      // Whoever reads the stream answers with a state, too.
      const state = name === "tell-reporters" ? { state: {} } : {};
      expect(JSON.parse(run(name, variablesOf(name)))).toEqual({
        handler: "function",
        ...(Array.isArray(fedBy) && { empty: { ...state, batchItemFailures: [] } }),
      });
    },
  );

  test.runIf(process.env.DEPLOYED_NODE)("is run by the runtime that the stack deploys", () => {
    const [, properties] = theOne(resources, "AWS::Lambda::Function", "FunctionName", "takedown-example-console");
    expect(`nodejs${release.slice(1).split(".")[0]}.x`).toBe(properties.Runtime);
  });

  test.each(functionNames)("%s says at its start which variable is missing", { timeout: 30_000 }, (name) => {
    const missing = missingOf[name] ?? "TABLE_NAME";
    const { [missing]: _, ...rest } = variablesOf(name);
    expect(() => run(name, rest)).toThrow(new RegExp(`environment is incomplete:[\\s\\S]*${missing}`));
  });

  test.each(functionNames)("%s has the stage's settings beside it, whole", (name) => {
    const settings = settingsSchema.parse(JSON.parse(readFileSync(path.join(outDir, name, "settings.json"), "utf8")));
    expect(settings).toEqual(written);
  });

  // A start takes them as they are, and another reading of them must come to the same.
  test("holds settings that a second check changes in nothing", () => {
    const beside = JSON.parse(readFileSync(path.join(outDir, "take-in-report", "settings.json"), "utf8"));
    expect(settingsSchema.parse(beside)).toEqual(beside);
  });

  test("refuses settings that somebody touched since it was made", { timeout: 30_000 }, () => {
    const touched = path.join(outDir, "touched.json");
    const file = path.join(outDir, "take-in-report", "settings.json");
    writeFileSync(touched, readFileSync(file, "utf8").replace('"verifyBy"', '"verifiedBy"'));
    const starts = () => run("take-in-report", { ...variablesOf("take-in-report"), SETTINGS_FILE: touched });
    expect(starts).toThrow(/settings in .*touched\.json were changed since they were checked/);
    rmSync(touched);
  });

  test("is not made of settings that are not valid", () => {
    const { verifyBy: _, ...rest } = written;
    expect(() => bundleFunctions({ outDir, settings: rest as never }, ["take-in-report"])).toThrow(/verifyBy/);
  });

  test("holds its code, its settings and the data that it reads, and no source, map or version control", () => {
    const files = readdirSync(outDir, { recursive: true, withFileTypes: true }).filter((entry) => entry.isFile());
    const strange = files
      .map(({ name }) => name)
      .filter((name) => !/^(index|[\w.-]+-[A-Z0-9]{8})\.mjs$/.test(name))
      .sort();
    expect([...new Set(strange)]).toEqual(["replies.model", "settings.json"]);
  });

  test("is small enough to start quickly", () => {
    for (const { name, start } of bundles) expect(start.bytes, name).toBeLessThan(startBytesAtMost);
  });

  // Each half of zod brings its own way of saying the same; both in one bundle cost more than either.
  test("reads what comes from outside by the smaller half of zod, which has its words from kernel/zod.ts", () => {
    const files = readdirSync("functions", { recursive: true, encoding: "utf8" }).filter((file) =>
      /\.tsx?$/.test(file),
    );
    const importers = files.filter((file) => /from "zod[/"]/.test(readFileSync(path.join("functions", file), "utf8")));
    expect(importers).toEqual(["kernel/zod.ts"]);
  });

  // The bundle's short names of classes must not reach the log, where an error is known by its name.
  test("names each kind of error that we throw by what it says of itself", () => {
    const files = readdirSync("functions", { recursive: true, encoding: "utf8" }).filter((file) =>
      /\.tsx?$/.test(file),
    );
    const nameless = files.filter((file) => {
      const text = readFileSync(path.join("functions", file), "utf8");
      return [...text.matchAll(/class (\w+) extends \w*Error \{([^}]*)\}/g)].some(
        ([, name, body]) => !body?.includes(`override name = "${name}";`),
      );
    });
    expect(nameless).toEqual([]);
  });
});

describe("only", () => {
  test("lie beside the data that they read: the model of replies, and in no other function", () => {
    expect(holders(({ folder }) => existsSync(path.join(folder, "replies.model")))).toEqual(["take-in-reply"]);
  });

  test("find-contact may hold the lists of shared and of well-known names", () => {
    const held = holders(({ files }) => files.includes("functions/contact/listed-names.json"));
    expect(held.filter((name) => name !== "find-contact")).toEqual([]);
  });

  test("find-contact holds what talks to registries", () => {
    expect(holders(({ packages }) => packages.includes("whois-json"))).toEqual(["find-contact"]);
    expect(holders(({ files }) => files.some((file) => /adapters\/(rdap|whois|dns)-client/.test(file)))).toEqual([
      "find-contact",
    ]);
  });

  test("tell-channel holds what talks to providers' APIs", () => {
    expect(holders(({ files }) => files.some((file) => /adapters\/channel-client/.test(file)))).toEqual([
      "tell-channel",
    ]);
  });

  test("find-contact, the channels' and the webhooks' alone hold a library of sockets", () => {
    expect(holders(({ packages }) => packages.some((name) => socketLibraries.includes(name)))).toEqual([
      "find-contact",
      "tell-channel",
      "tell-webhooks",
    ]);
  });

  test("tell-webhooks alone connects to the operator's systems, and holds nothing that reads a case", () => {
    expect(holders(({ files }) => files.includes("functions/adapters/webhook-client.ts"))).toEqual(["tell-webhooks"]);
    expect(holders(({ packages }) => !packages.includes("@aws-sdk/client-dynamodb"))).toEqual([
      "tell-webhooks",
      "sign-in",
    ]);
  });

  test("sign-in holds what talks to the OIDC provider", () => {
    expect(holders(({ packages }) => packages.includes("openid-client"))).toEqual(["sign-in"]);
    expect(holders(({ packages }) => packages.includes("jose"))).toEqual(["console", "sign-in"]);
  });

  test("send-notice can ask SES to send", () => {
    expect(functionNames.filter((name) => code(name).includes("SendRawEmail"))).toEqual(["send-notice"]);
  });

  test("take-in-reply can read a bucket, and follow-up and watchdog can notify", () => {
    expect(holders(({ packages }) => packages.includes("@aws-sdk/client-s3"))).toEqual(["take-in-reply"]);
    expect(holders(({ packages }) => packages.includes("@aws-sdk/client-sns"))).toEqual(["follow-up", "watchdog"]);
  });

  test("the local runner holds servers, a command line and bundlers", () => {
    for (const tool of [
      "dynalite",
      "local-aws-sqs",
      "dns2",
      "commander",
      "cli-progress",
      "esbuild",
      "aws-cdk-lib",
      "@hono/node-server",
    ]) {
      expect(
        holders(({ packages }) => packages.includes(tool)),
        tool,
      ).toEqual([]);
    }
  });
});
