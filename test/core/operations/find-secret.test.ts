import assert from 'node:assert/strict';
import fc from 'fast-check';
import { findSecretLine, isKeyFile } from '../../../src/core/operations/find-secret';

/** Put together here, so that no scanner takes this file for a leak. */
const secrets: Readonly<Record<string, string>> = {
  'a private key': `-----BEGIN ${'RSA PRIVATE'} KEY-----`,
  'a cloud key': `aws id ${'AKIA'}J7QK2MZ5XW4NTB3L`,
  'a token of a code host': `remote: https://${'ghp_'}${'a1B2c3D4e5F6'.repeat(3)}`,
  'a chat token': `token ${'xoxb'}-1234567890-abcdef`,
  'a payment key': `${'sk_live_'}4eC39HqLyjWDarjtT1zdp7dc`,
  'a signed token': `cookie=${'eyJ'}hbGciOiJIUzI1NiJ9.${'eyJ'}zdWIiOiIxMjM0In0.SflKxwRJSMeKKF2QT4fw`,
  'a bearer header': `> authorization: ${'Bearer'} 9f8Ab7Cd6eF5gH4iJ3kL`,
  'a basic header': `Authorization: ${'Basic'} YWxpY2U6czNjcjN0MTIz`,
  'a connection string with a password': `postgres://app:${'hunter'}@db.internal:5432/orders`,
  'an assignment to a secret-like name': `client_secret: "${'k8Zp2Qw9Lm4Xr7Tv'}"`,
  'a password in a connection string of pairs': `Server=db;User Id=app;${'Password'}=Tr0ub4dor9;`,
  'an environment dump': `DB_${'PASSWORD'}=x9Kq2mZ7pL`,
};

const harmless: readonly string[] = [
  'GET /login?next=/home 401 invalid token: unexpected identifier',
  'Authorization: Bearer <token>',
  'Authorization: Bearer ****************',
  'password: ********',
  'password=$DB_PASSWORD2',
  'token = config.auth.token2',
  'secret: [REDACTED]',
  'postgres://app:***@db.internal/orders',
  'postgres://db.internal:5432/orders',
  'user alice@example.com signed in from https://example.com:8443/a',
  'trace=4bf92f3577b34da6a3ce929d0e0e4736 commit a1b2c3d4e5f6a7b8c9d0',
  'token_count: 12345678901234',
  'password reset mail sent to 12,410 customers',
  'the bearer of bad news arrived at 14:02',
  'sk-learn-0.24 was installed',
];

describe('findSecretLine', () => {
  for (const [what, line] of Object.entries(secrets)) {
    it(`finds ${what} in its line`, () => {
      assert.equal(findSecretLine(`first\r\nsecond\r\n${line}\r\nlast`), 2);
    });
  }

  for (const line of harmless) {
    it(`leaves ${JSON.stringify(line)} alone`, () => {
      assert.equal(findSecretLine(line), undefined);
    });
  }

  it('names the first of several', () => {
    const [one = '', two = ''] = Object.values(secrets);
    assert.equal(findSecretLine(`\n${two}\n${one}`), 1);
  });

  it('takes a time that grows with the text alone, whatever stands there', () => {
    const pieces = ['bearer ', 'token="', '://a:', 'eyJaaaaaaaaaa.', 'SG.aaaaaaaaaaaaaaaa', 'a1', '=', '-----BEGIN '];
    fc.assert(
      fc.property(fc.array(fc.constantFrom(...pieces), { minLength: 1, maxLength: 4 }), (parts) => {
        const text = parts.join('').repeat(4_000);
        assert.ok(cpuOf(text) < 8 * cpuOf(text.slice(0, text.length / 2)) + 50_000, parts.join(''));
      }),
      { numRuns: 30 },
    );
  });
});

/** µs; the shorter of two runs. */
function cpuOf(text: string): number {
  const runs = [1, 2].map(() => {
    const started = process.cpuUsage();
    findSecretLine(text);
    return process.cpuUsage(started).user;
  });
  return Math.min(...runs);
}

describe('isKeyFile', () => {
  it('knows files that are made to hold keys by their names', () => {
    for (const name of ['id_rsa', '.env', 'prod/.env.local', 'server.pem', 'store.P12'])
      assert.ok(isKeyFile(name), name);
    for (const name of ['error.log', 'environment.txt', 'keynote.pdf', 'id_rsa.pub']) assert.ok(!isKeyFile(name), name);
  });
});
