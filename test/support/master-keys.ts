/** Master keys of tests, which open nothing else. */
export const masterKeys = async () => ({
  current: "k1",
  keys: { k1: "a master key for tests that opens nothing else" },
});
