/** Words by which the kind of an entry is guessed; the first row whose words stand in a text counts. */
export interface KindCue {
  readonly kind: string;
  /** Words and phrases in lower case; a `*` at the end stands for any ending of the word. */
  readonly words: readonly string[];
}

/**
 * No row guesses a milestone: durations are computed from those, and a word in a chat is no proof of one. Acts stand
 * before what they act on ("rolled back the deploy" is an action), questions and plans before both.
 */
export const kindCues: readonly KindCue[] = [
  {
    kind: 'task',
    words: ['todo', 'follow up', 'follow-up', 'action item', 'after the incident', 'for the postmortem', 'ticket for'],
  },
  {
    kind: 'communication',
    words: [
      ...['status page', 'statuspage', 'posted an update', 'customers informed', 'informed customers'],
      ...['notified customers', 'told customers', 'customer notice', 'public update', 'tweeted'],
    ],
  },
  {
    kind: 'report',
    words: [
      ...['customer report*', 'customers report*', 'users report*', 'user report*', 'support ticket*', 'reported by'],
      ...['complain*', 'a customer', 'customers say', 'users say', 'tickets coming in'],
    ],
  },
  {
    kind: 'action',
    words: [
      ...['rolled back', 'rolling back', 'rollback', 'reverted', 'reverting', 'restarted', 'restarting', 'rebooted'],
      ...['failed over', 'failing over', 'drained', 'draining', 'scaled up', 'scaled down', 'scaled out'],
      ...['increased the', 'decreased the', 'raised the', 'lowered the', 'disabled', 'enabled', 'turned off'],
      ...['turned on', 'switched off', 'switched to', 'killed', 'purged', 'flushed', 'cleared the', 'deleted'],
      ...['blocked', 'unblocked', 'throttled', 'rate limited', 'applied', 'patched', 'hotfix*', 'cordoned', 'rerouted'],
    ],
  },
  {
    kind: 'escalation',
    words: [
      'paged',
      'paging',
      'escalat*',
      'pulled in',
      'pulling in',
      'joined the call',
      'joining the call',
      'looping in',
    ],
  },
  {
    kind: 'decision',
    words: [
      'we decided',
      'decided to',
      'decision',
      "let's go with",
      'going with',
      'we will go with',
      'agreed to',
      'go ahead',
    ],
  },
  {
    kind: 'alert',
    words: [
      ...['alert*', 'firing', 'fired', 'monitor', 'triggered', 'pagerduty', 'opsgenie', 'alarm*', 'threshold'],
      ...['alertmanager', 'on-call page', 'probe failed', 'health check'],
    ],
  },
  {
    kind: 'change',
    words: [
      ...[
        'deployed',
        'deploying',
        'deploy',
        'deployment',
        'released',
        'release',
        'rollout',
        'rolled out',
        'rolling out',
      ],
      ...['merged', 'shipped', 'migration', 'migrated', 'feature flag', 'config change', 'pushed', 'upgraded'],
    ],
  },
  {
    kind: 'check',
    words: [
      ...[
        'checked',
        'checking',
        'looking at',
        'looked at',
        'logs show',
        'graph shows',
        'dashboard shows',
        'metrics show',
      ],
      ...[
        'i see',
        'we see',
        'verified',
        'confirmed',
        'queried',
        'traced',
        'investigating',
        'reproduced',
        'can reproduce',
      ],
    ],
  },
  {
    kind: 'symptom',
    words: [
      ...['error*', '5xx', '500s', '502', '503', '504', 'timeout*', 'timing out', 'latency', 'slow', 'unavailable'],
      ...['down', 'crash*', 'oom*', 'exception*', 'refused', 'unreachable', 'failing', 'failed', 'outage', 'degraded'],
    ],
  },
];
