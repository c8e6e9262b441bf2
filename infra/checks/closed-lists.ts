export type Edit = { readonly file: string; readonly after: string; readonly add: string };

/**
 * Each closed list by its name, with what adds an entry to it: a word behind the last one. A test
 * holds them against CONTRIBUTING's table.
 */
export const closedLists: Readonly<Record<string, readonly Edit[]>> = {
  "kind of recipient": [{ file: "functions/kernel/scope.ts", after: '"hotline", "cert"', add: ', "zz-new"' }],
  "reply class": [{ file: "functions/case/reply-class.ts", after: '  "unclear",', add: ' "zz-new",' }],
  "question to a person": [{ file: "functions/case/question.ts", after: '  "not-taken-in",', add: ' "zz-new",' }],
  "step of a notice": [{ file: "functions/case/step.ts", after: '  "letter",', add: ' "zz-new",' }],
  "kind of target": [
    { file: "functions/report/target.ts", after: '"peer", "account"', add: ', "zz-new"' },
    {
      file: "functions/report/report.ts",
      after: "readonly account: string }",
      add: ' | { readonly kind: "zz-new"; readonly host: string }',
    },
  ],
  channel: [{ file: "functions/report/category.ts", after: '  "e-mail",', add: ' "zz-new",' }],
  category: [{ file: "functions/report/category.ts", after: '  "other",', add: ' "zz-new",' }],
  "contact source": [{ file: "functions/case/contact-source.ts", after: '"dns", "person"', add: ', "zz-new"' }],
  "certainty of a contact": [{ file: "functions/case/candidate.ts", after: '"low", "guess"', add: ', "zz-new"' }],
  "language of notices": [{ file: "functions/notice/texts.ts", after: '  "ko",', add: ' "zz",' }],
  "language that desks answer in": [
    { file: "functions/answers/replies/languages.ts", after: '  "uk",', add: ' "zz",' },
  ],
};
