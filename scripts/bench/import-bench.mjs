import { spawnSync } from 'node:child_process';
import { mkdirSync, mkdtempSync, readFileSync, rmSync, writeFileSync } from 'node:fs';
import { tmpdir } from 'node:os';
import path from 'node:path';
import { buildProduct } from '../product.mjs';
import { printTable, verdict } from './table.mjs';

const bytes = 100 * 1024 * 1024;
const days = 365;
const most = 200;

/** @returns {Promise<boolean>} whether memory keeps its bound */
export async function benchImport() {
  await buildProduct(['--production']);
  const folder = mkdtempSync(path.join(tmpdir(), 'incident-docs-import-'));
  try {
    const messages = writeExport(folder);
    const window = ['--from', '2026-06-01 00:00Z', '--until', '2026-06-08 00:00Z'];
    const runs = [
      { name: 'all of it, more than a report takes', ...runImport(folder, []) },
      { name: 'a week of it, a dry run', ...runImport(folder, [...window, '--dry-run']) },
      { name: 'a week of it', ...runImport(folder, window) },
      { name: 'the same week again', ...runImport(folder, window) },
    ];
    printTable(
      `A Slack export of ${bytes / 1024 / 1024} MB in ${days} files, ${messages.toLocaleString('en-US')} messages`,
      ['run', 'MB at most', 's', 'says'],
      runs.map(({ name, megabytes, seconds, says }) => [name, megabytes.toFixed(0), seconds.toFixed(1), says]),
    );
    const highest = Math.max(...runs.map(({ megabytes }) => megabytes));
    return verdict(`at most ${most} MB are held`, highest <= most);
  } finally {
    rmSync(folder, { recursive: true, force: true });
  }
}

/**
 * @param {string} folder
 * @param {readonly string[]} options
 */
function runImport(folder, options) {
  const measured = path.join(folder, 'rss');
  const hook = path.join(folder, 'hook.cjs');
  writeFileSync(
    hook,
    "process.on('exit', () => require('node:fs').writeFileSync(process.env.MEASURED, String(process.resourceUsage().maxRSS)));",
  );
  const start = performance.now();
  const argv = ['--require', hook, path.resolve('dist/cli.js'), 'import', 'export/general', ...options];
  const run = spawnSync(process.execPath, argv, {
    cwd: folder,
    env: { ...process.env, MEASURED: measured },
    encoding: 'utf8',
    maxBuffer: 64 * 1024 * 1024,
  });
  const seconds = (performance.now() - start) / 1000;
  const says = (run.stdout || run.stderr).split('\n').find((line) => /Added|entries from/.test(line)) ?? run.stderr;
  return { megabytes: Number(readFileSync(measured, 'utf8')) / 1024, seconds, says: says.trim().slice(0, 90) };
}

/**
 * @param {string} folder
 * @returns {number} how many messages
 */
function writeExport(folder) {
  const channel = path.join(folder, 'export', 'general');
  mkdirSync(channel, { recursive: true });
  mkdirSync(path.join(folder, 'incidents', '2026-06-01-bench'), { recursive: true });
  writeFileSync(path.join(folder, '.incidents.yml'), '');
  writeFileSync(
    path.join(folder, 'incidents', '2026-06-01-bench', 'report.md'),
    '---\ntype: incident-report\nstatus: investigating\n---\n\n# Bench\n\n## Timeline\n',
  );
  let count = 0;
  for (let day = 0; day < days; day += 1) {
    const start = Date.UTC(2026, 0, 1) / 1000 + day * 86_400;
    const messages = [];
    for (let size = 0; size < bytes / days; count += 1) {
      const text = JSON.stringify(messageOf(count, start + Math.floor((size / (bytes / days)) * 86_000)));
      messages.push(text);
      size += text.length + 2;
    }
    const name = `${new Date(start * 1000).toISOString().slice(0, 10)}.json`;
    writeFileSync(path.join(channel, name), `[${messages.join(',\n')}]`);
  }
  return count;
}

/**
 * A message as an export has it, with the parts that nobody reads here.
 * @param {number} count
 * @param {number} second
 */
function messageOf(count, second) {
  const words = `Message ${count}: the error rate of pool ${count % 17} is at ${count % 100} %, looking at <@U${count % 50}>`;
  return {
    client_msg_id: `id-${count}`,
    type: 'message',
    text: `${words} ${'and more words '.repeat(count % 9)}`,
    user: `U${count % 50}`,
    ts: `${second}.${String(count % 1_000_000).padStart(6, '0')}`,
    blocks: [
      { type: 'rich_text', elements: [{ type: 'rich_text_section', elements: [{ type: 'text', text: words }] }] },
    ],
    user_profile: { display_name: `person-${count % 50}`, real_name: `Person ${count % 50}`, avatar: 'x'.repeat(60) },
  };
}
