import { caseNamed } from "../../functions/console/cases/case-number.ts";
import { caseDossier, icannDossier } from "../../functions/notice/dossier.ts";
import { messageIdDomain } from "../../functions/notice/message-id-domain.ts";
import { asJson } from "./as-json.ts";
import { noSuchCase, reached, storeAt, type Where } from "./connection.ts";
import { printText } from "./print.ts";
import { CommandProblem } from "./problem.ts";

/**
 * Prints a case's dossier, or with `icann` the one for a complaint about its registrar, to be
 * copied into a form. Sends nothing.
 */
export const showDossier = async (
  id: string,
  options: Where & { readonly icann?: true; readonly json?: true },
): Promise<void> => {
  const store = storeAt(options);
  const state = await reached(options, store.read(caseNamed(id)));
  if (!state) throw noSuchCase(id, options);
  const region = process.env.AWS_REGION;
  if (!region)
    throw new CommandProblem(
      "Set AWS_REGION to the region that the mails were sent from: it is part of their Message-IDs.",
    );
  const domain = messageIdDomain(region);
  const dossier = options.icann
    ? icannDossier(state, domain)
    : caseDossier(state, domain, await reached(options, store.history(state.id)));
  if (!dossier.ok) throw new CommandProblem(dossier.error);
  printText(options.json ? asJson({ caseId: state.id, dossier: dossier.value }) : dossier.value);
};
