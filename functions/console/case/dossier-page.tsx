import type { FC } from "hono/jsx";
import type { Case } from "../../case/case.ts";
import type { HistoryLine } from "../../news/reporter-steps.ts";
import { caseDossier, icannDossier } from "../../notice/dossier.ts";
import { Section } from "../parts.tsx";
import { visible } from "../shown.ts";

/** What the desks were notified of and what came of it, to copy into a form. Sends nothing. */
export const DossierPage: FC<{
  readonly state: Case;
  readonly messageIdDomain: string;
  readonly history: readonly HistoryLine[];
}> = ({ state, messageIdDomain, history }) => (
  <>
    <div class="title">
      <p class="meta">
        <a href={`/cases/${encodeURIComponent(state.id)}`}>Back to the case</a>
      </p>
      <h1>Dossier</h1>
      <p class="soft">
        To copy into a complaint. It is sent to nobody by us. <span class="id">{state.id}</span>
      </p>
    </div>
    <Part id="all" title="Whom we told" dossier={caseDossier(state, messageIdDomain, history)} />
    <Part id="icann" title="For ICANN, about the registrar" dossier={icannDossier(state, messageIdDomain)} />
  </>
);

const Part: FC<{ readonly id: string; readonly title: string; readonly dossier: ReturnType<typeof caseDossier> }> = ({
  id,
  title,
  dossier,
}) => (
  <Section id={id} title={title}>
    {dossier.ok ? (
      <div class="field">
        <label for={`${id}-text`}>Text to copy</label>
        <textarea id={`${id}-text`} class="paste" readonly rows={14}>
          {visible(dossier.value)}
        </textarea>
      </div>
    ) : (
      <p class="empty">{dossier.error}</p>
    )}
  </Section>
);
