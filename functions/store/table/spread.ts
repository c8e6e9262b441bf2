/** Which of `over` places a case has, always the same. */
export const spread = (caseId: string, over: number): number =>
  [...caseId].reduce((sum, character) => (sum * 31 + character.charCodeAt(0)) % 9973, 7) % over;
