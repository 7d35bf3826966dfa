import { existsSync, readdirSync, readFileSync, writeFileSync } from 'node:fs';
import { join } from 'node:path';
import { brotliCompressSync, gzipSync } from 'node:zlib';
import type { Plugin } from 'vite';
import { defineConfig } from 'vitest/config';

const islands = 'src/main/islands';
const output = 'build/static/assets';

/** Every `<island>/<island>.ts` is a bundle of its own; what two of them share becomes a chunk. */
const entries = readdirSync(islands)
  .map((island) => join(islands, island, `${island}.ts`))
  .filter((file) => existsSync(file));

/** The server answers the `.br` or `.gz` beside a file to browsers that read them. */
const compressed: Plugin = {
  name: 'compressed',
  apply: 'build',
  closeBundle() {
    for (const name of readdirSync(output)) {
      if (/\.(js|css|svg)$/.test(name)) {
        const file = join(output, name);
        const content = readFileSync(file);
        writeFileSync(`${file}.br`, brotliCompressSync(content));
        writeFileSync(`${file}.gz`, gzipSync(content, { level: 9 }));
      }
    }
  },
};

export default defineConfig({
  base: '/assets/',
  publicDir: false,
  build: {
    outDir: output,
    emptyOutDir: true,
    assetsDir: '',
    manifest: 'manifest.json',
    // Inlined assets would be data: addresses, which the content security policy allows for images only.
    assetsInlineLimit: 0,
    // The page names its islands' imports itself.
    modulePreload: false,
    target: 'es2022',
    rolldownOptions: {
      input: [...entries, 'src/main/styles/main.css'],
      // htmx holds one eval; the pages switch it off (allowEval) and the content security policy forbids it.
      checks: { eval: false },
    },
  },
  plugins: [compressed],
  test: {
    include: [`${islands}/**/*.test.ts`],
    environment: 'jsdom',
    // A document for each file takes ten times as long as the tests in it; each file empties the body it was given.
    isolate: false,
    passWithNoTests: true,
  },
});
