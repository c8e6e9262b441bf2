import { createHash } from "node:crypto";
import { readdirSync, readFileSync } from "node:fs";
import { basename, join } from "node:path";
import { readMail } from "../../functions/answers/read-mail.ts";
import { type ReplyClass, replyClasses } from "../../functions/case/reply-class.ts";
import { aMail } from "./a-mail.ts";

/**
 * `open` could be read while sayings were written; the others could not, until each had been scored
 * once. All have been seen since.
 */
export type Half = "open" | "first" | "second" | "third" | "blind" | "stranger" | "exam";
export type WrittenReply = {
  readonly language: string;
  readonly half: Half;
  readonly wanted: ReplyClass;
  readonly automatic: boolean;
  /** Speaks of removing, and must not be read as removed. */
  readonly isTrap: boolean;
  readonly subject: string;
  readonly body: string;
};
export type ReadReply = WrittenReply & { readonly given: ReplyClass; readonly rule: string };

const folder = join(import.meta.dirname, "replies");

/**
 * Half of all replies are open and the rest is held out; a hash of the words decides, so that
 * nobody chooses. `letters.*` are whole letters that came later, and are open.
 */
const halfOf = (file: string, body: string): Half => {
  const share = (createHash("sha256").update(body).digest()[0] ?? 0) % 4;
  if (file.startsWith("blind.")) return "blind";
  if (file.startsWith("stranger.")) return "stranger";
  if (file.startsWith("exam.")) return "exam";
  if (file.startsWith("letters.") || share < 2) return "open";
  if (file.startsWith("another-hand.")) return "third";
  return share === 2 ? "first" : "second";
};

/**
 * One file a language, named by its tag, written before the rules were read; `another-hand.*` by
 * somebody who had read neither rules nor replies (`another-hand.later` after the rules had been
 * mended by the open half of the others). `blind.*` by two more such writers; of these only what
 * was taken for removed had been mended until the vocabularies were written with them. `stranger.*`
 * by another, 70 of 196 traps; two thirds were read while the vocabularies were written, one third
 * (by a hash) was never read, and only scored. `exam.*` by two more, 111 of 318 traps: never read
 * while rules were written, and scored; one rule, which makes more unclear, came after their totals
 * were seen. A reply begins with `### class`, then `auto` where a machine sent it or `trap`, then
 * `| subject`.
 */
export const replySet = (): readonly WrittenReply[] =>
  readdirSync(folder)
    .filter((file) => file.endsWith(".txt"))
    .flatMap((file) =>
      readFileSync(join(folder, file), "utf8")
        .split(/^### /m)
        .slice(1)
        .map((block) => {
          const feed = block.indexOf("\n");
          const [kind = "", subject = "Re: ABUSE: phishing"] = block.slice(0, feed).split(" | ");
          const [name, mark] = kind.trim().split(" ");
          const wanted = replyClasses.find((each) => each === name);
          if (!wanted) throw new Error(`${file}: "${name}" is no class of replies; one of ${replyClasses.join(", ")}.`);
          const body = block.slice(feed + 1).trim();
          return {
            language: basename(file, ".txt"),
            half: halfOf(file, body),
            wanted,
            automatic: mark === "auto",
            isTrap: mark === "trap",
            subject,
            body,
          };
        }),
    );

/** Whether a reply was read as what it is. */
export const isReadRight = ({ wanted, given }: { readonly wanted: ReplyClass; readonly given: ReplyClass }): boolean =>
  wanted === given;

export const readSet = (replies: readonly WrittenReply[]): readonly ReadReply[] =>
  replies.map((reply) => {
    const mail = readMail(
      aMail({ Subject: reply.subject, ...(reply.automatic && { "Auto-Submitted": "auto-replied" }) }, reply.body),
    );
    return { ...reply, given: mail.class, rule: mail.rule };
  });
