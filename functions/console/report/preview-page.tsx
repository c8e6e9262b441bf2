import type { FC } from "hono/jsx";
import type { Case } from "../../case/case.ts";
import type { Instant } from "../../kernel/instant.ts";
import { categoryWords } from "../../report/category-words.ts";
import type { Pasted } from "../../report/pasted.ts";
import type { Report } from "../../report/report.ts";
import { sayProblem } from "../../report/written-words.ts";
import { Button, Hidden, MailText, Title } from "../elements.tsx";
import { Banner, Facts, type Flash, FlashBanner, Folded, Section, When } from "../parts.tsx";
import { PostForm } from "../post-form.tsx";
import { shown, shownTarget, shownWords, visible } from "../shown.ts";
import { channelWords, count, laneWords, scopeWords } from "../words.ts";
import type { Sent } from "./fields.ts";
import type { Foreseen } from "./foresee.ts";
import { LeftOutColumns } from "./left-out-columns.tsx";
import { mailedWords } from "./mailed-words.ts";
import { type BadRow, type GoodRow, rowsWords } from "./notes.ts";

export type PreviewProps = {
  readonly sent: Sent;
  readonly pasted: Pick<Pasted, "of" | "leftOut">;
  readonly good: readonly GoodRow[];
  readonly bad: readonly BadRow[];
  /** What to know before reporting them. */
  readonly notes: readonly string[];
  /** Tells whether what is sent is what was previewed. */
  readonly digest: string;
  readonly now: Instant;
  readonly said?: Flash | undefined;
};

/** All that was sent, to be sent again unseen. */
export const SentAgain: FC<{ readonly sent: Sent }> = ({ sent: { filled, text } }) => (
  <>
    <Hidden fields={filled} />
    {/* HTML drops a text area's first line break, and not the text's own. */}
    <textarea hidden name="address">
      {`\n${text}`}
    </textarea>
  </>
);

/** Of an address that can't be reported: enough to find it in what was pasted. */
const charactersOfBad = 200;

export const BadRows: FC<{ readonly bad: readonly BadRow[]; readonly of: Pasted["of"] }> = ({ bad, of }) =>
  bad.length === 0 ? null : (
    <Section id="bad" title={`${count(bad.length, of)} not reported`}>
      <ul class="plain">
        {bad.map((row) => (
          <li>
            <strong>{rowsWords([row], of)}</strong>
            {row.problems.map((one) => (
              <p>{shown("field" in one ? sayProblem(one) : one.says)}</p>
            ))}
            {row.address !== undefined && <p class="target">{shownWords(row.address.slice(0, charactersOfBad))}</p>}
          </li>
        ))}
      </ul>
    </Section>
  );

/** Rows shown at once. The others unfold, since each mailed word can be read first. */
const goodShown = 50;

/** What would be sent, to whom, and what stands in the way. What the page shows is what is sent. */
export const PreviewPage: FC<PreviewProps> = ({
  sent,
  pasted: { of, leftOut },
  good,
  bad,
  notes,
  digest,
  now,
  said,
}) => {
  const isLookedUp = ({ foreseen }: GoodRow) => foreseen === undefined || foreseen.knownBy?.startsWith("looked up");
  const rows = (some: readonly GoodRow[]) => (
    <ul class="plain">
      {some.map((row) => (
        <PreviewedRow {...{ row, now, of }} isOnly={good.length + bad.length === 1} />
      ))}
    </ul>
  );
  return (
    <>
      <Title of={good.length === 1 ? "Report this?" : "Report these?"}>Nothing is queued yet.</Title>
      <FlashBanner said={said} />
      <BadRows {...{ bad, of }} />
      {notes.length > 0 && (
        <Banner kind="note" title="Before you report">
          {notes.map((one) => (
            <p>{one}</p>
          ))}
        </Banner>
      )}
      <PostForm action="/report" enctype="multipart/form-data" novalidate>
        <input type="hidden" name="previewed" value={digest} />
        <SentAgain sent={sent} />
        <Section id="good" title={good.length === 0 ? "Nothing to report" : count(good.length, "report")}>
          <LeftOutColumns {...{ leftOut }} explanation={sent.explanation} />
          {rows(good.slice(0, goodShown))}
          <Folded when={good.length > goodShown} what={`${good.length - goodShown} more`}>
            {rows(good.slice(goodShown))}
          </Folded>
          <p class="deeds">
            {good.length > 0 && (
              <Button name="does" value="report">
                {good.length === 1 ? "Report" : `Report these ${good.length}`}
              </Button>
            )}
            {!good.every(isLookedUp) && (
              <Button kind="quiet" name="does" value="look-up">
                Look up the contact now
              </Button>
            )}
            <Button kind="quiet" name="does" value="change">
              Change
            </Button>
          </p>
        </Section>
      </PostForm>
    </>
  );
};

const wholeNameWords = "registered for the abuse: its registrar may be notified, and can only suspend the whole name";

type PreviewedRowProps = {
  readonly row: GoodRow;
  readonly now: Instant;
  readonly of: Pasted["of"];
  readonly isOnly: boolean;
};

const PreviewedRow: FC<PreviewedRowProps> = ({ row, now, of, isOnly }) => {
  const { entered, joins, foreseen } = row;
  const { report, lane } = entered;
  const name = rowsWords([row], of);
  return (
    <li>
      {!isOnly && <p class="meta">{name}</p>}
      <section class="target" tabindex={0} aria-label={`URL or host, defanged, ${name}`}>
        {shownTarget(report.target)}
      </section>
      {joins && <Joins state={joins} />}
      <Facts
        rows={[
          ["Category", `${categoryWords[report.category]}, ${laneWords[lane].toLowerCase()}`],
          ["Reporter", `${shown(report.reporter)}, ${shown(report.reportId)}`],
          ["Seen on", channelWords[report.channel]],
          ["Last seen", <When at={report.seenAt} now={now} />],
          ["First seen", report.firstSeenAt && <When at={report.firstSeenAt} now={now} />],
          ["Domain", report.domainIsMalicious && wholeNameWords],
          ["Live", report.live && "reported as happening live, where this reporter may say so"],
          ...mailed(report),
        ]}
      />
      {foreseen && <Notified {...{ foreseen, name }} isOpen={isOnly} />}
    </li>
  );
};

/** Every word by a person that is mailed to a host. */
const mailed = (report: Report): readonly (readonly [string, string])[] => {
  const words = mailedWords(report.evidence).map(
    ([name, text]) => [`Mailed: ${name}`, shown(text, [report.target.host])] as const,
  );
  return words.length > 0 ? words : [["Mailed", "None of your words is mailed."]];
};

const Joins: FC<{ readonly state: Case }> = ({ state: { id, notices } }) => {
  const notified = [...new Set(notices.flatMap(({ sentAt, to }) => (sentAt === undefined ? [] : visible(to.email))))];
  return (
    <p>
      <strong>
        This case is open already: <a href={`/cases/${encodeURIComponent(id)}`}>{id}</a>.
      </strong>{" "}
      The report joins it. {notified.length > 0 ? `Notified: ${notified.join(", ")}.` : "Nobody was notified yet."}
    </p>
  );
};

const unknownWords =
  "The abuse contact is not known yet, nor whether the domain resolves: nothing is queried before you report or look " +
  "it up. The notice below is written as to the network’s abuse desk.";

type NotifiedProps = { readonly foreseen: Foreseen; readonly name: string; readonly isOpen: boolean };

const Notified: FC<NotifiedProps> = ({ foreseen: { knownBy, notices, questions }, name, isOpen }) => (
  <>
    {questions.map((one) => (
      <p>
        <strong>A person is asked first:</strong> {one}
      </p>
    ))}
    {knownBy === undefined && <p class="soft">{unknownWords}</p>}
    {notices.map(({ notice: { to }, text }, at) => (
      <>
        {knownBy !== undefined && (
          <p>
            Notifies <span class="mailbox">{visible(to.email)}</span>, the {scopeWords[to.scope]}{" "}
            <span class="soft">(known by: {knownBy})</span>
          </p>
        )}
        <details open={isOpen && at === 0}>
          <summary>The notice as it would be written now</summary>
          {text.ok ? (
            <MailText
              subject={visible(text.value.subject)}
              text={visible(text.value.text)}
              label={`Notice ${at + 1}, ${name}`}
            />
          ) : (
            <p class="problem">The text could not be written. {text.error}</p>
          )}
        </details>
      </>
    ))}
  </>
);
