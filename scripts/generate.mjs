// Makes src/core/generated/ from schemas/: a validator and the types of each schema. Usage: node scripts/generate.mjs
import { mkdirSync, readdirSync, readFileSync, writeFileSync } from 'node:fs';
import path from 'node:path';
import { Ajv2020 } from 'ajv/dist/2020.js';
import standaloneCode from 'ajv/dist/standalone/index.js';
import { build } from 'esbuild';
import { compile } from 'json-schema-to-typescript';

const source = 'schemas';
const target = path.join('src', 'core', 'generated');

mkdirSync(target, { recursive: true });
for (const file of readdirSync(source).filter((name) => name.endsWith('.schema.json'))) {
  const name = file.replace('.schema.json', '');
  const schema = JSON.parse(readFileSync(path.join(source, file), 'utf8'));
  write(`${name}.js`, await validatorOf(schema));
  write(`${name}.d.ts`, await typesOf(schema));
}

/**
 * The compiled validator as one self-contained module: it needs neither ajv nor `eval` where it runs.
 * @param {{ $id: string }} schema
 */
async function validatorOf(schema) {
  const ajv = new Ajv2020({
    code: { source: true, esm: true },
    allErrors: true,
    inlineRefs: false,
    coerceTypes: true,
    messages: false,
  });
  ajv.addSchema(withoutWords(schema));
  const code = standaloneCode(ajv, { validate: schema.$id });
  const bundle = await build({
    stdin: { contents: code, resolveDir: process.cwd() },
    bundle: true,
    format: 'esm',
    minifySyntax: true,
    write: false,
    legalComments: 'none',
  });
  return `// @ts-nocheck\n// Made from schemas/ by scripts/generate.mjs.\n${bundle.outputFiles[0]?.text ?? ''}`;
}

/**
 * The schema without what is meant for people, which would only swell the validator.
 * @param {any} schema
 * @returns {any}
 */
function withoutWords(schema) {
  const words = ['description', 'enumDescriptions', 'examples', 'expected', 'title'];
  if (Array.isArray(schema)) return schema.map(withoutWords);
  if (typeof schema !== 'object' || schema === null) return schema;
  /** @type {Record<string, unknown>} */
  const kept = {};
  for (const [key, value] of Object.entries(schema)) {
    if (key === 'properties' || key === '$defs') {
      kept[key] = Object.fromEntries(Object.entries(value).map(([name, property]) => [name, withoutWords(property)]));
    } else if (!words.includes(key)) kept[key] = withoutWords(value);
  }
  return kept;
}

/** @param {{ title: string }} schema */
async function typesOf(schema) {
  const types = await compile(schema, schema.title, {
    bannerComment: '// Made from schemas/ by scripts/generate.mjs.',
    additionalProperties: true,
    format: false,
  });
  return `${types}
/** Tells whether a value fits the schema; \`validate.errors\` then says where it does not. */
export declare const validate: {
  (value: unknown): value is ${schema.title};
  errors?: readonly {
    readonly instancePath: string;
    readonly schemaPath: string;
    readonly keyword: string;
    readonly params: Readonly<Record<string, unknown>>;
  }[] | null;
};
`;
}

/**
 * Left alone where it is the same already, so that watchers stay calm.
 * @param {string} file
 * @param {string} text
 */
function write(file, text) {
  const full = path.join(target, file);
  let before;
  try {
    before = readFileSync(full, 'utf8');
  } catch (error) {
    if (/** @type {NodeJS.ErrnoException} */ (error).code !== 'ENOENT') throw error;
  }
  if (before !== text) writeFileSync(full, text);
}
