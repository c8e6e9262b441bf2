/**
 * JSON that means the same, with what can't be seen or moves a terminal's cursor as JSON escapes
 * it: it is shown on terminals, and holds what strangers wrote.
 */
export const escaped = (json: string): string =>
  json.replace(/(?!\n)[\p{Cc}\p{Cf}\p{Cs}\p{Zl}\p{Zp}\p{Default_Ignorable_Code_Point}]/gu, (character) =>
    [...Array(character.length).keys()]
      .map((at) => `\\u${character.charCodeAt(at).toString(16).padStart(4, "0")}`)
      .join(""),
  );

/** One line of JSON. */
export const asJson = (said: unknown): string => escaped(JSON.stringify(said));

/** The same, indented. */
export const asIndentedJson = (said: unknown): string => escaped(JSON.stringify(said, null, 2));
