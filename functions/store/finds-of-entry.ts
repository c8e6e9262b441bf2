import { numberNamedIn } from "../report/number-named.ts";
import { byUnread, type Find, messageSlot } from "./finds.ts";

/**
 * By what a message of an entry is found: by its report's number, as far as that can be read. Pure.
 */
export const findsOfEntry = (text: string, message: number): readonly Find[] => {
  const named = numberNamedIn(text);
  if (!named) return [];
  const { reportId, reporter } = named;
  return [
    {
      slot: messageSlot(message),
      text: byUnread(reportId),
      ...(reporter !== undefined && { besideIt: byUnread(reportId, reporter) }),
    },
  ];
};
