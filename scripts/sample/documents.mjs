// The sample's conventions and incidents. What cites a commit is a function of the hashes by key.

/** @typedef {Readonly<Record<string, string>>} Hashes */

const resolved = 'incidents/2026-11-09-checkout-errors';
const open = 'incidents/2026-11-23-payment-confirmations-late';

const conventions = `# Conventions of this team, read by editor, command line and CI. Every key is optional.
timeZone: Europe/Berlin

severities:
  - name: SEV1
    test: Nobody can pay, or money or personal data is at risk.
  - name: SEV2
    test: More than 5 % of checkouts fail.
  - name: SEV3
    test: Checkouts succeed but are late or incomplete.
  - name: SEV4
    test: No customer is affected yet.

systems:
  - name: checkout-api
    paths: ["src/**"]
  - name: payments-db
  - name: payment-worker
  - name: deploy-pipeline
    paths: ["deploy/**"]

roles: [commander, communications, scribe]

postmortem:
  severities: [SEV1, SEV2]
  dueDays: 5

actions:
  dueDays:
    P1: 14
    P2: 30
`;

const checkoutReport = (/** @type {Hashes} */ { release = '' }) => `---
type: incident-report
severity: SEV2
status: resolved
commander: alice
---

# Checkout requests failing in eu-west-1

## Summary

Between 14:02:10 and 14:35:20 UTC on 9 November 2026, 38 % of \`POST /checkout\` requests in eu-west-1 returned HTTP 500. No other region and no other route returned errors.

## Impact

| System | Effect | From | Until | Measure | Basis | Source |
| --- | --- | --- | --- | --- | --- | --- |
| checkout-api | HTTP 500 on \`POST /checkout\` | 2026-11-09 14:02:10Z | 2026-11-09 14:35:20Z | 12,410 requests | measured | [query](https://logs.example.com/q/8842) |

## Systems involved

- \`checkout-api\` 4.18.2: HTTP 500 on \`POST /checkout\`
- \`payments-db\`: 256 of 256 connections in use

## Timeline

| Time | Kind | Event | Evidence | ID |
| --- | --- | --- | --- | --- |
| 2026-11-09 13:40:02Z | change | Deploy of checkout-api 4.18.2 to 16 pods finished. | \`${release}\` | E1340 |
| 2026-11-09 14:02:10Z | impact started | HTTP 500 rate of \`POST /checkout\` rose from 0.1 % to 38 %. | [graph](https://graphs.example.com/d/checkout?from=1400) | E1402 |
| ~2026-11-09 14:06Z | detected | Alert "checkout 5xx" paged the on-call engineer. | [alert](https://alerts.example.com/a/5512) | E1406 |
| 2026-11-09 14:07:30Z | acknowledged | alice took the page. | [alert](https://alerts.example.com/a/5512) | E1407 |
| 2026-11-09 14:09Z | severity SEV2 | Declared in #inc-checkout. | [chat](https://chat.example.com/inc-checkout/1) | E1409 |
| 2026-11-09 14:09Z | role commander alice | alice took command. | [chat](https://chat.example.com/inc-checkout/2) | E1409b |
| 2026-11-09 14:15Z | communication | Status page: "Checkout errors in eu-west-1". | [page](https://status.example.com/i/77) | E1415 |
| 2026-11-09 14:18:45Z | check | \`pg_stat_activity\` showed 256 of 256 connections in use and 1,904 requests waiting. | [query](https://logs.example.com/q/8851) | E1418 |
| 2026-11-09 14:29Z | cause identified | Pool size read as 8 per pod in 4.18.2, 16 per pod in 4.18.1. | [log](https://logs.example.com/q/8860) | E1429 |
| 2026-11-09 14:31:05Z | action | bo rolled back checkout-api to 4.18.1. | [deploy](https://deploy.example.com/r/1207) | E1431 |
| 2026-11-09 14:35:20Z | mitigated | HTTP 500 rate of \`POST /checkout\` back at 0.1 %. | [graph](https://graphs.example.com/d/checkout?from=1430) | E1435 |
| 2026-11-09 14:50Z | resolved | 15 min at 0.1 %, status page closed. | [page](https://status.example.com/i/77) | E1450 |

## Actions taken during response

- 14:31Z rolled back checkout-api to 4.18.1 [E1431]

## Open questions

- How many customers came back after a failed checkout? Asked of the data team on 10 November.
`;

const checkoutPostmortem = (/** @type {Hashes} */ { fault = '', fix = '', canary = '', traffic = '' }) => `---
type: postmortem
reports: [2026-11-09-checkout-errors]
status: published
owner: alice
reviewers: [bo, carol]
due: 2026-11-16
---

# Connection pool halved by the retry change

The facts: [incident report](report.md).

## Executive summary

For 33 minutes on 9 November, 38 % of checkouts in eu-west-1 failed. Release 4.18.2 gave retries a pool of their own, which left each pod with half of its connections for first attempts. The canary stage let the release pass, since none of its traffic reaches the checkout route.

## What happened

The deploy finished at 13:40 UTC [E1340]. Under afternoon load the smaller pool filled, and from 14:02 requests waited until they timed out [E1402]. The rollback brought the former pool size back [E1431].

## Root causes and contributing factors

### C1 Retry change halved the connection pool

- Role: trigger
- Class: software change
- Commits: introduced \`${fault}\`, fixed \`${fix}\`
- Evidence: E1340, E1418, E1429
- Confidence: high
- Actions: A1

The change split the connections of a pod into one pool for first attempts and one for retries. Retries are rare, so one half stayed idle while the other half was exhausted [E1418]. The pool test covers one pod and four, where half of the connections still passes its bounds.

### C2 Canary carried no checkout traffic

- Role: contributing factor
- Class: test and release process
- Commits: introduced \`${canary}\`, fixed \`${traffic}\`
- Evidence: E1340
- Confidence: high
- Actions: A2

The canary stage has sent only health checks and catalogue requests since it was set up. Its error rate therefore says nothing about checkout.

## Controls that did not hold

### K1 Canary stage

- Expected: stop a deploy whose error rate exceeds 1 %
- Observed: ran 4 minutes, saw no checkout traffic
- Evidence: E1340
- Path: \`deploy/canary.yml\`
- Actions: A2

### K2 Pool test

- Expected: fail when a pod has too few connections
- Observed: passed, with one pod and with four
- Evidence: E1429
- Path: \`test/pool.test.ts\`
- Actions: A1

## What went well

- The alert fired within four minutes of the first errors [E1406].
- The rollback took four minutes and fifteen seconds from command to effect [E1431, E1435].

## What went badly

- Eleven minutes passed between the check of the database and the comparison of pool sizes [E1418, E1429].

## Where we got lucky

- The campaign mail for the evening had not been sent yet.

## Hypotheses considered

- The payment provider was slow: ruled out, its response times stayed at 120 ms.

## Corrective and preventive actions

| ID | Action | Type | Addresses | Owner | Due | Priority | Status | Proof |
| --- | --- | --- | --- | --- | --- | --- | --- | --- |
| A1 | Let retries share the one pool, with a test at 64 pods | repair | C1, K2 | alice | 2026-11-13 | P1 | done | \`${fix}\` |
| A2 | Send 2 % of checkout traffic through the canary stage | detect | C2, K1 | carol | 2026-11-20 | P1 | done | \`${traffic}\` |
| A3 | Alert when more than 80 % of the connections of payments-db are in use | detect | C1 | bo | 2026-12-04 | P2 | open | |

## Lessons

- A limit that is divided by the number of pods needs a test at the number of pods that production runs.
`;

const lateReport = `---
type: incident-report
severity: SEV3
status: investigating
commander: bo
---

# Payment confirmations arriving late

## Summary

From 09:12 UTC on, confirmation mails left between 2 and 6 minutes after the payment. The mails were late because the queue of payment-worker was full.

## Impact

| System | Effect | From | Until | Measure | Basis | Source |
| --- | --- | --- | --- | --- | --- | --- |
| payment-worker | Confirmation mails late by 2 to 6 min | 2026-11-23 09:12Z | | 1,870 mails | measured | [query](https://logs.example.com/q/9120) |

## Systems involved

- \`payment-worker\` 2.7.0: queue of 12,400 messages
- \`payments-db\`: replies within 40 ms

## Timeline

| Time | Kind | Event | Evidence | ID |
| --- | --- | --- | --- | --- |
| 2026-11-23 08:55:12Z | change | Deploy of payment-worker 2.7.0 finished. | [deploy](https://deploy.example.com/r/1261) | E0855 |
| 2026-11-23 09:12Z | impact started | Age of the oldest message in the queue passed 2 min. | [graph](https://graphs.example.com/d/worker?from=0900) | E0912 |
| 2026-11-23 09:19:40Z | detected | Alert "queue age" paged the on-call engineer. | [alert](https://alerts.example.com/a/5608) | E0919 |
| 2026-11-23 09:21Z | symptom | worker-2 logged the trace below 214 times within 5 min. | [log](https://logs.example.com/q/9117) | E0921 |
| 2026-11-23 09:26Z | severity SEV3 | Declared in #inc-confirmations. | [chat](https://chat.example.com/inc-confirmations/1) | E0926 |
| 2026-11-23 09:26Z | role commander bo | bo took command. | [chat](https://chat.example.com/inc-confirmations/2) | E0926b |
| 2026-11-23 09:31:15Z | symptom | Queue depth rose to 12,400 as a result of the retries. | [graph](https://graphs.example.com/d/worker?from=0925) | E0931 |
| 2026-11-23 09:38Z | action | carol restarted worker-2. | [deploy](https://deploy.example.com/r/1262) | E0938 |

### E0921

\`\`\`text
java.util.concurrent.CompletionException: com.example.worker.ConfirmationTimeout: no answer within 30 s
	at com.example.worker.Confirmations.send(Confirmations.java:88)
	at com.example.worker.Loop.run(Loop.java:41)
Caused by: java.sql.SQLTransientConnectionException: pool-1: connection is not available, request timed out after 30000 ms
	at com.example.worker.Pool.acquire(Pool.java:117)
	... 2 more
\`\`\`

## Actions taken during response

- 09:38Z restarted worker-2 [E0938]. The restart led to a queue depth of 9,100 at 09:44.

## Open questions

- Which messages were sent twice?
`;

/**
 * What was committed after the incident; each commit may cite those before it.
 * @type {readonly ((hashes: Hashes) => import('./service.mjs').SampleCommit)[]}
 */
export const documentHistory = [
  (hashes) => ({
    author: 'alice',
    at: '2026-11-10T15:30:00Z',
    subject: 'Report the checkout errors of 9 November',
    files: { '.incidents.yml': conventions, [`${resolved}/report.md`]: checkoutReport(hashes) },
  }),
  () => ({
    key: 'traffic',
    author: 'carol',
    at: '2026-11-12T10:02:00Z',
    subject: 'Send checkout traffic through the canary stage',
    files: {
      'deploy/canary.yml': `stage: canary\npods: 1\nminutes: 10\ntraffic:\n  routes: [/healthz, /catalogue, /checkout]\n  share: 2%\nabort:\n  errorRate: 1%\n`,
    },
  }),
  (hashes) => ({
    author: 'alice',
    at: '2026-11-13T11:45:00Z',
    subject: 'Analyse the checkout errors of 9 November',
    files: { [`${resolved}/postmortem.md`]: checkoutPostmortem(hashes) },
  }),
  () => ({
    author: 'bo',
    at: '2026-11-23T09:46:00Z',
    subject: 'Report late payment confirmations',
    files: { [`${open}/report.md`]: lateReport },
  }),
];
