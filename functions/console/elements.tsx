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

type TextFieldProps = JSX.IntrinsicElements["input"] &
  Omit<FieldProps, "children"> & { readonly name: string; readonly value: string; readonly rows?: number };

/** A field to type in: one line, or `rows` of them. `children` stand above it. */
export const TextField: FC<TextFieldProps> = ({
  id,
  label,
  problem,
  hint,
  isExtra,
  rows,
  value,
  children,
  ...rest
}) => (
  <Field {...{ id, label, problem, hint, ...(isExtra && { isExtra }) }}>
    {children}
    {rows === undefined ? (
      <input id={id} type="text" value={value} autocomplete="off" {...rest} {...described(id, problem)} />
    ) : (
      <textarea id={id} rows={rows} {...rest} {...described(id, problem)}>
        {value}
      </textarea>
    )}
  </Field>
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

type ChoiceProps = Omit<SelectProps, "id"> & Pick<FieldProps, "label" | "hint" | "isExtra"> & { readonly id?: string };

export const Choice: FC<ChoiceProps> = ({ id = "", label, hint, isExtra, problem, ...rest }) => (
  <Field id={id || rest.name} {...{ label, hint, problem, ...(isExtra && { isExtra }) }}>
    <Select id={id || rest.name} problem={problem} {...rest} />
  </Field>
);

/** A choice in the bar above a list, where its words say what it is. */
export const BarChoice: FC<Omit<ChoiceProps, "id" | "hint" | "isExtra">> = ({ label, ...rest }) => (
  <>
    <label class="visually-hidden" for={rest.name}>
      {label}
    </label>
    <Select id={rest.name} {...rest} />
  </>
);

/** The bar above a list, which chooses what it shows. */
export const BarForm: FC<{ readonly action: string; readonly children?: Child }> = ({ action, children }) => (
  <form class="days" method="get" action={action}>
    {children}
    <Button kind="quiet">Show</Button>
  </form>
);

/** Where one types what to search. */
export const SearchInput: FC<JSX.IntrinsicElements["input"]> = (props) => (
  <input
    name="q"
    type="search"
    maxlength={8192}
    autocomplete="off"
    autocapitalize="none"
    spellcheck={false}
    required
    {...props}
  />
);

/** Fields that are sent along unseen. */
export const Hidden: FC<{ readonly fields: Readonly<Record<string, string>> }> = ({ fields }) => (
  <>
    {Object.entries(fields).map(([name, value]) => (
      <input type="hidden" name={name} value={value} />
    ))}
  </>
);

/** Copies what an element of the page shows. Seen only where the script runs. */
export const Copy: FC<{ readonly of: string; readonly what: string }> = ({ of, what }) => (
  <button class="button quiet copies" type="button" data-copies={of}>
    Copy<span class="visually-hidden"> {what}</span>
  </button>
);

/** A mail's text as it would go. `label`: for whoever hears the page. `id`: makes it copyable. */
export const MailText: FC<{
  readonly subject: string;
  readonly text: string;
  readonly label: string;
  readonly id?: string;
}> = ({ subject, text, label, id }) => (
  <>
    <p class="subject">{subject}</p>
    {id && <Copy of={id} what={label} />}
    <section class="scroll" tabindex={0} aria-label={label}>
      <pre id={id}>{text}</pre>
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
  <>
    <TextField id={id} name={id} class="paste" label={label} value={text} rows={rows} readonly />
    <Copy of={id} what={label} />
  </>
);
