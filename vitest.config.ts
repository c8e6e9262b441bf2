import { defineConfig } from "vitest/config";

export default defineConfig({
  test: {
    include: ["test/**/*.test.ts", "test/**/*.test.tsx"],
    testTimeout: 30_000,
    hookTimeout: 120_000,
    // One process imports what many files need once, and its compiler has it warm: half of the
    // processor time. No test file leaves anything behind for the next, and none mocks a module.
    isolate: false,
    // Deployed on Node 24; that the SDK will leave Node 20 in 2027 need not be said by each test
    // file.
    env: { AWS_SDK_JS_NODE_VERSION_SUPPORT_WARNING_DISABLED: "true" },
  },
});
