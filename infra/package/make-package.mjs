// Run by `npm pack` (`prepack`): compiles what an app takes in and the `takedown` program into `dist/`,
// and lays beside it the data that sources read from beside themselves.
import { spawnSync } from "node:child_process";
import { copyFileSync, mkdirSync, rmSync } from "node:fs";
import { dirname, join } from "node:path";
import { fileURLToPath } from "node:url";

const root = fileURLToPath(new URL("../..", import.meta.url));
const out = join(root, "dist");
/** No import names it: the reader's weights. */
const data = "functions/adapters/replies.model";

rmSync(out, { recursive: true, force: true });
const { status } = spawnSync(process.execPath, [join(root, "node_modules/typescript/bin/tsc"), "-p", "infra/package"], {
  cwd: root,
  // npm's own answer, as of `npm pack --json`, is on standard output.
  stdio: ["ignore", 2, 2],
});
if (status !== 0) {
  process.stderr.write("The package can't be compiled; the compiler's words stand above.\n");
  process.exit(1);
}
mkdirSync(dirname(join(out, data)), { recursive: true });
copyFileSync(join(root, data), join(out, data));
