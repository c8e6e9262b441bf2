import { createHash } from "node:crypto";
import { readdirSync, readFileSync } from "node:fs";
import { basename, join } from "node:path";
import { type ReplyClass, replyClasses } from "../../functions/case/event.ts";
import { readMail } from "../../functions/follow-up/read-mail.ts";
import { aMail } from "./a-mail.ts";

/** `open` could be read while sayings were written; the others could not, until each had been scored once. All have been seen since. */
export type Half = "open" | "first" | "second";
export type WrittenReply = {
  readonly language: string;
  readonly half: Half;
  readonly wanted: ReplyClass;
  readonly automatic: boolean;
  readonly subject: string;
  readonly body: string;
};
export type ReadReply = WrittenReply & { readonly given: ReplyClass; readonly rule: string };

const folder = join(import.meta.dirname, "replies");

/** Half of all replies are open and a quarter each is held out; a hash of the words decides, so that nobody chooses. */
const halfOf = (body: string): Half => {
  const share = (createHash("sha256").update(body).digest()[0] ?? 0) % 4;
  return share < 2 ? "open" : share === 2 ? "first" : "second";
};

/**
 * One file a language, named by its tag, written before the rules were read. `letters.*` are whole letters that came later, and are open.
 * A reply begins with `### class`, then `auto` where a machine sent it, then `| subject`.
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
          const [name, auto] = kind.trim().split(" ");
          const wanted = replyClasses.find((each) => each === name);
          if (!wanted) throw new Error(`${file}: "${name}" is no class of replies; one of ${replyClasses.join(", ")}.`);
          const body = block.slice(feed + 1).trim();
          const isLetter = file.startsWith("letters.");
          return { language: basename(file, ".txt"), half: isLetter ? "open" : halfOf(body), wanted, automatic: auto === "auto", subject, body };
        }),
    );

export const readSet = (replies: readonly WrittenReply[]): readonly ReadReply[] =>
  replies.map((reply) => {
    const mail = readMail(aMail({ Subject: reply.subject, ...(reply.automatic && { "Auto-Submitted": "auto-replied" }) }, reply.body));
    return { ...reply, given: mail.class, rule: mail.rule };
  });
