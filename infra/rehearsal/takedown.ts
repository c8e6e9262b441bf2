import { stages } from "../stack/stages.ts";
import { asRehearsed, rehearsalRow } from "./stage.ts";

/*
 * The command line of an operator whose `stages.ts` has the rehearsed stage's row:
 * `npx takedown … --stage rehearsal`.
 */
Object.assign(stages, { rehearsal: rehearsalRow(asRehearsed) });
await import("../command/takedown.ts");
