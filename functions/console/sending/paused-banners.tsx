import type { Child, FC } from "hono/jsx";
import { reasonOf, type Stops, whatStandsStill, wordsOf } from "../../send/pause.ts";
import { describeRefusals, howItTries } from "../../send/refusal.ts";
import type { SendingState } from "../../send/sending.ts";
import { WhyField } from "../case/review-form.tsx";
import { Button } from "../elements.tsx";
import { Banner, DecidersOnly, When } from "../parts.tsx";
import { PostForm } from "../post-form.tsx";
import { shown } from "../shown.ts";
import { LaneField, StopsSeen } from "./pause-sending.tsx";

/** Forms that can come back: a pause's reason, the end of a person's pause, the end of the breaker's. */
export const sendingForms = ["reason", "pause", "breaker"] as const;
type SendingForm = (typeof sendingForms)[number];
export type SendingProblem = { readonly form: SendingForm; readonly says: string; readonly why: string };

/** One reason why notices do not go out: as a sentence, and at length with the form that ends it. */
type Reason = { readonly title: string; readonly Words: FC<ProblemProps> };
type ProblemProps = { readonly problem: SendingProblem | undefined };

/** All of them: one may hold back less than another. Empty while notices go out. */
const reasonsOf = (state: SendingState): readonly Reason[] =>
  [byPerson(state), byBreaker(state), bySes(state), byQuota(state)].filter((reason) => reason !== undefined);

export const sendsAll = (state: SendingState): boolean => reasonsOf(state).length === 0;

/** In the frame of every page while notices are held back; empty otherwise, so that a page's script can renew it. */
export const PausedBar: FC<{ readonly state: SendingState | undefined }> = ({ state }) => {
  const reasons = state ? reasonsOf(state) : [];
  return (
    <div class="part" data-part="paused">
      {reasons.length > 0 && (
        <p class="banner bad" role="status">
          <span>
            <strong>{reasons.map(({ title }) => `${title}. `)}</strong>
            Times below don’t apply until it resumes. <a href="/sending">See why, or resume</a>
          </span>
        </p>
      )}
    </div>
  );
};

/** On the page of sending. */
export const PausedBanners: FC<ProblemProps & { readonly state: SendingState }> = ({ state, problem }) => (
  <>
    {reasonsOf(state).map(({ title, Words }) => (
      <Banner kind="bad" title={title}>
        <Words problem={problem} />
      </Banner>
    ))}
  </>
);

const byPerson = ({ stops }: SendingState): Reason | undefined => {
  const still = whatStandsStill(stops);
  return still === undefined
    ? undefined
    : {
        title: `${still === "All sending" ? "Sending" : still} is paused`,
        Words: ({ problem }) => <PauseWords stops={stops} problem={problem} />,
      };
};

const PauseWords: FC<ProblemProps & { readonly stops: Stops }> = ({ stops, problem }) => (
  <>
    {wordsOf(stops).map((word) => (
      <p>
        Paused by {shown(word.by)}, <When at={word.at} />: {shown(reasonOf(word))}
      </p>
    ))}
    <p>Reports are still accepted and replies are read. What is to be sent waits, and nothing is lost.</p>
    <SentenceForm form="pause" problem={problem}>
      <StopsSeen stops={stops} />
      <LaneField id="resume-lane" asks="What resumes" of={stops} />
    </SentenceForm>
    {wordsOf(stops).some(({ why }) => why === "") && (
      <SentenceForm form="reason" problem={problem}>
        <StopsSeen stops={stops} />
      </SentenceForm>
    )}
  </>
);

type SentenceProps = ProblemProps & { readonly form: SendingForm; readonly children?: Child };

const SentenceForm: FC<SentenceProps> = ({ form, problem, children }) => (
  <DecidersOnly>
    <PostForm action="/sending" novalidate>
      <input type="hidden" name="does" value={form} />
      {children}
      <WhyField
        id={`${form}-why`}
        asks={form === "reason" ? "Why was it paused? Nobody has said yet." : "What was fixed?"}
        hint="Kept with your name."
        {...(problem?.form === form && { value: problem.why, problem: problem.says })}
      />
      <Button>{form === "reason" ? "Save the reason" : "Resume sending"}</Button>
    </PostForm>
  </DecidersOnly>
);

const byBreaker = ({ lane }: SendingState): Reason | undefined =>
  lane.kind !== "stopped"
    ? undefined
    : {
        title: `The circuit breaker has paused ${lane.urgentToo ? "all notices, urgent ones too" : "standard notices"}`,
        Words: ({ problem }) => (
          <>
            <p>
              Since <When at={lane.since} />: {shown(lane.why)}.{" "}
              {lane.urgentToo
                ? "All notices wait; where minutes count, call the host. None is lost."
                : "Urgent notices go out; standard ones wait, and none is lost."}{" "}
              Find out which contacts bounce or complain, and correct them: at a higher rate AWS stops all our mail.
            </p>
            <SentenceForm form="breaker" problem={problem} />
          </>
        ),
      };

const bySes = ({ refusals }: SendingState): Reason | undefined => {
  const lines = describeRefusals(refusals);
  const Words = () => (
    <>
      {lines.map((line) => (
        <p>{line}.</p>
      ))}
      <p>
        It refuses the account and not single mails, so all notices wait and none is lost. {howItTries} To try at once
        when it is fixed: <code>npx takedown sending --try</code>. What to do is in the runbook, under{" "}
        <code>ses-refuses</code>. Where minutes count, call the host.
      </p>
    </>
  );
  return lines.length === 0 ? undefined : { title: "SES refuses our mail", Words };
};

const byQuota = ({ day }: SendingState): Reason | undefined => {
  if (day === undefined) return undefined;
  const isAll = day.spent === "all";
  const Words = () => (
    <p>
      SES took {day.sentInLastDay} of {day.perDay} mails that it allows in 24 hours.{" "}
      {isAll ? "All notices, urgent ones too, wait" : "What is left is kept for urgent notices; standard ones wait"} and
      go out automatically as the day passes.
    </p>
  );
  const title = isAll
    ? "No notice goes out: the day’s mails are spent"
    : "Standard notices wait: the day’s mails are nearly spent";
  return { title, Words };
};
