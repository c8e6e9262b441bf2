/*
 * zod's smaller half, for everything that is deployed. A bundle leaves out what nobody calls. The usual half hangs
 * all on each schema, at each start, and both halves in one bundle cost more than either. Its error texts are set
 * here: people read them.
 */
import { config } from "zod/mini";
import english from "zod/v4/locales/en.js";

config(english());

export * from "zod/mini";
