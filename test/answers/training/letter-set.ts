import { createHash } from "node:crypto";
import { readdirSync, readFileSync } from "node:fs";
import { basename, join } from "node:path";
import type { MailReading } from "../../../functions/answers/mail-reading.ts";
import type { Letter } from "../../../functions/answers/prose/pieces.ts";
import type { ProseReader } from "../../../functions/answers/prose/read-prose.ts";
import { readMail } from "../../../functions/answers/read-mail.ts";
import { type ReplyClass, wordedClasses } from "../../../functions/case/reply-class.ts";
import { aMail } from "../a-mail.ts";

/** A letter as a desk may write it, with what it says, and what its mail is but for its words. */
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

/** By three writers who read neither code nor letters, where readers err: learnt from, and a figure of their own. */
export const laterBatches: readonly string[] = ["flint", "bracken", "tundra"];

/** Many small sets by many hands: learnt from, and no measure of anything. */
export const isMeasure = (batch: string): boolean => batch !== "before";

/**
 * What an adversary wrote who saw how each letter was read by the first model: no measure of how
 * desks are read, and nothing learns from it (a model that did took plain removals for tricks).
 */
export const isAdversarys = (batch: string): boolean => batch === "kept-adversary";

const fields = ["language", "subject", "auto", "ticket", "form", "time"] as const;

/** Reads nothing: of the mail only that is wanted which no reader of words tells. */
const nobody: ProseReader = { read: () => ({ replyClass: "unclear", confidence: 0 }), tellsRemoval: () => false };

const asMail = (subject: string, automatic: boolean, body: string) => {
  const mail = readMail(
    aMail({ Subject: subject, ...(automatic && { "Auto-Submitted": "auto-replied" }) }, body),
    nobody,
  );
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

const folderBefore = join(import.meta.dirname, "..", "replies");

const replyIn = (block: string, language: string, where: string): LabelledLetter => {
  const feed = block.indexOf("\n");
  const [kind = "", subject = "Re: ABUSE: phishing"] = block.slice(0, feed).split(" | ");
  const [name, mark] = kind.trim().split(" ");
  return {
    batch: "before",
    language,
    wanted: classNamed(name, where),
    isTrap: mark === "trap",
    ...asMail(subject, mark === "auto", block.slice(feed + 1).trim()),
  };
};

/**
 * The replies that were written before the batches, by many hands and most of them short: learnt from, and no
 * measure. A reply begins with `### class`, then `auto` where a machine sent it or `trap`, then `| subject`.
 */
export const lettersBefore = (): readonly LabelledLetter[] =>
  readdirSync(folderBefore)
    .filter((file) => file.endsWith(".txt"))
    .flatMap((file) =>
      readFileSync(join(folderBefore, file), "utf8")
        .split(/^### /m)
        .slice(1)
        .map((block, at) => replyIn(block, basename(file, ".txt"), `${file}, reply ${at + 1}`)),
    );

/** The files that a model learns from, as one number: a model and letters that do not belong together are seen. */
export const fingerprint = (): string => {
  const hash = createHash("sha256");
  for (const from of [folder, folderBefore])
    for (const file of readdirSync(from).sort())
      if (file.endsWith(".txt") && !isKeptApart(file)) hash.update(file).update(readFileSync(join(from, file)));
  return hash.digest("hex");
};
