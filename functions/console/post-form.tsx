import { type Child, createContext, type FC, type JSX, useContext } from "hono/jsx";
import { Hidden, LinkButton } from "./elements.tsx";

/** Who is signed in. Set by the frame. */
export const Writer = createContext("");
export const writtenBy = "written-by";

/**
 * Names whom it was shown to, and is recorded in no other's name (`gate.tsx`): whoever signs in
 * next on that computer would send it as their own. Not sealed: it only keeps from a mistake.
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

type ConfirmProps = {
  readonly action: string;
  readonly fields: Readonly<Record<string, string>>;
  /** The case, as it was before. */
  readonly back: string;
  readonly children?: Child;
};

/** A yes to what the page shows, and a no. */
export const ConfirmForm: FC<ConfirmProps> = ({ action, fields, back, children }) => (
  <PostForm action={action}>
    <Hidden fields={{ ...fields, confirmed: "yes" }} />
    {children}
    <LinkButton href={back}>Cancel</LinkButton>
  </PostForm>
);
