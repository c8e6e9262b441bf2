/* For strangers' words in a terminal, a page or a mail. */

// Controls, bidirectional marks and what has no width: with them a text reads otherwise than it is written.
const unseen = /(?![\n\t])[\p{Cc}\p{Cf}\p{Cs}\p{Zl}\p{Zp}\p{Default_Ignorable_Code_Point}]/gu;

const spelled = (character: string): string => {
  const code = (character.codePointAt(0) ?? 0).toString(16);
  return code.length > 4 ? `\\u{${code}}` : `\\u${code.padStart(4, "0")}`;
};

/** Spells out what can't be seen: `\u202e`. Line breaks and tabs stay. */
export const visible = (text: string): string => text.replace(/\r\n/g, "\n").replace(unseen, spelled);

/** Line breaks and tabs are spelled out, too. */
export const visibleInLine = (text: string): string => visible(text).replace(/[\n\t]/g, spelled);
