import type { Child, FC } from "hono/jsx";
import type { CurrentSettings } from "../../kernel/in-force.ts";
import type { Instant } from "../../kernel/instant.ts";
import { categories, lanes } from "../../report/category.ts";
import { categoryWords } from "../../report/category-words.ts";
import { Button, Choice, described, Field, Title } from "../elements.tsx";
import { Banner, Facts, LaneTag, type Said, SaidBanner, Section, When } from "../parts.tsx";
import { visible } from "../shown.ts";
import { between, day, laneWords } from "../words.ts";
import {
  type CaseLike,
  type CaseLikeProblem,
  type CourseOfCaseLike,
  countriesToChoose,
  keptBackUntil,
} from "./case-like.ts";
import { clockAt, countryName, daysOffIn, saidCase, saidLane, standingWords } from "./course-words.ts";
import { standings } from "./standings.ts";

type CoursePageProps = {
  readonly asked: CaseLike;
  /** What is wrong with the choices. Then nothing was played. */
  readonly problems: readonly CaseLikeProblem[];
  readonly played: CourseOfCaseLike | undefined;
  readonly settings: CurrentSettings;
};

/** Played in the decider itself: a form, and what comes in a table. No script runs. */
export const CoursePage: FC<CoursePageProps> = ({ asked, problems, played, settings }) => (
  <>
    <Title of="What would happen to a case like this" back={["/policy", "Back to the policy"]}>
      Played in the same decider that moves every case, as if nobody answered. Nothing is stored, looked up or sent.
    </Title>
    <SaidBanner said={notPlayed(problems)} />
    <AskForm asked={asked} problems={problems} settings={settings} />
    {played && <Played played={played} settings={settings} />}
  </>
);

const labels = {
  category: "Category",
  lane: "Lane",
  country: "Country of the host",
  standing: "The page stands",
  malicious: "The domain",
  reporter: "Reporter",
  at: "Arrives at (UTC)",
} as const satisfies Record<CaseLikeProblem["field"], string>;

const notPlayed = (problems: readonly CaseLikeProblem[]): Said | undefined =>
  problems.length === 0
    ? undefined
    : {
        kind: "bad",
        title: "Nothing was played",
        fields: problems.map(({ field, says }) => ({ id: field, says: `${labels[field]}: ${says}` })),
      };

const Played: FC<{ readonly played: CourseOfCaseLike; readonly settings: CurrentSettings }> = ({
  played,
  settings,
}) => {
  const { asked, lane } = played;
  const keptBack = keptBackUntil(asked, settings);
  return (
    <>
      {keptBack !== undefined && (
        <Banner kind="note" title={`A person has nothing sent about ${categoryWords[asked.category]}`}>
          <p>
            Until <When at={keptBack} /> no such notice goes out. <a href="/settings">Who said so, and why</a>
          </p>
        </Banner>
      )}
      <Section id="course" title={saidCase(asked)}>
        <p class="meta">
          <LaneTag lane={lane} />
          {saidLane(played)}
        </p>
        <Moments played={played} />
      </Section>
      <Section id="assumed" title="What is assumed">
        <Assumed played={played} />
      </Section>
    </>
  );
};

const AskForm: FC<Omit<CoursePageProps, "played">> = ({ asked, problems, settings }) => {
  const said = (field: CaseLikeProblem["field"]) => ({
    label: labels[field],
    problem: problems.find((one) => one.field === field)?.says,
  });
  const at = said("at");
  return (
    <form class="panel leafing wide" method="get" action="/policy/course">
      <Choice
        name="category"
        {...said("category")}
        now={asked.category}
        all={categories.map((one) => [one, categoryWords[one]])}
      />
      <Choice name="lane" {...said("lane")} now={asked.lane} all={lanes.map((one) => [one, laneWords[one]])} />
      <Choice
        name="country"
        {...said("country")}
        now={asked.country ?? ""}
        all={[["", "not known"], ...countriesToChoose(settings).map((one) => [one, countryName(one)] as const)]}
      />
      <Choice
        name="standing"
        {...said("standing")}
        now={asked.standing}
        all={standings.map((one) => [one, standingWords[one]])}
      />
      <Choice
        name="malicious"
        {...said("malicious")}
        now={asked.domainIsMalicious ? "yes" : ""}
        all={[
          ["", "is an honest one"],
          ["yes", "was registered for the abuse"],
        ]}
      />
      <Choice
        name="reporter"
        {...said("reporter")}
        now={asked.reporter}
        all={settings.reporters.map(({ id, organisation }) => [id, visible(organisation)])}
      />
      <Field id="at" {...at}>
        <input
          id="at"
          name="at"
          type="datetime-local"
          value={asked.arrivesAt.slice(0, 16)}
          {...described("at", at.problem)}
        />
      </Field>
      <Button>Show</Button>
    </form>
  );
};

const Moments: FC<{ readonly played: CourseOfCaseLike }> = ({ played }) => {
  const { moments, asked, forgottenAt, policy } = played;
  const last = moments.at(-1)?.at ?? asked.arrivesAt;
  return (
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
              <After at={at} asked={asked} />
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
            <p>Nothing more goes out by itself. The case stays before a person until somebody answers.</p>
            {forgottenAt !== undefined && (
              <p>
                Closed at that moment, what was reported is forgotten {between(last, forgottenAt)} later:{" "}
                {day(forgottenAt)}.
              </p>
            )}
          </td>
        </tr>
      </tbody>
    </table>
  );
};

const After: FC<{ readonly at: Instant; readonly asked: CaseLike }> = ({ at, asked }): Child => (
  <>
    {at === asked.arrivesAt ? "At once" : `After ${between(asked.arrivesAt, at)}`}
    <span class="soft">
      <When at={at} />
    </span>
  </>
);

const Assumed: FC<{ readonly played: CourseOfCaseLike }> = ({ played }) => {
  const daysOff = daysOffIn(played);
  return (
    <Facts
      rows={[
        [
          "Desks",
          "one of each kind that has to do with the host; each was written to before, takes mail, and does not answer",
        ],
        [
          "Country’s desks",
          played.asked.country === undefined
            ? "none, as the country is not known"
            : "those that the settings name; a rung without a desk is passed by",
        ],
        ["Mail service", "takes each mail at once; nobody has stopped sending"],
        ["Days off", daysOff.length > 0 && `${daysOff.map(day).join(", ")}: public holidays at the host in this time`],
      ]}
    />
  );
};
