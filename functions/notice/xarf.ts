import { fail, ok, type Result } from "../kernel/result.ts";
import type { Category } from "../report/category.ts";
import type { ComposeProblem } from "./request.ts";
import { type Xarf, type XarfType, xarfForms } from "./xarf-form.ts";
import {
  assessments,
  chainOf,
  hashesIn,
  hashIn,
  type Known,
  knownOf,
  peerProtocol,
  sourceOf,
  swarmSources,
  uriIn,
  written,
  type XarfSubject,
} from "./xarf-known.ts";

export type { Xarf } from "./xarf-form.ts";

type Attached = Result<Xarf | undefined, Extract<ComposeProblem, { kind: "attachment-invalid" }>>;

/**
 * `undefined` where the standard has no type (intimate imagery, terrorism) or asks for a fact that nobody
 * reported. It alone holds the exact address: as a URI the parser's `href`, percent-encoded where RFC 3986 asks
 * for it; reporters' own spelling is evidence beside it. Each recipient gets the same `report_id`: one incident.
 */
export const xarfOf = (request: XarfSubject): Attached => {
  const draft = drafts[request.case.category](knownOf(request));
  if (draft === undefined) return ok(undefined);
  const read = xarfForms[draft.type].safeParse(JSON.parse(JSON.stringify(draft)));
  if (read.success) return ok(read.data);
  const [issue] = read.error.issues;
  return fail({
    kind: "attachment-invalid",
    field: issue?.path.join(".") ?? "",
    reason: issue?.message ?? "not valid",
  });
};

type Draft = (known: Known) => { readonly type: XarfType; readonly [field: string]: unknown } | undefined;

/** None where the standard has no type for what is known. */
const drafts: Record<Category, Draft> = {
  csam: ({ page, evidence, said }) =>
    page &&
    evidence.classification &&
    evidence.detectedBy && {
      ...page,
      ...said,
      type: "csam",
      classification: evidence.classification,
      detection_method: evidence.detectedBy.replace("-", "_"),
      hash_values: hashesIn(evidence, ["md5", "sha1", "sha256", "photodna"]),
      // It was there when last seen, or nobody would be asked to remove it.
      content_removed: false,
    },
  // Guessing `exploitation_type` would be a statement about a child.
  csem: ({ page, evidence, said }) => {
    const detection = evidence.detectedBy && assessments[evidence.detectedBy].exploitation;
    return page && evidence.exploitationType && detection
      ? { ...page, ...said, type: "csem", detection_method: detection }
      : undefined;
  },
  ncii: () => undefined,
  terrorism: () => undefined,
  other: () => undefined,
  phishing: ({ page, evidence, said }) =>
    page && {
      ...page,
      ...said,
      type: "phishing",
      submission_url: uriIn(evidence.submissionUrl),
      cloned_site: uriIn(evidence.legitimateSite),
      redirect_chain: chainOf(evidence),
    },
  malware: ({ page, evidence, said }) =>
    page && { ...page, ...said, type: "malware", file_hashes: hashesIn(evidence, ["md5", "sha1", "sha256"]) },
  botnet: ({ core: { description, ...core }, seen, state, said }) =>
    description === undefined
      ? undefined
      : {
          ...core,
          c2_protocol: seen.protocol,
          ...said,
          category: "infrastructure",
          type: "botnet",
          compromise_evidence: description,
          c2_server: seen.url ?? state.target.host,
        },
  fraud: ({ page, imitates, said }) =>
    page && { ...page, fraud_type: "other", ...said, type: "fraud", claimed_entity: imitates },
  brand: ({ page, evidence, state, said }) => {
    const rightful = uriIn(evidence.legitimateSite);
    const number = written(evidence.rightNumber, 200, state.target);
    return page === undefined || rightful === undefined
      ? undefined
      : {
          ...page,
          infringement_type: "other",
          ...said,
          type: "brand_infringement",
          legitimate_site: rightful,
          trademark_details: number === undefined ? undefined : { registration_number: number },
        };
  },
  "exposed-data": ({ page, said }) =>
    page && { ...page, data_types: ["other"], exposure_method: "other", ...said, type: "exposed_data" },
  copyright: (known) => copyOf(known) ?? swarmOf(known),
};

const copyOf: Draft = ({ core, seen, imitates, evidence, said: { work_category: _, ...said } }) =>
  seen.url === undefined
    ? undefined
    : {
        ...core,
        ...said,
        category: "copyright",
        type: "copyright",
        infringing_url: seen.url,
        work_title: imitates,
        original_url: uriIn(evidence.legitimateSite),
      };

/** Only the swarm's hash tells a peer from its neighbours; the standard asks for it. */
const swarmOf: Draft = ({ core, seen, imitates, evidence, said: { infringement_type: _, ...said } }) => {
  const swarm = hashIn(evidence, "btih");
  const source = sourceOf(evidence);
  return seen.inSwarm && swarm !== undefined
    ? {
        ...core,
        ...said,
        category: "copyright",
        type: "p2p",
        evidence_source: source && swarmSources[source],
        p2p_protocol: peerProtocol(seen.inSwarm.protocol),
        swarm_info: { info_hash: swarm },
        work_title: imitates,
      }
    : undefined;
};
