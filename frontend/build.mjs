// Bundles src/ with vis-network and CodeMirror into lodegraph/assets/canvas. `--watch` builds again at every change; `--check` builds
// into a folder of its own and fails where the committed files are not what comes of the sources.
import { mkdtemp, readFile, rm, writeFile } from "node:fs/promises";
import { tmpdir } from "node:os";
import { join } from "node:path";
import { fileURLToPath } from "node:url";
import * as esbuild from "esbuild";

const ASSETS = fileURLToPath(new URL("../lodegraph/assets/canvas/", import.meta.url));
const FILES = ["canvas.js", "canvas.css", "address.js", "file_button.js", "file_button.css", "file_input.js", "file_input.css", "search_keys.js", "statement.js", "statement.css", "LICENSES.txt"];
const EDITOR = [
  ...["autocomplete", "commands", "language", "lint", "state", "view"].map((name) => `@codemirror/${name}`),
  ...["common", "highlight", "lr"].map((name) => `@lezer/${name}`),
  ...["@marijn/find-cluster-break", "crelt", "style-mod", "w3c-keyname"],
];
const vis = new URL("node_modules/vis-network/", import.meta.url);

const options = (outdir) => ({
  entryPoints: [
    { in: "src/index.js", out: "canvas" },
    ...["address.js", "file_button.js", "file_button.css", "file_input.js", "file_input.css", "search_keys.js", "statement.js", "statement.css"].map((name) => ({ in: `src/${name}`, out: name.split(".")[0] })),
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
  const { version } = await readPackage(vis);
  const heading = `canvas.js holds vis-network ${version} (Apache-2.0 OR MIT), by its authors, and the libraries in its standalone build.`;
  const texts = await Promise.all(["LICENSE-MIT", "LICENSE-APACHE-2.0"].map((name) => readFile(new URL(name, vis), "utf8")));
  const inEditor = await Promise.all(EDITOR.map(describeEditorPart));
  await writeFile(join(outdir, "LICENSES.txt"), [heading, ...texts, "statement.js holds CodeMirror and what it is made of:", ...inEditor].join("\n\n----\n\n"));
}

async function describeEditorPart(name) {
  const folder = new URL(`node_modules/${name}/`, import.meta.url);
  const { version, license } = await readPackage(folder);
  return `${name} ${version} (${license})\n\n${await readFile(new URL("LICENSE", folder), "utf8")}`;
}

const readPackage = async (folder) => JSON.parse(await readFile(new URL("package.json", folder), "utf8"));

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
