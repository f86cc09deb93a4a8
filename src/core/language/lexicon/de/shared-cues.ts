import type { LexiconEntry } from '../lexicon-entry';

/** What reports and postmortems in German are told alike. */
export const sharedCues: readonly LexiconEntry[] = [
  {
    category: 'counterfactual',
    cues: ['hätte|hätten', 'wäre|wären … gewesen|worden|geblieben|geworden', 'wenn … nur'],
    unless: { after: ['gern|gerne'] },
    flags: ['Der Canary {hätte} den Deploy stoppen müssen.', 'Mit zwei Repliken {wäre nichts verloren gewesen}.'],
    passes: ['Der Alarm hatte eine Schwelle von 5 %.', 'Die Werte waren um 14:10 normal.'],
  },
  {
    category: 'hindsight',
    cues: [
      'im nachhinein|rückblick',
      'rückblickend',
      'hinterher|nachträglich betrachtet|gesehen',
      'stellte|stellt sich … heraus',
      'wie wir heute|jetzt|inzwischen|mittlerweile wissen',
      'absehbar|vorhersehbar',
    ],
    flags: ['{Im Nachhinein} war die Schwelle 30 min.', 'Es {stellte sich um 16:00 heraus}, dass der Index fehlte.'],
    passes: ['Der Rückblick findet am Montag statt.', 'Die Werte der Nacht stehen in der Tabelle.'],
  },
];
