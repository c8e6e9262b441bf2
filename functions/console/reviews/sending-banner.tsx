import type { FC } from "hono/jsx";
import { type Stops, whatStandsStill, wordsOf } from "../../notice/brake.ts";
import { describeRefusals, howItTries } from "../../notice/refusal.ts";
import type { SendingState } from "../../notice/sending.ts";
import { type Lane, lanes } from "../../report/category.ts";
import { WhyField } from "../case/review-form.tsx";
import { Banner, DecidersOnly, When } from "../parts.tsx";
import { PostForm } from "../post-form.tsx";
import { shown } from "../shown.ts";

export const sendsAll = ({ lane, stops, refusals, day }: SendingState): boolean =>
  lane.kind === "runs" &&
  Object.keys(refusals).length === 0 &&
  whatStandsStill(stops) === undefined &&
  day === undefined;

const brakeTitle = (stops: Stops): string | undefined => {
  const still = whatStandsStill(stops);
  return still && `${still} is stopped`;
};
const breakerTitle = ({ lane }: Pick<SendingState, "lane">): string | undefined => {
  if (lane.kind !== "stopped") return undefined;
  return lane.urgentToo ? "All notices have stopped, urgent ones too" : "Standard notices have stopped";
};
const refusalTitle = "SES refuses our mail";
const dayTitle = ({ spent }: NonNullable<SendingState["day"]>): string =>
  spent === "all"
    ? "No notice goes out: the day’s mails are spent"
    : "Standard notices wait: the day’s mails are nearly spent";

/** Why notices do not go out, in a line, each reason: one may hold back less than another. Nothing while they do. */
export const whyNoneGoes = (state: SendingState): string | undefined => {
  const refused = describeRefusals(state.refusals).length > 0 ? refusalTitle : undefined;
  const titles = [brakeTitle(state.stops), breakerTitle(state), refused, state.day && dayTitle(state.day)];
  return titles.filter((title) => title !== undefined).join(". ") || undefined;
};

/** The three forms about sending: a person stops it, ends a person's stop, ends the breaker's. */
export type SendingForm = "stop" | "brake" | "breaker";
/** What is wrong with the form that came back, and what was written in it. */
export type SendingProblem = { readonly form: SendingForm; readonly says: string; readonly why: string };

type SendingProps = { readonly sending: SendingState; readonly problem?: SendingProblem | undefined };

/** Why notices do not go out, above everything else; nothing while they do. */
export const SendingBanners: FC<SendingProps> = ({ sending: { lane, stops, refusals, day }, problem }) => (
  <>
    <BrakeBanner stops={stops} problem={problem?.form === "brake" ? problem : undefined} />
    <BreakerBanner lane={lane} problem={problem?.form === "breaker" ? problem.says : undefined} />
    <RefusalBanner refusals={refusals} />
    <DayBanner day={day} />
  </>
);

type FormProps = { readonly problem: SendingProblem | undefined };

/**
 * A second deliberate act: it is asked in a form of its own, closed until it is wanted, and wants a
 * reason of its own.
 */
const BrakeBanner: FC<FormProps & { readonly stops: Stops }> = ({ stops, problem }) => {
  const title = brakeTitle(stops);
  if (title === undefined) return null;
  return (
    <Banner kind="bad" title={title}>
      {wordsOf(stops).map(({ at, by, why }) => (
        <p>
          Stopped by {shown(by)}, <When at={at} />: {shown(why)}
        </p>
      ))}
      <p>Reports are taken in and replies are read as ever. What is to be sent waits, and nothing is lost.</p>
      <DecidersOnly>
        <details open={problem !== undefined}>
          <summary>Let sending go on</summary>
          <PostForm action="/sending/resume" novalidate>
            <input type="hidden" name="ends" value="brake" />
            {lanes.map((lane) => stops[lane] && <input type="hidden" name={`seen-${lane}`} value={stops[lane].at} />)}
            <LaneField id="brake-lane" asks="What goes on" of={stops} />
            <WhyField
              id="brake-why"
              asks="What is right again"
              hint="Kept with your name. Urgent notices go out within two minutes, standard ones within twenty."
              value={problem?.why ?? ""}
              problem={problem?.says}
            />
            <button class="button" type="submit">
              Let sending go on
            </button>
          </PostForm>
        </details>
      </DecidersOnly>
    </Banner>
  );
};

const laneChoices: readonly { readonly value: Lane | "all"; readonly says: string }[] = [
  { value: "all", says: "everything" },
  { value: "standard", says: "the standard lane alone" },
  { value: "urgent", says: "the urgent lane alone" },
];

const LaneField: FC<{ readonly id: string; readonly asks: string; readonly of?: Stops }> = ({ id, asks, of }) => {
  const offered = laneChoices.filter(({ value }) => value === "all" || of === undefined || of[value] !== undefined);
  return (
    <div class="field">
      <label for={id}>{asks}</label>
      <select id={id} name="lane">
        {offered.map(({ value, says }) => (
          <option value={value}>{says}</option>
        ))}
      </select>
    </div>
  );
};

/**
 * At the end of the first page: the brake, for whoever sees mail go wrong. Nothing where everything
 * stands still already.
 */
export const StopSending: FC<SendingProps> = ({ sending: { stops }, problem }) => {
  if (stops.urgent && stops.standard) return null;
  const back = problem?.form === "stop" ? problem : undefined;
  return (
    <DecidersOnly>
      <details class="brake" id="stop-sending" open={back !== undefined}>
        <summary>Stop sending</summary>
        <p>
          No mail goes out from that moment on, until a person lets it go on. Reports are still taken in, replies are
          read, and nothing is lost. Mail that SES has already cannot be called back.
        </p>
        <PostForm action="/sending/stop" novalidate>
          <LaneField id="stop-lane" asks="What is stopped" />
          <WhyField
            id="stop-why"
            asks="Why"
            hint="Kept with your name; everybody on call is told."
            value={back?.why ?? ""}
            problem={back?.says}
          />
          <button class="button danger" type="submit">
            Stop sending
          </button>
        </PostForm>
        <p>
          Or in a terminal: <code>npx takedown sending --stop --by NAME --why "what is wrong"</code>
        </p>
      </details>
    </DecidersOnly>
  );
};

const BreakerBanner: FC<{ readonly lane: SendingState["lane"]; readonly problem: string | undefined }> = ({
  lane,
  problem,
}) => (
  <>
    {lane.kind === "stopped" && (
      <Banner kind="bad" title={breakerTitle({ lane }) ?? ""}>
        <p>
          Since <When at={lane.since} />: {shown(lane.why)}.{" "}
          {lane.urgentToo
            ? "All notices wait; where minutes count, call the host. None is lost."
            : "Urgent notices go on; standard ones wait, and none is lost."}{" "}
          Only a person lets them go on.
        </p>
        <DecidersOnly>
          {/* Closed, or it would push the urgent cases off a phone's screen. */}
          <details open={problem !== undefined}>
            <summary>Let them go out again</summary>
            <p>
              Find out first which contacts bounce or complain, and correct them: AWS stops all our mail at a higher
              rate.
            </p>
            <PostForm action="/sending/resume" novalidate>
              <div class="field">
                <label for="resume-why">What was corrected</label>
                {problem !== undefined && (
                  <p class="problem" id="resume-problem">
                    {problem}
                  </p>
                )}
                <textarea
                  id="resume-why"
                  name="why"
                  rows={2}
                  maxlength={1000}
                  required
                  {...(problem !== undefined && { "aria-invalid": "true", "aria-describedby": "resume-problem" })}
                />
              </div>
              <button class="button" type="submit">
                Let {lane.urgentToo ? "" : "standard "}notices go out again
              </button>
            </PostForm>
            <p>
              Or in a terminal: <code>npx takedown sending --resume --by NAME --why "what was corrected"</code>
            </p>
          </details>
        </DecidersOnly>
      </Banner>
    )}
  </>
);

const RefusalBanner: FC<Pick<SendingState, "refusals">> = ({ refusals }) => {
  const says = describeRefusals(refusals);
  if (says.length === 0) return null;
  return (
    <Banner kind="bad" title={refusalTitle}>
      {says.map((line) => (
        <p>{line}.</p>
      ))}
      <p>
        It refuses the account and not single mails, so all notices wait and none is lost. {howItTries} Mended, you need
        not wait for it: <code>npx takedown sending --try</code>. What to do stands in the runbook under{" "}
        <code>ses-refuses</code>. Where minutes count, call the host.
      </p>
    </Banner>
  );
};

const DayBanner: FC<Pick<SendingState, "day">> = ({ day }) => (
  <>
    {day && (
      <Banner kind={day.spent === "all" ? "bad" : "note"} title={dayTitle(day)}>
        <p>
          SES took {day.sentInLastDay} of {day.perDay} mails that it allows in 24 hours.{" "}
          {day.spent === "all"
            ? "All notices, urgent ones too, wait"
            : "What is left is kept for urgent notices; standard ones wait"}{" "}
          and go out by themselves as the day passes.
        </p>
      </Banner>
    )}
  </>
);
