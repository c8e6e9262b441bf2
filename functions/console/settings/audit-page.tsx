import type { FC } from "hono/jsx";
import type { Instant } from "../../kernel/instant.ts";
import type { AuditLine } from "../../settings/store.ts";
import { More, Title } from "../elements.tsx";
import { Section } from "../parts.tsx";
import { visible } from "../shown.ts";
import { List, Word } from "./proposal-page.tsx";
import { doesWords } from "./say-row.ts";

export const linesAPage = 50;

type AuditPageProps = { readonly lines: readonly AuditLine[]; readonly now: Instant };

export const AuditPage: FC<AuditPageProps> = ({ lines, now }) => (
  <>
    <Title of="Who changed what" back={["/settings", "Back to the settings"]}>
      Every change to the settings, newest first. It is kept for ever. Who paused all mail, or a lane, stands under{" "}
      <a href="/sending">Sending</a>.
    </Title>
    <Section id="changes" title="Changes">
      {lines.length === 0 && <p class="empty">Nobody has changed anything yet.</p>}
      <List all={lines.map((line) => <AuditItem line={line} now={now} />)} />
    </Section>
    <More href={lines.length === linesAPage ? `/settings/audit?before=${lines.at(-1)?.version ?? 0}` : undefined}>
      Earlier changes
    </More>
  </>
);

const placeOf = (id: string): string => (id.startsWith("proposal-") ? "proposals" : "rows");

const AuditItem: FC<{ readonly line: AuditLine; readonly now: Instant }> = ({
  line: { at, version, by, why, does, ids, before, after },
  now,
}) => (
  <>
    <p>
      <strong>{doesWords[does]}</strong>{" "}
      {ids.map((id) =>
        does === "import" ? (
          `${id}: npx takedown settings audit --import ${id} prints its rows`
        ) : (
          <>
            <a href={`/settings/${placeOf(id)}/${id}`}>{id}</a>{" "}
          </>
        ),
      )}
    </p>
    <p class="soft">
      Version {version}: <Word {...{ by, at, now, why }} />
    </p>
    {(before !== undefined || after !== undefined) && (
      <details>
        <summary>Before and after</summary>
        <pre>{visible([`before: ${before ?? "nothing"}`, `now: ${after ?? "nothing"}`].join("\n"))}</pre>
      </details>
    )}
  </>
);
