import type { FC } from "hono/jsx";
import type { Case } from "../../case/case.ts";
import type { Instant } from "../../kernel/instant.ts";
import { type CaseView, viewMinutes } from "../../review/views.ts";
import type { Page } from "../../store/ports.ts";
import { More, Title } from "../elements.tsx";
import { caseName, Section, When } from "../parts.tsx";
import { shown } from "../shown.ts";

/** The quarter hour in which the view began that a page continues, by its script (`renewal.ts`). */
export const lookHeader = "Open-Look";

/** Shown on a case's page. All of them have their own page. */
export const viewsAtOnce = 5;

const Rows: FC<{ readonly views: readonly CaseView[]; readonly now: Instant }> = ({ views, now }) => (
  <ul class="plain">
    {views.map(({ by, at, until }) => (
      <li>
        <strong>{shown(by)}</strong>, <When at={at} now={now} />
        {until !== undefined && (
          <>
            , open until <When at={until} now={now} />
          </>
        )}
      </li>
    ))}
  </ul>
);

const pageOf = (caseId: string): string => `/cases/${encodeURIComponent(caseId)}/views`;

/** `views` is `undefined` if the table does not say. */
export const ViewsPart: FC<{
  readonly caseId: string;
  readonly views: Page<CaseView> | undefined;
  readonly now: Instant;
}> = ({ caseId, views, now }) => (
  <Section id="views" title="Who looked at it">
    {views === undefined && <p class="hint">It cannot be read at the moment.</p>}
    {views?.items.length === 0 && <p class="hint">Nobody before you, as far as it is kept.</p>}
    {views && views.items.length > 0 && <Rows views={views.items} now={now} />}
    {views?.cursor !== undefined && <More href={pageOf(caseId)}>All of them</More>}
  </Section>
);

export const ViewsPage: FC<{ readonly state: Case; readonly views: Page<CaseView>; readonly now: Instant }> = ({
  state,
  views,
  now,
}) => (
  <>
    <Title of="Who looked at it" back={[`/cases/${encodeURIComponent(state.id)}`, "Back to the case"]}>
      {caseName(state)} <span class="id">{state.id}</span>. Urgent cases alone; each person once in {viewMinutes}{" "}
      minutes, newest first, for a year. A page that stays open and renews itself is one look.
    </Title>
    <section class="panel" aria-label="Views">
      {views.items.length === 0 ? (
        <p class="empty">Nobody else, as far as it is kept.</p>
      ) : (
        <Rows views={views.items} now={now} />
      )}
    </section>
    {views.cursor !== undefined && (
      <More href={`${pageOf(state.id)}?cursor=${encodeURIComponent(views.cursor)}`} rel="next">
        Earlier
      </More>
    )}
  </>
);
