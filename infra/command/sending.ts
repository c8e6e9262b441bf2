import { tableSending } from "../../functions/adapters/table-sending.ts";
import { type Instant, plusMinutes } from "../../functions/kernel/instant.ts";
import type { Lane } from "../../functions/report/category.ts";
import { stops as stopsByBreaker } from "../../functions/send/breaker-state.ts";
import { lanesNamed, reasonOf, type Stops, whatStandsStill, wordsOf } from "../../functions/send/pause.ts";
import { describeRefusals, howItTries } from "../../functions/send/refusal.ts";
import type { SendingState } from "../../functions/send/sending.ts";
import { asJson } from "./as-json.ts";
import { askerAt, type Signed, signedBy } from "./caller.ts";
import { nowAt, reached, tableAt, type Where } from "./connection.ts";
import { printLine } from "./print.ts";
import { CommandProblem, StoppedProblem } from "./problem.ts";

type SendingOptions = Where & {
  readonly stop?: true;
  readonly resume?: true;
  readonly try?: true;
  readonly lane: Lane | "all";
  readonly audit?: true;
  readonly why?: string;
  readonly json?: true;
};

/**
 * Shows whether notices go out; stops them, and lets them go out again. What a person stopped and
 * what the breaker stopped are two stops: each `--resume` ends one, the person's first, and says
 * what still stands. Throws `StoppedProblem` where a stop is recorded and the rest fails.
 */
export const sending = async (options: SendingOptions): Promise<void> => {
  if (options.stop && options.resume) throw new CommandProblem("Give --stop or --resume, not both.");
  const signed = options.resume ? await signedBy(options) : undefined;
  const table = tableAt(options);
  const sends = tableSending(table);
  if (!options.stop) return show(options, sends, signed ? await resumed(options, sends, signed) : []);
  const isNew = await stopped(options, sends);
  try {
    await show(options, sends, isNew ? [] : [await explained(options, sends)]);
  } catch (cause) {
    throw new StoppedProblem("Sending is stopped.", { cause });
  }
};

const show = async (options: SendingOptions, sends: Sends, done: readonly string[]): Promise<void> => {
  if (options.try) await reached(options, sends.tryNow());
  if (options.json) {
    const [state, audit] = [await reached(options, sends.state()), await reached(options, sends.audit())];
    printLine(asJson({ ...state, done, ...(options.audit && { audit }) }));
    return;
  }
  for (const said of done) printLine(said);
  if (options.try)
    printLine(
      "Where SES refused our mail, one notice tries within a quarter of an hour (urgent) or half an hour " +
        "(standard); where it goes out, the others follow.",
    );
  for (const line of describe(await reached(options, sends.state()))) printLine(line);
  if (!options.audit) return;
  const lines = await reached(options, sends.audit());
  printLine("");
  printLine(lines.length === 0 ? "Nobody has stopped sending yet." : "Who stopped and resumed, the newest first:");
  for (const { at, by, why, lane, does } of lines)
    printLine(`${at}  ${does.padEnd(6)}  ${lane.padEnd(8)}  ${by}: ${reasonOf({ why })}`);
};

/** A stop never fails for want of a name: mail would go out meanwhile. Who may write the table may stop it. */
const nameOfStopper = (where: Where): Promise<string> =>
  askerAt(where).then(
    ({ name }) => name,
    () => "somebody whom IAM did not name",
  );

type Sends = ReturnType<typeof tableSending>;

const reasonIn = ({ why = "" }: SendingOptions): string => why.trim();

/** Stops before anything else is read, and without a reason where none is given. False where it was stopped. */
const stopped = async (options: SendingOptions, sends: Sends): Promise<boolean> => {
  const word = { at: nowAt(options), by: await nameOfStopper(options), why: reasonIn(options) };
  return reached(options, sends.pause.stop(lanesNamed(options.lane), word));
};

/** A reason that comes after its stop is kept with it; gives what there is to say of it. */
const explained = async (options: SendingOptions, sends: Sends): Promise<string> => {
  const { stops } = await reached(options, sends.state());
  const seen = Object.fromEntries(
    lanesNamed(options.lane).flatMap((lane) => (stops[lane] ? [[lane, stops[lane]]] : [])),
  );
  const why = reasonIn(options);
  return why !== "" && (await reached(options, sends.pause.explain(seen, why)))
    ? "It was stopped already; the reason is kept with it now."
    : "It was stopped already; who was first is kept.";
};

/** Writes down the end of a stop; gives what there is to say of it. */
const resumed = async (options: SendingOptions, sends: Sends, { by, why }: Signed): Promise<readonly string[]> => {
  const of = lanesNamed(options.lane);
  const before = await reached(options, sends.state());
  // What the breaker counted before this moment no longer stops the lane, so it is a moment of the
  // clock that counts.
  const word = { at: nowAt(options), by, why };
  if (of.some((lane) => before.stops[lane])) {
    await reached(options, sends.pause.resume(of, before.stops, word));
    return ["The person's stop is ended."];
  }
  if (await isJustResumed(options, sends, word.at))
    return [
      "A person's stop was ended a moment ago. " +
        "Look at what still stands, and call again in ten minutes if the breaker's is meant.",
    ];
  if (!of.some((lane) => stopsByBreaker(before.lane, lane))) return ["Nothing was stopped there."];
  await reached(options, sends.resume(word.at, by, why));
  return ["The breaker's stop is ended."];
};

/** Two persons who answer one stop at the same time must not end the breaker's beside it. */
const isJustResumed = async (options: SendingOptions, sends: Sends, now: Instant): Promise<boolean> => {
  const [last] = await reached(options, sends.audit());
  return last?.does === "resume" && plusMinutes(last.at, 10) > now;
};

const describe = ({ lane, stops, refusals, day }: SendingState): readonly string[] => [
  ...describeRefusals(refusals).map((line) => `${line}. All notices wait. ${howItTries} When it is fixed: --try.`),
  ...describeStops(stops),
  ...(lane.kind === "stopped"
    ? [
        `The breaker stopped ${lane.urgentToo ? "both lanes, the urgent one too," : "the standard lane"} at ` +
          `${lane.since}: ${lane.why}.`,
        "Find out which contacts bounce or complain and correct them, then --resume --why " + '"what was corrected".',
      ]
    : []),
  ...(whatStandsStill(stops) === undefined && lane.kind === "runs" && Object.keys(refusals).length === 0 && !day
    ? ["Both lanes send."]
    : []),
  ...(lane.kind === "runs" && lane.by
    ? [`${lane.by} let mail run again after the breaker at ${lane.since}: ${lane.why}`]
    : []),
  ...(day
    ? [
        `SES took ${day.sentInLastDay} of ${day.perDay} mails that it allows in 24 hours: ` +
          `${day.spent === "all" ? "all notices wait" : "standard notices wait"} and go out by themselves as ` +
          "the day passes.",
      ]
    : []),
];

const addsReason = 'Give the reason when you can: --stop again with --why "what is wrong" keeps it with the stop.';

const describeStops = (stops: Stops): readonly string[] => {
  const still = whatStandsStill(stops);
  return still === undefined
    ? []
    : [
        `${still} is stopped. Reports are taken in; what is to be sent waits, and nothing is lost.`,
        ...wordsOf(stops).map(({ at, by, why }) => `Stopped by ${by} at ${at}: ${reasonOf({ why })}`),
        ...(wordsOf(stops).some(({ why }) => why === "") ? [addsReason] : []),
        'Let it go on with --resume --why "what is right again"; --lane urgent or --lane ' +
          "standard for one lane alone.",
      ];
};
