import { mkdtempSync, rmSync } from "node:fs";
import { tmpdir } from "node:os";
import { join } from "node:path";
import * as z from "zod";
import { instant } from "../../functions/kernel/instant.ts";
import { inboundMail } from "../local/sample/inbound-mail.ts";
import { type Check, must, report } from "./checks.ts";
import { aws, type Environment, type Rehearsed } from "./cloud.ts";
import type { Deployed } from "./deployed.ts";
import { ofTheRehearsedStage, operatorsShell, stepsOf, withValue } from "./guide.ts";
import type { SunkMail } from "./mail-sink.ts";

/*
 * The table goes back to a moment at which two notices were in line and one desk had been told. Since then both
 * went out, SES told of one of them, the told desk answered, and another case was opened, told as well.
 */

const reports = {
  heardOf: ["R-20", "https://login-verify.example/a", "abuse@lantern.example"],
  unheardOf: ["R-21", "https://ticket-draw.example/b", "abuse@orchard.example"],
  answered: ["R-22", "https://lotus-shop.example/c", "abuse@lotus.example"],
  openedSince: ["R-23", "https://newsletter.example/d", "abuse@delta.example"],
} as const;
type Name = keyof typeof reports;
const names = ["heardOf", "unheardOf", "answered", "openedSince"] as const satisfies readonly Name[];
const keyOf = (name: Name): string => `hotline/${reports[name][0]}`;
const deskOf = (name: Name): string => reports[name][2];

const backup = z.object({ BackupDetails: z.object({ BackupArn: z.string() }) });

/** Mails of the rehearsed stage; others of the emulator's account send as well. */
export const ours = ({ sink }: Deployed): readonly SunkMail[] =>
  sink.mails().filter(({ mail }) => mail.from?.address?.endsWith("@takedown.example"));

/** To whom more than one mail went, of these desks. */
const toldTwice = (deployed: Deployed): readonly string[] =>
  names.map(deskOf).filter((desk) => ours(deployed).filter(({ recipients }) => recipients.includes(desk)).length > 1);

const answerOf = (mail: SunkMail["mail"]) => ({
  id: "rehearsal-restored",
  at: instant(Date.now()),
  from: { name: "Lotus Abuse Desk", email: deskOf("answered") },
  to: mail.replyTo?.[0]?.address ?? "",
  subject: `Re: ${mail.subject}`,
  inReplyTo: mail.messageId ?? "<unknown@takedown.example>",
  automatic: false,
  text: "The content has been removed from our server.\n\nLotus Abuse Desk",
});

/** All that happens before the table is lost, with what has to be said again afterwards. */
const untilItIsLost = async (deployed: Deployed) => {
  const { put, mailTo, caseWhere, rests, sesSays, putReply, environment, table } = deployed;
  const bodies = new Map(names.map((name) => [name, report(reports[name][0], "ncii", reports[name][1])]));
  const puts = (name: Name) => put("report-urgent", bodies.get(name) ?? "");
  const isNow = (name: Name, state: string) =>
    caseWhere(keyOf(name), `its notice ${state}`, ({ notices }) => notices[0]?.state === state);
  await puts("answered");
  const { mail } = await mailTo(deskOf("answered"));
  await isNow("answered", "sent");
  const goOn = await rests("notice-urgent");
  for (const name of ["heardOf", "unheardOf"] as const) {
    await puts(name);
    await isNow(name, "queued");
  }
  const made = backup.parse(
    await aws(environment, "dynamodb", "create-backup", "--table-name", table, "--backup-name", "before"),
  );
  const at = instant(Date.now());
  await goOn();
  await puts("openedSince");
  for (const name of names) await isNow(name, "sent");
  const [notice] = (await isNow("heardOf", "sent")).notices;
  must(notice !== undefined, "There is no notice.");
  const saysAgain = (later: Deployed) => later.sesSays(notice, { kind: "Delivery" });
  await sesSays(notice, { kind: "Delivery" });
  await isNow("heardOf", "delivered");
  const answer = inboundMail(answerOf(mail));
  await putReply("received/rehearsal-restored", answer);
  await caseWhere(keyOf("answered"), "the answer on record", ({ reviews }) => asks(reviews, "reply"));
  return { at, backupArn: made.BackupDetails.BackupArn, bodies, saysAgain, answer };
};

export const asks = (reviews: readonly { readonly question: string }[], question: string): boolean =>
  reviews.some((review) => review.question === question);

export type Rehearsal = {
  /** What the stack is deployed with. */
  readonly rehearsed: Rehearsed;
  /** The stage as it is deployed now; of a table where the functions work on another one yet. */
  readonly on: (table?: string, environment?: Environment) => Promise<Deployed>;
  /** What the functions need of the sample world; each deployment takes it away. */
  readonly introduce: (environment: Environment) => Promise<void>;
};

/** The guide's way back, step by step, in one shell. Gives the stage on the restored table. */
const takeBack = async (
  deployed: Deployed,
  { on, introduce, rehearsed }: Rehearsal,
  { at, backupArn }: { readonly at: string; readonly backupArn: string },
) => {
  const step = stepsOf("operations.md", "The whole table as it was");
  const fromBackup = `restore-table-from-backup --target-table-name "$RESTORED" --backup-arn ${backupArn}`;
  const shell = operatorsShell(
    { ...deployed.asOnCall, STAGE: "rehearsal" },
    ofTheRehearsedStage(rehearsed, {
      "dynamodb restore-table-to-point-in-time": `command aws dynamodb ${fromBackup}`,
    }),
  );
  await shell(withValue(step(1), "MOMENT", at));
  await shell(step(2));
  await shell(step(3));
  const restored = await on(`${deployed.table}-restored`);
  // Half an hour goes by between that moment and this one.
  for (const name of ["heardOf", "unheardOf", "answered"] as const)
    await restored.age((await restored.caseOf(keyOf(name))).id, 0.5);
  await shell(step(4));
  await introduce(deployed.environment);
  return { restored, follow: (nth: number) => shell(step(nth)) };
};

/**
 * A case that somebody wrote over, fixed by the guide's own commands. The emulator's `aws` is version 1, which takes
 * binary values as they are: what is sealed goes in as text, which is read as well.
 */
const fixesOneCase = async (deployed: Deployed, rehearsed: Rehearsed): Promise<void> => {
  const { put, caseOf, caseWhere, sesSays, environment, asOnCall, table } = deployed;
  const key = "hotline/R-25";
  await put("report-urgent", report("R-25", "ncii", "https://mirror.example/damaged"));
  const { id, notices } = await caseWhere(key, "its notice sent", (state) => state.notices[0]?.state === "sent");
  const { BackupDetails } = backup.parse(
    await aws(environment, "dynamodb", "create-backup", "--table-name", table, "--backup-name", "one-case"),
  );
  await aws(
    environment,
    ...["dynamodb", "update-item", "--table-name", table],
    ...["--key", JSON.stringify({ pk: { S: `CASE#${id}` }, sk: { S: "STATE" } })],
    ...["--update-expression", "SET sealed = :damage", "--expression-attribute-values", '{":damage":{"S":"AAAA"}}'],
  );
  const read = await caseOf(key).catch(() => undefined);
  must(read === undefined, "The case that was written over is read.");
  const folder = mkdtempSync(join(tmpdir(), "takedown-one-case-"));
  try {
    const step = stepsOf("operations.md", "A case that was damaged");
    const fromBackup = `--target-table-name "$TABLE-one-case" --backup-arn ${BackupDetails.BackupArn}`;
    const shell = operatorsShell(
      { ...asOnCall, STAGE: "rehearsal" },
      ofTheRehearsedStage(rehearsed, {
        "dynamodb restore-table-to-point-in-time": `command aws dynamodb restore-table-from-backup ${fromBackup}`,
        "dynamodb put-item": `sed -i 's/"B":/"S":/' "$CASE.json" && command aws "\${@:1:6}" "\${@:9}"`,
      }),
    );
    for (const commands of [withValue(step(1), "CASE", id), step(2), step(3)]) await shell(`cd ${folder}\n${commands}`);
  } finally {
    rmSync(folder, { recursive: true, force: true });
  }
  const [notice] = notices;
  must(notice !== undefined, "There is no notice.");
  await sesSays(notice, { kind: "Delivery" });
  await caseWhere(key, "its notice delivered", (state) => state.notices[0]?.state === "delivered");
};

/** What operations.md has an operator do, by its own commands. */
export const restores = (by: Rehearsal): Check => ({
  holds:
    "One case, and then the table of a while ago, restored by the guide's own commands (operations.md): nothing goes " +
    "out twice, and nothing is forgotten",
  sees: async (deployed) => {
    await fixesOneCase(deployed, by.rehearsed);
    const lost = await untilItIsLost(deployed);
    const { restored, follow } = await takeBack(deployed, by, lost);
    const before = ours(deployed).length;
    const { put, putReply, caseOf, caseWhere, hurried, takedown, mailTo } = restored;
    await lost.saysAgain(restored);
    for (const body of lost.bodies.values()) await put("report-urgent", body);
    await putReply("received/rehearsal-restored", lost.answer);
    const isUnknown = (name: Name) =>
      caseWhere(
        keyOf(name),
        "its notice unknown, and a person asked",
        ({ notices, reviews }) => notices[0]?.state === "unknown" && asks(reviews, "unknown-send"),
      );
    await hurried(Promise.all([isUnknown("unheardOf"), isUnknown("openedSince")]));
    await caseWhere(keyOf("heardOf"), "what SES said", ({ notices }) => notices[0]?.state === "delivered");
    await caseWhere(keyOf("answered"), "the answer", ({ reviews }) => asks(reviews, "reply"));
    const said = await takedown("restored");
    for (const name of ["unheardOf", "openedSince"] as const)
      must(said.includes(deskOf(name)), `takedown restored does not name ${deskOf(name)}:\n${said}`);
    must((await follow(9)).trim() !== "", "Nobody is asked what went out.");
    await follow(10);
    await hurried(new Promise((resolve) => setTimeout(resolve, 8_000)));
    must(
      ours(deployed).length === before,
      `${ours(deployed).length - before} mails went out behind the restore guard.`,
    );
    must(!asks((await caseOf(keyOf("heardOf"))).reviews, "unknown-send"), "A person is asked what SES has said.");
    await follow(11);
    // Senders know it for a quarter of a minute (`table-restore-guard.ts`): a report before asks a person.
    await new Promise((resolve) => setTimeout(resolve, 16_000));
    await put("report-urgent", report("R-24", "ncii", "https://board.example/e"));
    await mailTo("abuse@harbour.example", ({ mail }) => (mail.text ?? "").includes("board[.]example"));
    must(toldTwice(restored).length === 0, `Two mails went to ${toldTwice(restored)}.`);
    return (
      "of 4 notices 1 delivered by SES's word, 1 answered, 2 unknown before a person (one of a case that its report " +
      "opened again); 0 twice; after the restore guard new ones go out"
    );
  },
});
