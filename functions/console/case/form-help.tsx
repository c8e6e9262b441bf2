import type { FC } from "hono/jsx";
import type { Case } from "../../case/case.ts";
import type { Result } from "../../kernel/result.ts";
import type { Settings } from "../../kernel/settings.ts";
import { formFieldsOf } from "../../send/channels/form-fields.ts";
import { ToCopy } from "../elements.tsx";
import { Facts } from "../parts.tsx";
import { hostsOf, shown } from "../shown.ts";
import { FormAddress } from "./contact-parts.tsx";
import { formOf, type PlainNotice } from "./notice-text.ts";

type FormHelpProps = {
  readonly state: Case;
  readonly text: Result<PlainNotice, string> | undefined;
  readonly settings: Settings;
};

/** What it takes to fill in the form of the first provider that a question names. */
export const FormHelp: FC<FormHelpProps> = ({ state, text, settings }) => {
  const form = formOf(state, settings);
  const hosts = hostsOf(state);
  return (
    <div class="panel">
      <h3>For the provider’s form</h3>
      {form && <FormAddress form={form} hosts={hosts} />}
      {text?.ok && (
        <ToCopy id="form-text" label="Text to paste" text={`${text.value.subject}\n\n${text.value.text}`} rows={12} />
      )}
      {text && !text.ok && <p class="problem">The text could not be written. {text.error}</p>}
      {form && <ByApi fields={formFieldsOf(state, form, settings)} hosts={hosts} />}
    </div>
  );
};

/** What the provider's API would get: the answers to its form are the same. */
const ByApi: FC<{ readonly fields: ReturnType<typeof formFieldsOf>; readonly hosts: readonly string[] }> = ({
  fields,
  hosts,
}) => {
  if (!fields) return null;
  if (!fields.ok) return <p class="soft">{fields.error.why}</p>;
  const { name, fields: told, says } = fields.value;
  return (
    <details>
      <summary>What {name} asks for, field by field</summary>
      <p class="soft">Nothing of this is sent. Addresses are defanged. {says.join(" ")}</p>
      <Facts rows={told.map((field) => [field.name, shown(field.value, hosts)] as const)} />
    </details>
  );
};
