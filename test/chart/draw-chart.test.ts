import assert from 'node:assert/strict';
import type { ChartEntry } from '../../src/chart/chart-input';
import { layoutChart } from '../../src/chart/chart-layout';
import { planChart } from '../../src/chart/chart-plan';
import { staticChart } from '../../src/chart/draw-chart';
import { svgText } from '../../src/chart/svg-node';

const start = Date.UTC(2026, 10, 23, 14);

function entry(kind: string, minutes: number, more: Partial<ChartEntry> = {}): ChartEntry {
  const stamp = { kind: 'exact', at: start + minutes * 60_000, seconds: false } as const;
  return { kind, stamp, systems: ['checkout-api'], hasActor: false, ...more };
}

function drawing(entries: readonly ChartEntry[], newEntry?: ChartEntry): string {
  const plan = planChart({ entries, impact: [], silence: 15, ...(newEntry && { newEntry }) });
  return svgText(staticChart(layoutChart(plan, { width: 848, caption: '23 Nov, UTC' }), 'Timeline, 2 entries'));
}

describe('the drawing of a chart', () => {
  it('is an image with a name, scaled by its box', () => {
    const text = drawing([entry('check', 0)]);
    assert.match(
      text,
      /^<svg class="incident-docs-chart" viewBox="0 0 848 120" width="848" role="img" aria-label="Timeline, 2 entries">/,
    );
    assert.match(text, />23 Nov, UTC<\/text>/);
  });

  it('has no style, no script and no colour of its own', () => {
    const text = drawing([entry('change', 0), entry('action', 20)], entry('mitigated', 30, { milestone: 'mitigated' }));
    assert.doesNotMatch(text, /style=|<script|#[0-9a-f]{3}|on\w+=/i);
  });

  it('escapes every text of the document', () => {
    const hostile = '"><script>alert(1)</script>&\u0000\u202e\ud800';
    const text = drawing([entry('check', 0, { systems: [hostile], title: hostile, milestone: hostile })]);
    assert.doesNotMatch(text, /<script|[\p{Cc}\p{Bidi_Control}]/u);
    assert.match(text, /&quot;&gt;&lt;script&gt;/);
  });

  it('draws the new entry hollow and its milestone as a line of its own', () => {
    const text = drawing([entry('check', 0)], entry('mitigated', 10, { milestone: 'mitigated' }));
    assert.equal(text.match(/incident-docs-new-mark/g)?.length, 1);
    assert.equal(text.match(/incident-docs-new-line/g)?.length, 1);
  });

  it('stays small where there are many entries: one path for all marks of a look', () => {
    const kinds = ['check', 'action', 'change'];
    const many = Array.from({ length: 10_000 }, (_, index) =>
      entry(kinds[index % 3] ?? '', index * 2 + (index % 5), { systems: [`s${index % 12}`] }),
    );
    const text = drawing(many);
    assert.equal(text.match(/<path class="incident-docs-(?:mark|bin)/g)?.length, 4);
    assert.ok((text.match(/</g) ?? []).length < 600);
  });
});
