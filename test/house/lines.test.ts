import { readdirSync, readFileSync } from "node:fs";
import path from "node:path";
import { expect, test } from "vitest";

const most = { columns: 120, wide: 100, shareOfWide: 0.08 };

/** A sentence of a letter stands in one line, as its translator wrote it and as it is compared. */
const data = /^functions\/notice\/templates\//;

/** Files with longer lines; none is added here. */
const toMend: readonly string[] = [
  "functions/notice/breaker.ts",
  "functions/notice/claims.ts",
  "functions/notice/dossier.ts",
  "functions/notice/ground.ts",
  "functions/notice/plain-text.ts",
  "functions/notice/refusal.ts",
  "functions/notice/request.ts",
  "functions/notice/send-port.ts",
  "functions/notice/shape.ts",
  "test/adapters/hostile-servers.test.ts",
  "test/adapters/ses-sender.test.ts",
  "test/answers/attachment-marker.test.ts",
  "test/answers/bounce-forms.ts",
  "test/answers/desk-replies.ts",
  "test/answers/inbound-cases.test.ts",
  "test/answers/read-mail.test.ts",
  "test/answers/read-reply.test.ts",
  "test/answers/score-replies.ts",
  "test/answers/walk-mail.test.ts",
  "test/browser/a-browser.ts",
  "test/browser/console.test.ts",
  "test/browser/hostile.test.ts",
  "test/case/decide/gates.test.ts",
  "test/case/decide/ladder-end.test.ts",
  "test/case/decide/ladder.test.ts",
  "test/case/desk-clock.test.ts",
  "test/case/react.test.ts",
  "test/console/a-console.ts",
  "test/console/pages.test.ts",
  "test/console/preview-and-dossier.test.ts",
  "test/console/say-event.test.ts",
  "test/console/sign-in.test.ts",
  "test/contact/answers/domain-whois.ts",
  "test/contact/answers/rdap.ts",
  "test/contact/answers/regional-whois.ts",
  "test/contact/answers/second-round.ts",
  "test/contact/answers/third-round.ts",
  "test/contact/attacks.test.ts",
  "test/contact/doubtful-desks.test.ts",
  "test/contact/known.test.ts",
  "test/contact/look-up-contact.test.ts",
  "test/contact/national-registry.test.ts",
  "test/contact/out-of-dns.test.ts",
  "test/contact/read-whois.test.ts",
  "test/contact/registry-habits.test.ts",
  "test/contact/remarks-forbid.test.ts",
  "test/escalation/country-rows.test.ts",
  "test/flow/approval.test.ts",
  "test/flow/bouncing-desks.test.ts",
  "test/flow/brake-clock.test.ts",
  "test/flow/business-abuse.test.ts",
  "test/flow/nobodys-host.test.ts",
  "test/flow/second-thoughts.test.ts",
  "test/flow/state-of-before.test.ts",
  "test/flow/strays.test.ts",
  "test/flow/turned-away.test.ts",
  "test/flow/whom-we-tell.test.ts",
  "test/handlers/follow-up.test.ts",
  "test/handlers/watchdog.test.ts",
  "test/house/charts/states-page.ts",
  "test/infra/bench/meter.test.ts",
  "test/infra/local/console-server.test.ts",
  "test/infra/local/sample-desks.test.ts",
  "test/infra/local/sample-registries.test.ts",
  "test/infra/local/start.test.ts",
  "test/infra/stack/isolated-network.test.ts",
  "test/infra/stack/rights-in.ts",
  "test/infra/stack/rights.test.ts",
  "test/infra/stack/stages.test.ts",
  "test/infra/stack/takedown-stack.test.ts",
  "test/kill/kill-run.ts",
  "test/kill/kill-test.ts",
  "test/notice/compose-notice.test.ts",
  "test/notice/digest.test.ts",
  "test/notice/hostile-report.test.ts",
  "test/notice/law.test.ts",
  "test/report/without-content.test.ts",
  "test/simulation/hostile-desk.ts",
  "test/simulation/letters.ts",
  "test/simulation/simulate.ts",
  "test/statistics/recount.ts",
  "test/support/a-stand.ts",
  "test/support/nested-world.ts",
];

/** Letters of East Asia take two columns, as an editor shows them and the formatter counts them. */
const twoColumns =
  /[\u1100-\u115f\u2e80-\u303e\u3041-\ua4cf\uac00-\ud7a3\uf900-\ufaff\ufe30-\ufe6f\uff00-\uff60\uffe0-\uffe6]/gu;
const columnsOf = (line: string): number => [...line].length + (line.match(twoColumns)?.length ?? 0);

const files = ["functions", "infra", "test"]
  .flatMap((folder) =>
    readdirSync(folder, { recursive: true, encoding: "utf8" }).map((file) =>
      path.posix.join(folder, file.split(path.sep).join("/")),
    ),
  )
  .filter((file) => /\.tsx?$/.test(file) && !data.test(file));

const lines = files.flatMap((file) =>
  readFileSync(file, "utf8")
    .split("\n")
    .map((line, index) => ({ file, number: index + 1, columns: columnsOf(line) })),
);
const tooLong = lines.filter(({ columns }) => columns > most.columns);

test(`a line has ${most.columns} columns at most, but for the letters' own texts`, () => {
  const named = tooLong.filter(({ file }) => !toMend.includes(file));
  expect(named.map(({ file, number }) => `${file}:${number}`)).toEqual([]);
});

test(`fewer than ${100 * most.shareOfWide} of 100 lines have more than ${most.wide} columns`, () => {
  const wide = lines.filter(({ columns }) => columns > most.wide);
  expect(wide.length / lines.length).toBeLessThan(most.shareOfWide);
});
