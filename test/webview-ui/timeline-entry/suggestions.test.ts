import assert from 'node:assert/strict';
import { bestFit, suggestionsFor, tokenAt } from '../../../webview-ui/timeline-entry/suggestions';

describe('the list of suggestions', () => {
  it('is about the part of the text in which the caret stands', () => {
    const text = 'checkout-api, pay, queue';
    assert.deepEqual(tokenAt(text, 17), { token: 'pay', taken: ['checkout-api', 'queue'], start: 14, end: 17 });
    assert.deepEqual(tokenAt(text, 3), { token: 'checkout-api', taken: ['pay', 'queue'], start: 0, end: 12 });
    assert.deepEqual(tokenAt('', 0), { token: '', taken: [], start: 0, end: 0 });
    assert.deepEqual(tokenAt('api, ', 5), { token: '', taken: ['api'], start: 5, end: 5 });
  });

  it('holds what fits, with what begins so first, without what stands there already', () => {
    const offered = ['web-api', 'api', 'api-gateway', 'queue'];
    assert.deepEqual(suggestionsFor('ap', [], offered), ['api', 'api-gateway', 'web-api']);
    assert.deepEqual(suggestionsFor('', ['api'], offered), ['web-api', 'api-gateway', 'queue']);
    assert.deepEqual(suggestionsFor('api', [], offered), ['api-gateway', 'web-api']);
  });

  it('tells the value that is meant by what was typed into a select', () => {
    const options = ['action', 'alert', 'cause identified', 'change'].map((name) => ({ value: name, label: name }));
    assert.equal(bestFit('Action', options), 'action');
    assert.equal(bestFit('al', options), 'alert');
    assert.equal(bestFit('ident', options), 'cause identified');
    assert.equal(bestFit('xyz', options), undefined);
    assert.equal(bestFit(' ', options), undefined);
  });
});
