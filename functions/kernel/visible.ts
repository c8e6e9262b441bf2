/*
 * What strangers wrote, before it is put where signs act: a terminal, a page, a mail.
 */

// Controls, marks that turn the reading order, and all that has no width: by them a text reads
// otherwise than it is written.
const unseen = /(?![\n\t])[\p{Cc}\p{Cf}\p{Cs}\p{Zl}\p{Zp}\p{Default_Ignorable_Code_Point}]/gu;

const spelled = (character: string): string => {
  const code = (character.codePointAt(0) ?? 0).toString(16);
  return code.length > 4 ? `\\u{${code}}` : `\\u${code.padStart(4, "0")}`;
};

/** Spells out what cannot be seen: `\u202e`. Line breaks and tabs stay. */
export const visible = (text: string): string => text.replace(/\r\n/g, "\n").replace(unseen, spelled);

/** The same on one line: line breaks and tabs are spelled out, too. */
export const visibleInLine = (text: string): string => visible(text).replace(/[\n\t]/g, spelled);
