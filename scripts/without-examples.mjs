// Leaves the examples of the lexicon's rows out of the bundles: only tests read them, and they are most of its bytes.
import path from 'node:path';
import { build } from 'esbuild';

/** @type {import('esbuild').Plugin} */
export const withoutExamples = {
  name: 'without-examples',
  setup({ onLoad }) {
    onLoad({ filter: /[\\/]language[\\/]lexicon[\\/](?:[a-z]{2}[\\/])?[a-z-]+\.ts$/ }, async ({ path: file }) => {
      const { exports, inputs } = await evaluate(file);
      const values = Object.entries(exports);
      // Any other module of that folder is bundled as it stands.
      if (values.length === 0 || !values.every(([, value]) => isTable(value))) return undefined;
      const tables = values.map(([name, rows]) => `export const ${name} = ${JSON.stringify(rows.map(withoutFields))};`);
      return { contents: tables.join('\n'), loader: 'js', watchFiles: inputs };
    });
  },
};

/**
 * @param {string} file
 * @returns {Promise<{ exports: Record<string, any>, inputs: string[] }>} what the module exports, and the files it is made of
 */
async function evaluate(file) {
  const { outputFiles, metafile } = await build({
    entryPoints: [file],
    bundle: true,
    format: 'esm',
    platform: 'node',
    write: false,
    metafile: true,
    logLevel: 'silent',
  });
  const code = outputFiles[0]?.text ?? '';
  const exports = await import(`data:text/javascript;base64,${Buffer.from(code).toString('base64')}`);
  return { exports, inputs: Object.keys(metafile.inputs).map((input) => path.resolve(input)) };
}

/** @param {unknown} value */
function isTable(value) {
  return Array.isArray(value) && value.length > 0 && value.every((row) => Array.isArray(row?.cues));
}

/** @param {Record<string, unknown>} row */
function withoutFields({ flags: _, passes: __, ...row }) {
  return row;
}
