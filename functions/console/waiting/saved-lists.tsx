import type { FC } from "hono/jsx";
import { Button, Field } from "../elements.tsx";
import { PostForm } from "../post-form.tsx";
import { visible } from "../shown.ts";
import { count } from "../words.ts";
import { type Filter, writeFilter } from "./filter.ts";
import { rowsIn, type Waiting } from "./list.ts";
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
                href={`/waiting?${writeFilter(one.filter)}`}
                {...(writeFilter(one.filter) === now && { "aria-current": "page" })}
              >
                {visible(one.name)} ({rowsIn(waiting, one.filter).length})
              </a>
            </li>
          ))}
        </ul>
      )}
      <details>
        <summary>{saved.length === 0 ? "Keep this list under a name" : "Keep this list, or change yours"}</summary>
        {now === "" ? (
          <p class="hint">This is all that waits. Narrow it; then you can keep it under a name.</p>
        ) : (
          <PostForm action="/waiting/saved">
            <input type="hidden" name="in" value={now} />
            <NameField id="saved-name" label="Keep this list as" value="" />
            <Button name="does" value="save">
              Keep it
            </Button>
          </PostForm>
        )}
        {saved.map((one, at) => (
          <PostForm action="/waiting/saved">
            <input type="hidden" name="in" value={now} />
            <input type="hidden" name="from" value={one.name} />
            <NameField id={`saved-${at}`} label={`New name of “${visible(one.name)}”`} value={one.name} />
            <Button kind="quiet" name="does" value="rename">
              Rename
            </Button>
            <Button kind="quiet" name="does" value="remove" formnovalidate>
              Remove <span class="visually-hidden">“{visible(one.name)}”</span>
            </Button>
          </PostForm>
        ))}
        <p class="hint">
          Your own, in every browser: {count(savedAtMost, "list")} at most. A name that you use again takes the list as
          it is now.
        </p>
      </details>
    </section>
  );
};

const NameField: FC<{ readonly id: string; readonly label: string; readonly value: string }> = ({
  id,
  label,
  value,
}) => (
  <Field id={id} label={label}>
    <input id={id} name="name" type="text" value={value} maxlength={nameAtMost} autocomplete="off" required />
  </Field>
);
