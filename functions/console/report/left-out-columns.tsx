import type { FC } from "hono/jsx";
import { type Written, writtenFields } from "../../report/written-fields.ts";
import { Banner } from "../parts.tsx";
import { PostForm } from "../post-form.tsx";
import { shown } from "../shown.ts";

/** A file and what was chosen for all of its rows, for another press. */
export const SentAgain: FC<{ readonly filled: Written; readonly csv: string }> = ({ filled, csv }) => (
  <>
    {writtenFields.map((name) =>
      filled[name] === undefined || name === "more" ? null : <input type="hidden" name={name} value={filled[name]} />,
    )}
    <textarea hidden name="csv">
      {csv}
    </textarea>
  </>
);

type LeftOutProps = {
  readonly leftOut: readonly string[];
  /** The column that somebody chose as the explanation. */
  readonly explanation: string | undefined;
  readonly filled: Written;
  readonly csv: string;
};

/** Columns that are sent to nobody. One of them may be mailed as the explanation, where a person chooses it. */
export const LeftOutColumns: FC<LeftOutProps> = ({ leftOut, explanation, filled, csv }) => {
  if (leftOut.length === 0 && explanation === undefined) return null;
  return (
    <Banner kind="note" title={explanation === undefined ? "Columns that are not mailed" : "A column that you chose"}>
      {explanation !== undefined && <p>Mailed to the host as the explanation: {shown(explanation)}.</p>}
      {leftOut.length > 0 && (
        <p>
          Left out: {shown(leftOut.join(", "))}. Nobody is sent what is in{" "}
          {leftOut.length === 1 ? "this column" : "these columns"}.
        </p>
      )}
      <PostForm action="/report/table" enctype="multipart/form-data">
        <SentAgain filled={filled} csv={csv} />
        <div class="field">
          <label for="explanation-column">Mail one of them to the host, as the explanation</label>
          <select id="explanation-column" name="explanationColumn">
            <option value="">None of them</option>
            {[...(explanation === undefined ? [] : [explanation]), ...leftOut].map((name) => (
              <option value={name} selected={name === explanation}>
                {shown(name)}
              </option>
            ))}
          </select>
        </div>
        <button class="button quiet" type="submit">
          Preview again
        </button>
      </PostForm>
    </Banner>
  );
};
