import { createHash } from "node:crypto";
import { readdirSync, readFileSync } from "node:fs";
import { basename, join } from "node:path";
import type { MailReading } from "../../../functions/answers/mail-reading.ts";
import { readMail } from "../../../functions/answers/read-mail.ts";
import type { Letter } from "../../../functions/answers/reader.ts";
import { type ReplyClass, wordedClasses } from "../../../functions/case/reply-class.ts";
import { aMail } from "../a-mail.ts";
import { replySet } from "../reply-set.ts";

/** A letter as a desk may write it, with what it says, and as the rules read its mail. */
export type LabelledLetter = {
  /** The file that it stands in; `before` for the replies that were there before the batches. */
  readonly batch: string;
  readonly language: string;
  readonly wanted: ReplyClass;
  /** A careless reader would take it for something else. */
  readonly isTrap: boolean;
  readonly ticket?: string;
  readonly form?: string;
  /** How long a desk that passed it on gives its customer, as a person would say it. */
  readonly time?: string;
  readonly body: string;
  readonly letter: Letter;
  readonly mail: MailReading;
};

const folder = join(import.meta.dirname, "..", "letters");

/** Nothing learns from these, and who writes rules does not read them. */
export const isKeptApart = (batch: string): boolean => batch.startsWith("kept-");

/** Many small sets by many hands: learnt from, and no measure of anything. */
export const isMeasure = (batch: string): boolean => batch !== "before";

/**
 * What an adversary wrote who saw how each letter was read by the first model: no measure of how
 * desks are read, and nothing learns from it (a model that did took plain removals for tricks).
 */
export const isAdversarys = (batch: string): boolean => batch === "kept-adversary";

const fields = ["language", "subject", "auto", "ticket", "form", "time"] as const;

const asMail = (subject: string, automatic: boolean, body: string) => {
  const mail = readMail(aMail({ Subject: subject, ...(automatic && { "Auto-Submitted": "auto-replied" }) }, body));
  return { body, mail, letter: { subject: mail.subject, text: mail.text, automatic: mail.automatic } };
};

const classNamed = (name: string | undefined, where: string): ReplyClass => {
  const wanted = wordedClasses.find((each) => each === name);
  if (!wanted) throw new Error(`${where}: "${name}" is no class of letters; one of ${wordedClasses.join(", ")}.`);
  return wanted;
};

const letterIn = (block: string, batch: string, where: string): LabelledLetter => {
  const [head = "", ...rest] = block.split("\n---\n");
  const body = rest.join("\n---\n").trim();
  if (body === "") throw new Error(`${where}: a letter needs its head, a line with --- alone, and its words.`);
  const [kind = "", ...lines] = head.trim().split("\n");
  const [name, mark] = kind.split(" ");
  const said = new Map(
    lines.map((line) => {
      const field = fields.find((each) => line.startsWith(`${each}:`));
      if (!field) throw new Error(`${where}: "${line}" is no field of a letter; one of ${fields.join(", ")}.`);
      return [field, line.slice(field.length + 1).trim()] as const;
    }),
  );
  const [ticket, form, time] = [said.get("ticket"), said.get("form"), said.get("time")];
  return {
    batch,
    language: said.get("language") ?? "",
    wanted: classNamed(name, where),
    isTrap: mark === "trap",
    ...(ticket && { ticket }),
    ...(form && { form }),
    ...(time && { time }),
    ...asMail(said.get("subject") ?? "", said.get("auto") === "yes", body),
  };
};

/**
 * The whole letters, batch by batch: each batch by a writer who had seen neither the rules nor
 * another batch. A letter begins with `### class` (and `trap`), then fields, a line `---`, and its
 * words. `beginning`: of the batches' names. Throws with the file and what is wrong.
 */
export const letterSet = (beginning = ""): readonly LabelledLetter[] =>
  readdirSync(folder)
    .filter((file) => file.endsWith(".txt") && file.startsWith(beginning))
    .sort()
    .flatMap((file) => {
      const batch = basename(file, ".txt");
      const blocks = readFileSync(join(folder, file), "utf8").split(/^### /m).slice(1);
      return blocks.map((block, at) => letterIn(block, batch, `${file}, letter ${at + 1}`));
    });

/** The replies that were written before, most of them short. */
export const lettersBefore = (): readonly LabelledLetter[] =>
  replySet().map(({ language, wanted, isTrap, subject, automatic, body }) => ({
    batch: "before",
    language,
    wanted,
    isTrap,
    ...asMail(subject, automatic, body),
  }));

/** The files that a model learns from, as one number: a model and letters that do not belong together are seen. */
export const fingerprint = (): string => {
  const hash = createHash("sha256");
  for (const from of [folder, join(import.meta.dirname, "..", "replies")])
    for (const file of readdirSync(from).sort())
      if (file.endsWith(".txt") && !isKeptApart(file)) hash.update(file).update(readFileSync(join(from, file)));
  return hash.digest("hex");
};
