import assert from 'node:assert/strict';
import { planChart } from '../../../src/chart/chart-plan';
import { moved, moveFocus, moveOfKey, showing, zoomed, zoomOfKey } from '../../../webview-ui/timeline-entry/chart-keys';

const minute = 60_000;
const domain = { from: 0, until: 100 * minute };

const entry = (minutes: number, ...systems: string[]) => ({
  kind: 'check',
  stamp: { kind: 'exact', at: minutes * minute, seconds: false } as const,
  systems,
  hasActor: false,
});
const plan = planChart({
  entries: [entry(30, 'b'), entry(10, 'a'), entry(20, 'a'), entry(50, 'c')],
  impact: [],
  silence: 15,
});

describe('the keys of the chart', () => {
  const walk = (...keys: string[]) =>
    keys.reduce<ReturnType<typeof moveFocus>>((focus, key) => {
      const move = moveOfKey(key);
      return move === undefined ? focus : moveFocus(plan, focus, move);
    }, undefined)?.entry;

  it('walk through the entries in order of time and stop at both ends', () => {
    assert.deepEqual([walk('ArrowRight'), walk('ArrowLeft')], [1, 3]);
    assert.deepEqual([walk('Home', 'ArrowRight'), walk('Home', 'ArrowRight', 'ArrowRight')], [2, 0]);
    assert.deepEqual([walk('Home', 'ArrowLeft'), walk('End', 'ArrowRight')], [1, 3]);
  });

  it('go to the entry nearest in time of the next lane', () => {
    assert.equal(walk('Home', 'ArrowDown'), 0);
    assert.equal(walk('Home', 'ArrowDown', 'ArrowUp'), 2);
    assert.equal(walk('Home', 'ArrowUp'), 1);
    assert.equal(walk('End', 'ArrowDown'), 3);
  });

  it('zoom by halves and back to everything', () => {
    assert.deepEqual([zoomOfKey('+'), zoomOfKey('-'), zoomOfKey('0'), zoomOfKey('a')], [0.5, 2, 0, undefined]);
  });
});

describe('the window of the chart', () => {
  it('keeps the place that is zoomed at, and stays within what there is', () => {
    assert.deepEqual(zoomed(domain, domain, 0.5, 50 * minute), { from: 25 * minute, until: 75 * minute });
    assert.deepEqual(zoomed(domain, domain, 0.5, 0), { from: 0, until: 50 * minute });
    assert.equal(zoomed(domain, { from: 25 * minute, until: 75 * minute }, 4, 50 * minute), undefined);
    assert.equal(zoomed(domain, { from: 25 * minute, until: 75 * minute }, 0, 50 * minute), undefined);
  });

  it('shows two minutes at least', () => {
    const shown = zoomed(domain, { from: 0, until: 3 * minute }, 0.1, minute);
    assert.equal((shown?.until ?? 0) - (shown?.from ?? 0), 2 * minute);
  });

  it('moves no further than there is something', () => {
    const window = { from: 10 * minute, until: 30 * minute };
    assert.deepEqual(moved(domain, window, 1_000 * minute), { from: 80 * minute, until: 100 * minute });
    assert.deepEqual(showing(domain, window, 90 * minute), { from: 80 * minute, until: 100 * minute });
    assert.equal(showing(domain, window, 20 * minute), window);
  });
});
