import type { FC } from "hono/jsx";
import type { TargetCase } from "../../case/case.ts";
import type { Instant } from "../../kernel/instant.ts";
import { reporterOf } from "../../kernel/reporter-ids.ts";
import type { Settings } from "../../kernel/settings.ts";
import type { HistoryLine } from "../../matters/event.ts";
import { isChildAbuse } from "../../report/category.ts";
import { categoryWords } from "../../report/category-words.ts";
import { isParticular, xarfName } from "../../report/particulars.ts";
import type { Evidence } from "../../report/report.ts";
import type { UnreadReport } from "../../strays/unread-report.ts";
import { DecidersOnly, Facts, Folded, Section, When } from "../parts.tsx";
import { isFolded, shown, shownSpelling, shownTarget } from "../shown.ts";
import { channelWords, count } from "../words.ts";

/** What was reported, defanged, and what the reporters said about it. */
export const Reported: FC<{ readonly state: TargetCase; readonly settings: Settings; readonly now: Instant }> = ({
  state,
  settings,
  now,
}) => {
  const { evidence, target } = state;
  const folds = isFolded(state);
  const words = (text: string | undefined) => text && shown(text, [target.host]);
  const folded = (text: string | undefined) =>
    text && (
      <Folded when={folds} what="Show">
        {words(text)}
      </Folded>
    );
  return (
    <Section id="reported" title="What was reported">
      <Folded when={folds && target.kind !== "host"} what="The reported address">
        <section class="target" tabindex={0} aria-label="The reported address, defanged">
          {shownTarget(target)}
        </section>
      </Folded>
      <p class="hint">Defanged, and never a link. Do not open it.</p>
      <Facts
        rows={[
          ["What", categoryWords[state.category]],
          [
            "Also written",
            state.spellings && (
              <Folded when={folds} what="Show">
                {state.spellings.map((written) => shownSpelling(written, target.host)).join(" ")}
              </Folded>
            ),
          ],
          ["Seen on", channelWords[state.channel]],
          ["First seen", <When at={state.firstSeenAt} now={now} />],
          ["Last seen", <When at={state.lastSeenAt} now={now} />],
          ["Peer seen", "seenAt" in target && <When at={target.seenAt} now={now} />],
          ["Taken in", <When at={state.openedAt} now={now} />],
          ["Live", state.live && "reported as happening now"],
          ["Domain", state.domainIsMalicious && "registered for the abuse, says the reporter"],
          ["Reported by", <Reporters state={state} settings={settings} />],
          ["Why", folded(evidence.explanation)],
          ["How to see it", folded(evidence.reproduce)],
          ["Imitates", words(evidence.imitates)],
          ["Registered as", words(evidence.rightNumber)],
          ["Rightful site", words(evidence.legitimateSite)],
          ["Redirected from", folded(evidence.redirects?.join(" "))],
          ["Classification", evidence.classification],
          ["Found by", evidence.detectedBy?.replaceAll("-", " ")],
          ["Known from", evidence.source?.replaceAll("_", " ")],
          ["Confidence", evidence.confidence === undefined ? undefined : String(evidence.confidence)],
          ["Screenshot", evidence.screenshot && "the reporter holds one and sends it to a desk that asks"],
          ...particularsShown(evidence, words),
          [
            "Hashes",
            evidence.hashes?.length
              ? count(evidence.hashes.length, "hash", "hashes") +
                (state.hashesLeftOut ? `, and ${state.hashesLeftOut} more in the history` : "")
              : undefined,
          ],
        ]}
      />
    </Section>
  );
};

/** `lureType` is "Lure type"; what a reporter wrote stands defanged as all their words do. */
const particularsShown = (
  evidence: Evidence,
  words: (text: string | undefined) => string | undefined,
): readonly (readonly [string, string | undefined])[] =>
  Object.entries(evidence)
    .filter(([name]) => isParticular(name))
    .map(([name, said]) => {
      const label = xarfName(name).replaceAll("_", " ");
      return [label.charAt(0).toUpperCase() + label.slice(1), words([said].flat().join(", ").replaceAll("_", " "))];
    });

/**
 * Who notified child abuse is an id here, too: the page may be seen over a shoulder (DSA Art.
 * 16(2)(c)).
 */
const Reporters: FC<{ readonly state: TargetCase; readonly settings: Settings }> = ({ state, settings }) => (
  <>
    {state.reporters.map((id) => {
      const name = isChildAbuse(state.category) ? undefined : reporterOf(settings.reporters, id)?.organisation;
      return (
        <span class="reporter">
          {name ?? shown(id)}
          {state.withdrawn.includes(id) && <span class="soft"> (took it back)</span>}
        </span>
      );
    })}
    <span class="soft">{count(state.reports, "report")}</span>
  </>
);

/**
 * Why a message could not be read, why nobody can be told of a report, or why what a reporter said
 * fits no report.
 */
export const Unread: FC<{ readonly state: UnreadReport }> = ({ state }) => (
  <Section id="reported" title={state.unhosted ? "Why nobody was told" : "What is wrong with it"}>
    <Facts
      rows={[
        ["Messages", state.strays && `${state.strays.messages}, each in the timeline`],
        ["Messages alike", state.alike && state.alike.messages > 1 && String(state.alike.messages)],
        ["Sent by", state.alike?.sender && shown(state.alike.sender)],
        ["Reports", state.strays && shown(state.strays.reportIds.join(", "))],
        ["To be held", state.strays && shown(state.strays.toHold.join(", "))],
        ["Field", shown(state.field)],
        ["Problem", shown(state.reason)],
        [state.unhosted ? "What to do" : "To mend it", shown(state.fix)],
        ["Came", <When at={state.openedAt} />],
      ]}
    />
  </Section>
);

type UntouchedProps = {
  readonly id: string;
  readonly text: string | undefined;
  /**
   * The messages in the part of the timeline that is shown, by the versions that they came with;
   * and which of all is shown here.
   */
  readonly among: readonly number[];
  readonly message: number;
  readonly before: number | undefined;
};

/**
 * The messages before and after it, of those whose lines stand in the part of the timeline that is
 * shown.
 */
const WhichOf: FC<Omit<UntouchedProps, "text" | "id">> = ({ among, message, before }) => {
  const inOrder = [...among].sort((a, b) => a - b);
  const to = (version: number | undefined, says: string) =>
    version !== undefined && (
      <a href={`?message=${version}${before === undefined ? "" : `&before=${before}`}#untouched`}>{says}</a>
    );
  return (
    <p class="soft">
      {`The message of line ${message}. `}
      {to(
        inOrder.findLast((version) => version < message),
        "The one before",
      )}{" "}
      {to(
        inOrder.find((version) => version > message),
        "The next",
      )}
    </p>
  );
};

const shownCharacters = 100_000;

/**
 * The versions of a case with which messages came that could not be read, as far as these lines
 * tell.
 */
export const messagesIn = (lines: readonly HistoryLine[]): readonly number[] =>
  lines
    .filter(({ events }) => events.some(({ type }) => type === "unreadable" || type === "unread-joined"))
    .map(({ version }) => version);

/** The message itself, as text that nobody should trust; of several one at a time. */
export const Untouched: FC<UntouchedProps> = ({ text, ...which }) => (
  <Section id="untouched" title="The message, as it came">
    {(which.among.length > 1 || which.message > 1) && <WhichOf {...which} />}
    {text !== undefined && (
      <DecidersOnly>
        <p>
          <a href={`/report?mends=${encodeURIComponent(which.id)}&message=${which.message}`}>
            Mend it in the report’s form
          </a>
        </p>
      </DecidersOnly>
    )}
    <p class="untrusted">
      Not trusted: anybody may have written this. URLs are defanged, invisible characters spelled out.
    </p>
    {text === undefined ? (
      <p class="empty">It is not kept any more.</p>
    ) : (
      <section class="scroll" tabindex={0} aria-label="Text of the message">
        <pre>{shown(text.slice(0, shownCharacters))}</pre>
      </section>
    )}
    {text !== undefined && text.length > shownCharacters && (
      <p class="soft">
        {shownCharacters} of {text.length} characters are shown.
      </p>
    )}
  </Section>
);
