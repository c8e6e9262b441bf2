import type { FC } from "hono/jsx";
import type { Instant } from "../../kernel/instant.ts";
import { questionTexts } from "../../review/questions.ts";
import type { GroupFigure } from "../../statistics/behind.ts";
import type { MailFigure } from "../../statistics/counts.ts";
import { CaseList } from "../cases/cases-page.tsx";
import { More, Title } from "../elements.tsx";
import { When } from "../parts.tsx";
import { count, day, laneWords, monthWords, noticeStateWords, outcomeWords, stepWords } from "../words.ts";
import { type Behind, behindAddress, type CasesBehind, type Days, type RowBehind } from "./behind.ts";
import { groupWords, hoursWords } from "./tables.ts";

const figureWords: Readonly<Record<GroupFigure, string>> = {
  asked: "A desk was asked",
  closed: "A desk was asked, and it is closed",
  gone: "Gone",
};

const mailWords: Readonly<Record<MailFigure, string>> = {
  sent: "Went out",
  delivered: "Delivered",
  bounced: "Came back",
  complained: "Complained about",
};

const daysWords = ({ day: first, until = first }: Days): string =>
  until === first ? `on ${day(first)}` : `from ${day(first)} to ${day(until)}`;

export const titleOf = (behind: Behind): string => {
  if (behind.of === "group") {
    const { by, group, figure, from, to, within } = behind;
    const months = from === to ? monthWords(from) : `${monthWords(from)} to ${monthWords(to)}`;
    const hours = within === undefined ? "" : ` within ${hoursWords(within)} of the first notice`;
    return `${figureWords[figure]}${hours}: ${group === undefined ? "all" : groupWords(by, group)}, opened ${months}`;
  }
  if (behind.of === "mails") return `${mailWords[behind.figure]}: mails of ${day(behind.day)}`;
  if (behind.of === "asked") return `Asked ${daysWords(behind)}: ${questionTexts[behind.question].asks}`;
  const lane = behind.lane === undefined ? "" : `, ${laneWords[behind.lane].toLowerCase()}`;
  if (behind.of === "open") return `Open at the end of ${day(behind.day)}${lane}`;
  if (behind.of === "in") return `In ${daysWords(behind)}${lane}`;
  return `Out ${daysWords(behind)}${lane}${behind.outcome === undefined ? "" : `: ${outcomeWords[behind.outcome]}`}`;
};

/** Why the list and the figure may differ. */
const differs: Readonly<Record<Behind["of"], string>> = {
  in: "Cases alone, as they are counted: no digest, and no message that could not be read.",
  open:
    "Opened on that day or before: first those that are open now, with desks and before a person, then those that " +
    "were closed since. One that was opened again counts as open all the time.",
  mails:
    "Each mail by itself, by the moment at which it went out. A digest is one mail, and what a provider took by its " +
    "interface is none.",
  asked: "As often as it was asked, the newest first, whoever answered since.",
  out: "By the day on which they were closed last.",
  group: "Month by month in the order of their numbers.",
};

export const BehindPage: FC<{
  readonly behind: Behind;
  readonly cases: CasesBehind;
  readonly isFirst: boolean;
  readonly since: Instant | undefined;
}> = ({ behind, cases: { found, damaged, looked, next }, isFirst, since }) => (
  <>
    <Title of={titleOf(behind)}>
      {differs[behind.of]}
      {since !== undefined && ` Counted since ${day(since)}.`}
    </Title>
    <CaseList
      rows={found.map((row) => ({ state: row.state, beside: <ListedFor {...row} /> }))}
      damaged={damaged}
      none={next ? `None among ${count(looked, "case")} that were looked through; there are more.` : empty(isFirst)}
      hasDay
    />
    <More href={next && behindAddress(behind, next)}>Further cases</More>
    <p class="below">
      <a href="/overview">Overview</a>
    </p>
  </>
);

const ListedFor: FC<RowBehind> = ({ state, mail, asked }) => {
  if (mail?.sentAt !== undefined)
    return (
      <p class="soft">
        <a href={`/cases/${encodeURIComponent(state.id)}/notices/${encodeURIComponent(mail.id)}`}>
          {stepWords[mail.step]}
        </a>
        , <When at={mail.sentAt} />: {noticeStateWords[mail.state]}
      </p>
    );
  return asked ? (
    <p class="soft">
      Asked <When at={asked.at} />
    </p>
  ) : null;
};

const empty = (isFirst: boolean): string => (isFirst ? "No case is behind it." : "There are no further cases.");
