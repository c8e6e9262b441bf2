import type { FC } from "hono/jsx";
import type { Pasted } from "../../report/pasted.ts";
import type { Report } from "../../report/report.ts";
import { Button, LinkButton, Title } from "../elements.tsx";
import { Section } from "../parts.tsx";
import { PostForm } from "../post-form.tsx";
import { shownTarget } from "../shown.ts";
import { count } from "../words.ts";
import type { Sent } from "./fields.ts";
import type { BadRow } from "./notes.ts";
import { BadRows, SentAgain } from "./preview-page.tsx";

/** A report on the queue, and the key by which its case is found (`intake/report-uses.ts`). */
export type Queued = { readonly report: Report; readonly key: string };

/** A number that somebody wrote may hold what was reported, and no address of ours may. */
const mayBeInAddress = /^(?:use \d+ of )?[\w-]{1,100}\/[\w-]{1,200}$/;

/** Where a report's case is shown as soon as there is one, if the key may be in an address. */
export const doneAddress = (key: string, looked = 0): string | undefined =>
  mayBeInAddress.test(key)
    ? `/report/done?${new URLSearchParams({ of: key, ...(looked > 0 && { looked: String(looked) }) })}`
    : undefined;

/** After many reports: a link to each case, and what is left to correct. */
export const ReportedPage: FC<{
  readonly queued: readonly Queued[];
  readonly bad: readonly BadRow[];
  readonly of: Pasted["of"];
  readonly sent: Sent;
}> = ({ queued, bad, of, sent }) => (
  <>
    <Title of="Reported">
      <span role="status">{count(queued.length, "report is", "reports are")} queued.</span> Within seconds each has
      opened a case or joined one.
    </Title>
    <BadRows {...{ bad, of }} />
    {bad.length > 0 && (
      <PostForm action="/report" enctype="multipart/form-data">
        <SentAgain sent={sent} />
        <p class="hint">Everything is kept: what is reported already counts once.</p>
        <Button name="does" value="change">
          Correct and report
        </Button>
      </PostForm>
    )}
    <Section id="queued" title="Their cases">
      <ul class="plain">
        {queued.map(({ report, key }) => (
          <li>
            <p class="target">{shownTarget(report.target)}</p>
            <CaseOf {...{ report, key }} />
          </li>
        ))}
      </ul>
    </Section>
    <p>
      <LinkButton href="/report">Report more</LinkButton>
    </p>
  </>
);

const CaseOf: FC<Queued> = ({ report, key }) => {
  const address = doneAddress(key);
  if (address !== undefined) return <a href={address}>Open its case</a>;
  return (
    <PostForm action="/search">
      <input type="hidden" name="q" value={report.reportId} />
      <Button kind="quiet">Find its case</Button>
    </PostForm>
  );
};

/** Until the report is taken in. `again`: where the page looks again by itself. */
export const WaitingPage: FC<{ readonly now: string; readonly again: boolean }> = ({ now, again }) => (
  <>
    <Title of="Reported">
      <span role="status">The report is queued. Its case is not open yet.</span>{" "}
      {again
        ? "This page looks again every 2 seconds, and goes on to the case."
        : "It may wait for its turn among many of its reporter, or could not be read and waits for a person."}
    </Title>
    <p>
      <LinkButton href={now}>Show now</LinkButton> <LinkButton href="/report">Report more</LinkButton>
    </p>
  </>
);
