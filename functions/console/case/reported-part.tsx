import type { FC } from "hono/jsx";
import type { Case } from "../../case/case.ts";
import type { Instant } from "../../kernel/instant.ts";
import { reporterOf } from "../../kernel/reporter-ids.ts";
import type { Settings } from "../../kernel/settings.ts";
import { isChildAbuse } from "../../report/category.ts";
import { categoryWords } from "../../report/category-words.ts";
import { linkProblem } from "../../report/evidence-links.ts";
import { isParticular, xarfName } from "../../report/particulars.ts";
import type { Evidence } from "../../report/report.ts";
import { targetFacts } from "../../report/target.ts";
import { Copy } from "../elements.tsx";
import { listAddress } from "../list/filter.ts";
import { Facts, Folded, Section, When } from "../parts.tsx";
import { isFolded, shown, shownSpelling, shownTarget } from "../shown.ts";
import { capital, channelWords, count } from "../words.ts";

export const Reported: FC<{ readonly state: Case; readonly settings: Settings; readonly now: Instant }> = ({
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
      <Folded when={folds && !targetFacts[target.kind].isWholeHost} what="The reported address">
        <section class="target" id="target" tabindex={0} aria-label="The reported address, defanged">
          {shownTarget(target)}
        </section>
        <Copy of="target" what="the defanged address" />
      </Folded>
      <p class="hint">Defanged, and never a link. Do not open it.</p>
      <Facts
        rows={[
          [
            "Category",
            <>
              {categoryWords[state.category]} (<a href={`/policy#policy-${state.category}`}>policy and its source</a>)
            </>,
          ],
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
          ["Received", <When at={state.openedAt} now={now} />],
          ["Happening live", state.live && "says the reporter"],
          ["Domain", state.domainIsMalicious && "registered for the abuse, says the reporter"],
          ["Reported by", <Reporters state={state} settings={settings} />],
          ["Labels", state.labels && <Labels of={state.labels} />],
          ["Explanation", folded(evidence.explanation)],
          ["How to see it", folded(evidence.reproduce)],
          ["Imitates", words(evidence.imitates)],
          ["Registered as", words(evidence.rightNumber)],
          ["Rightful site", words(evidence.legitimateSite)],
          ["Words of the page", words(evidence.marker)],
          ["Redirected from", folded(evidence.redirects?.join(" "))],
          ["Classification", evidence.classification],
          ["Source of detection", evidence.detectedBy?.replaceAll("-", " ")],
          ["Known from", evidence.source?.replaceAll("_", " ")],
          ["Confidence", evidence.confidence === undefined ? undefined : String(evidence.confidence)],
          ["Screenshot", evidence.screenshot && "the reporter holds one and sends it to a desk that asks"],
          ["Evidence links", evidence.links && <Links state={state} settings={settings} />],
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

/** Each leads to the cases that have it. */
const Labels: FC<{ readonly of: readonly string[] }> = ({ of }) => (
  <ul>
    {of.map((label) => (
      <li>
        <a href={listAddress({ state: "all", label })}>{shown(label)}</a>
      </li>
    ))}
  </ul>
);

/** What notices have in clear is a link here, too; the rest is defanged, with the reason. */
const Links: FC<{ readonly state: Case; readonly settings: Settings }> = ({ state, settings }) => {
  const { category, evidence, target } = state;
  return (
    <ul>
      {(evidence.links ?? []).map((link) => {
        const problem = linkProblem(link, category, settings, [target.host]);
        return (
          <li>
            {problem === undefined ? (
              <a href={link} rel="noreferrer noopener" target="_blank">
                {link}
              </a>
            ) : (
              `${shown(link, [target.host])} (not in notices: ${problem})`
            )}
          </li>
        );
      })}
    </ul>
  );
};

/** `lureType` is "Lure type". Reporters' words stand defanged. */
const particularsShown = (
  evidence: Evidence,
  words: (text: string | undefined) => string | undefined,
): readonly (readonly [string, string | undefined])[] =>
  Object.entries(evidence)
    .filter(([name]) => isParticular(name))
    .map(([name, said]) => {
      const label = xarfName(name).replaceAll("_", " ");
      return [capital(label), words([said].flat().join(", ").replaceAll("_", " "))];
    });

/** Child abuse reporters are ids here, too: the page may be seen over a shoulder (DSA Art. 16(2)(c)). */
const Reporters: FC<{ readonly state: Case; readonly settings: Settings }> = ({ state, settings }) => (
  <>
    {state.reporters.map((id) => {
      const name = isChildAbuse(state.category) ? undefined : reporterOf(settings.reporters, id)?.organisation;
      return (
        <span class="reporter">
          {name ?? shown(id)}
          {state.withdrawn.includes(id) && <span class="soft"> (withdrew it)</span>}
        </span>
      );
    })}
    <span class="soft">{count(state.reports, "report")}</span>
  </>
);
