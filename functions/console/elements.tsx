import type { Child, FC, JSX } from "hono/jsx";

/* What pages are made of: headings, fields and buttons, each written once. */

type ButtonProps = JSX.IntrinsicElements["button"] & { readonly kind?: "quiet" | "danger" };

/** Sends its form. */
export const Button: FC<ButtonProps> = ({ kind, children, ...rest }) => (
  <button class={kind ? `button ${kind}` : "button"} type="submit" {...rest}>
    {children}
  </button>
);

export const LinkButton: FC<JSX.IntrinsicElements["a"]> = ({ children, ...rest }) => (
  <a class="button quiet" {...rest}>
    {children}
  </a>
);

/** Below a list: where it goes on. Nothing without an address. */
export const More: FC<{
  readonly href: string | undefined;
  readonly rel?: "prev" | "next";
  readonly children?: Child;
}> = ({ children, href, rel }) =>
  href === undefined ? null : (
    <p class="more">
      <LinkButton href={href} {...(rel && { rel })}>
        {children}
      </LinkButton>
    </p>
  );

type TitleProps = {
  readonly of: Child;
  /** The page that this one was opened from, and how the link to it is called. */
  readonly back?: readonly [href: string, says: string];
  /** Of a page that is read anew by its script, at `renews`. */
  readonly isPart?: boolean;
  readonly renews?: string | undefined;
  readonly children?: Child;
};

/** A page's heading, and what is said below it. */
export const Title: FC<TitleProps> = ({ of, back, isPart, renews, children }) => (
  <div class="title" {...(isPart && { "data-part": "title" })} data-renews={renews}>
    {back && (
      <p class="meta">
        <a href={back[0]}>{back[1]}</a>
      </p>
    )}
    <h1>{of}</h1>
    {children && <p class="soft">{children}</p>}
  </div>
);

export const Problem: FC<{ readonly id: string; readonly says: string | undefined }> = ({ id, says }) =>
  says === undefined ? null : (
    <p class="problem" id={id}>
      {says}
    </p>
  );

/** For the field itself: that it is wrong, and where that is said. */
export const described = (id: string, problem: string | undefined) =>
  problem === undefined ? {} : { "aria-invalid": "true" as const, "aria-describedby": `${id}-problem` };

type FieldProps = {
  readonly id: string;
  readonly label: Child;
  readonly problem?: string | undefined;
  readonly hint?: Child;
  /** Of one answer among several: shown where that is chosen. */
  readonly isExtra?: boolean;
  readonly children?: Child;
};

/** A label, what is wrong, the field and a hint, in this order, as they are read out. */
export const Field: FC<FieldProps> = ({ id, label, problem, hint, isExtra, children }) => (
  <div class={isExtra ? "field extra" : "field"}>
    <label for={id}>{label}</label>
    <Problem id={`${id}-problem`} says={problem} />
    {children}
    {hint && <p class="hint">{hint}</p>}
  </div>
);

type SelectProps = {
  readonly id: string;
  readonly name: string;
  readonly now?: string | undefined;
  readonly all: readonly (readonly [value: string, words: string])[];
  readonly problem?: string | undefined;
  readonly required?: boolean;
};

export const Select: FC<SelectProps> = ({ id, name, now, all, problem, required = false }) => (
  <select id={id} name={name} required={required} {...described(id, problem)}>
    {all.map(([value, words]) => (
      <option value={value} selected={value === now}>
        {words}
      </option>
    ))}
  </select>
);

type ChoiceProps = Omit<SelectProps, "id" | "required"> & { readonly label: Child };

export const Choice: FC<ChoiceProps> = ({ label, problem, ...rest }) => (
  <Field id={rest.name} label={label} problem={problem}>
    <Select id={rest.name} problem={problem} {...rest} />
  </Field>
);

/** A choice in the bar above a list, where its words say what it is. */
export const BarChoice: FC<ChoiceProps> = ({ label, ...rest }) => (
  <>
    <label class="visually-hidden" for={rest.name}>
      {label}
    </label>
    <Select id={rest.name} {...rest} />
  </>
);

/** The bar above a list, which chooses what it shows. `after`: links beside its button. */
export const BarForm: FC<{ readonly action: string; readonly after?: Child; readonly children?: Child }> = ({
  action,
  after,
  children,
}) => (
  <form class="days" method="get" action={action}>
    {children}
    <Button kind="quiet">Show</Button>
    {after}
  </form>
);

/** Fields that are sent along unseen. */
export const Hidden: FC<{ readonly fields: Readonly<Record<string, string>> }> = ({ fields }) => (
  <>
    {Object.entries(fields).map(([name, value]) => (
      <input type="hidden" name={name} value={value} />
    ))}
  </>
);

/** A mail's text as it would go. `label`: what it is, for whoever hears the page. */
export const MailText: FC<{ readonly subject: string; readonly text: string; readonly label: string }> = ({
  subject,
  text,
  label,
}) => (
  <>
    <p class="subject">{subject}</p>
    <section class="scroll" tabindex={0} aria-label={label}>
      <pre>{text}</pre>
    </section>
  </>
);

/** Text for people to copy, in as many lines. */
export const ToCopy: FC<{
  readonly id: string;
  readonly label: string;
  readonly text: string;
  readonly rows: number;
}> = ({ id, label, text, rows }) => (
  <Field id={id} label={label}>
    <textarea id={id} class="paste" readonly rows={rows}>
      {text}
    </textarea>
  </Field>
);
