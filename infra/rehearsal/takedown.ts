import { stages } from "../stack/stages.ts";
import { asRehearsed, rehearsalRow } from "./stage.ts";

/*
 * The command line of an operator whose `stages.ts` has the rehearsed stage's row:
 * `npx takedown … --stage rehearsal`. The row has the region in which the operator works, as after a lost region.
 */
Object.assign(stages, { rehearsal: rehearsalRow({ ...asRehearsed, region: process.env.AWS_REGION }) });
await import("../command/takedown.ts");
