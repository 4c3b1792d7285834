// Bundles src/ with vis-network into lodegraph/assets/canvas. `--watch` builds again at every change; `--check` builds
// into a folder of its own and fails where the committed files are not what comes of the sources.
import { mkdtemp, readFile, rm, writeFile } from "node:fs/promises";
import { tmpdir } from "node:os";
import { join } from "node:path";
import { fileURLToPath } from "node:url";
import * as esbuild from "esbuild";

const ASSETS = fileURLToPath(new URL("../lodegraph/assets/canvas/", import.meta.url));
const FILES = ["canvas.js", "canvas.css", "address.js", "file_button.js", "file_button.css", "file_input.js", "file_input.css", "search_keys.js", "LICENSES.txt"];
const vis = new URL("node_modules/vis-network/", import.meta.url);

const options = (outdir) => ({
  entryPoints: [
    { in: "src/index.js", out: "canvas" },
    ...["src/address.js", "src/file_button.js", "src/file_button.css", "src/file_input.js", "src/file_input.css", "src/search_keys.js"].map((path) => ({ in: path, out: path.match(/\w+(?=\.)/)[0] })),
  ],
  absWorkingDir: fileURLToPath(new URL(".", import.meta.url)),
  outdir,
  bundle: true,
  format: "esm",
  target: "es2022",
  minify: true,
  legalComments: "none",
  logLevel: "warning",
  banner: { js: "// A part of Lodegraph's pages, in canvas.js with vis-network inside. Made from frontend/ by `npm run build`; licences: LICENSES.txt\n" },
});

async function writeLicences(outdir) {
  const { version } = JSON.parse(await readFile(new URL("package.json", vis), "utf8"));
  const heading = `canvas.js holds vis-network ${version} (Apache-2.0 OR MIT), by its authors, and the libraries in its standalone build.`;
  const texts = await Promise.all(["LICENSE-MIT", "LICENSE-APACHE-2.0"].map((name) => readFile(new URL(name, vis), "utf8")));
  await writeFile(join(outdir, "LICENSES.txt"), [heading, ...texts].join("\n\n----\n\n"));
}

async function build(outdir) {
  await writeLicences(outdir);
  await esbuild.build(options(outdir));
}

async function check() {
  const made = await mkdtemp(join(tmpdir(), "lodegraph-canvas-"));
  await build(made);
  const same = await Promise.all(FILES.map(async (name) => (await readFile(join(made, name))).equals(await readFile(join(ASSETS, name)))));
  await rm(made, { recursive: true });
  const other = FILES.filter((_, i) => !same[i]);
  if (!other.length) return console.log(`${FILES.join(", ")}: what frontend/src builds`);
  console.error(`not what frontend/src builds: ${other.join(", ")}; run \`npm run build\` and commit what it makes`);
  process.exitCode = 1;
}

if (process.argv.includes("--check")) await check();
else if (process.argv.includes("--watch")) await (await esbuild.context(options(ASSETS))).watch();
else await build(ASSETS);
