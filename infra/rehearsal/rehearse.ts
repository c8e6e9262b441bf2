import { mkdirSync } from "node:fs";
import { fileURLToPath } from "node:url";
import { Lacks } from "../checks/python-programs.ts";
import { sampleRegistries } from "../local/sample/registries.ts";
import { startRegistries } from "../local/sample/registry-servers.ts";
import type { PlayedChannels } from "../local/servers/channels/start.ts";
import { introduceProviders, playProviders, tellsByApi } from "./channels.ts";
import { type Check, checks } from "./checks.ts";
import { aws, bootstrap, changeVariables, deploy, type Environment, emulatorEnvironment, runCommand } from "./cloud.ts";
import { type Deployed, deployedStack } from "./deployed.ts";
import { emulatorVersion, installEmulator, startEmulator } from "./emulator.ts";
import { deploysInAForeignApp } from "./foreign-app.ts";
import { gaps } from "./gaps.ts";
import { followGuide } from "./guide.ts";
import { startMailSink } from "./mail-sink.ts";
import { optOutStopsWhatIsQueued } from "./opt-out.ts";
import { introduce, type RehearsedProvider, signsIn, startProvider } from "./sign-in.ts";
import { smokes } from "./smoke.ts";
import { asRehearsed } from "./stage.ts";

const usage = `npm run rehearse [-- --keep]

Deploys the synthesised stack with the plain CDK into a public AWS emulator (MiniStack ${emulatorVersion}) on loopback,
sends reports into its real queues and checks what comes of them through the real bundles and event sources; then
updates the stack in place. Needs Python 3.10 or newer; installs the emulator once into .cache/rehearsal. Touches no
AWS account.

  --keep   leaves the emulator running at the end, and says how to reach it`;

type Row = { readonly holds: string; readonly seen: string; readonly ok: boolean; readonly seconds: number };

const folder = fileURLToPath(new URL("../../.cache/rehearsal", import.meta.url));
const say = (line: string) => process.stdout.write(`${line}\n`);

/** Does one thing, says how it went, and gives its line of the table. */
const step = async (holds: string, sees: () => Promise<string>): Promise<Row> => {
  const began = performance.now();
  const seconds = () => Math.round((performance.now() - began) / 100) / 10;
  try {
    const seen = await sees();
    say(`  ok    ${holds} (${seconds()} s): ${seen}`);
    return { holds, seen, ok: true, seconds: seconds() };
  } catch (error) {
    const seen = error instanceof Error ? error.message : String(error);
    say(`  FAILS ${holds} (${seconds()} s)\n${seen.replace(/^/gm, "        ")}`);
    return { holds, seen, ok: false, seconds: seconds() };
  }
};

/**
 * What the deployed functions are told beside the stack's own words: registries on loopback, as
 * `npm start` has, providers' APIs there, and the OIDC provider.
 */
type World = {
  readonly registries: string;
  readonly provider: RehearsedProvider;
  readonly channels: PlayedChannels;
};

const introduceTheWorld = async (
  environment: Environment,
  { registries, provider, channels }: World,
): Promise<void> => {
  await changeVariables(environment, "find-contact", { REGISTRIES: registries });
  await introduceProviders(environment, channels);
  await introduce(environment, provider);
};

/** A case that was there before is there after, and a new notice speaks in the new name. */
const updateInPlace = (environment: Environment, deployed: Deployed, world: World): Check => ({
  holds: "An update of the stack in place keeps every case, and new notices go by the new settings",
  sees: async () => {
    const before = await deployed.caseOf("hotline/R-1");
    await deploy(environment, { organisation: "Renamed Takedown Desk", issuer: world.provider.issuer });
    await introduceTheWorld(environment, world);
    if ((await deployed.caseOf("hotline/R-1")).id !== before.id) throw new Error("The case is not there any more.");
    const report = {
      version: 1,
      reporter: "hotline",
      reportId: "R-9",
      category: "csam",
      target: { url: "https://board.example/thread/9" },
    };
    const evidence = { explanation: "Seen.", classification: "baseline", detectedBy: "manual-review" };
    await deployed.put("report-urgent", JSON.stringify({ ...report, seenAt: new Date().toISOString(), evidence }));
    await deployed.mailTo("abuse@harbour.example", ({ mail }) => (mail.text ?? "").includes("Renamed Takedown Desk"));
    return `${before.id} is still there; the next notice is signed by the new name`;
  },
});

/** What somebody does who has the guide alone, or the package alone. */
const asAStranger = async (environment: Environment): Promise<readonly Row[]> => [
  await step(
    "The guide to the first deployment, followed word for word (infra/guides/first-deployment.md)",
    async () => {
      const printed = await followGuide(environment);
      if (!/unreadable/.test(printed))
        throw new Error(`The report of the guide does not show:\n${printed.slice(-1500)}`);
      return "its report stands before a person";
    },
  ),
  await step("The package of npm pack, in an app of somebody else's, deployed beside their own role and queue", () =>
    deploysInAForeignApp(environment, `${folder}/foreign-app`),
  ),
];

const sayGaps = async (deployed: Deployed, version: string): Promise<void> => {
  say(`\nWhere MiniStack ${version} is not like AWS:`);
  for (const { gap, instead, isThere } of gaps)
    say(
      (await isThere(deployed))
        ? `  ${gap};\n    ${instead}`
        : `  CLOSED in this version: ${gap}. Take the workaround out: ${instead}`,
    );
};

const rehearse = async (keep: boolean): Promise<readonly Row[]> => {
  mkdirSync(folder, { recursive: true });
  const bin = await installEmulator(folder, say);
  const sink = await startMailSink();
  const registries = await startRegistries(sampleRegistries);
  const provider = await startProvider(folder);
  const channels = await playProviders();
  const emulator = await startEmulator(bin, { logFile: `${folder}/emulator.log`, smtpPort: sink.port });
  const environment = emulatorEnvironment(emulator.url, bin);
  const asked = JSON.stringify({
    rdapBootstrapUrl: registries.rdapBootstrapUrl,
    whois: registries.whois,
    dnsServers: registries.dnsServers,
  });
  const world: World = { registries: asked, provider, channels };
  const rows: Row[] = [];
  try {
    say(
      `MiniStack ${emulator.version} at ${emulator.url}; ` +
        "its words and the functions' are in .cache/rehearsal/emulator.log",
    );
    rows.push(
      await step("The CDK bootstraps the account", async () => {
        await bootstrap(environment);
        return "done";
      }),
    );
    rows.push(
      await step(
        "The pre-flight reads the account before anything is deployed (takedown deployed --pre-flight)",
        async () => {
          const said = await runCommand("npm run -s takedown -- deployed --pre-flight --stage example", environment);
          say(said.trimEnd().replace(/^/gm, "        "));
          return said.trim().split("\n").at(-1) ?? "";
        },
      ),
    );
    rows.push(
      await step("The CDK deploys the stack", async () => {
        await deploy(environment, { ...asRehearsed, issuer: provider.issuer });
        return "done";
      }),
    );
    if (rows.some(({ ok }) => !ok)) return rows;
    await aws(environment, "ses", "verify-domain-identity", "--domain", "takedown.example");
    await introduceTheWorld(environment, world);
    const deployed = await deployedStack(environment, sink);
    for (const { holds, sees } of [
      ...checks,
      tellsByApi(channels),
      optOutStopsWhatIsQueued,
      smokes,
      signsIn(provider),
      updateInPlace(environment, deployed, world),
    ])
      rows.push(await step(holds, () => sees(deployed)));
    rows.push(...(await asAStranger(environment)));
    await sayGaps(deployed, emulator.version);
    deployed.close();
    if (keep) {
      say(`\nThe emulator goes on at ${emulator.url} (AWS_ENDPOINT_URL, region eu-central-1); Ctrl+C ends it.`);
      await new Promise<void>((resolve) => process.once("SIGINT", () => resolve()));
    }
    return rows;
  } finally {
    await emulator.stop();
    await Promise.all([sink.close(), registries.close(), provider.close(), channels.close()]);
  }
};

if (process.argv.includes("--help")) {
  say(usage);
} else {
  try {
    const began = performance.now();
    const rows = await rehearse(process.argv.includes("--keep"));
    const failed = rows.filter(({ ok }) => !ok).length;
    say(
      `\nRehearsal: ${rows.length - failed} of ${rows.length} hold, ` +
        `${Math.round((performance.now() - began) / 1000)} s`,
    );
    process.exitCode = failed > 0 ? 1 : 0;
  } catch (error) {
    if (!(error instanceof Lacks)) throw error;
    process.stderr.write(`${error.message}\n`);
    process.exitCode = 1;
  }
}
