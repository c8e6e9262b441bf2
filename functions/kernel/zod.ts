/*
 * zod's smaller half, by which everything that is deployed reads what comes from outside. What a schema can is a
 * function there that a bundle leaves out where nobody calls it; the usual half hangs all of it on each schema, at each
 * start, and both halves in one bundle cost more than either. Its words for what is wrong are no part of it and are
 * set here: people read them.
 */
import { config } from "zod/mini";
import english from "zod/v4/locales/en.js";

config(english());

export * from "zod/mini";
