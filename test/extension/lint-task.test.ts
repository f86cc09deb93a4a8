import assert from 'node:assert/strict';
import { spawnSync } from 'node:child_process';
import * as vscode from 'vscode';
import { until } from './host';

describe('the task of the command line', () => {
  it('checks the folder that keeps incidents, for the matcher to read', async () => {
    const task = await until('a task', async () => (await vscode.tasks.fetchTasks({ type: 'incident-docs' }))[0]);
    assert.deepEqual(task.problemMatchers, ['$incident-docs']);
    assert.ok(task.execution instanceof vscode.ProcessExecution);
    const { process: program, args, options } = task.execution;
    const env = { ...process.env, ...options?.env };
    const { stdout, stderr } = spawnSync(program, args, { env, cwd: options?.cwd ?? '.', encoding: 'utf8' });
    assert.equal(stderr, '');
    assert.match(stdout, /^incidents\/\S+\/report\.md:\d+:\d+ \w+ causal-language /m);
    assert.match(stdout, /^\d+ files checked: /m);
  });
});
