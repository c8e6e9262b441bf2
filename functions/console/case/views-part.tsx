import type { FC } from "hono/jsx";
import type { Case } from "../../case/case.ts";
import type { Instant } from "../../kernel/instant.ts";
import { type CaseView, viewMinutes } from "../../review/views.ts";
import type { Page } from "../../store/ports.ts";
import { caseName, Section, When } from "../parts.tsx";
import { shown } from "../shown.ts";

/** In which quarter of an hour the look began that a page goes on with, as its script (`renewal.ts`) says. */
export const lookHeader = "Open-Look";

/** So many stand on a case's page; all of them have a page of their own. */
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

/** Who looked at an urgent case lately; `undefined` where the table does not say. */
export const ViewsPart: FC<{
  readonly caseId: string;
  readonly views: Page<CaseView> | undefined;
  readonly now: Instant;
}> = ({ caseId, views, now }) => (
  <Section id="views" title="Who looked at it">
    {views === undefined && <p class="hint">It cannot be read at the moment.</p>}
    {views?.items.length === 0 && <p class="hint">Nobody before you, as far as it is kept.</p>}
    {views && views.items.length > 0 && <Rows views={views.items} now={now} />}
    {views?.cursor !== undefined && (
      <p class="more">
        <a class="button quiet" href={pageOf(caseId)}>
          All of them
        </a>
      </p>
    )}
  </Section>
);

/** Everybody who looked at an urgent case, page by page. */
export const ViewsPage: FC<{ readonly state: Case; readonly views: Page<CaseView>; readonly now: Instant }> = ({
  state,
  views,
  now,
}) => (
  <>
    <div class="title">
      <p class="meta">
        <a href={`/cases/${encodeURIComponent(state.id)}`}>Back to the case</a>
      </p>
      <h1>Who looked at it</h1>
      <p class="soft">
        {caseName(state)} <span class="id">{state.id}</span>. Urgent cases alone; each person once in {viewMinutes}{" "}
        minutes, newest first, for a year. A page that stays open and renews itself is one look.
      </p>
    </div>
    <section class="panel" aria-label="Views">
      {views.items.length === 0 ? (
        <p class="empty">Nobody else, as far as it is kept.</p>
      ) : (
        <Rows views={views.items} now={now} />
      )}
    </section>
    {views.cursor !== undefined && (
      <p class="more">
        <a class="button quiet" href={`${pageOf(state.id)}?cursor=${encodeURIComponent(views.cursor)}`} rel="next">
          Earlier
        </a>
      </p>
    )}
  </>
);
