import type { FC } from "hono/jsx";
import { type Lane, lanes } from "../../report/category.ts";
import { reasonOf, type Stops, whatStandsStill, wordsOf } from "../../send/pause.ts";
import { describeRefusals, howItTries } from "../../send/refusal.ts";
import type { SendingState } from "../../send/sending.ts";
import { WhyField } from "../case/review-form.tsx";
import { Button, Field, Select } from "../elements.tsx";
import { Banner, DecidersOnly, When } from "../parts.tsx";
import { PostForm } from "../post-form.tsx";
import { shown } from "../shown.ts";

export const sendsAll = ({ lane, stops, refusals, day }: SendingState): boolean =>
  lane.kind === "runs" &&
  Object.keys(refusals).length === 0 &&
  whatStandsStill(stops) === undefined &&
  day === undefined;

const pauseTitle = (stops: Stops): string | undefined => {
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

/** All reasons why notices do not go out: one may hold back less than another. Nothing while they do. */
export const whyNoneGoes = (state: SendingState): string | undefined => {
  const refused = describeRefusals(state.refusals).length > 0 ? refusalTitle : undefined;
  const titles = [pauseTitle(state.stops), breakerTitle(state), refused, state.day && dayTitle(state.day)];
  return titles.filter((title) => title !== undefined).join(". ") || undefined;
};

/** Forms that can come back: a stop's reason, the end of a person's stop, the end of the breaker's. */
export type SendingForm = "reason" | "pause" | "breaker";
export type SendingProblem = { readonly form: SendingForm; readonly says: string; readonly why: string };

type SendingProps = { readonly sending: SendingState; readonly problem?: SendingProblem | undefined };

export const SendingBanners: FC<SendingProps> = ({ sending: { lane, stops, refusals, day }, problem }) => (
  <>
    <PauseBanner stops={stops} problem={problem} />
    <BreakerBanner lane={lane} problem={problem?.form === "breaker" ? problem : undefined} />
    <RefusalBanner refusals={refusals} />
    <DayBanner day={day} />
  </>
);

type FormProps = { readonly problem: SendingProblem | undefined };

/** A second deliberate act: a form of its own, closed until wanted, with its own reason. */
const PauseBanner: FC<FormProps & { readonly stops: Stops }> = ({ stops, problem }) => {
  const title = pauseTitle(stops);
  if (title === undefined) return null;
  return (
    <Banner kind="bad" title={title}>
      {wordsOf(stops).map((word) => (
        <p>
          Stopped by {shown(word.by)}, <When at={word.at} />: {shown(reasonOf(word))}
        </p>
      ))}
      <ReasonForm stops={stops} problem={problem?.form === "reason" ? problem : undefined} />
      <p>Reports are taken in and replies are read as ever. What is to be sent waits, and nothing is lost.</p>
      <DecidersOnly>
        <details open={problem?.form === "pause"}>
          <summary>Let sending go on</summary>
          <PostForm action="/sending/resume" novalidate>
            <input type="hidden" name="ends" value="pause" />
            <StopsSeen stops={stops} />
            <LaneField id="pause-lane" asks="What goes on" of={stops} />
            <WhyField
              id="pause-why"
              asks="What is right again"
              hint="Kept with your name. Urgent notices go out within two minutes, standard ones within twenty."
              value={problem?.form === "pause" ? problem.why : ""}
              problem={problem?.form === "pause" ? problem.says : undefined}
            />
            <Button>Let sending go on</Button>
          </PostForm>
        </details>
      </DecidersOnly>
    </Banner>
  );
};

/** The stops that the page shows: its forms are about no later one. */
const StopsSeen: FC<{ readonly stops: Stops }> = ({ stops }) => (
  <>{lanes.map((lane) => stops[lane] && <input type="hidden" name={`seen-${lane}`} value={stops[lane].at} />)}</>
);

/** Asks for the reason of a stop that has none yet. */
const ReasonForm: FC<FormProps & { readonly stops: Stops }> = ({ stops, problem }) => {
  if (wordsOf(stops).every(({ why }) => why !== "")) return null;
  return (
    <DecidersOnly>
      <PostForm action="/sending/reason" novalidate>
        <StopsSeen stops={stops} />
        <WhyField
          id="reason-why"
          asks="Why was it stopped?"
          hint="Kept with the stop, for whoever resumes sending."
          value={problem?.why ?? ""}
          problem={problem?.says}
        />
        <Button>Save the reason</Button>
      </PostForm>
    </DecidersOnly>
  );
};

const laneChoices: readonly (readonly [Lane | "all", string])[] = [
  ["all", "everything"],
  ["standard", "the standard lane alone"],
  ["urgent", "the urgent lane alone"],
];

const LaneField: FC<{ readonly id: string; readonly asks: string; readonly of?: Stops }> = ({ id, asks, of }) => {
  const offered = laneChoices.filter(([value]) => value === "all" || of === undefined || of[value] !== undefined);
  return (
    <Field id={id} label={asks}>
      <Select id={id} name="lane" all={offered} />
    </Field>
  );
};

/** It stops first: a reason is welcome and may come after. Nothing if everything is stopped already. */
export const StopSending: FC<Pick<SendingProps, "sending">> = ({ sending: { stops } }) => {
  if (stops.urgent && stops.standard) return null;
  return (
    <DecidersOnly>
      <section class="panel">
        <h1>Stop sending</h1>
        <p>
          No mail goes out from that moment on, until a person resumes sending. Reports are still accepted, replies are
          read, and nothing is lost. Mail that SES has already cannot be called back.
        </p>
        <PostForm action="/sending/stop" novalidate>
          <LaneField id="stop-lane" asks="What to stop" />
          <WhyField
            id="stop-why"
            asks="Why (optional: it stops first, and you can give the reason after)"
            hint="Kept with your name; everybody on call is notified."
            isOptional
          />
          <Button kind="danger">Stop sending</Button>
        </PostForm>
        <p>
          Or in a terminal: <code>{stopCommand}</code>
        </p>
      </section>
    </DecidersOnly>
  );
};

/** Stops sending without the console. */
export const stopCommand = "npx takedown sending --stop";

const BreakerBanner: FC<FormProps & Pick<SendingState, "lane">> = ({ lane, problem }) => (
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
          {/* Closed, or it pushes urgent cases off a phone's screen. */}
          <details open={problem !== undefined}>
            <summary>Let them go out again</summary>
            <p>
              Find out first which contacts bounce or complain, and correct them: AWS stops all our mail at a higher
              rate.
            </p>
            <PostForm action="/sending/resume" novalidate>
              <WhyField
                id="resume-why"
                asks="What was corrected"
                hint="Kept with your name."
                value={problem?.why ?? ""}
                problem={problem?.says}
              />
              <Button>Let {lane.urgentToo ? "" : "standard "}notices go out again</Button>
            </PostForm>
            <p>
              Or in a terminal: <code>npx takedown sending --resume --why "what was corrected"</code>
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
