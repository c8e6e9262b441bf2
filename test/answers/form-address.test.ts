import { expect, test } from "vitest";
import { formOf } from "../../functions/answers/form-address.ts";

test.each([
  ["Please use https://host.example/abuse.", "https://host.example/abuse"],
  ["Please use our form (https://host.example/abuse), thank you.", "https://host.example/abuse"],
  ["See [our form](https://host.example/abuse-form) for reports.", "https://host.example/abuse-form"],
  ["Formular: <https://host.example/melden?lang=de>", "https://host.example/melden?lang=de"],
  ["Use **https://host.example/report**!", "https://host.example/report"],
  ["通報フォーム「https://host.example/form」からお願いします。", "https://host.example/form"],
  ["https://host.example/formまでご連絡ください。", "https://host.example/form"],
  ["フォーム（https://host.example/abuse）よりお願いします", "https://host.example/abuse"],
  ["https://host.example/form。まで", "https://host.example/form"],
  ["请通过https://host.example/jubao，提交举报。", "https://host.example/jubao"],
  ["신고는 https://host.example/singo에서 접수하세요.", "https://host.example/singo"],
  ["Utilisez « https://host.example/signaler ».", "https://host.example/signaler"],
  ["Форма: http://host.example/abuse;", "http://host.example/abuse"],
  [
    "Privacy: https://host.example/privacy\nReports only by our form: https://host.example/contact\n" +
      "https://host.example/",
    "https://host.example/contact",
  ],
  [
    "Please report at https://abuse.host.example/ and rate us: https://survey.example/r/12",
    "https://abuse.host.example/",
  ],
  [
    "Ticket: https://desk.host.example/tickets/4711\nPlease submit it through https://host.example/trust/new",
    "https://host.example/trust/new",
  ],
  [
    "How did we do? https://host.example/feedback\n\nUse the portal https://host.example/p/start\n\n" +
      "Web: https://www.host.example",
    "https://host.example/p/start",
  ],
  ["Use our portal https://portal.host.example", "https://portal.host.example"],
  ["Read our privacy policy: https://host.example/privacy", undefined],
  ["Our form is on the home page.", undefined],
])("the form's address in %j", (text, form) => {
  expect(formOf(text)).toBe(form);
});
