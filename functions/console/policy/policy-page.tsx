import type { FC } from "hono/jsx";
import { replacementsAtMost } from "../../case/path/who.ts";
import type { CategoryPolicy, Recipient } from "../../case/policy.ts";
import { deskPace } from "../../escalation/policy.ts";
import { policySources } from "../../escalation/policy-sources.ts";
import type { Settings } from "../../kernel/settings.ts";
import { categoryWords } from "../../report/category-words.ts";
import { Title } from "../elements.tsx";
import { Facts, ListSection, Section } from "../parts.tsx";
import { capital, count, scopeWords } from "../words.ts";
import { hoursWords } from "./course-words.ts";

type PolicyPageProps = { readonly rows: readonly CategoryPolicy[]; readonly settings: Settings };

/** Whom we notify, in which order and when, from the table that decides cases. */
export const PolicyPage: FC<PolicyPageProps> = ({ rows, settings }) => (
  <>
    <Title of="Policy">
      Whom we notify, in which order, and how long we wait. Every case is decided by exactly this table.
    </Title>
    <p>
      <a href="/policy/course">What would happen to a case like this</a> ·{" "}
      <a href="/policy/notices">Every notice that we send</a>
    </p>
    <div class="policies">
      {sameRules(rows).map((same) => (
        <Rules rows={same} />
      ))}
    </div>
    <ListSection id="always" title="In every category" all={inEvery(settings)} />
  </>
);

const inEvery = ({ hostsAbroad }: Settings): readonly string[] => [
  "A country’s hotline or CERT is notified if its mailbox is in the settings; else that step is skipped.",
  "Where the police clear notices of child abuse, the host hears of it after that.",
  "A contact that may be the offender’s own gets no notice; a person is asked.",
  "A guessed mailbox gets no notice; a person may choose it.",
  "Where mail to a desk bounces, the next mailbox that is named for it is tried, " +
    `${replacementsAtMost} times at most; then a person is asked for a contact.`,
  `One desk gets at most ${count(deskPace.mailsOfACaseADay, "mail")} about a case in 24 hours, and at most ` +
    `${count(deskPace.mailsToOneDeskAnHour, "mail")} in any hour, whatever reporters do. More are batched in one ` +
    "mail. Urgent mails are counted separately, and never wait behind the standard lane; the first notice of child " +
    `abuse waits ${deskPace.urgentSharesMinutes} minutes at most.`,
  "A notice that may or may not have gone out is not sent again without a person’s decision.",
  "A reply alone never closes an urgent case.",
  "Notices about protected domains go out only if two different persons agree.",
  hostsAbroad === "notified"
    ? "Child abuse on hosts abroad: the host is notified, as at home."
    : "Child abuse on hosts abroad is left to the country’s hotline or a person; the host’s side is never notified.",
];

const Rules: FC<{ readonly rows: SameRules }> = ({ rows: [row, ...others] }) => (
  <Section
    id={`policy-${row.category}`}
    title={capital([row, ...others].map(({ category }) => categoryWords[category]).join(", "))}
  >
    {others.map(({ category }) => (
      <span id={`policy-${category}`} />
    ))}
    <ol class="escalation-path">
      {row.path.map(({ name, to }) => (
        <li>
          <strong>{capital(name)}</strong>
          {to.some(({ anyOf }) => anyOf.length > 1) && (
            <span class="soft">{to.map(recipientWords).join("; and at the same time the ")}</span>
          )}
        </li>
      ))}
      <li>
        <strong>The person on call</strong>
        <span class="soft">
          as soon as nobody else can be notified:{" "}
          <a href={`/policy/course?category=${row.category}`}>play such a case</a>
        </span>
      </li>
    </ol>
    <Facts rows={factsOf(row)} />
  </Section>
);

const factsOf = (row: CategoryPolicy): readonly (readonly [string, string | false])[] => [
  [
    "Reminder",
    row.remindersAtMost === 0
      ? "none"
      : `after ${hoursWords(row.reminderAfterHours)}, ` +
        `${row.remindersAtMost === 1 ? "once" : `${row.remindersAtMost} times`} at each step`,
  ],
  ["Next step", `after ${hoursWords(row.escalatesAfterHours)} without an answer`],
  [
    "No one left",
    row.slowRemindersAfterDays.length === 0
      ? "a person is asked, and each morning as long as they say to wait"
      : "a person is asked once for each silent desk; then it is reminded after " +
        `${row.slowRemindersAfterDays.join(", ")} days, and the person is asked again`,
  ],
  ["Checkers", describeChecks(row.checks)],
  [
    "Batched",
    row.digestMinutes === 0
      ? "no: each notice is a mail of its own"
      : `for up to ${row.digestMinutes} minutes, in one mail to one desk; in the standard lane`,
  ],
  [
    "Quiet hours",
    row.quietHours === "never"
      ? "none: goes out at any hour"
      : "night, weekend and public holidays of the host’s country, in the standard lane",
  ],
  ["Source", policySources[row.category]],
  ["Never notified", row.neverTo.length > 0 && row.neverTo.map((scope) => scopeWords[scope]).join(", ")],
];

type SameRules = readonly [CategoryPolicy, ...(readonly CategoryPolicy[])];

/** Categories with the same rules and source share a card. */
const sameRules = (rows: readonly CategoryPolicy[]): readonly SameRules[] => {
  const groups = new Map<string, [CategoryPolicy, ...CategoryPolicy[]]>();
  for (const row of rows) {
    const { category, ...rules } = row;
    const key = JSON.stringify([rules, policySources[category]]);
    const group = groups.get(key);
    if (group) group.push(row);
    else groups.set(key, [row]);
  }
  return [...groups.values()];
};

const recipientWords = ({ anyOf, onlyIf }: Recipient): string =>
  `${anyOf.map((scope) => scopeWords[scope]).join(" or else ")}${onlyIf ? onlyIfWords[onlyIf] : ""}`;
const onlyIfWords = {
  "domain-is-malicious": ", where the domain itself is malicious and was registered within a year",
  "name-itself-is-reported": ", where a name registered within a year is itself reported or malicious",
  "name-is-lent": ", where it lends out the reported name (dynamic DNS)",
} as const satisfies Record<NonNullable<Recipient["onlyIf"]>, string>;

const describeChecks = ({ answerWithinMinutes, allSayGone, registryHolds }: CategoryPolicy["checks"]): string => {
  const ahead = answerWithinMinutes % 60 === 0 ? `${answerWithinMinutes / 60} hours` : `${answerWithinMinutes} minutes`;
  const comesTo = { closes: "the case closes", "asks-a-person": "a person decides" } as const;
  return (
    `a checker is asked ${ahead} before a reminder, a step or a person. ` +
    `Where all reporters say that it is gone, ${comesTo[allSayGone]}; ` +
    `where the registry has the name out of DNS at two lookups a day apart, ${comesTo[registryHolds]}`
  );
};
