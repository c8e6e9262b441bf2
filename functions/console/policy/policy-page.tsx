import type { FC } from "hono/jsx";
import { replacementsAtMost } from "../../case/ladder/who.ts";
import type { CategoryPolicy, HostCountry, Recipient } from "../../case/policy.ts";
import { expiredEntries, sayExpired } from "../../contact/tell-of-expired.ts";
import { type CountryFacts, countryFacts, hostCountries } from "../../escalation/countries.ts";
import { deskPace } from "../../escalation/policy.ts";
import { policySources } from "../../escalation/policy-sources.ts";
import { defangHost } from "../../kernel/defang.ts";
import type { Instant } from "../../kernel/instant.ts";
import { type NationalScope, nationalScopes } from "../../kernel/scope.ts";
import type { Settings } from "../../kernel/settings.ts";
import { isChildAbuse } from "../../report/category.ts";
import { categoryWords } from "../../report/category-words.ts";
import { Facts, Section } from "../parts.tsx";
import { visible } from "../shown.ts";
import { capital, count, scopeWords } from "../words.ts";
import { countryName, hoursWords, onCallWords } from "./course-words.ts";
import { onCallTurn } from "./on-call-turn.ts";

type PolicyPageProps = { readonly rows: readonly CategoryPolicy[]; readonly settings: Settings; readonly now: Instant };

/** Whom we notify, in which order and when, from the table that decides cases. */
export const PolicyPage: FC<PolicyPageProps> = ({ rows, settings, now }) => (
  <>
    <div class="title">
      <h1>Policy</h1>
      <p class="soft">
        Whom we tell, in which order (each step is a rung), and how long we wait. Cases are decided by exactly this
        table.
      </p>
      <p>
        <a href="/policy/course">What would happen to a case like this</a>
      </p>
      <p>
        <a href="/policy/notices">Read every notice that we send</a>
      </p>
    </div>
    <div class="policies">
      {alike(rows).map((one) => (
        <Row rows={one} settings={settings} now={now} />
      ))}
    </div>
    <Section id="always" title="In every category">
      <ul>
        <li>A contact that may be the offender’s own is not written to; a person is asked.</li>
        <li>A guessed mailbox is never written to; a person may choose it.</li>
        <li>
          Where mail to a desk comes back, the next mailbox that is named for it is tried, {replacementsAtMost} times at
          most; then a person says whom to write to.
        </li>
        <li>
          However often reporters report, take back or say again, one desk gets at most{" "}
          {count(deskPace.mailsOfACaseADay, "mail")} about a case in 24 hours, and at most{" "}
          {count(deskPace.mailsToOneDeskAnHour, "mail")} in any hour. All mails that the machine writes count. What is
          more waits and shares a mail with others. Urgent mails count apart, so that they never wait behind the
          standard lane; the first notice of child abuse waits {deskPace.urgentSharesMinutes} minutes at most.
        </li>
        <li>A notice of which nobody knows whether it went out is not sent again without a person’s word.</li>
        <li>An answer alone never closes an urgent case.</li>
        <li>About protected domains nothing goes out unless two different persons agree.</li>
      </ul>
    </Section>
    <Deployment settings={settings} now={now} />
    <Countries rows={rows} settings={settings} />
  </>
);

const Row: FC<PolicyPageProps & { readonly rows: AlikeRows }> = ({ rows: [row, ...others], settings, now }) => (
  <Section
    id={`policy-${row.category}`}
    title={capital([row, ...others].map(({ category }) => categoryWords[category]).join(", "))}
  >
    {others.map(({ category }) => (
      <span id={`policy-${category}`} />
    ))}
    <ol class="ladder">
      {row.ladder.map(({ name, to }) => (
        <li>
          <strong>{capital(name)}</strong>
          {to.some(({ anyOf }) => anyOf.length > 1) && (
            <span class="soft">{to.map(recipientWords).join("; and at the same time the ")}</span>
          )}
        </li>
      ))}
      <li>
        <strong>The person on call</strong>
        <span class="soft">{onCallWords(onCallTurn(row, settings, now))}</span>
      </li>
    </ol>
    <Facts
      rows={[
        [
          "Reminder",
          row.remindersAtMost === 0
            ? "none"
            : `after ${hoursWords(row.reminderAfterHours)}, ` +
              `${row.remindersAtMost === 1 ? "once" : `${row.remindersAtMost} times`} on each rung`,
        ],
        ["Who can look", sayChecks(row.checks)],
        [
          "Nobody left to tell",
          row.slowRemindersAfterDays.length === 0
            ? "a person is asked, and each morning as long as they say to wait"
            : `a person is asked once for each silent desk; then it is reminded after ` +
              `${row.slowRemindersAfterDays.join(", ")} days, and the person is asked again`,
        ],
        ["Next rung", `after ${hoursWords(row.climbsAfterHours)} without an answer`],
        [
          "Waits for others",
          row.digestMinutes === 0
            ? "no: each notice goes by itself"
            : `up to ${row.digestMinutes} minutes, to go in one mail to one desk; in the standard lane`,
        ],
        [
          "Quiet hours",
          row.quietHours === "never"
            ? "none: goes out at any hour"
            : "night, weekend and public holidays of the host’s country, in the standard lane",
        ],
        ["Source", policySources[row.category]],
        ["Never written to", row.neverTo.length > 0 && row.neverTo.map((scope) => scopeWords[scope]).join(", ")],
      ]}
    />
    <p>
      <a href={`/policy/course?category=${row.category}`}>Play such a case</a>
    </p>
  </Section>
);

/** `12 entries; expired: 2026-11-23: Pages` */
const directoryWords = (settings: Settings, now: Instant): string => {
  const expired = sayExpired(expiredEntries(settings, now)).map(visible);
  const entries = count(settings.directory.length, "entry", "entries");
  return expired.length > 0 ? `${entries}; expired: ${expired.join("; ")}` : entries;
};

const Deployment: FC<{ readonly settings: Settings; readonly now: Instant }> = ({ settings, now }) => (
  <Section id="deployment" title="Set by this deployment">
    <Facts
      rows={[
        [
          "Protected domains",
          settings.protectedDomains.length > 0
            ? settings.protectedDomains.map(defangHost).join(", ")
            : "none listed; whole public suffixes always are",
        ],
        [
          "Opted out",
          `${count(settings.optedOut.length, "entry", "entries")}: ` +
            "mailboxes, mail domains, ranges or systems that are never written to, " +
            "by the stage’s file or by what people decided",
        ],
        [
          "Child abuse on hosts abroad",
          settings.hostsAbroad === "notified"
            ? "the host is notified, as at home"
            : "left to the country’s hotline or a person; the host’s side is never notified",
        ],
        ["Directory", directoryWords(settings, now)],
        ["Reporters", count(settings.reporters.length, "organisation")],
      ]}
    />
  </Section>
);

type CountryProps = Pick<PolicyPageProps, "rows" | "settings">;

const Countries: FC<CountryProps> = ({ rows, settings }) => (
  <Section id="countries" title="Hosting countries">
    <p class="soft">
      A hotline or a CERT is notified once its mailbox is agreed with it and is in the settings; without one the step is
      skipped. {standardHours(rows)}
    </p>
    <ul class="plain">
      {[...hostCountries(settings).values()].map((row) => (
        <Country row={row} rows={rows} settings={settings} />
      ))}
    </ul>
  </Section>
);

/** `phishing, malware and fraud` */
const categoriesWhere = (rows: readonly CategoryPolicy[], isSo: (row: CategoryPolicy) => boolean): string => {
  const words = rows.filter(isSo).map(({ category }) => categoryWords[category]);
  return words.length > 1 ? `${words.slice(0, -1).join(", ")} and ${words.at(-1)}` : words.join();
};

const standardHours = (rows: readonly CategoryPolicy[]): string => {
  const atWork = categoriesWhere(rows, ({ quietHours }) => quietHours !== "never");
  return atWork === ""
    ? "Notices go out at any hour."
    : `In the standard lane notices about ${atWork} go out on weekdays that are no public holidays, in the hours ` +
        "below; all others at any hour.";
};

/** Who hears when of what harms most, by the rows. Empty if they say nothing of it. */
const whoHearsFirst = (rows: readonly CategoryPolicy[], { lawEnforcementFirst }: HostCountry): string => {
  const cleared = categoriesWhere(rows, ({ category }) => isChildAbuse(category));
  const tellsHotline = ({ ladder: [first] }: CategoryPolicy) =>
    first?.to.some(({ anyOf }) => anyOf.includes("hotline")) === true;
  const atOnce = categoriesWhere(rows, tellsHotline);
  if (lawEnforcementFirst) return cleared && `the police clear notices about ${cleared} before the host hears of them`;
  return atOnce && `host and hotline hear at once of ${atOnce}`;
};

const Country: FC<CountryProps & { readonly row: HostCountry }> = ({ row, rows, settings }) => {
  const { country, timeZone, workingHours } = row;
  const own = settings.countries.find((known) => known.country.toUpperCase() === country);
  const known = countryFacts.find((facts) => facts.country === country);
  const desk = (kind: string, agreed: { readonly name: string } | undefined, name: string | undefined) =>
    agreed ? `${kind}: ${visible(agreed.name)}` : name && `${kind}: ${name} (no mailbox agreed)`;
  return (
    <li>
      <strong>{countryName(country)}</strong>
      <p>
        {[
          whoHearsFirst(rows, row),
          ...nationalScopes.map((scope) => desk(nationalWords[scope], own?.[scope], known?.[scope]?.name)),
          own?.police && `police: ${visible(own.police.name)}, ${visible(own.police.contact)}`,
          `${workingHours.from} to ${workingHours.to} o’clock by the clock of ${timeZone}`,
        ]
          .filter(Boolean)
          .join("; ")}
      </p>
      {own && <p class="soft">Set by this deployment.</p>}
      {known && <CountrySources {...known} />}
    </li>
  );
};

/** Each fact's source, or that there is none. */
const CountrySources: FC<CountryFacts> = (country) => {
  const facts = [
    ["Whether police come first", country.police] as const,
    ...nationalScopes.map((scope) => [capital(nationalWords[scope]), country[scope]] as const),
  ];
  return (
    <details>
      <summary>Sources</summary>
      <ul class="plain">
        {facts.map(([what, fact]) => (
          <li class="soft">
            {what}: {fact ? `${fact.source} Read on ${fact.readOn}, in a stored copy.` : "no source found."}
          </li>
        ))}
      </ul>
    </details>
  );
};

const nationalWords = { hotline: "hotline", cert: "CERT" } as const satisfies Record<NationalScope, string>;

type AlikeRows = readonly [CategoryPolicy, ...(readonly CategoryPolicy[])];

/** Categories with the same rule and source share a card. */
const alike = (rows: readonly CategoryPolicy[]): readonly AlikeRows[] => {
  const groups = new Map<string, [CategoryPolicy, ...CategoryPolicy[]]>();
  for (const row of rows) {
    const { category, ...rule } = row;
    const key = JSON.stringify([rule, policySources[category]]);
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

const sayChecks = ({ answerWithinMinutes, allSayGone, registryHolds }: CategoryPolicy["checks"]): string => {
  const ahead = answerWithinMinutes % 60 === 0 ? `${answerWithinMinutes / 60} hours` : `${answerWithinMinutes} minutes`;
  const comesTo = { closes: "the case closes", "asks-a-person": "a person decides" } as const;
  return (
    `a reporter’s checker is asked ${ahead} before a reminder, a rung or a person; its silence changes nothing, ` +
    `where all reporters say that it is gone, ${comesTo[allSayGone]}, and where its ` +
    `registry has the name out of DNS at two look-ups a day apart, ${comesTo[registryHolds]}`
  );
};
