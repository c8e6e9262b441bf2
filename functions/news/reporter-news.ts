import { checkWhys } from "../case/check-reason.ts";
import { closeOutcomes } from "../case/close-outcome.ts";
import { noticeElements } from "../case/notice-elements.ts";
import { replyClasses } from "../case/reply-class.ts";
import { steps } from "../case/step.ts";
import { scopes } from "../kernel/scope.ts";
import * as z from "../kernel/zod.ts";
import { categories } from "../report/category.ts";

/*
 * A line of history says what reporters hear (`reporter-steps.ts`), so repeating it gives the very same. Never the
 * content's place, a mailbox, a desk's words or number, or a person's name.
 */

const common = {
  version: z.literal(1),
  id: z
    .string()
    .check(
      z.describe(
        "Names this news for ever. It may come more than once; what has an id that you know is the same news.",
      ),
    ),
  reporter: z.string().check(z.describe("Whose report it is.")),
  reportId: z.string().check(z.describe("Your own number for the report.")),
  alsoReportIds: z
    .optional(z.array(z.string()))
    .check(
      z.describe(
        "Further reports of yours of which the same is told here, and not again: " +
          "only where more than ten of yours joined one case.",
      ),
    ),
  caseId: z.string().check(z.describe("The case that the report opened or joined.")),
  category: z.enum(categories),
  caseVersion: z
    .int()
    .check(
      z.positive(),
      z.describe("Counts up within a case. EventBridge keeps no order: what has the higher number happened later."),
    ),
  at: z.iso.datetime().check(z.describe("When it happened, in UTC.")),
};
const happened = <Name extends string, More extends z.core.$ZodShape>(name: Name, says: string, more: More) =>
  z.strictObject({ ...common, happened: z.literal(name), ...more }).check(z.describe(says));

const desk = z.enum(scopes).check(z.describe("What the desk answers for; never its address."));

/** News about one report. Published as `reporter-news.schema.json` (`npm run generate -- schema`). */
export const reporterNews = z.discriminatedUnion("happened", [
  happened("taken-in", "The report opened a case.", {}),
  happened("joined", "The report joined a case that was open on the same target.", {}),
  happened(
    "id-used-again",
    "You used this report id for something else before. Both reports are taken in; what you say later " +
      "about the id has to name the case (`caseId`), but for a hold, which holds both.",
    { usedFor: z.string().check(z.describe("The case of the report that had the id before.")) },
  ),
  happened("contact-unknown", "Nobody is known who may be written to by mail; the person on call seeks a way.", {
    why: z
      .enum(["no-contact", "form-only"])
      .check(z.describe("form-only: the provider takes reports by its own form, which a person fills in.")),
  }),
  happened("notice-sent", "A mail went out to a desk.", { purpose: z.enum(steps), desk }),
  happened("acknowledged", "A desk, or its machine, said that it has the notice. That is not an answer yet.", {
    desk,
    passedOn: z
      .optional(z.literal(true))
      .check(
        z.describe(
          "The desk itself says that it handed the notice on to its customer, a reseller or the site's owner.",
        ),
      ),
    customerHasUntil: z
      .optional(z.iso.datetime())
      .check(z.describe("Until when they have time, where the desk said so.")),
  }),
  happened("answered", "A desk answered.", {
    desk,
    answer: z.enum(replyClasses).check(z.describe("unclear: a person reads it.")),
  }),
  happened("moved", "The host stands elsewhere now; the desk there is sought.", {}),
  happened("needs-you", "Only you can say; send a status message about the report, or write to the person on call.", {
    asks: z
      .enum(["more-information", "is-it-gone", "is-it-still-there", "right-holder"])
      .check(
        z.describe(
          "more-information: the desk asks something. is-it-gone: the desk says so, or another reporter, or " +
            "the name is out of DNS, and it is not proven. is-it-still-there: nobody acted, or the desk " +
            "looked and does not find it, or refuses; or it was removed a week ago and may be back. " +
            "right-holder: of copyright; a provider in the United States, or whose country is not known, is " +
            "notified by the right holder or their agent alone, who has to add what `lacks` names.",
        ),
      ),
    lacks: z
      .optional(z.array(z.enum(noticeElements)))
      .check(z.describe("right-holder: what 17 U.S.C. 512(c)(3)(A) asks for and the report lacks.")),
    advice: z.optional(z.string()).check(z.describe("right-holder: the same in words, and what to do.")),
  }),
  happened(
    "check-wanted",
    "You have something that looks (`checks` in the settings): say *gone* or *still-up* by a status message about " +
      "`reportId`. The machine waits until then, and goes on without an answer. Asked once for each cause, of you " +
      "and not of each report.",
    {
      why: z.enum(checkWhys).check(z.describe("What it is asked for.")),
      answerBy: z.iso.datetime().check(z.describe("Until when the answer is waited for, in UTC.")),
    },
  ),
  happened("closed", "Nothing more is done about it, unless you say that it is still up.", {
    outcome: z.enum(closeOutcomes),
  }),
  happened(
    "reopened",
    "A reporter said that it is still up, or reported it again, or a person of the hotline says that it is there " +
      "again or should not have ended, and the case goes on; or every reporter took it back, and those who were " +
      "told hear of that.",
    {},
  ),
]);
export type ReporterNews = z.infer<typeof reporterNews>;

export const newsSchema = (): object => ({
  $id: "reporter-news.schema.json",
  title: "What a reporter hears of a report",
  ...z.toJSONSchema(reporterNews),
});

/** News of one step, without what names the report: the same for each report of the case. */
type StepOf<News> = News extends ReporterNews ? Omit<News, keyof typeof common> : never;
export type StepNews = StepOf<ReporterNews>;
