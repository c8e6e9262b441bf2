/**
 * Settings under which a real SDK client talks to a server on loopback. Not a fallback: the
 * endpoint is always named.
 */
export const local = (endpoint: string) => ({
  endpoint,
  region: "us-east-1",
  credentials: { accessKeyId: "local", secretAccessKey: "local" },
  maxAttempts: 1,
});
