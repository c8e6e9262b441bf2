import { spawnSync } from "node:child_process";
import { mkdirSync, mkdtempSync, readdirSync, readFileSync, rmSync, symlinkSync, writeFileSync } from "node:fs";
import { isBuiltin } from "node:module";
import { tmpdir } from "node:os";
import { join, resolve } from "node:path";
import { parseSync } from "oxc-parser";
import { afterAll, describe, expect, test } from "vitest";
import { foreignApp } from "../../infra/rehearsal/foreign-app.ts";

const folder = mkdtempSync(join(tmpdir(), "takedown-package-"));
afterAll(() => rmSync(folder, { recursive: true, force: true }));

const files = foreignApp(folder);
const unpacked = join(folder, "node_modules/takedown-notice-dispatcher");
const about = JSON.parse(readFileSync(join(unpacked, "package.json"), "utf8"));

const here = (command: string, words: readonly string[], cwd = folder) => {
  const { status, stdout, stderr } = spawnSync(command, words, {
    cwd,
    encoding: "utf8",
    env: { ...process.env, AWS_REGION: undefined, NODE_NO_WARNINGS: "1" },
  });
  return { status, said: `${stdout}${stderr}` };
};

const packagesOf = (file: string): readonly string[] => {
  const { module } = parseSync(file, readFileSync(join(unpacked, file), "utf8"));
  const asked = [
    ...module.staticImports.map(({ moduleRequest }) => moduleRequest.value),
    ...module.staticExports.flatMap(({ entries }) =>
      entries.flatMap(({ moduleRequest }) => moduleRequest?.value ?? []),
    ),
  ];
  return asked
    .filter((name) => !name.startsWith(".") && !isBuiltin(name))
    .map((name) => name.split("/", name.startsWith("@") ? 2 : 1).join("/"));
};

describe("the package", { timeout: 240_000 }, () => {
  test("holds what an app takes in, the program and the guides, and nothing else", () => {
    const isGuide = (file: string) => /^infra\/guides\/(runbook\/)?[\w-]+\.md$/.test(file);
    const beside = files.filter((file) => !file.startsWith("dist/") && !isGuide(file)).sort();
    expect(beside).toEqual(["CHANGELOG.md", "README.md", "SECURITY.md", "infra/command/bin.mjs", "package.json"]);
    expect([...new Set(files.map((file) => /^dist\/(?:infra\/)?[^/]+/.exec(file)?.[0]))].sort()).toEqual([
      "dist/functions",
      "dist/infra/checker",
      "dist/infra/checks",
      "dist/infra/command",
      // What plays a webhook's receiver reads signatures by the guide's example.
      "dist/infra/example",
      // What a setting reaches, for `takedown deployed --diff`: the guide's page of it is written from the same rows.
      "dist/infra/guides",
      "dist/infra/local",
      "dist/infra/stack",
      "dist/package.json",
      undefined,
    ]);
    expect(files.filter((file) => /\.test\.|\.tsx?$/.test(file) && !file.endsWith(".d.ts"))).toEqual([]);
  });

  test("holds every page of the runbook, which its alarms name by their path in it", () => {
    const pages = readdirSync("infra/guides/runbook").map((page) => `infra/guides/runbook/${page}`);
    expect(files.filter((file) => file.startsWith("infra/guides/runbook/")).sort()).toEqual(pages.sort());
  });

  test("asks for every package that it imports, and of the CDK for the app's own", () => {
    const imported = new Set(files.filter((file) => file.endsWith(".js")).flatMap(packagesOf));
    const asksFor = Object.keys({ ...about.dependencies, ...about.peerDependencies });
    expect([...imported].filter((name) => !asksFor.includes(name))).toEqual([]);
    expect(Object.keys(about.peerDependencies)).toEqual(["aws-cdk-lib", "constructs"]);
  });

  test("has a bill of materials that names every package which it asks for", () => {
    const { status, stdout } = spawnSync("npm", ["sbom", "--sbom-format", "cyclonedx"], {
      encoding: "utf8",
      maxBuffer: 32 * 1024 * 1024,
    });
    expect(status).toBe(0);
    const { bomFormat, components } = JSON.parse(stdout) as { bomFormat: string; components: { purl: string }[] };
    expect(bomFormat).toBe("CycloneDX");
    const named = components.map(({ purl }) => decodeURIComponent(purl));
    for (const [name, version] of Object.entries(about.dependencies))
      expect(named).toContain(`pkg:npm/${name}@${version}`);
  });

  test("has the types that the example app is written by", () => {
    const words = "--noEmit --strict --module nodenext --target es2023 --skipLibCheck --types node app.ts".split(" ");
    expect(here(process.execPath, [resolve("node_modules/typescript/bin/tsc"), ...words])).toEqual({
      status: 0,
      said: "",
    });
  });

  test("has the takedown program", () => {
    const program = join(unpacked, "infra/command/bin.mjs");
    expect(here(process.execPath, [program, "--version"])).toEqual({ status: 0, said: `${about.version}\n` });
    expect(here(process.execPath, [program, "policy", "--category", "phishing"]).said).toContain("Standard lane.");
  });

  test("makes the example app's stack beside what is the app's own, with whole bundles", () => {
    expect(here(process.execPath, [resolve("node_modules/.bin/cdk"), "synth", "--quiet"]).status).toBe(0);
    const { Resources } = JSON.parse(readFileSync(join(folder, "cdk.out/trust-and-safety.template.json"), "utf8"));
    const ids = Object.keys(Resources);
    expect(ids.filter((id) => /^(Finder|Heard|News)/.test(id)).length).toBeGreaterThan(2);
    expect(ids.filter((id) => /^TakedownCasesTable/.test(id))).toHaveLength(1);
    const bundles = join(folder, "cdk.out/takedown-bundles/abuse");
    // Beside them lie the chunks of its code, named by what they hold.
    const isChunk = (file: string) => /-[A-Z0-9]{8}\.mjs$/.test(file);
    const held = readdirSync(join(bundles, "take-in-reply")).filter((file) => !isChunk(file));
    expect(held.sort()).toEqual(["index.mjs", "replies.model", "settings.json"]);
  });

  test("compiles and synthesises in an app as cdk init writes it, with the examples of the guide as they stand", () => {
    const theirs = join(folder, "their-app");
    mkdirSync(theirs);
    // It is named by its folder, which has to be empty.
    const init = [resolve("node_modules/.bin/cdk"), "init", "app", "--language", "typescript", "--generate-only"];
    expect(here(process.execPath, init, theirs).status).toBe(0);
    symlinkSync(join(folder, "node_modules"), join(theirs, "node_modules"));
    // Its test is for jest, which is not among our packages.
    rmSync(join(theirs, "test"), { recursive: true });
    const guide = readFileSync("infra/guides/deployment.md", "utf8");
    const [, stage = ""] = guide.match(/^```yaml\n([\s\S]*?)\n```$/m) ?? [];
    const certificate = "arn:aws:acm:eu-west-1:123456789012:certificate/00000000-0000-0000-0000-000000000000";
    writeFileSync(
      join(theirs, "takedown.yaml"),
      stage
        .replace(
          /^ {4}settings:$/m,
          `    consoleDomain: { name: console.acme.example, certificateArn: "${certificate}" }\n$&`,
        )
        .concat("\n      signIn: { issuer: https://id.acme.example, clientId: takedown, reviewers: [on-call] }\n"),
    );
    const section = guide.slice(guide.indexOf("## In an app of your own"), guide.indexOf("## What stays when"));
    const [app, address, pager, capacity, firewall] = [...section.matchAll(/^```ts\n([\s\S]*?)\n```$/gm)].map(
      ([, code]) => code,
    );
    const services =
      "applicationautoscaling certificatemanager cloudfront cloudfront-origins dynamodb ec2 events events-targets " +
      "iam sns sns-subscriptions sqs";
    const names = "scaling acm cloudfront origins dynamodb ec2 events targets iam sns subscriptions sqs".split(" ");
    writeFileSync(
      join(theirs, "bin/their-app.ts"),
      [
        'import { App, CfnOutput, Stack } from "aws-cdk-lib";',
        ...services.split(" ").map((service, at) => `import * as ${names[at]} from "aws-cdk-lib/aws-${service}";`),
        `import { stageFromFile, TakedownDispatcher } from "${about.name}";`,
        "const app = new App();",
        'const around = new Stack(app, "around", { env: { region: "eu-west-1" } });',
        'const finder = new iam.Role(around, "Finder", { assumedBy: new iam.AccountRootPrincipal() });',
        'const yourQueue = sqs.Queue.fromQueueArn(around, "Yours", "arn:aws:sqs:eu-west-1:123456789012:yours");',
        `const certificateArn = "${certificate.replace("eu-west-1", "us-east-1")}";`,
        'const webAclArn = "arn:aws:wafv2:us-east-1:123456789012:global/webacl/theirs/0";',
        app,
        firewall,
        `{ ${capacity} }`,
        `{ const stack = new Stack(app, "egress", { env: { region: stage.region } });\n${address} }`,
        `{ const stack = new Stack(app, "paging", { env: { region: stage.region } });\n${pager} }`,
      ].join("\n"),
    );
    const compiled = here(process.execPath, [resolve("node_modules/typescript/bin/tsc"), "--types", "node"], theirs);
    expect(compiled).toEqual({ status: 0, said: "" });
    const synth = [resolve("node_modules/.bin/cdk"), "synth", "--quiet", "--app", "npx tsx bin/their-app.ts"];
    expect(here(process.execPath, synth, theirs)).toMatchObject({ status: 0 });
    const typesIn = (stack: string) => {
      const { Resources } = JSON.parse(readFileSync(join(theirs, `cdk.out/${stack}.template.json`), "utf8"));
      return Object.values(Resources as Record<string, { Type: string }>).map(({ Type }) => Type);
    };
    expect(typesIn("trust-and-safety")).toContain("AWS::CloudFront::Distribution");
    expect(typesIn("egress")).toContain("AWS::EC2::NatGateway");
  });
});
