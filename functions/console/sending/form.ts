import { lanes } from "../../report/category.ts";
import { lanesNamed, type Stops } from "../../send/pause.ts";

/**
 * The stops that stood on the page with the form: a later one is somebody else's reason, and is not
 * ended unread.
 */
export const stopsSeen = (form: URLSearchParams): Stops =>
  Object.fromEntries(
    lanes.flatMap((lane) =>
      form.get(`seen-${lane}`) ? [[lane, { at: form.get(`seen-${lane}`) ?? "", by: "", why: "" }]] : [],
    ),
  );

/**
 * The lanes that a form about sending is for; none where it does not say so in words that we know.
 */
export const lanesIn = (form: URLSearchParams) => {
  const named = ([...lanes, "all"] as const).find((lane) => lane === form.get("lane"));
  return named === undefined ? [] : lanesNamed(named);
};

/** The first page for who has just stopped sending, or let it go on: by no word of before. */
export const changedSending = "/?sending=changed";
