import type { FC } from "hono/jsx";
import { Button, TextField } from "../elements.tsx";
import { PostForm } from "../post-form.tsx";
import { visible } from "../shown.ts";
import { count } from "../words.ts";
import { type Filter, isOfNeeds, listAddress, writeFilter } from "./filter.ts";
import { rowsIn, type Waiting } from "./needs-you.ts";
import { nameAtMost, type SavedFilter, savedAtMost } from "./saved-filters.ts";

type SavedListsProps = {
  readonly waiting: Waiting;
  readonly filter: Filter;
  readonly saved: readonly SavedFilter[];
};

export const SavedLists: FC<SavedListsProps> = ({ waiting, filter, saved }) => {
  const now = writeFilter(filter);
  return (
    <section class="saved" data-part="saved" aria-label="Your lists">
      {saved.length > 0 && (
        <ul>
          {saved.map((one) => (
            <li>
              <a
                class="button quiet"
                href={listAddress(one.filter)}
                {...(writeFilter(one.filter) === now && { "aria-current": "page" })}
              >
                {visible(one.name)}
                {isOfNeeds(one.filter) && ` (${rowsIn(waiting, one.filter).length})`}
              </a>
            </li>
          ))}
        </ul>
      )}
      <details>
        <summary>{saved.length === 0 ? "Save this filter" : "Save this filter, or change yours"}</summary>
        {now === "" ? (
          <p class="hint">Filter the list first; then you can save it under a name.</p>
        ) : (
          <PostForm action="/lists">
            <input type="hidden" name="in" value={now} />
            <TextField id="saved-name" name="name" label="Save as" value="" maxlength={nameAtMost} required />
            <Button name="does" value="save">
              Save
            </Button>
          </PostForm>
        )}
        {saved.map((one, at) => (
          <PostForm action="/lists">
            <input type="hidden" name="in" value={now} />
            <input type="hidden" name="from" value={one.name} />
            <TextField
              id={`saved-${at}`}
              name="name"
              label={`New name of “${visible(one.name)}”`}
              value={one.name}
              maxlength={nameAtMost}
              required
            />
            <Button kind="quiet" name="does" value="rename">
              Rename
            </Button>
            <Button kind="quiet" name="does" value="remove" formnovalidate>
              Remove <span class="visually-hidden">“{visible(one.name)}”</span>
            </Button>
          </PostForm>
        ))}
        <p class="hint">
          Your own, in every browser: {count(savedAtMost, "list")} at most. A name that you use again takes the new
          filter.
        </p>
      </details>
    </section>
  );
};
