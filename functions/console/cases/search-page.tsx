import type { FC } from "hono/jsx";
import type { Case } from "../../matters/case.ts";
import type { FoundPlace } from "../../matters/finds.ts";
import { CaseRow } from "./cases-page.tsx";

export type SearchPageProps = {
  readonly query: string;
  readonly found?: readonly Case[];
  /** Behind which the next page goes on. */
  readonly next?: FoundPlace | undefined;
  /** Lists of what waits that the words name: a reporter's, a provider's. */
  readonly lists?: readonly { readonly href: string; readonly says: string }[];
};

/** What a search leaves out, said below whatever it finds: whoever sees some cases takes them for all. */
const NotFoundHere: FC = () => (
  <p class="hint">
    Cases that were opened before this version are found by their number, by the report’s id, and while they are open by
    exactly what was reported: not by host, reporter or provider. By a desk or a provider a case is found for half a
    year after its last answer. What was forgotten is found by its number alone.
  </p>
);

/**
 * The form posts, so that no reported address stays in the browser's history or in an access log.
 */
export const SearchPage: FC<SearchPageProps> = ({ query, found, next, lists = [] }) => (
  <>
    <div class="title">
      <h1>Search</h1>
    </div>
    <search>
      <form class="panel search" method="post" action="/search">
        <div class="field">
          <label for="q">Case, report or address</label>
          <input
            id="q"
            name="q"
            type="search"
            value={query}
            maxlength={8192}
            autocomplete="off"
            autocapitalize="none"
            spellcheck={false}
            required
            aria-describedby="q-hint"
          />
          <p class="hint" id="q-hint">
            A host, a registered domain or a page, defanged or not; a case’s number or its beginning; a report’s id; a
            desk’s mailbox or its ticket number; a reporter or provider. Open and closed.
          </p>
        </div>
        <button class="button" type="submit">
          Search
        </button>
      </form>
    </search>
    {lists.length > 0 && (
      <ul class="panel plain">
        {lists.map(({ href, says }) => (
          <li>
            <a href={href}>{says}</a>
          </li>
        ))}
      </ul>
    )}
    {found && found.length === 0 && lists.length === 0 && (
      <div class="panel empty" role="status">
        <p>
          <strong>Nothing was found.</strong>
        </p>
        <NotFoundHere />
      </div>
    )}
    {found && found.length > 0 && (
      <ul class="rows">
        {found.map((state) => (
          <CaseRow state={state} hasDay />
        ))}
      </ul>
    )}
    {found && (found.length > 0 || lists.length > 0) && !next && <NotFoundHere />}
    {next && (
      <form class="more" method="post" action="/search">
        <input type="hidden" name="q" value={query} />
        <input type="hidden" name="before" value={`${next.openedAt}#${next.caseId}`} />
        <button class="button quiet" type="submit">
          Earlier ones
        </button>
      </form>
    )}
  </>
);
