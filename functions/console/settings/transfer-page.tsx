import type { FC } from "hono/jsx";
import { WhyField } from "../case/review-form.tsx";
import { DecidersOnly, type Said, SaidBanner } from "../parts.tsx";
import { PostForm } from "../post-form.tsx";
import { Preview } from "./form-page.tsx";

export const importAddress = "/settings/import";

type TransferPageProps = {
  readonly text: string;
  readonly why: string;
  /** What the file would do, and what it was looked at as. */
  readonly found?: { readonly preview: readonly string[]; readonly seen: string; readonly needs?: string | undefined };
  readonly said?: Said | undefined;
};

/** A file's rows, all or none. Looked at first, it comes back with what it would do and the button to record. */
export const TransferPage: FC<TransferPageProps> = ({ text, why, found, said }) => (
  <>
    <div class="title">
      <p class="meta">
        <a href="/settings">Cancel</a>
      </p>
      <h1>Import settings</h1>
      <p class="soft">
        One file for all: <a href="/settings/export">export</a> it, edit it, and bring it in again. A second person
        agrees by the same file.
      </p>
    </div>
    <SaidBanner said={said} />
    <DecidersOnly others="Only reviewers import settings.">
      <PostForm class="panel settings-form" action={importAddress} enctype="multipart/form-data" novalidate>
        {found && <Preview lines={found.preview} needs={found.needs} />}
        {found ? (
          <>
            {/* HTML drops a text area's first line break. */}
            <textarea hidden name="text">
              {`\n${text}`}
            </textarea>
            <input type="hidden" name="seen" value={found.seen} />
          </>
        ) : (
          <>
            <div class="field">
              <label for="file">YAML file</label>
              <input id="file" type="file" name="file" accept=".yaml,.yml,.json" />
            </div>
            <div class="field">
              <label for="text">Or its text</label>
              <textarea id="text" name="text" rows={8} spellcheck={false} autocapitalize="none">
                {text}
              </textarea>
            </div>
          </>
        )}
        <WhyField
          id="why"
          asks="Why"
          hint="Kept with your name, for who reads it in a year."
          value={why}
          problem={undefined}
        />
        <button class="button" type="submit">
          {found ? (found.needs === undefined ? "Record" : "Ask a second person") : "Preview changes"}
        </button>
      </PostForm>
    </DecidersOnly>
  </>
);
