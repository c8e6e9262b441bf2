import type { FC } from "hono/jsx";
import { defangHost } from "../../kernel/defang.ts";
import type { Instant } from "../../kernel/instant.ts";
import type { FoundPlace } from "../../store/finds.ts";
import type { ReviewItem } from "../../store/queue-entry.ts";
import { Button, Field, SearchInput, Title } from "../elements.tsx";
import { CaseRows } from "../list/rows.tsx";
import { writeFound } from "../list/sources.ts";
import { DamagedCases } from "../parts.tsx";
import { shown } from "../shown.ts";

export type SearchPageProps = {
  readonly query: string;
  readonly now: Instant;
  readonly found?: readonly ReviewItem[];
  /** Found as well, but can't be opened. */
  readonly damaged?: readonly string[];
  readonly next?: FoundPlace | undefined;
  /** Waiting lists that the words name: a reporter's, a provider's. */
  readonly lists?: readonly { readonly href: string; readonly says: string }[];
  /** The page is not reported. What was found is of this host. */
  readonly ofHostAlone?: string | undefined;
  /** There are more open cases than were looked into for it. */
  readonly isCut?: boolean | undefined;
};

/** What can be searched, and which of it is found by its beginning. */
const searched =
  "Type a host, page, case number, report’s id, ticket or reporter, or a mailbox or provider of the last half year. " +
  "Open cases are also found by one label of the host (account-check) or by the first four characters.";

/** Posts, so that no reported address stays in the browser's history or an access log. */
export const SearchPage: FC<SearchPageProps> = (props) => (
  <>
    <Title of="Search" />
    <search>
      <form class="panel search" method="post" action="/search">
        <Field id="q" label="Case, report or address">
          <SearchInput id="q" value={props.query} aria-describedby="q-hint" />
          {!isEmpty(props) && (
            <p class="hint" id="q-hint">
              {searched}
            </p>
          )}
        </Field>
        <Button>Search</Button>
      </form>
    </search>
    <Found {...props} />
  </>
);

const isEmpty = ({ found, damaged = [], lists = [] }: SearchPageProps): boolean =>
  found !== undefined && found.length + damaged.length + lists.length === 0;

const Found: FC<SearchPageProps> = (props) => {
  const { query, now, found = [], damaged = [], next, lists = [], ofHostAlone, isCut } = props;
  if (isEmpty(props))
    return (
      <p class="panel empty" role="status" id="q-hint">
        <strong>Nothing was found.</strong> {searched}
        {isCut && <CutOff />}
      </p>
    );
  return (
    <>
      <DamagedCases damaged={damaged} />
      {lists.length > 0 && (
        <ul class="panel plain">
          {lists.map(({ href, says }) => (
            <li>
              <a href={href}>{says}</a>
            </li>
          ))}
        </ul>
      )}
      {found.length > 0 && ofHostAlone !== undefined && (
        <p class="panel" role="status">
          <strong>This page is not reported.</strong> Of the same host, {shown(defangHost(ofHostAlone))}:
        </p>
      )}
      {found.length > 0 && <CaseRows rows={found.map((state) => ({ state }))} claims={{ now }} />}
      {isCut && (
        <p class="hint">
          <CutOff />
        </p>
      )}
      {next && (
        <form class="more" method="post" action="/search">
          <input type="hidden" name="q" value={query} />
          <input type="hidden" name="before" value={writeFound(next)} />
          <Button kind="quiet">Earlier ones</Button>
        </form>
      )}
    </>
  );
};

const CutOff: FC = () => (
  <> Of the open cases, only those with that label and the most urgent and newest were searched.</>
);
