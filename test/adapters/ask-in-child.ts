/*
 * Asks one hostile server in a process of its own and tells what it came to, so that the server's
 * memory does not count.
 */
import { rdapClient } from "../../functions/adapters/rdap-client.ts";
import { whoisClient } from "../../functions/adapters/whois-client.ts";

const [, , protocol = "", friendly = "", hostile = ""] = process.argv;
const ask = (at: string) =>
  protocol === "whois"
    ? whoisClient({ onlyServer: { host: "127.0.0.1", port: Number(at) } })({
        server: "whois.registry.example",
        query: "192.0.2.1",
      })
    : rdapClient({ onlyBase: at })({ kind: "ip", query: "192.0.2.1", base: "https://rdap.registry.example/" });

// What any first question costs is not the hostile server's doing.
for (let times = 0; times < 20; times++) await ask(friendly);
// V8 still compiles in the background what the first questions made hot; that memory is no answer's
// either.
await new Promise((resolve) => setTimeout(resolve, 1000));
const before = process.resourceUsage().maxRSS;
const answer = await ask(hostile);
const grewMiB = (process.resourceUsage().maxRSS - before) / 1024;
process.stdout.write(
  JSON.stringify({
    kind: answer.kind,
    detail: "detail" in answer ? answer.detail : "",
    grewMiB,
  }),
);
process.exit(0);
