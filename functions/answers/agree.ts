import type { ReplyClass } from "../case/reply-class.ts";
import type { Guess } from "./reader.ts";

/** What a reply is taken for, and by which rule. */
export type Agreed = { readonly replyClass: ReplyClass; readonly rule: string };

/** What the rules' reading and a second reader's come to; the rules' where the other does not say. Pure. */
export const agree = ({ replyClass, rule }: Agreed, _guess: Guess | undefined): Agreed => ({ replyClass, rule });
