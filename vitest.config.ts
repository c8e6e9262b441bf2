import { defaultExclude, defineConfig } from "vitest/config";

const tests = ["test/**/*.test.ts", "test/**/*.test.tsx"];
const long = ["test/**/*.long.test.ts"];
const browser = ["test/browser/**/*.test.ts"];

/**
 * The command's name decides which tests run (`package.json`): `npm test` those of `laws`,
 * `npm run test:long` the files named `*.long.test.ts`, `npm run test:browser` those in
 * `test/browser/`, which need a Chromium.
 */
export default defineConfig({
  test: {
    // Ends what hangs, also beside others' work on a busy machine; no test is held to its speed.
    testTimeout: 120_000,
    hookTimeout: 240_000,
    // One for each of two cores: vitest alone would leave one idle.
    maxWorkers: 2,
    // Deployed on Node 24; that the SDK will leave Node 20 in 2027 need not be said by each test
    // file.
    env: { AWS_SDK_JS_NODE_VERSION_SUPPORT_WARNING_DISABLED: "true" },
    projects: [
      {
        extends: true,
        test: {
          name: "laws",
          include: tests,
          exclude: [...defaultExclude, ...long, ...browser],
          // One process imports what many files need once, and its compiler has it warm: half of the
          // processor time. No test file leaves anything behind for the next, and none mocks a
          // module.
          isolate: false,
        },
      },
      { extends: true, test: { name: "long", include: long, isolate: true, testTimeout: 600_000 } },
      {
        extends: true,
        test: {
          name: "browser",
          include: browser,
          isolate: false,
          globalSetup: "test/browser/find-browser.ts",
        },
      },
    ],
  },
});
