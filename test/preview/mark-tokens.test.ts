import assert from 'node:assert/strict';
import { markTokens } from '../../src/preview/mark-tokens';
import type { ParseState, Token } from '../../src/preview/markdown-it';

const head = '---\ntype: incident-report\n---\n';

describe('markTokens', () => {
  it('keeps the tokens of any other document, the same objects', () => {
    for (const src of [
      '# A\n',
      '---\ntitle: A\n---\n# A E1405\n',
      '---\ntype: incident-reports\n---\n',
      `${head}${'a'.repeat(1_048_576)}`,
    ]) {
      const tokens = [token('heading_open', 'h1', 1), inline('A E1405'), token('heading_close', 'h1', -1)];
      const state = stateOf(src, tokens);
      markTokens(state);
      assert.equal(state.tokens, tokens);
      assert.deepEqual(
        tokens[1]?.children?.map(({ type }) => type),
        ['text'],
      );
    }
  });

  it('sets the card behind the title, and the chart before what holds the timeline', () => {
    const src = `${head}# A\n\n## Timeline\n\n- 2026-11-23 14:05Z: [E1405] Seen.\n- 2026-11-23 14:06Z: As in E1405.\n`;
    const state = stateOf(src, [
      token('front_matter', '', 0, [0, 3]),
      ...block('heading', 'h1', [3, 4], 'A'),
      ...block('heading', 'h2', [5, 6], 'Timeline'),
      token('bullet_list_open', 'ul', 1, [7, 9]),
      ...block('list_item', 'li', [7, 8], '2026-11-23 14:05Z: [E1405] Seen.'),
      ...block('list_item', 'li', [8, 9], '2026-11-23 14:06Z: As in E1405.'),
      token('bullet_list_close', 'ul', -1),
    ]);
    markTokens(state);
    assert.deepEqual(
      state.tokens.map(({ type }) => type.replace('incident_docs_', 'our ')),
      [
        'our front_matter',
        'heading_open',
        'inline',
        'heading_close',
        'our card',
        'heading_open',
        'inline',
        'heading_close',
        'our chart',
        'bullet_list_open',
        'list_item_open',
        'inline',
        'list_item_close',
        'list_item_open',
        'inline',
        'list_item_close',
        'bullet_list_close',
      ],
    );
    const [, , first, second] = state.tokens.filter(({ type }) => type === 'inline');
    assert.deepEqual(piecesOf(first), ['our anchor E1405', 'text 2026-11-23 14:05Z: [E1405] Seen.']);
    assert.deepEqual(piecesOf(second), ['text 2026-11-23 14:06Z: As in ', 'our id E1405', 'text .']);
  });

  it('makes no link within a link, and none to an entry that is not there', () => {
    const src = `${head}## Timeline\n\n- 2026-11-23 14:05Z: [E1405] Seen.\n`;
    const link = inline('');
    link.children = [token('link_open', 'a', 1), text('E1405'), token('link_close', 'a', -1), text(' E1405b E1499')];
    const state = stateOf(src, [link]);
    markTokens(state);
    const types = state.tokens.find(({ type }) => type === 'inline')?.children?.map(({ type }) => type);
    assert.deepEqual(types, ['link_open', 'text', 'link_close', 'text']);
  });

  it('marks what a postmortem cites, but for entries of an incident that is named', () => {
    const src = '---\ntype: postmortem\n---\nSeen [E1405], as in 2026-11-20-dns/E0905.\n';
    const state = stateOf(src, [inline('Seen [E1405], as in 2026-11-20-dns/E0905.')]);
    markTokens(state);
    const cited = state.tokens.find(({ type }) => type === 'inline');
    assert.deepEqual(piecesOf(cited), ['text Seen [', 'our citation E1405', 'text ], as in 2026-11-20-dns/E0905.']);
  });
});

function piecesOf(token: Token | undefined): readonly string[] | undefined {
  return token?.children?.map(({ type, content }) => `${type.replace('incident_docs_', 'our ')} ${content}`);
}

function stateOf(src: string, tokens: Token[]): ParseState {
  return { src, tokens, Token: TestToken };
}

class TestToken implements Token {
  level = 0;
  map: readonly [number, number] | null = null;
  content = '';
  children: Token[] | null = null;
  meta: unknown = null;
  constructor(
    public type: string,
    readonly tag: string,
    readonly nesting: number,
  ) {}
}

function token(type: string, tag: string, nesting: number, map: readonly [number, number] | null = null): TestToken {
  return Object.assign(new TestToken(type, tag, nesting), { map });
}

function text(content: string): Token {
  return Object.assign(token('text', '', 0), { content });
}

function inline(content: string): TestToken {
  return Object.assign(token('inline', '', 0), { content, children: [text(content)] });
}

function block(name: string, tag: string, map: readonly [number, number], content: string): readonly Token[] {
  const level = name === 'list_item' ? 1 : 0;
  return [
    Object.assign(token(`${name}_open`, tag, 1, map), { level }),
    inline(content),
    token(`${name}_close`, tag, -1),
  ];
}
