// The history of the sample service before anything broke, and the change that broke it.

/**
 * @typedef {object} SampleCommit
 * @property {string} [key] name by which documents cite it
 * @property {'alice' | 'bo' | 'carol'} author
 * @property {string} at RFC 3339
 * @property {string} subject
 * @property {string} [tag] release that it is
 * @property {Readonly<Record<string, string>>} files content by path
 */

const packageJson = (/** @type {string} */ version) => `{
  "name": "checkout",
  "version": "${version}",
  "private": true,
  "type": "module",
  "scripts": { "start": "node src/server.ts", "test": "node --test test/" }
}
`;

const serverAtFirst = `import { createServer } from 'node:http';

createServer((request, response) => {
  response.writeHead(request.url === '/checkout' ? 202 : 404).end();
}).listen(8080);
`;

const serverWithHealth = `import { createServer } from 'node:http';
import { isHealthy } from './health.ts';

createServer((request, response) => {
  if (request.url === '/healthz') response.writeHead(isHealthy() ? 200 : 503).end();
  else response.writeHead(request.url === '/checkout' ? 202 : 404).end();
}).listen(8080);
`;

const server = `import { createServer } from 'node:http';
import { isHealthy } from './health.ts';
import { logRequest } from './log.ts';
import { takeOrder } from './orders.ts';

createServer(async (request, response) => {
  const started = performance.now();
  if (request.url === '/healthz') response.writeHead(isHealthy() ? 200 : 503).end();
  else if (request.url === '/checkout') response.writeHead(await takeOrder(request)).end();
  else response.writeHead(404).end();
  logRequest(request.url ?? '', response.statusCode, performance.now() - started);
}).listen(8080);
`;

const pool = `import { createPool, type Pool } from './database.ts';

/** Connections that payments-db grants to this service, over all pods. */
const databaseConnections = 256;

export function poolSize(pods: number): number {
  return Math.max(4, Math.floor(databaseConnections / pods));
}

export const pool: Pool = createPool(poolSize(Number(process.env.PODS ?? 1)));
`;

const poolHalved = pool
  .replace(
    'return Math.max(4, Math.floor(databaseConnections / pods));',
    '// One half serves first attempts, the other half serves retries.\n  return Math.max(2, Math.floor(databaseConnections / pods / 2));',
  )
  .replace(
    'export const pool: Pool',
    'export const retryPool: Pool = createPool(poolSize(Number(process.env.PODS ?? 1)));\n\nexport const pool: Pool',
  );

const retry = `import { pool } from './pool.ts';
import { pay, type Payment } from './payments.ts';

/** Pays, and tries once more where the provider answers 503. */
export async function payWithRetry(payment: Payment): Promise<number> {
  const first = await pool.use((connection) => pay(connection, payment));
  return first === 503 ? pool.use((connection) => pay(connection, payment)) : first;
}
`;

const retryApart = retry
  .replace("import { pool } from './pool.ts';", "import { pool, retryPool } from './pool.ts';")
  .replace('first === 503 ? pool.use', 'first === 503 ? retryPool.use');

const poolTest = `import assert from 'node:assert/strict';
import { test } from 'node:test';
import { poolSize } from '../src/pool.ts';

test('one pod takes all connections', () => assert.ok(poolSize(1) >= 64));
test('four pods share the connections', () => assert.ok(poolSize(4) >= 16));
`;

/** The canary stage as it was on the day of the incident. */
export const canary = `stage: canary
pods: 1
minutes: 4
traffic:
  routes: [/healthz, /catalogue]
abort:
  errorRate: 1%
`;

/** @type {readonly SampleCommit[]} */
export const serviceHistory = [
  {
    author: 'alice',
    at: '2026-09-01T08:12:00Z',
    subject: 'Start the checkout service',
    files: {
      'README.md': '# Checkout\n\nTakes orders and pays for them. One process, one database: `payments-db`.\n',
      'package.json': packageJson('4.14.0'),
      'src/server.ts': serverAtFirst,
    },
  },
  {
    author: 'bo',
    at: '2026-09-03T13:40:00Z',
    subject: 'Answer health checks',
    files: {
      'src/health.ts': `const started = Date.now();\n\nexport function isHealthy(): boolean {\n  return Date.now() - started > 2_000;\n}\n`,
      'src/server.ts': serverWithHealth,
    },
  },
  {
    author: 'alice',
    at: '2026-09-08T09:05:00Z',
    subject: 'Take database connections from a pool',
    files: {
      'src/database.ts': `export interface Connection {\n  query(sql: string, ...values: readonly unknown[]): Promise<number>;\n}\n\nexport interface Pool {\n  use<T>(work: (connection: Connection) => Promise<T>): Promise<T>;\n}\n\nexport declare function createPool(size: number): Pool;\n`,
      'src/pool.ts': pool,
    },
  },
  {
    author: 'carol',
    at: '2026-09-10T14:22:00Z',
    subject: 'Test the pool with one pod and with four',
    files: { 'test/pool.test.ts': poolTest },
  },
  {
    key: 'canary',
    author: 'bo',
    at: '2026-09-17T11:30:00Z',
    subject: 'Deploy through a canary stage',
    files: {
      'deploy/canary.yml': canary,
      'deploy/production.yml': 'stage: production\npods: 16\nafter: canary\n',
    },
  },
  {
    author: 'carol',
    at: '2026-09-29T10:15:00Z',
    subject: 'Pay through the provider named in the environment',
    files: {
      'src/payments.ts': `import type { Connection } from './database.ts';\n\nexport interface Payment {\n  readonly order: string;\n  readonly cents: number;\n}\n\nconst provider = process.env.PAYMENT_PROVIDER ?? 'https://payments.example.com';\n\nexport async function pay(connection: Connection, { order, cents }: Payment): Promise<number> {\n  await connection.query('insert into payment values ($1, $2)', order, cents);\n  const answer = await fetch(\`\${provider}/pay/\${order}\`, { method: 'POST' });\n  return answer.status;\n}\n`,
    },
  },
  {
    author: 'alice',
    at: '2026-10-06T08:48:00Z',
    subject: 'Log each request with its duration',
    files: {
      'src/log.ts': `export function logRequest(url: string, status: number, milliseconds: number): void {\n  console.log(JSON.stringify({ url, status, milliseconds: Math.round(milliseconds) }));\n}\n`,
    },
  },
  {
    author: 'bo',
    at: '2026-10-15T15:02:00Z',
    subject: 'Page on call when more than 1 % of checkouts answer 5xx',
    files: {
      'deploy/alerts.yml':
        'alerts:\n  - name: checkout 5xx\n    when: errorRate(/checkout) > 1% for 2m\n    page: on-call\n',
    },
  },
  {
    key: 'retry',
    author: 'carol',
    at: '2026-10-27T12:36:00Z',
    subject: 'Retry a payment once on 503',
    files: { 'src/retry.ts': retry },
  },
  {
    author: 'alice',
    at: '2026-11-03T09:55:00Z',
    subject: 'Take an order once however often it is sent',
    tag: 'v4.18.1',
    files: {
      'src/orders.ts': `import type { IncomingMessage } from 'node:http';\nimport { payWithRetry } from './retry.ts';\n\nconst taken = new Set<string>();\n\nexport async function takeOrder(request: IncomingMessage): Promise<number> {\n  const key = String(request.headers['idempotency-key'] ?? '');\n  if (taken.has(key)) return 200;\n  taken.add(key);\n  return payWithRetry({ order: key, cents: Number(request.headers['x-cents'] ?? 0) });\n}\n`,
      'src/server.ts': server,
      'package.json': packageJson('4.18.1'),
    },
  },
  {
    key: 'fault',
    author: 'bo',
    at: '2026-11-09T10:50:10Z',
    subject: 'Halve the pool when retrying',
    files: { 'src/pool.ts': poolHalved, 'src/retry.ts': retryApart },
  },
  {
    key: 'release',
    author: 'carol',
    at: '2026-11-09T13:21:40Z',
    subject: 'Release 4.18.2',
    tag: 'v4.18.2',
    files: { 'package.json': packageJson('4.18.2') },
  },
  {
    key: 'fix',
    author: 'alice',
    at: '2026-11-10T09:14:25Z',
    subject: 'Let retries share the one pool',
    files: {
      'src/pool.ts': pool,
      'src/retry.ts': retry,
      'test/pool.test.ts': `${poolTest}test('sixty-four pods keep four connections each', () => assert.ok(poolSize(64) >= 4));\n`,
    },
  },
];
