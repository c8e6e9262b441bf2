import { type ApiProvider, protector } from "../../../functions/kernel/channels.ts";
import { instant } from "../../../functions/kernel/instant.ts";
import type { AnswerWord } from "../../../functions/send/channels/answer-words.ts";
import type { AskChannel } from "../../../functions/send/channels/settle.ts";
import { askPlayed } from "../../local/servers/channels/ask-played.ts";
import { numberOf, type Submitted } from "../../local/servers/channels/played.ts";
import type { Agenda } from "./agenda.ts";
import { type Draw, shareAt } from "./draw.ts";
import { hourMs, type PlayedTarget } from "./targets.ts";
import type { Truth } from "./truth.ts";
import { type ApiAnswer, type LetterKind, week } from "./week.ts";

/*
 * Providers that take reports by an API or by a form. Whoever tells them, and by which of the two,
 * they answer alike: the system by the API hears it in the words of the provider's list, and the
 * person who filled in the form hears nothing.
 */

export type Submission = { readonly answer: ApiAnswer; readonly answersAtMs: number };

/** A provider that acts does so within so many hours: chosen. */
const actsWithinHours = [6, 72] as const;

/**
 * Tells a provider of a target by its own way. The same target is answered alike each time. Where
 * it acts, the target is taken down when it answers.
 */
export const submit = (target: PlayedTarget, atMs: number, truth: Truth, draw: Draw): Submission => {
  const answer = shareAt(week.answersByApi, draw("submitted", target.id));
  const [soonest, latest] = actsWithinHours;
  const answersAtMs = atMs + Math.round((soonest + draw("submitted at", target.id) * (latest - soonest)) * hourMs);
  if (answer === "acted") truth.isTakenDown(target, answersAtMs);
  return { answer, answersAtMs };
};

type Answered = Exclude<ApiAnswer, "nothing">;

/**
 * In which word of its list each provider says what the week has it answer.
 */
const wordsOf = {
  cloudflare: {
    acted: "accepted",
    "no-abuse": "no_abuse_found",
    "not-hosted": "not_on_cloudflare",
    "our-mistake": "wrong_report_category",
  },
  godaddy: {
    acted: "ACTIONED",
    "no-abuse": "FALSE_POSITIVE",
    "not-hosted": "NOT_REGISTERED_HOSTED_HERE",
    "our-mistake": "RECLASSIFIED",
  },
  aws: {
    acted: "ACTIONED",
    "no-abuse": "REVIEWED_NO_AWS_ACTION",
    "not-hosted": "NOT_RESOLVABLE_TO_AWS",
    "our-mistake": "NEED_MORE_INFORMATION",
  },
} as const satisfies {
  readonly cloudflare: Record<Answered, AnswerWord | "accepted">;
  readonly godaddy: Record<Answered, AnswerWord>;
  readonly aws: Record<Answered, AnswerWord>;
};

/** To whoever reads it, a word says the same as such a letter. */
const readAs: Readonly<Record<string, LetterKind>> = {
  accepted: "removed",
  ACTIONED: "removed",
  no_abuse_found: "refused",
  FALSE_POSITIVE: "refused",
  REVIEWED_NO_AWS_ACTION: "refused",
  not_on_cloudflare: "not-ours",
  NOT_REGISTERED_HOSTED_HERE: "not-ours",
  NOT_RESOLVABLE_TO_AWS: "not-ours",
  NEED_MORE_INFORMATION: "other",
  wrong_report_category: "other",
  RECLASSIFIED: "other",
};

type Around = {
  readonly agenda: Agenda;
  readonly nowMs: () => number;
  readonly draw: Draw;
  readonly truth: Truth;
  readonly targetAt: (url: string) => PlayedTarget | undefined;
};

/**
 * The providers' APIs: each takes what its published definition takes, and comes to a word when the
 * week says. None is out of order, since the week says nothing of that.
 */
export const playedChannels = ({ agenda, nowMs, draw, truth, targetAt }: Around) => {
  const submitted: Record<ApiProvider, Submitted[]> = { cloudflare: [], godaddy: [], aws: [] };
  const take = (of: ApiProvider, report: Pick<Submitted, "type" | "urls" | "body">): Submitted => {
    const target = targetAt(report.urls[0] ?? "");
    if (!target) throw new Error(`${of} was told of ${report.urls.join(", ")}, which nobody reported.`);
    const at = submitted[of].length;
    const taken = { ...report, id: numberOf(of, at + 1), at: instant(nowMs()) };
    submitted[of].push(taken);
    const { answer, answersAtMs } = submit(target, nowMs(), truth, draw);
    if (answer === "nothing") return taken;
    agenda.plan(answersAtMs, async () => {
      submitted[of][at] = { ...taken, word: wordsOf[of][answer] };
    });
    return taken;
  };
  const ask: AskChannel = async (of, request) => {
    if (of === protector) throw new Error("The week's settings have no protector.");
    return askPlayed(of, request, submitted[of], (report) => take(of, report));
  };
  return {
    ask,
    /** What a provider says of a report of this number, to whoever reads it. */
    saysOf: (of: ApiProvider, id: string | undefined): LetterKind | undefined =>
      readAs[submitted[of].find((report) => report.id === id)?.word ?? ""],
  };
};
