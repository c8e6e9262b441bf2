import type { FC } from "hono/jsx";
import type { SendingState } from "../notice/sending.ts";
import { Banner, DecidersOnly, When } from "./parts.tsx";
import { shown } from "./shown.ts";

export const sendsAll = ({ lane, day }: SendingState): boolean => lane.kind === "runs" && day === undefined;

type SendingBannersProps = { readonly sending: SendingState /** What is wrong with the form that came back. */; readonly problem?: string | undefined };

/** Why notices do not go out, above everything else; nothing while they do. */
export const SendingBanners: FC<SendingBannersProps> = ({ sending: { lane, day }, problem }) => (
  <>
    {lane.kind === "stopped" && (
      <Banner kind="bad" title="Standard notices have stopped">
        <p>
          Since <When at={lane.since} />: {shown(lane.why)}. Urgent notices go on; standard ones wait, and none is lost. Only a person lets them go on.
        </p>
        <DecidersOnly>
          {/* Closed, or it would push the urgent cases off a phone's screen. */}
          <details open={problem !== undefined}>
            <summary>Let them go out again</summary>
            <p>Find out first which contacts bounce or complain, and correct them: AWS stops all our mail at a higher rate.</p>
            <form method="post" action="/sending/resume" novalidate>
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
                Let standard notices go out again
              </button>
            </form>
            <p>
              Or in a terminal: <code>npm run takedown -- sending --resume --by NAME --why "what was corrected"</code>
            </p>
          </details>
        </DecidersOnly>
      </Banner>
    )}
    {day && (
      <Banner
        kind={day.spent === "all" ? "bad" : "note"}
        title={day.spent === "all" ? "No notice goes out: the day’s mails are spent" : "Standard notices wait: the day’s mails are nearly spent"}
      >
        <p>
          SES took {day.sentInLastDay} of {day.perDay} mails that it allows in 24 hours.{" "}
          {day.spent === "all" ? "All notices, urgent ones too, wait" : "What is left is kept for urgent notices; standard ones wait"} and go out by themselves
          as the day passes.
        </p>
      </Banner>
    )}
  </>
);
