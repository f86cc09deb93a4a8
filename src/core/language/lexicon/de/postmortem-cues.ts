import type { LexiconEntry } from '../lexicon-entry';

/** What a postmortem in German gives away. */
export const postmortemCues: readonly LexiconEntry[] = [
  {
    category: 'human-error',
    cues: [
      'menschliches|menschlichem|menschlichen versagen|versagens',
      'menschlicher|menschlichen|menschliche fehler|fehlers|fehlern',
      'bedienfehler|bedienungsfehler|anwenderfehler|benutzerfehler|tippfehler|flüchtigkeitsfehler',
      'unachtsamkeit|nachlässigkeit|fahrlässigkeit|leichtsinn',
    ],
    unless: { before: ['kein|keine|keinen|ohne|statt'] },
    flags: ['Am Anfang stand {menschliches Versagen}.', 'Ein {Tippfehler} stand im Skript.'],
    passes: ['Die Maske ist für Menschen lesbar.', 'Die neue Maske lässt keinen Tippfehler zu.'],
  },
  {
    category: 'blame',
    cues: [
      'vergaß|vergaßen|versäumte|versäumten|übersah|übersahen',
      '[hat|haben|hatte|hatten|habe] … vergessen|versäumt|übersehen|verschlafen',
      'schuld war|ist|waren|sind|daran',
      'schuld an|am',
      'hätte|hätten wissen|merken müssen',
    ],
    unless: { before: ['niemand|keiner'] },
    flags: ['Der Ingenieur {vergaß} den Schalter.', 'Bo hat die Warnung {übersehen}.', '{Schuld war} das Team.'],
    passes: ['Der Schalter stand nicht in der Checkliste.', 'Die technischen Schulden stehen im Backlog.'],
  },
  {
    category: 'negative-descriptor',
    cues: [
      'mangelhaft|mangelhafte|mangelhafter|mangelhaftes|mangelhaften|unzureichend|unzureichende|unzureichenden',
      'schlampig|schlampige|schlampiger|nachlässig|nachlässige|unzulänglich|unzulängliche|ungenügend|ungenügende',
      'schlechte|schlechter|schlechtes|schlechten kommunikation|dokumentation|überwachung|planung|vorbereitung',
    ],
    flags: ['Die Dokumentation war {unzureichend}.', 'Eine {mangelhafte} Prüfung ging voraus.'],
    passes: ['Das Runbook hat keinen Schritt für IPv6.', 'Der Alarm hatte eine Schwelle von 30 min.'],
  },
  {
    category: 'empty-remedy',
    cues: [
      'vorsichtiger|sorgfältiger|aufmerksamer|gewissenhafter sein|arbeiten|prüfen|testen|vorgehen',
      'besser|mehr aufpassen|achten|achtgeben|kommunizieren|dokumentieren',
      'sensibilisieren|sensibilisiert|nachschulen|nachgeschult',
      'mitarbeiter|team|kollegen|ingenieure schulen|erinnern|ermahnen',
      'überwachung|monitoring|dokumentation|kommunikation|tests|prozess|prozesse verbessern|optimieren|ausbauen',
    ],
    flags: ['Beim nächsten Mal {besser aufpassen}.', 'Das {Monitoring verbessern}.'],
    passes: ['Alarm ab 80 % Füllstand des Pools, Seite an die Bereitschaft.', 'Der Test läuft mit 1, 4 und 64 Pods.'],
  },
  {
    category: 'single-cause',
    cues: [
      'einzige|alleinige|eigentliche|wahre|tatsächliche ursache|ursachen|grund',
      'einziger|alleiniger|eigentlicher grund|auslöser',
      '[die] ursache|grundursache|hauptursache war|ist',
    ],
    unless: { before: ['nicht die|der'] },
    flags: ['Die {eigentliche Ursache} liegt im Limit.', 'Die {Grundursache war} das Limit.'],
    passes: ['Beitragende Ursachen waren das Limit und die Schwelle.', 'Der Auslöser war der Deploy von 14:02.'],
  },
];
