import type { FC } from "hono/jsx";
import type { Case } from "../../matters/case.ts";
import { CaseRow } from "./cases-page.tsx";

export type SearchPageProps = { readonly query: string; readonly found?: readonly Case[] };

/**
 * The form posts, so that no reported address stays in the browser's history or in an access log.
 */
export const SearchPage: FC<SearchPageProps> = ({ query, found }) => (
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
            A case’s number, a report’s id, or exactly one reported URL or host, defanged or not.
          </p>
        </div>
        <button class="button" type="submit">
          Search
        </button>
      </form>
    </search>
    {found && found.length === 0 && (
      <div class="panel empty" role="status">
        <p>
          <strong>Nothing was found.</strong>
        </p>
        <p>
          An address finds open cases about exactly that URL or that whole host. Closed cases are found by their number
          or by the report’s id.
        </p>
      </div>
    )}
    {found && found.length > 0 && (
      <ul class="rows">
        {found.map((state) => (
          <CaseRow state={state} />
        ))}
      </ul>
    )}
  </>
);
