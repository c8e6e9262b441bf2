// Runs before `npm start`, `npm test` and `npx takedown`, in plain JavaScript, since nothing
// may be installed yet: checks Node's version and installs what package-lock.json names when
// node_modules does not hold it.
import { spawnSync } from "node:child_process";
import { existsSync, readFileSync } from "node:fs";
import { fileURLToPath } from "node:url";

const root = fileURLToPath(new URL("../..", import.meta.url));
const [major = 0, minor = 0] = process.versions.node.split(".").map(Number);
if (major < 20 || (major === 20 && minor < 19)) {
  console.error(
    `Node ${process.versions.node} is too old: the dispatcher needs Node 20.19 or newer. Install a newer Node and run the command again.`,
  );
  process.exit(1);
}

const installed = () => {
  const record = `${root}node_modules/.package-lock.json`;
  if (!existsSync(record)) return false;
  const packages = (file) => JSON.parse(readFileSync(file, "utf8")).packages;
  const there = packages(record);
  // Packages for other systems (`optional`) are named in the lock and rightly absent.
  return Object.entries(packages(`${root}package-lock.json`)).every(
    ([path, { version, optional, peer }]) => path === "" || optional || peer || there[path]?.version === version,
  );
};

if (!installed()) {
  console.error("Installing what package-lock.json names (npm ci); this happens once …");
  const { status } = spawnSync("npm", ["ci", "--no-audit", "--no-fund", "--loglevel=error"], {
    cwd: root,
    stdio: ["ignore", 2, 2],
    shell: process.platform === "win32",
  });
  if (status !== 0) {
    console.error(
      "The installation failed; npm's own words stand above. Correct what they name and run the command again.",
    );
    process.exit(1);
  }
}
