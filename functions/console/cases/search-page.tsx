import type { FC } from "hono/jsx";
import { defangHost } from "../../kernel/defang.ts";
import type { Instant } from "../../kernel/instant.ts";
import type { FoundPlace } from "../../store/finds.ts";
import type { ReviewItem } from "../../store/queue-entry.ts";
import { Button, Field, Title } from "../elements.tsx";
import { CaseRows } from "../list/rows.tsx";
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
  readonly isAddress?: boolean;
};

/** What a search leaves out, said below any result: people take some cases for all. */
const NotFoundHere: FC = () => (
  <p class="hint">
    By a desk or a provider a case is found for half a year after its last answer. What was forgotten is found by its
    number alone. A report’s id is found as its reporter wrote it, or where it is all in capitals or all in small
    letters; that of a message that could not be read, as far as it could be made out. No case is found by the address
    at which its host stood, only by an address that was reported itself.
  </p>
);

/** For whoever read an address in a case or mail, where it stands beside the host. */
const AddressHint: FC = () => (
  <p>
    No report names this address itself. Where a host stood is not searched: search for the host, the page or the case’s
    number, which stand beside the address in the case and in its mail.
  </p>
);

/** Posts, so that no reported address stays in the browser's history or an access log. */
export const SearchPage: FC<SearchPageProps> = (props) => (
  <>
    <Title of="Search" />
    <search>
      <form class="panel search" method="post" action="/search">
        <Field id="q" label="Case, report or address">
          <input
            id="q"
            name="q"
            type="search"
            value={props.query}
            maxlength={8192}
            autocomplete="off"
            autocapitalize="none"
            spellcheck={false}
            required
            aria-describedby="q-hint"
          />
          <p class="hint" id="q-hint">
            A host, a registered domain or a page, defanged or not; a case’s number or its beginning; a report’s id; a
            desk’s mailbox or its ticket number; a reporter or provider; an address, where it was reported itself. Open
            and closed.
          </p>
        </Field>
        <Button>Search</Button>
      </form>
    </search>
    <Found {...props} />
  </>
);

const Found: FC<SearchPageProps> = ({
  query,
  now,
  found,
  damaged = [],
  next,
  lists = [],
  ofHostAlone,
  isAddress = false,
}) => (
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
    {found && found.length === 0 && damaged.length === 0 && lists.length === 0 && (
      <div class="panel empty" role="status">
        <p>
          <strong>Nothing was found.</strong>
        </p>
        {isAddress && <AddressHint />}
        <NotFoundHere />
      </div>
    )}
    {found && found.length > 0 && ofHostAlone !== undefined && (
      <p class="panel" role="status">
        <strong>This page is not reported.</strong> Of the same host, {shown(defangHost(ofHostAlone))}:
      </p>
    )}
    {found && found.length > 0 && <CaseRows rows={found.map((state) => ({ state }))} claims={{ now }} />}
    {found && (found.length > 0 || lists.length > 0) && !next && <NotFoundHere />}
    {next && (
      <form class="more" method="post" action="/search">
        <input type="hidden" name="q" value={query} />
        <input type="hidden" name="before" value={`${next.openedAt}#${next.caseId}`} />
        <Button kind="quiet">Earlier ones</Button>
      </form>
    )}
  </>
);
