import type { Child, FC } from "hono/jsx";
import type { Instant } from "../../kernel/instant.ts";
import type { Settings } from "../../kernel/settings.ts";
import { categories, lanes } from "../../report/category.ts";
import { CourseDrawing } from "../case/course-drawing.tsx";
import { Choice, Facts, LaneTag, Section, When } from "../parts.tsx";
import { visible } from "../shown.ts";
import { between, categoryWords, day, laneWords } from "../words.ts";
import { type CaseLike, type CourseOfCaseLike, countriesToChoose, standings } from "./case-like.ts";
import { clockAt, countryName, daysOffIn, saidCase, saidLane, standingWords } from "./course-words.ts";

type CoursePageProps = { readonly played: CourseOfCaseLike; readonly settings: Settings };

/**
 * What would happen to a case like this, played in the decider itself: a form to say which, the
 * drawing, and the same in a table. It is a plain form: no script runs.
 */
export const CoursePage: FC<CoursePageProps> = ({ played, settings }) => {
  const { asked, course, lane } = played;
  return (
    <>
      <div class="title">
        <p class="meta">
          <a href="/policy">Back to the policy</a>
        </p>
        <h1>What would happen to a case like this</h1>
        <p class="soft">
          Played in the same decider that moves every case, as if nobody answered. Nothing is stored, looked up or sent.
        </p>
      </div>
      <AskForm asked={asked} settings={settings} />
      <Section id="course" title={saidCase(asked)}>
        <p class="meta">
          <LaneTag lane={lane} />
          {saidLane(played)}
        </p>
        {course && <CourseDrawing course={course} />}
        <Moments played={played} />
      </Section>
      <Section id="assumed" title="What is assumed">
        <Assumed played={played} />
      </Section>
    </>
  );
};

const AskForm: FC<{ readonly asked: CaseLike; readonly settings: Settings }> = ({ asked, settings }) => (
  <form class="panel leafing wide" method="get" action="/policy/course">
    <Choice
      name="category"
      label="Category"
      now={asked.category}
      all={categories.map((one) => [one, categoryWords[one]])}
    />
    <Choice name="lane" label="Lane" now={asked.lane} all={lanes.map((one) => [one, laneWords[one]])} />
    <Choice
      name="country"
      label="Country of the host"
      now={asked.country ?? ""}
      all={[["", "not known"], ...countriesToChoose(settings).map((one) => [one, countryName(one)] as const)]}
    />
    <Choice
      name="standing"
      label="The page stands"
      now={asked.standing}
      all={standings.map((one) => [one, standingWords[one]])}
    />
    <Choice
      name="malicious"
      label="The domain"
      now={asked.domainIsMalicious ? "yes" : ""}
      all={[
        ["", "is an honest one"],
        ["yes", "was registered for the abuse"],
      ]}
    />
    <Choice
      name="reporter"
      label="Reporter"
      now={asked.reporter}
      all={settings.reporters.map(({ id, organisation }) => [id, visible(organisation)])}
    />
    <div class="field">
      <label for="at">Arrives at (UTC)</label>
      <input id="at" name="at" type="datetime-local" value={asked.arrivesAt.slice(0, 16)} />
    </div>
    <button class="button" type="submit">
      Show
    </button>
  </form>
);

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

const Assumed: FC<{ readonly played: CourseOfCaseLike }> = ({ played: { policy, course, asked } }) => {
  const daysOff = course ? daysOffIn(policy.country, course) : [];
  return (
    <Facts
      rows={[
        [
          "Desks",
          "one of each kind that has to do with the host; each was written to before, takes mail, and does not answer",
        ],
        [
          "Country’s desks",
          asked.country === undefined
            ? "none, as the country is not known"
            : "those that the settings name; a rung without a desk is passed by",
        ],
        ["Mail service", "takes each mail at once; nobody has stopped sending"],
        ["Days off", daysOff.length > 0 && `${daysOff.map(day).join(", ")}: public holidays at the host in this time`],
      ]}
    />
  );
};
