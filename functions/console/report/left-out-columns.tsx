import type { FC } from "hono/jsx";
import { Field, Select } from "../elements.tsx";
import { Banner } from "../parts.tsx";
import { shown } from "../shown.ts";

type LeftOutProps = {
  readonly leftOut: readonly string[];
  /** The column chosen as the explanation. */
  readonly explanation: string | undefined;
};

/** Columns sent to nobody. A person may choose one as the mailed explanation, in the form with the rows. */
export const LeftOutColumns: FC<LeftOutProps> = ({ leftOut, explanation }) => {
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
      <Field id="explanation-column" label="Mail one of them to the host, as the explanation">
        <Select
          id="explanation-column"
          name="explanationColumn"
          now={explanation}
          all={[
            ["", "None of them"],
            ...[...(explanation === undefined ? [] : [explanation]), ...leftOut].map(
              (name) => [name, shown(name)] as const,
            ),
          ]}
        />
      </Field>
    </Banner>
  );
};
