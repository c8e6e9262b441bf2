import { spawnSync } from "node:child_process";
import { mkdirSync, readFileSync, rmSync, symlinkSync } from "node:fs";
import { join } from "node:path";
import { fileURLToPath } from "node:url";
import { must, report } from "./checks.ts";
import type { Deployed } from "./deployed.ts";
import type { SunkMail } from "./mail-sink.ts";
import { NotPlayed } from "./rows.ts";

const root = fileURLToPath(new URL("../..", import.meta.url));

/** The commit that an upgrade is played from: the last release. */
export const upgradeFrom = (): string => readFileSync(new URL("upgrade-from", import.meta.url), "utf8").trim();

/**
 * Lays the files of a commit into `folder`, with this repository's packages beside them. Throws `NotPlayed`
 * where `repository` has no such commit, as a shallow clone has not.
 */
export const filesOf = (commit: string, folder: string, repository = root): void => {
  const git = (...words: readonly string[]) =>
    spawnSync("git", ["-C", repository, ...words], { maxBuffer: 256 * 1024 * 1024 });
  if (git("cat-file", "-e", `${commit}^{commit}`).status !== 0)
    throw new NotPlayed(
      `git has no commit ${commit.slice(0, 8)} here, which infra/rehearsal/upgrade-from names; the clone is shallow, ` +
        "or there is none.",
    );
  rmSync(folder, { recursive: true, force: true });
  mkdirSync(folder, { recursive: true });
  const packed = git("archive", "--format=tar", commit);
  const unpacked = spawnSync("tar", ["xf", "-", "-C", folder], { input: packed.stdout });
  if (packed.status !== 0 || unpacked.status !== 0)
    throw new Error(`${commit} could not be unpacked: ${packed.stderr}${unpacked.stderr}`);
  symlinkSync(join(root, "node_modules"), join(folder, "node_modules"));
};

/** What the version of before left open. */
export type LeftOpen = {
  readonly ids: readonly string[];
  readonly firstMail: SunkMail;
  /** Lets the senders take what is queued. */
  readonly goOn: () => Promise<void>;
};

/** One case whose desk was told, and one whose notice is on its queue. */
export const leavesOpen = async ({ put, mailTo, caseWhere, rests }: Deployed): Promise<LeftOpen> => {
  await put("report-urgent", report("U-1", "ncii", "https://videos-six.example/a"));
  const firstMail = await mailTo("abuse@sixtree.example");
  const told = await caseWhere("hotline/U-1", "its notice sent", ({ notices }) => notices[0]?.state === "sent");
  const goOn = await rests("notice-urgent");
  await put("report-urgent", report("U-2", "ncii", "https://www.cheap-watches.example/b"));
  const queued = await caseWhere("hotline/U-2", "its notice queued", ({ notices }) => notices[0]?.state === "queued");
  return { ids: [told.id, queued.id], firstMail, goOn };
};

/**
 * Today's functions read both, send what was queued, once and by today's settings, hear what becomes of the
 * mail of before, and go on with its case.
 */
export const goesOnWith = async (deployed: Deployed, { ids, firstMail, goOn }: LeftOpen, organisation: string) => {
  const { caseOf, caseWhere, mailTo, sesSays, age, hurried, sink } = deployed;
  const [told, queued] = [await caseOf("hotline/U-1"), await caseOf("hotline/U-2")];
  must([told.id, queued.id].join() === ids.join(), "The cases are not there any more.");
  await goOn();
  await mailTo("abuse@fjord.example", ({ mail }) => (mail.text ?? "").includes(organisation));
  const [notice] = told.notices;
  must(notice !== undefined, "The notice of before is not there.");
  await sesSays(notice, { kind: "Delivery" });
  await caseWhere("hotline/U-1", "the mail of before delivered", ({ notices }) => notices[0]?.state === "delivered");
  await age(told.id, 24.5);
  const reminder = await hurried(mailTo("abuse@sixtree.example", (mail) => mail !== firstMail));
  must(reminder.mail.subject !== firstMail.mail.subject, "The desk had the first notice a second time.");
  const mailsTo = (desk: string) => sink.mails().filter(({ recipients }) => recipients.includes(desk)).length;
  const counted = [mailsTo("abuse@sixtree.example"), mailsTo("abuse@fjord.example")].join(" and ");
  must(counted === "2 and 1", `${counted} mails went to the two desks.`);
  return "both cases read; the queued notice went out once, by the new name; the told desk was reminded, and no more";
};
