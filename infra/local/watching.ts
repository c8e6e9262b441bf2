import { spawn } from "node:child_process";
import { writeFileSync } from "node:fs";
import { join, relative, resolve } from "node:path";
import { setTimeout as rest } from "node:timers/promises";
import type { Case } from "../../functions/case/case.ts";
import type { Clock } from "../../functions/kernel/instant.ts";
import type { Log, LogCode } from "../../functions/kernel/log.ts";
import type { ReporterNews } from "../../functions/news/reporter-news.ts";
import type { ReviewList } from "../../functions/store/ports.ts";
import { paint } from "../command/paint.ts";
import { localOperator } from "./console-server.ts";
import { feedLog } from "./feed.ts";
import { lanePaint } from "./lane-paint.ts";
import { sayNews } from "./news.ts";
import { firstText, subjectText } from "./sample/read-notice.ts";
import { openScreen, type Screen } from "./screen.ts";
import type { KeptMail } from "./servers/ses-events.ts";
import { type HeardByWebhook, webhooksFolder } from "./webhooks.ts";

/** Where the console's address is kept, for who has closed the terminal's window or scrolled away. */
export const addressFile = "console-address.txt";

/** Whoever reads the file may open the console. */
const keepAddress = (folder: string, address: string): void =>
  writeFileSync(join(folder, addressFile), `${address}\n`, { mode: 0o600 });

const numberOf = ({ number }: KeptMail): string => String(number).padStart(4, "0");

/** Keeps a mail as its reader sees it, beside what goes over the wire; gives where. */
export const keepText = (folder: string, mail: KeptMail, raw: Buffer): string => {
  const file = join(folder, "mails", `${numberOf(mail)}.txt`);
  const text = firstText(raw.toString("latin1"));
  writeFileSync(file, `Subject: ${subjectText(mail.headers)}\nTo: ${mail.destinations.join(", ")}\n\n${text}`);
  return relative(process.cwd(), file);
};

const openers: Readonly<Record<string, readonly string[]>> = {
  darwin: ["open"],
  win32: ["cmd", "/c", "start", ""],
};

/** Opens the address in the person's browser; where there is none, says so and goes on. */
export const openInBrowser = (address: string, say: (line: string) => void): void => {
  const [program = "", ...words] = openers[process.platform] ?? ["xdg-open"];
  const child = spawn(program, [...words, address], { stdio: "ignore", detached: true });
  child.on("error", () => say(`No browser could be opened (${program}). Open the console's address by hand.`));
  child.unref();
};

/** Seldom enough for the embedded table, often enough for a person who watches. */
const countEveryMs = 3_000;

/** Shows what happens as it happens: on a terminal in colours, below a header and above a tally. */
export const watching = (clock: Clock) => {
  const lanes = lanePaint();
  const counted = new Map<LogCode | "mails", number>();
  const more = (what: LogCode | "mails") => counted.set(what, (counted.get(what) ?? 0) + 1);
  let screen: Screen | undefined;
  let welcomed: Welcome | undefined;
  const line = (text: string): void => (screen ? screen.line(text) : console.log(text));
  const log: Log = feedLog(clock, (text, code, fields) => {
    more(code);
    line(lanes.line(text, code, fields));
  });
  const tally = (waiting: number | undefined): string =>
    ` ${clock.now().slice(0, 16).replace("T", " ")}   ${counted.get("report.opened") ?? 0} new cases   ` +
    `${counted.get("mails") ?? 0} mails out   ${counted.get("reply.recorded") ?? 0} replies   ` +
    `${waiting ?? "?"} before a person`;
  return {
    log,
    line,
    open: (at: Welcome): void => {
      welcomed = at;
      keepAddress(at.folder, at.console);
      const header = welcome(at);
      screen = openScreen(process.stdout, header, header.filter(isMostNeeded));
    },
    /** An address of the console was used: the one in its place stands there from now on. */
    readdress: (person: string, next: string): void => {
      if (!welcomed) return;
      welcomed = { ...welcomed, [person === localOperator ? "console" : "second"]: next };
      keepAddress(welcomed.folder, welcomed.console);
      const header = welcome(welcomed);
      screen?.head(header, header.filter(isMostNeeded));
    },
    /** Cases of a run before, whose lines are to have their colour as well. */
    know: async (pages: AsyncIterable<readonly Case[]>): Promise<void> => {
      for await (const page of pages) page.forEach(lanes.know);
    },
    mail: (mail: KeptMail, file: string): void => {
      more("mails");
      const caseId = caseIn(mail);
      const words = `mail ${numberOf(mail)} to ${mail.destinations.join(", ")}  ${file}`;
      line(
        `${clock.now().slice(0, 16).replace("T", " ")}  ${(caseId ?? "").padEnd(17)}  ` +
          lanes.about(caseId, words, "cyan"),
      );
    },
    reporterTold: (news: ReporterNews): void =>
      line(lanes.about(news.caseId, `    ${news.reporter.padEnd(10)} │ ${sayNews(news)}`, "dim")),
    onCallTold: (text: string): void => {
      for (const said of text.split("\n"))
        line(paint(said.includes("  URGENT  ") ? "red" : "yellow", `    on-call    │ ${said}`));
    },
    webhookTold: ({ body, isOurs, chat }: HeardByWebhook, file: string): void => {
      const what = chat?.split("\n")[0] ?? `${typeOf(body)}, ${isOurs ? "signed by us" : "NOT signed by us"}`;
      line(paint("dim", `    ${chat === undefined ? "webhook" : "chat   "}    │ ${what}  ${file}`));
    },
    /** Renews the tally until `signal` says stop. */
    count: async (store: ReviewList, signal: AbortSignal): Promise<void> => {
      while (!signal.aborted && process.stdout.isTTY) {
        const waiting = await store.inLine(1_000).catch(() => undefined);
        screen?.tally(tally(waiting?.length));
        await rest(countEveryMs, undefined, { signal }).catch(() => undefined);
      }
    },
    close: (): void => screen?.close(),
  };
};

/** The case or digest that a mail's subject names. */
const caseIn = ({ headers }: KeptMail): string | undefined => /TD(?:-[0-9A-Z]{4}){3}/.exec(subjectText(headers))?.[0];

const typeOf = (body: string): string => {
  const told: unknown = JSON.parse(body);
  return typeof told === "object" && told !== null && "type" in told ? String(told.type) : "?";
};

type Welcome = {
  /** One-time addresses. */
  readonly console: string;
  readonly second: string;
  readonly folder: string;
  readonly speed: number;
  readonly live: boolean;
  readonly again: boolean;
};

/** What a person who starts it reads first, and keeps before their eyes. */
const welcome = (at: Welcome): readonly string[] => {
  const inFolder = at.folder === resolve(".local") ? "" : ` --folder ${at.folder}`;
  const below = (name: string): string => shorter(join(at.folder, name));
  return [
    "",
    at.live
      ? "Live dry run: real registries are asked, mails are kept here and sent to nobody."
      : at.again
        ? "Going on from where the last run stopped."
        : "Sample reports come in now; sample desks answer. Nothing leaves this machine.",
    "",
    `${consoleLabel}${at.console}`,
    `              kept in ${below(addressFile)}`,
    `  2nd person  ${at.second}`,
    `  Sent mails  ${below("mails")}: .txt to read, .eml as it goes out; reply as a desk in the console`,
    ...(at.live ? [] : [`  Webhook     ${below(webhooksFolder)}: what a ticket system and a chat would hear`]),
    ...(at.live
      ? []
      : [`  Clock       ${at.speed} times as fast as real time: a day takes ${Math.round(86_400 / at.speed)} s`]),
    `  Your report npx takedown report ${at.live ? "URL --category phishing" : suggested}${inFolder}`,
    "  Stop        Ctrl-C; the state is kept",
    "",
  ];
};

const consoleLabel = "  Console     ";

/** What stays where a terminal has no room for more. */
const isMostNeeded = (line: string): boolean => line.startsWith(consoleLabel);

/** As one would type it here, where that is shorter. */
const shorter = (path: string): string => {
  const fromHere = relative(process.cwd(), path);
  return fromHere.startsWith("..") ? path : fromHere;
};

/** At a sample host whose desk can be written to: it ends in a mail that one can read. */
const suggested = "https://account-check.example/mine --category phishing --reporter hotline";
