// Bundles src/ with vis-network into lodegraph/assets/canvas. `--watch` builds again at every change.
import { readFile, writeFile } from "node:fs/promises";
import * as esbuild from "esbuild";

const assets = new URL("../lodegraph/assets/canvas/", import.meta.url);
const vis = new URL("node_modules/vis-network/", import.meta.url);

const options = {
  entryPoints: { canvas: "src/index.js" },
  outdir: assets.pathname,
  bundle: true,
  format: "esm",
  target: "es2022",
  minify: true,
  legalComments: "none",
  logLevel: "info",
  banner: { js: "// Lodegraph's canvas, with vis-network inside. Made from frontend/ by `npm run build`; licences: LICENSES.txt\n" },
};

const { version } = JSON.parse(await readFile(new URL("package.json", vis), "utf8"));
const heading = `canvas.js holds vis-network ${version} (Apache-2.0 OR MIT), by its authors, and the libraries in its standalone build.`;
const texts = await Promise.all(["LICENSE-MIT", "LICENSE-APACHE-2.0"].map((name) => readFile(new URL(name, vis), "utf8")));
await writeFile(new URL("LICENSES.txt", assets), [heading, ...texts].join("\n\n----\n\n"));

if (process.argv.includes("--watch")) {
  await (await esbuild.context(options)).watch();
} else {
  await esbuild.build(options);
}
