import { spawn, spawnSync } from "node:child_process";
import { once } from "node:events";
import { mkdirSync, writeFileSync } from "node:fs";
import { createServer } from "node:net";
import { join } from "node:path";
import { setTimeout as pause } from "node:timers/promises";
import * as z from "zod";

/** A mail and to whom it goes; `named` is for the person who reads the table. */
export type ScannedMail = { readonly named: string; readonly recipient: string; readonly mime: Uint8Array };

/** What a filter made of one mail. Rules without points say what it saw and are left out. */
export type Marked = {
  readonly points: number;
  /** In the filter's own word; `acts` where it is more than letting the mail through. */
  readonly action: string;
  readonly acts: boolean;
  readonly rules: readonly { readonly name: string; readonly points: number }[];
};

/**
 * Rules that no wording avoids, and why. They are shown; what they give is not counted, but an
 * action is.
 */
export const inherentSpamRules: Readonly<Record<string, string>> = {
  R_MIXED_CHARSET:
    "rspamd counts letters with marks in words of up to ten letters, of which Turkish, Polish and Portuguese have many",
  MIXED_ES: "SpamAssassin counts the Cyrillic letter that looks like an e against the Latin one",
};

export const isInstalled = (program: string): boolean => spawnSync(program, ["--version"]).error === undefined;

const envelope = { from: "0100-1@bounces.takedown.example", address: "192.0.2.25", helo: "mail.takedown.example" };

/**
 * SpamAssassin's own rules alone (`-L`: no network), nothing learnt. Asks for its program; throws
 * where that is not there or fails. A mail that was given points among others is asked about again
 * alone: a rule that counts letters goes on where it stopped in the mail before.
 */
export const bySpamAssassin = (folder: string, mails: readonly ScannedMail[]): readonly Marked[] => {
  const marked = askSpamAssassin(folder, mails);
  if (marked.length !== mails.length) throw new Error(`spamassassin answered ${marked.length} of ${mails.length}.`);
  return mails.flatMap((mail, at) => {
    const among = marked[at];
    return among === undefined || among.points > 0 ? askSpamAssassin(folder, [mail]) : [among];
  });
};

const askSpamAssassin = (folder: string, mails: readonly ScannedMail[]): readonly Marked[] => {
  const box = join(folder, "mails.mbox");
  writeFileSync(box, mails.map(({ mime }) => `${between}\n${sentNow(mime)}\n`).join("\n"));
  const prefs = join(folder, "prefs");
  writeFileSync(prefs, "");
  const settings = ["use_bayes 0", "report_safe 0", "add_header all Points _SCORE_ _REQD_ _TESTSSCORES(,)_"];
  const ran = spawnSync(
    "spamassassin",
    ["-L", `--prefspath=${prefs}`, ...settings.map((line) => `--cf=${line}`), "--mbox", box],
    { encoding: "utf8", maxBuffer: 2 ** 28 },
  );
  if (ran.status !== 0) throw new Error(`spamassassin did not run: ${ran.error?.message ?? ran.stderr}`);
  return readSpamAssassin(ran.stdout);
};

/**
 * The mails bear no `Received` line: of an address that is reserved for examples SpamAssassin holds
 * that it is illegal.
 */
const between = "From sender@takedown.example Tue Nov 24 10:00:01 2026";

/**
 * As of now, since the sample's own day is long past; and a line that begins with `From ` would
 * begin another mail in a box.
 */
const sentNow = (mime: Uint8Array): string =>
  new TextDecoder()
    .decode(mime)
    .replace(/\r\n/g, "\n")
    .replace(/^Date: .*$/m, `Date: ${new Date().toUTCString().replace("GMT", "+0000")}`)
    .replace(/^From /gm, ">From ");

/** The header that `settings` has it write: `X-Spam-Points: 0.4 5.0 RULE=0.4,OTHER=-0.0`. */
export const readSpamAssassin = (output: string): readonly Marked[] =>
  [...output.matchAll(/^X-Spam-Points: (-?[\d.]+) (-?[\d.]+) (\S*(?:\n[ \t]+\S+)*)/gm)].map(
    ([, points, most, rules]) => ({
      points: Number(points),
      action: Number(points) >= Number(most) ? "spam" : "none",
      acts: Number(points) >= Number(most),
      rules: withPoints(
        (rules ?? "")
          .replace(/\s/g, "")
          .split(",")
          .map((rule) => rule.split("="))
          .map(([name = "", each]) => ({ name, points: Number(each) })),
      ),
    }),
  );

const withPoints = (rules: Marked["rules"]): Marked["rules"] =>
  rules.filter(({ points }) => Math.abs(points) >= 0.01).toSorted((a, b) => b.points - a.points);

/** Modules that ask a network, a Redis or what was learnt from other mails. */
const askOthers = [
  "antivirus",
  "arc",
  "asn",
  "dkim",
  "dkim_signing",
  "dmarc",
  "external_services",
  "fuzzy_check",
  "greylist",
  "hfilter",
  "history_redis",
  "mx_check",
  "neural",
  "ratelimit",
  "rbl",
  "replies",
  "reputation",
  "spf",
  "url_redirector",
];

const rspamdAnswer = z.object({
  score: z.number(),
  action: z.string(),
  symbols: z.record(z.string(), z.object({ score: z.number() })),
});

/** rspamd's own rules alone, in a process of our own on the loopback that ends with the check. */
export const byRspamd = async (folder: string, mails: readonly ScannedMail[]): Promise<readonly Marked[]> => {
  const port = await freePort();
  const own = join(folder, "rspamd");
  const local = join(own, "local");
  mkdirSync(join(local, "local.d"), { recursive: true });
  for (const module of askOthers) writeFileSync(join(local, "local.d", `${module}.conf`), "enabled = false;\n");
  const main = join(own, "rspamd.conf");
  writeFileSync(main, rspamdSettings(own, port));
  const names = { DBDIR: own, RUNDIR: own, LOGDIR: own, LOCAL_CONFDIR: local };
  const server = spawn(
    "rspamd",
    ["--no-fork", "--insecure", "-c", main, ...Object.entries(names).map(([name, path]) => `--var=${name}=${path}`)],
    { stdio: "ignore" },
  );
  const failed = new Promise<never>((_, refuse) => server.once("error", refuse));
  try {
    await Promise.race([answers(port), failed]);
    const marked: Marked[] = [];
    for (const mail of mails) marked.push(await askRspamd(port, mail));
    return marked;
  } finally {
    server.kill();
    if (server.exitCode === null && server.signalCode === null && server.pid !== undefined) await once(server, "exit");
  }
};

/** No name is resolved: the one name server is a port of this machine where nobody answers. */
const rspamdSettings = (folder: string, port: number): string => `
.include "$CONFDIR/common.conf"
options {
  .include "$CONFDIR/options.inc"
  pidfile = "${folder}/pid"; control_socket = "${folder}/control.sock mode=0600";
  dns { nameserver = ["127.0.0.1:1"]; timeout = 0.05s; retransmits = 1; }
}
logging { type = "file"; filename = "${folder}/log"; level = "error"; }
worker "normal" { bind_socket = "127.0.0.1:${port}"; count = 1; }
`;

const freePort = (): Promise<number> =>
  new Promise((found, refuse) => {
    const server = createServer();
    server.once("error", refuse);
    server.listen(0, "127.0.0.1", () => {
      const address = server.address();
      server.close(() => (typeof address === "object" && address ? found(address.port) : refuse(new Error("no port"))));
    });
  });

const answers = async (port: number): Promise<void> => {
  for (let tries = 0; tries < 150; tries++) {
    const there = await fetch(`http://127.0.0.1:${port}/ping`).then(
      ({ ok }) => ok,
      () => false,
    );
    if (there) return;
    await pause(200);
  }
  throw new Error("rspamd did not answer within 30 seconds.");
};

const askRspamd = async (port: number, { recipient, mime }: ScannedMail): Promise<Marked> => {
  const response = await fetch(`http://127.0.0.1:${port}/checkv2`, {
    method: "POST",
    headers: {
      From: envelope.from,
      Rcpt: recipient,
      IP: envelope.address,
      Helo: envelope.helo,
      Hostname: envelope.helo,
    },
    body: sentNow(mime),
  });
  const { score, action, symbols } = rspamdAnswer.parse(await response.json());
  const rules = Object.entries(symbols).map(([name, { score: points }]) => ({ name, points }));
  return { points: score, action, acts: action !== "no action", rules: withPoints(rules) };
};
