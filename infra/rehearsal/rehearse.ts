import { mkdirSync } from "node:fs";
import { fileURLToPath } from "node:url";
import { sampleRegistries } from "../local/sample/registries.ts";
import { startRegistries } from "../local/sample/registry-servers.ts";
import type { PlayedChannels } from "../local/servers/channels/start.ts";
import { enterSecrets, introduceProviders, pausesAndGoesOn, playProviders, tellsByApi } from "./channels.ts";
import { type Check, checks } from "./checks.ts";
import {
  aws,
  bootstrap,
  changeVariables,
  deploy,
  type Environment,
  emulatorEnvironment,
  inRegion,
  type Rehearsed,
  runCommand,
} from "./cloud.ts";
import { type Deployed, deployedStack, personOnCall } from "./deployed.ts";
import { emulatorVersion, installEmulator, startEmulator } from "./emulator.ts";
import { deploysInAForeignApp } from "./foreign-app.ts";
import { gaps } from "./gaps.ts";
import { followGuide } from "./guide.ts";
import { holdsAtItsLimits, hostedZone } from "./limits.ts";
import { fromNowOn, type MailSink, startMailSink } from "./mail-sink.ts";
import { optOutStopsWhatIsQueued } from "./opt-out.ts";
import { Lacks } from "./python-programs.ts";
import { losesItsRegion } from "./region-lost.ts";
import { restores } from "./restore.ts";
import { type Row, step as stepOf, tableOf, verdictOn } from "./rows.ts";
import { introduce, type RehearsedProvider, signsIn, startProvider } from "./sign-in.ts";
import { smokes } from "./smoke.ts";
import { asRehearsed } from "./stage.ts";

const usage = `npm run rehearse [-- --short | --only ACT | --keep | --empty]

Deploys the synthesised stack with the plain CDK into a public AWS emulator (MiniStack ${emulatorVersion}) on loopback,
sends reports into its real queues and checks what comes of them through the real bundles and event sources. Ends with
the table restored to an earlier moment, the stage moved out of a lost region, and a stage at its limits. Needs Python
3.10 or newer; installs the emulator once into .cache/rehearsal. Touches no AWS account.

  --short   deploys the stack alone, sends one report and reads one answer; some two minutes
  --only    deploys the stack alone and plays one act: restore, region-lost or limits; some five minutes
  --keep    leaves the emulator running at the end, and says how to reach it
  --empty   starts the emulator alone, for a stage of your own, and says how to reach it`;

const folder = fileURLToPath(new URL("../../.cache/rehearsal", import.meta.url));
const say = (line: string) => process.stdout.write(`${line}\n`);

const step = (holds: string, sees: () => Promise<string>): Promise<Row> => stepOf(holds, sees, say);

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

/** What every part of the rehearsal of one stage needs. */
type Rehearsing = {
  readonly environment: Environment;
  readonly world: World;
  readonly sink: MailSink;
  /** The deployed stage as it is now; `table` where the functions do not work on it yet. */
  readonly on: (table?: string, where?: Environment, mails?: MailSink) => Promise<Deployed>;
};

const rehearsed = ({ provider }: World) => ({ ...asRehearsed, issuer: provider.issuer });

const deploys = async (environment: Environment, world: World, beside: Partial<Rehearsed> = {}): Promise<string> => {
  await deploy(environment, { ...rehearsed(world), ...beside });
  await aws(environment, "ses", "verify-domain-identity", "--domain", "takedown.example");
  await enterSecrets(environment);
  await introduceTheWorld(environment, world);
  return "from nothing";
};

/** What leaves a working stage on another table, or goes on in another region. */
const lastActs = ({ environment, world, sink, on }: Rehearsing): Readonly<Record<string, Check>> => {
  const by = {
    rehearsed: rehearsed(world),
    on,
    introduce: (environment: Environment) => introduceTheWorld(environment, world),
  };
  const atLimits = async (): Promise<Deployed> => {
    // The emulator has the roles of a stack in all regions, so this comes after the lost one.
    const there = inRegion(environment, "eu-west-2");
    await bootstrap(there);
    await deploys(there, world, { atLimits: await hostedZone(there) });
    return on(undefined, there, fromNowOn(sink));
  };
  return { restore: restores(by), "region-lost": losesItsRegion(by), limits: holdsAtItsLimits(atLimits) };
};

/** The stack from nothing, and these checks. */
const rehearses = async ({ environment, world, on }: Rehearsing, played: readonly Check[]): Promise<readonly Row[]> => {
  const deployed = await step("The CDK deploys the stack", () => deploys(environment, world));
  if (deployed.state !== "holds") return [deployed];
  const stage = await on();
  const rows = [deployed];
  for (const { holds, sees } of played) rows.push(await step(holds, () => sees(stage)));
  return rows;
};

/** The stage from its deployment to the loss of its table, and of its region. */
const rehearsesTheStage = async (rehearsing: Rehearsing, version: string): Promise<readonly Row[]> => {
  const { environment, world, on } = rehearsing;
  const redeploy = async (paused: boolean) => {
    await deploy(environment, { ...rehearsed(world), paused });
    await introduceTheWorld(environment, world);
  };
  const rows = await rehearses(rehearsing, [
    ...checks,
    tellsByApi(world.channels),
    pausesAndGoesOn(world.channels, redeploy),
    optOutStopsWhatIsQueued,
    smokes,
    signsIn(world.provider),
    ...Object.values(lastActs(rehearsing)),
  ]);
  if (rows.length > 1) await sayGaps(await on(), version);
  return rows;
};

/** What somebody does who has the guide alone. */
const followsTheGuide = (environment: Environment): Promise<Row> =>
  step("The guide to the first deployment, followed word for word (infra/guides/first-deployment.md)", async () => {
    const printed = await followGuide(environment);
    if (!/not-taken-in/.test(printed))
      throw new Error(`The report of the guide does not show:\n${printed.slice(-1500)}`);
    return "its report stands before a person";
  });

/** What somebody does who has the package alone. */
const takesThePackageIn = (environment: Environment): Promise<Row> =>
  step("The package of npm pack, in an app of somebody else's, deployed beside their own role and queue", () =>
    deploysInAForeignApp(environment, `${folder}/foreign-app`),
  );

const sayGaps = async (deployed: Deployed, version: string): Promise<void> => {
  say(`\nWhere MiniStack ${version} is not like AWS:`);
  for (const { gap, instead, isThere } of gaps)
    say(
      (await isThere(deployed))
        ? `  ${gap};\n    ${instead}`
        : `  CLOSED in this version: ${gap}. Take the workaround out: ${instead}`,
    );
};

const rehearse = async ({
  keep,
  short,
  only,
}: {
  readonly keep: boolean;
  readonly short: boolean;
  readonly only: string | undefined;
}): Promise<readonly Row[]> => {
  mkdirSync(folder, { recursive: true });
  const bin = await installEmulator(folder, say);
  const sink = await startMailSink();
  const registries = await startRegistries(sampleRegistries(new Date().toISOString()));
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
  const opened: Deployed[] = [];
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
    if (rows.some(({ state }) => state !== "holds")) return rows;
    const jane = await personOnCall(environment);
    const on = async (table?: string, where = environment, mails = sink): Promise<Deployed> => {
      const one = await deployedStack(where, mails, jane, table);
      opened.push(one);
      return one;
    };
    const rehearsing = { environment, world, sink, on };
    if (short) return [...rows, ...(await rehearses(rehearsing, checks.slice(0, 3)))];
    if (only !== undefined) {
      const act = lastActs(rehearsing)[only];
      if (!act) throw new Lacks(`There is no act ${only}; --help names them.`);
      return [...rows, ...(await rehearses(rehearsing, [act]))];
    }
    // Side by side: two cores, of which the waits of each would leave one idle.
    const [ofTheStage, followed] = await Promise.all([
      rehearsesTheStage(rehearsing, emulator.version).then(async (ofTheStage) => [
        ...ofTheStage,
        await takesThePackageIn(environment),
      ]),
      followsTheGuide(environment),
    ]);
    rows.push(...ofTheStage, followed);
    if (keep) await standsFor(environment, bin);
    return rows;
  } finally {
    for (const one of opened) one.close();
    await emulator.stop();
    await Promise.all([sink.close(), registries.close(), provider.close(), channels.close()]);
  }
};

/** Until Ctrl+C; the region is left to whoever deploys. */
const standsFor = async (environment: Environment, bin: string): Promise<void> => {
  const { PATH: _, AWS_REGION: __, AWS_DEFAULT_REGION: ___, ...rest } = environment;
  const lines = Object.entries({ ...rest, PATH: `${bin}:$PATH` }).map(([name, value]) => `export ${name}="${value}"`);
  say(`\nThe emulator stands until Ctrl+C. In the shell that deploys into it:\n\n${lines.join("\n")}`);
  await new Promise<void>((resolve) => process.once("SIGINT", () => resolve()));
};

/** The emulator with nothing in it. */
const standsEmpty = async (): Promise<void> => {
  mkdirSync(folder, { recursive: true });
  const bin = await installEmulator(folder, say);
  const sink = await startMailSink();
  const emulator = await startEmulator(bin, { logFile: `${folder}/emulator.log`, smtpPort: sink.port });
  try {
    await standsFor(emulatorEnvironment(emulator.url, bin), bin);
  } finally {
    await emulator.stop();
    await sink.close();
  }
};

const playsAll = async (): Promise<void> => {
  const began = performance.now();
  const onlyAt = process.argv.indexOf("--only");
  const rows = await rehearse({
    keep: process.argv.includes("--keep"),
    short: process.argv.includes("--short"),
    only: onlyAt < 0 ? undefined : (process.argv[onlyAt + 1] ?? ""),
  });
  // A clone that CI makes is whole.
  const { says, isFine } = verdictOn(rows);
  say(`\n${tableOf(rows)}\n\nRehearsal: ${says}, ${Math.round((performance.now() - began) / 1000)} s`);
  process.exitCode = isFine ? 0 : 1;
};

if (process.argv.includes("--help")) {
  say(usage);
} else {
  try {
    await (process.argv.includes("--empty") ? standsEmpty() : playsAll());
  } catch (error) {
    if (!(error instanceof Lacks)) throw error;
    process.stderr.write(`${error.message}\n`);
    process.exitCode = 1;
  }
}
