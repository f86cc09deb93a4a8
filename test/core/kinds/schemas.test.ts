import assert from 'node:assert/strict';
import { validate as validateReport } from '../../../src/core/generated/incident-report';
import { validate as validateConventions } from '../../../src/core/generated/incidents';
import { validate as validatePostmortem } from '../../../src/core/generated/postmortem';
import { frontMatterSchema } from '../../../src/core/kinds/front-matter-problems';
import { conventionsSchema } from '../../../src/core/kinds/read-conventions';
import { mismatchesOf, type SchemaNode, schemaAt } from '../../../src/core/kinds/schema';
import { incidentStatuses, postmortemStatuses } from '../../../src/core/model/incident';

describe('the schemas', () => {
  it('have the states of the model', () => {
    assert.deepEqual(schemaAt(frontMatterSchema('incident-report'), ['status'])?.enum, incidentStatuses);
    assert.deepEqual(schemaAt(frontMatterSchema('postmortem'), ['status'])?.enum, postmortemStatuses);
  });

  it('say of each key what it means, and of each value what it stands for', () => {
    const visit = (node: SchemaNode, name: string): void => {
      if (node.enumDescriptions !== undefined) assert.equal(node.enumDescriptions.length, node.enum?.length, name);
      for (const [key, child] of Object.entries(node.properties ?? {})) {
        assert.ok((child.description ?? '').endsWith('.'), `${name}.${key}`);
        visit(child, `${name}.${key}`);
      }
      for (const child of [
        ...(node.anyOf ?? []),
        ...(node.items ? [node.items] : []),
        ...Object.values(node.$defs ?? {}),
      ])
        visit(child, name);
      if (typeof node.additionalProperties === 'object') visit(node.additionalProperties, `${name}.*`);
    };
    for (const schema of [frontMatterSchema('incident-report'), frontMatterSchema('postmortem'), conventionsSchema]) {
      assert.ok((schema.description ?? '').length > 0);
      visit(schema, '');
    }
  });

  it('accept the examples they give', () => {
    const schemas = [
      [frontMatterSchema('incident-report'), validateReport, { type: 'incident-report' }],
      [frontMatterSchema('postmortem'), validatePostmortem, { type: 'postmortem' }],
      [conventionsSchema, validateConventions, {}],
    ] as const;
    for (const [schema, validate, base] of schemas) {
      for (const [key, { examples = [] }] of Object.entries(schema.properties ?? {})) {
        for (const example of examples) assert.deepEqual(mismatchesOf(validate, { ...base, [key]: example }), [], key);
      }
    }
  });

  it('point at the deepest place that does not fit', () => {
    const paths = (value: unknown): string[] =>
      mismatchesOf(validateConventions, value).map(({ path, unknownKey, missingKey }) =>
        [
          ...path,
          ...(unknownKey === undefined ? [] : [`+${unknownKey}`]),
          ...(missingKey === undefined ? [] : [`-${missingKey}`]),
        ].join('/'),
      );
    assert.deepEqual(paths({ severities: [{ name: 'a', tst: 'b' }, 3, { test: 'x' }] }), [
      'severities/0/+tst',
      'severities/2/-name',
    ]);
    assert.deepEqual(paths({ postmortem: { dueDays: 'soon' }, silence: 0 }).sort(), ['postmortem/dueDays', 'silence']);
    assert.deepEqual(paths({ repositories: { '../x': 'y', ok: { url: 'no' } } }).sort(), [
      'repositories/+../x',
      'repositories/ok/url',
    ]);
    assert.deepEqual(paths({ templates: { SEV1: '/etc/passwd', SEV2: 'a/../../b', SEV3: 'a/b.md' } }), [
      'templates/SEV1',
      'templates/SEV2',
    ]);
  });
});
