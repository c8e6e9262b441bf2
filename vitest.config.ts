import { defaultExclude, defineConfig } from "vitest/config";

const alone = [
  // They change the process for good: V8 searches more slowly once its patterns were watched.
  "test/answers/read-mail.test.ts",
  "test/contact/attacks.test.ts",
  // Ten megabytes in one string overflow V8's stack in a process that has compiled much.
  "test/infra/local/ses.test.ts",
];

export default defineConfig({
  test: {
    testTimeout: 30_000,
    hookTimeout: 120_000,
    // Deployed on Node 24; that the SDK will leave Node 20 in 2027 need not be said by each test
    // file.
    env: { AWS_SDK_JS_NODE_VERSION_SUPPORT_WARNING_DISABLED: "true" },
    projects: [
      {
        extends: true,
        test: {
          name: "together",
          include: ["test/**/*.test.ts", "test/**/*.test.tsx"],
          exclude: [...defaultExclude, ...alone],
          // One process imports what many files need once, and its compiler has it warm: half of the
          // processor time. No test file leaves anything behind for the next, and none mocks a
          // module.
          isolate: false,
        },
      },
      { extends: true, test: { name: "alone", include: alone, isolate: true } },
    ],
  },
});
