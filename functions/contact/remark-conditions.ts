import { pattern } from "../kernel/pattern.ts";
import { wordsFor } from "./remark-words.ts";

const conditions = pattern("i", wordsFor("conditions"));

/** A mailbox's name states no condition. */
const withoutMailboxes = (sentence: string): string => sentence.replace(/\S{1,64}@\S{1,255}/g, "@");

/** True if a remark's sentence is about some mail only, and so says nothing of the desk. */
export const isConditional = (sentence: string): boolean => conditions.test(withoutMailboxes(sentence));
