import {
  type Card,
  type Json,
  jscontactIn,
  listOf,
  type Members,
  objectOf,
  readCard,
  textOf,
  textsOf,
} from "./jcard.ts";
import { type Remarks, readRemarks } from "./remarks.ts";

/** Roles in lower case, `above` those of the entities around, outermost first. `bare`: without a card. */
export type Entity = {
  readonly handle?: string;
  readonly roles: readonly string[];
  readonly above: readonly (readonly string[])[];
  readonly card: Card;
  readonly remarks: Remarks;
  readonly bare: boolean;
};

/** Its own roles and those around it. */
export const rolesAround = ({ roles, above }: Entity): readonly string[] => [roles, ...above].flat();

const entitiesAtMost = 200;
const depthAtMost = 8;

/**
 * All entities of an answer, outer before inner, at most 200 and eight deep. Walks a list, not the stack, and
 * looks at no more of any list: answers are hostile, and taking empty rows from a long one costs its whole
 * length.
 */
export const entitiesOf = (top: Members): readonly Entity[] => {
  const found: Entity[] = [];
  const rowsOf = (owner: Members): readonly Json[] => listOf(owner["entities"]).slice(0, entitiesAtMost);
  const queue: { readonly value: Json; readonly above: Entity["above"] }[] = rowsOf(top).map((value) => ({
    value,
    above: [],
  }));
  // An array's iterator also visits what is pushed meanwhile.
  for (const next of queue) {
    if (found.length >= entitiesAtMost) break;
    const row = objectOf(next.value);
    if (Object.keys(row).length === 0) continue;
    const roles = textsOf(row["roles"]).map((role) => role.trim().toLowerCase());
    const card = readCard(row);
    found.push({
      handle: textOf(row["handle"]),
      roles,
      above: next.above,
      card,
      remarks: readRemarks([
        ...listOf(row["remarks"]).flatMap((remark) => textsOf(objectOf(remark)["description"])),
        ...card.notes,
      ]),
      bare: row["vcardArray"] === undefined && jscontactIn(row) === undefined,
    });
    const above = [...next.above, roles];
    if (above.length < depthAtMost) queue.push(...rowsOf(row).map((value) => ({ value, above })));
  }
  return found;
};
