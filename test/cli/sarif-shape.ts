import assert from 'node:assert/strict';
import { existsSync, readFileSync } from 'node:fs';
import { Ajv2020, type SchemaObject } from 'ajv/dist/2020.js';

/** What SARIF 2.1.0 says of the parts that the command line writes; nothing else may stand there. */
const shape: SchemaObject = closed({
  $schema: { type: 'string', format: 'uri' },
  version: { const: '2.1.0' },
  runs: list({ $ref: '#/$defs/run' }, 1),
});

const count = { type: 'integer', minimum: 1 };
const level = { enum: ['none', 'note', 'warning', 'error'] };
const text = closed({ text: { type: 'string', minLength: 1 } });
const multiformat = closed({ text: { type: 'string' }, markdown: { type: 'string' } }, ['text']);
const uri = { type: 'string', format: 'uri' };
const place = { artifactLocation: { $ref: '#/$defs/artifactLocation' }, region: { $ref: '#/$defs/region' } };

shape.$defs = {
  run: closed(
    {
      tool: closed({
        driver: closed({
          name: { type: 'string' },
          semanticVersion: { type: 'string', pattern: '^\\d+\\.\\d+\\.\\d+' },
          rules: { ...list({ $ref: '#/$defs/rule' }, 1), uniqueItems: true },
        }),
      }),
      language: { type: 'string', pattern: '^[a-zA-Z]{2}(-[a-zA-Z]{2})?$' },
      columnKind: { const: 'utf16CodeUnits' },
      originalUriBaseIds: { type: 'object', additionalProperties: closed({ uri: { ...uri, pattern: '/$' } }) },
      invocations: list(
        closed(
          {
            executionSuccessful: { type: 'boolean' },
            toolExecutionNotifications: list(closed({ level, message: text }), 1),
          },
          ['executionSuccessful'],
        ),
      ),
      results: list({ $ref: '#/$defs/result' }),
    },
    ['tool', 'columnKind', 'originalUriBaseIds', 'results'],
  ),
  rule: closed(
    {
      id: { type: 'string' },
      name: { type: 'string', pattern: '^[A-Z][A-Za-z]+$' },
      shortDescription: multiformat,
      fullDescription: multiformat,
      help: multiformat,
      helpUri: uri,
      defaultConfiguration: closed({ level }),
      properties: closed({
        tags: { ...list({ type: 'string' }, 1), uniqueItems: true },
        'problem.severity': { enum: ['error', 'warning', 'recommendation'] },
      }),
    },
    ['id', 'shortDescription', 'fullDescription', 'help', 'defaultConfiguration'],
  ),
  result: closed(
    {
      ruleId: { type: 'string' },
      ruleIndex: { type: 'integer', minimum: 0 },
      level,
      message: text,
      locations: list(closed({ physicalLocation: closed(place) }), 1),
      relatedLocations: list(
        closed({ id: { type: 'integer', minimum: 0 }, physicalLocation: closed(place), message: text }),
        1,
      ),
      fixes: list({ $ref: '#/$defs/fix' }, 1),
    },
    ['ruleId', 'ruleIndex', 'level', 'message', 'locations'],
  ),
  fix: closed({
    description: text,
    artifactChanges: list(
      closed({
        artifactLocation: { $ref: '#/$defs/artifactLocation' },
        replacements: list(
          closed({ deletedRegion: { $ref: '#/$defs/region' }, insertedContent: text }, ['deletedRegion']),
          1,
        ),
      }),
      1,
    ),
  }),
  artifactLocation: closed({ uri: { type: 'string', format: 'uri-reference' }, uriBaseId: { type: 'string' } }, [
    'uri',
  ]),
  region: closed({ startLine: count, startColumn: count, endLine: count, endColumn: count }),
};

/** Asserts the shape of a log; the official schema has its say too where SARIF_SCHEMA names a copy of it. */
export function checkSarif(log: unknown): void {
  checkSchema(shape, log);
  const official = process.env.SARIF_SCHEMA;
  if (official !== undefined && existsSync(official)) checkSchema(JSON.parse(readFileSync(official, 'utf8')), log);
}

function checkSchema(schema: SchemaObject, log: unknown): void {
  const formats = { uri: isUri, 'uri-reference': /^[^\s<>"{}|\\^`]*$/, uuid: true, 'date-time': true } as const;
  const validate = new Ajv2020({ allErrors: true, strictTypes: false, formats }).compile(schema);
  validate(log);
  assert.deepEqual(validate.errors ?? [], []);
}

function isUri(value: string): boolean {
  return URL.canParse(value) && /^[a-z][a-z0-9+.-]*:[^\s<>"{}|\\^`]*$/i.test(value);
}

function closed(properties: Readonly<Record<string, object>>, required = Object.keys(properties)): SchemaObject {
  return { type: 'object', properties, required, additionalProperties: false };
}

function list(items: object, minItems = 0): SchemaObject {
  return { type: 'array', items, minItems };
}
