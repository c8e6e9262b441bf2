import { lanes } from "../../report/category.ts";
import { lanesNamed, type Stops } from "../../send/pause.ts";

/** The stops that the page showed: a later one has its own reason and is not ended unread. */
export const stopsSeen = (form: URLSearchParams): Stops =>
  Object.fromEntries(
    lanes.flatMap((lane) =>
      form.get(`seen-${lane}`) ? [[lane, { at: form.get(`seen-${lane}`) ?? "", by: "", why: "" }]] : [],
    ),
  );

/** The lanes that a form names. None if it uses no words that we know. */
export const lanesIn = (form: URLSearchParams) => {
  const named = ([...lanes, "all"] as const).find((lane) => lane === form.get("lane"));
  return named === undefined ? [] : lanesNamed(named);
};

/** The first page after sending was stopped or resumed: by no earlier state. */
export const changedSending = "/?sending=changed";
