import type { FC } from "hono/jsx";
import type { Case } from "../../case/case.ts";
import type { HistoryLine } from "../../news/reporter-steps.ts";
import { caseDossier, icannDossier } from "../../notice/dossier.ts";
import { Title, ToCopy } from "../elements.tsx";
import { Section } from "../parts.tsx";
import { visible } from "../shown.ts";

/** What the desks were notified of and what came of it, to copy into a form. Sends nothing. */
export const DossierPage: FC<{
  readonly state: Case;
  readonly messageIdDomain: string;
  readonly history: readonly HistoryLine[];
}> = ({ state, messageIdDomain, history }) => (
  <>
    <Title of="Dossier" back={[`/cases/${encodeURIComponent(state.id)}`, "Back to the case"]}>
      To copy into a complaint. It is sent to nobody by us. <span class="id">{state.id}</span>
    </Title>
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
      <ToCopy id={`${id}-text`} label="Text to copy" text={visible(dossier.value)} rows={14} />
    ) : (
      <p class="empty">{dossier.error}</p>
    )}
  </Section>
);
