import { createContext, type FC, type JSX, useContext } from "hono/jsx";

/** Who is signed in where the page is shown; the frame says it. */
export const Writer = createContext("");
/** The field that names them. */
export const writtenBy = "written-by";

/**
 * A form that records something. It names whom it was shown to, and is recorded in no other's name
 * (`gate.tsx`): whoever signs in after them, on the same computer, would send their words as their own.
 * Not sealed: it keeps from a mistake, and whoever is signed in could write the same words anyway.
 */
export const PostForm: FC<JSX.IntrinsicElements["form"]> = ({ children, ...rest }) => {
  const writer = useContext(Writer);
  return (
    <form method="post" {...rest}>
      {writer !== "" && <input type="hidden" name={writtenBy} value={writer} />}
      {children}
    </form>
  );
};
