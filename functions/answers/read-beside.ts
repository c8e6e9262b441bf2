import type { Readings } from "../case/event.ts";
import { errorName, type Log } from "../kernel/log.ts";
import type { Settings } from "../kernel/settings.ts";
import { type Agreed, agree } from "./agree.ts";
import { pointsTo } from "./read-mail.ts";
import { pointedTo } from "./read-reply.ts";
import { type Guess, readGuess, type SecondReader, type Within } from "./reader.ts";
import type { ReplyReading } from "./reply-reading.ts";

/** A second reader, and how long it is waited for. */
export type Beside = { readonly reader: SecondReader; readonly within: Within };

/** A mail waits for its second reading no longer: the rules have read it already. */
const waitsMs = 2_000;
const nameCharacters = 40;

/**
 * A reply as the rules and the second reader read it together. What is known by structure (a
 * bounce, a complaint, a server's word that a mail arrived) is never guessed. A reader that throws,
 * is late or says what can't be is as one that does not say: it is logged, and the rules' reading
 * stands. In `shadow` its reading is kept and decides nothing. Asks the reader once; writes nothing.
 */
export const readBeside = async (
  reply: ReplyReading,
  beside: Beside | undefined,
  mode: Settings["secondReader"],
  log: Log,
): Promise<ReplyReading> => {
  if (!beside || mode === "off" || reply.bounce || reply.replyClass === "complaint") return reply;
  const guess = await guessOf(beside, reply, log);
  const both = agree(reply, guess);
  const readings: Readings = {
    rules: reply.replyClass,
    reader: beside.reader.name.slice(0, nameCharacters),
    ...(guess && { other: guess.replyClass, confidence: guess.confidence }),
    ...(mode === "shadow" && { wouldBe: both.replyClass }),
  };
  return { ...(mode === "shadow" ? reply : takenAs(reply, both)), readings };
};

/**
 * The reply taken for what both readers came to, with what goes with that class: the form's address,
 * or the party named. Pure.
 */
export const takenAs = (reply: ReplyReading, both: Agreed): ReplyReading => {
  if (both.replyClass === reply.replyClass) return { ...reply, ...both };
  const { form: _, namedParty: __, ...rest } = reply;
  return { ...rest, ...both, ...pointedTo(pointsTo(both.replyClass, reply.text, reply.from ?? "")) };
};

const guessOf = async (
  { reader, within }: Beside,
  { subject, text, automatic, heard }: ReplyReading,
  log: Log,
): Promise<Guess | undefined> => {
  try {
    const said: unknown = await within(waitsMs, async (signal) =>
      reader.read({ subject, text, automatic }, { heard, signal }),
    );
    if (said === undefined) return undefined;
    const guess = readGuess(said);
    if (!guess) log.error("reply.second-reader", { code: said === "late" ? "late" : "nonsense" });
    return guess;
  } catch (error) {
    // It reads beside: whatever it fails by, the mail goes on with what the rules read.
    log.error("reply.second-reader", { code: "failed", error: errorName(error) });
    return undefined;
  }
};
