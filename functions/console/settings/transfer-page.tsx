import type { FC } from "hono/jsx";
import { Field, Title } from "../elements.tsx";
import { DecidersOnly, type Flash, FlashBanner } from "../parts.tsx";
import { type Previewed, PreviewedForm } from "./form-page.tsx";

export const importAddress = "/settings/import";

type TransferPageProps = {
  readonly text: string;
  readonly why: string;
  readonly preview?: Previewed | undefined;
  readonly said?: Flash | undefined;
};

/** A file's rows, all or none. */
export const TransferPage: FC<TransferPageProps> = ({ text, why, preview, said }) => (
  <>
    <Title of="Import settings" back={["/settings", "Cancel"]}>
      One file for all: <a href="/settings/export">export</a> it, edit it, and import it again. A second person agrees
      by importing the same file.
    </Title>
    <FlashBanner said={said} />
    <DecidersOnly others="Only reviewers import settings.">
      <PreviewedForm action={importAddress} enctype="multipart/form-data" preview={preview} why={{ why }}>
        <Field id="file" label="YAML file">
          <input id="file" type="file" name="file" accept=".yaml,.yml,.json" />
        </Field>
        <Field id="text" label="Or its text">
          <textarea id="text" name="text" rows={8} spellcheck={false} autocapitalize="none">
            {/* HTML drops a first line break. */}
            {`\n${text}`}
          </textarea>
        </Field>
      </PreviewedForm>
    </DecidersOnly>
  </>
);
