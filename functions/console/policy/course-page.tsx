import type { FC } from "hono/jsx";
import type { CurrentSettings } from "../../kernel/in-force.ts";
import { categories, lanes } from "../../report/category.ts";
import { categoryWords } from "../../report/category-words.ts";
import { Button, Choice, Field, Title } from "../elements.tsx";
import { Banner, type Flash, FlashBanner, LaneTag, Section, When } from "../parts.tsx";
import { visible } from "../shown.ts";
import { between, day, laneWords } from "../words.ts";
import { type CaseLike, type CourseOfCaseLike, countriesToChoose, keptBackUntil } from "./case-like.ts";
import { type Chosen, clockAt, countryName, daysOffIn, saidCase, saidLane, standingWords } from "./course-words.ts";
import { standings } from "./standings.ts";

type CoursePageProps = {
  readonly asked: CaseLike;
  readonly played: CourseOfCaseLike;
  readonly settings: CurrentSettings;
  readonly said: Flash | undefined;
};

/** Played in the decider itself: a form, and what comes in a table. No script runs. */
export const CoursePage: FC<CoursePageProps> = ({ asked, played, settings, said }) => {
  const keptBack = keptBackUntil(asked, settings);
  return (
    <>
      <Title of="What would happen to a case like this" back={["/policy", "Back to the policy"]}>
        Played by the rules that decide every case, as if nobody answered: there is a known desk of each kind, and every
        mail is delivered. Nothing is stored, looked up or sent.
      </Title>
      <FlashBanner said={said} />
      <AskForm asked={asked} settings={settings} />
      {keptBack !== undefined && (
        <Banner kind="note" title={`Notices about ${categoryWords[asked.category]} are paused`}>
          <p>
            None goes out until <When at={keptBack} />. <a href="/settings">Who paused them, and why</a>
          </p>
        </Banner>
      )}
      <Moments {...played} />
    </>
  );
};

const AskForm: FC<Pick<CoursePageProps, "asked" | "settings">> = ({ asked, settings }) => {
  const countries = countriesToChoose(settings).map((one) => [one, countryName(one)] as const);
  const reporters = settings.reporters.map(({ id, organisation }) => [id, visible(organisation)] as const);
  const choices: readonly Chosen[] = [
    ["category", "Category", asked.category, categories.map((one) => [one, categoryWords[one]])],
    ["lane", "Lane", asked.lane, lanes.map((one) => [one, laneWords[one]])],
    ["country", "Country of the host", asked.country, [["", "not known"], ...countries]],
    ["standing", "The page is", asked.standing, standings.map((one) => [one, standingWords[one]])],
    ["malicious", "The domain is", asked.domainIsMalicious ? "yes" : "", domainWords],
    ["reporter", "Reporter", asked.reporter, reporters],
  ];
  return (
    <form class="panel leafing" method="get" action="/policy/course">
      {choices.map(([name, label, now, all]) => (
        <Choice name={name} label={label} now={now} all={all} />
      ))}
      <Field id="at" label="Arrives at (UTC)">
        <input id="at" name="at" type="datetime-local" value={asked.arrivesAt.slice(0, 16)} />
      </Field>
      <Button>Show</Button>
    </form>
  );
};

const domainWords = [
  ["", "legitimate"],
  ["yes", "registered for the abuse"],
] as const;

const Moments: FC<CourseOfCaseLike> = (played) => {
  const { moments, asked, forgottenAt, policy, lane } = played;
  const last = moments.at(-1)?.at ?? asked.arrivesAt;
  const daysOff = daysOffIn(played);
  return (
    <Section id="course" title={saidCase(asked)}>
      <p class="meta">
        <LaneTag lane={lane} />
        {saidLane(played)}
      </p>
      {daysOff.length > 0 && (
        <p class="soft">{daysOff.map(day).join(", ")}: public holidays at the host in this time</p>
      )}
      <table class="moments">
        <thead>
          <tr>
            <th scope="col">When</th>
            <th scope="col">What happens</th>
          </tr>
        </thead>
        <tbody>
          {moments.map(({ at, says }) => (
            <tr>
              <th scope="row">
                {at === asked.arrivesAt ? "At once" : `After ${between(asked.arrivesAt, at)}`}
                <span class="soft">
                  <When at={at} />
                </span>
                {policy.country && <span class="soft">{clockAt(at, policy.country)}</span>}
              </th>
              <td>
                {says.map((one) => (
                  <p>{one}</p>
                ))}
              </td>
            </tr>
          ))}
          <tr>
            <th scope="row">Then</th>
            <td>
              <p>Nothing more goes out without a person. The case waits for a decision.</p>
              {forgottenAt !== undefined && (
                <p>
                  If it is closed at that moment, what was reported is redacted {between(last, forgottenAt)} later:{" "}
                  {day(forgottenAt)}.
                </p>
              )}
            </td>
          </tr>
        </tbody>
      </table>
    </Section>
  );
};
