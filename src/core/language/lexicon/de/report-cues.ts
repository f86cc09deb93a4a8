import type { LexiconEntry } from '../lexicon-entry';

/** What a report in German gives away. Forms are listed, since nothing inflects German. */
export const reportCues: readonly LexiconEntry[] = [
  {
    category: 'causal-language',
    cues: [
      'weil',
      '^ da [der|die|das|ein|eine|kein|keine|es|sie|er|wir]',
      ', da [der|die|das|ein|eine|kein|keine|es|sie|er|wir]',
    ],
    flags: [
      'Die Anfragen schlugen fehl, {weil} der Pool leer war.',
      '{Da} die Lease fehlte, wurde nichts geschrieben.',
    ],
    passes: ['Um 14:05 war alice wieder da.', 'Bo schrieb: „weil der Pool leer war“.', 'Eine Weile lief nichts.'],
  },
  {
    category: 'causal-language',
    cues: ['wegen', 'aufgrund', 'auf grund [des|der|einer|eines|von]', 'infolge', 'mangels', 'dank'],
    unless: { before: ['von|amts|rechts|vielen|besten|herzlichen|beiden|allen|neuen|anderen|zwei'], after: ['an|für'] },
    flags: [
      'Die Lesezugriffe warteten {wegen} einer Sperre.',
      '{Aufgrund} des Freeze wurde nichts gemergt.',
      'Der Shop blieb {dank} der zweiten Region erreichbar.',
    ],
    passes: ['Vielen Dank an alice.', 'Das Schiff lief auf Grund.', 'Auf beiden Wegen kam Verkehr an.'],
  },
  {
    category: 'causal-language',
    cues: ['deshalb|deswegen|folglich|infolgedessen|demzufolge|somit|dadurch|daher'],
    unless: { before: ['von|bis|gerade'] },
    flags: ['Der Leader fehlte, {deshalb} wurden Schreibzugriffe abgelehnt.', '{Dadurch} stieg die Last auf 90 %.'],
    passes: ['Die Anfragen kamen von daher, wo der Proxy steht.', 'Das Feld `daher` war leer.'],
  },
  {
    category: 'causal-language',
    cues: [
      'verursacht|verursachte|verursachten|verursachen|verursachend',
      'führte|führten|führt|führen nicht|auch|erneut? zu|zum|zur|dazu',
      'führte|führten … dazu ,',
      'ausgelöst|ausgelöste|hervorgerufen|bedingt durch|von',
      'durch|von … ausgelöst|hervorgerufen|verursacht',
      'hatte|hatten … zur folge',
      'lag|liegt|lagen daran',
      'beruht|beruhte|beruhten auf',
      'zurückzuführen',
    ],
    unless: { before: ['was|wer|ob|ohne'] },
    flags: [
      'Das Limit {führte zu} Abbrüchen.',
      'Der Deploy {verursachte} 400 Fehler.',
      'Der Failover wurde {durch den neuen Probe ausgelöst}.',
      'Die Lücke {beruht auf} einer Uhr, die nachging.',
    ],
    passes: [
      'Alice führte die Liste weiter.',
      'Niemand wusste, was den Ausschlag gab.',
      'Der Alarm löste um 14:06 aus.',
    ],
  },
  {
    category: 'causal-language',
    cues: [
      'ursache|ursachen|grundursache|hauptursache|fehlerursache|auslöser|grund war|waren|ist|sind|dafür',
      'ursache|ursachen|grundursache|fehlerursache|auslöser :',
      'der|einziger|ein grund für',
    ],
    unless: {
      before: ['was|ob|keine|kein'],
      after: ['die|der|das? unbekannt|unklar|offen|noch', 'nicht|noch bekannt|klar|offen|unklar'],
    },
    flags: ['Die {Ursache war} eine volle Platte.', 'Der {Grund dafür} war das Limit.'],
    passes: ['Alice suchte nach der Ursache.', 'Die Ursache war noch unklar.', 'Die Auslöser stehen in der Tabelle.'],
  },
  {
    category: 'speculation',
    cues: [
      'vermutlich|wahrscheinlich|womöglich|möglicherweise|vielleicht|anscheinend|offenbar|scheinbar|mutmaßlich|evtl',
      'höchstwahrscheinlich|eventuell',
    ],
    unless: { before: ['so|gleich|weniger'] },
    flags: ['Der Job war {vermutlich} beendet.', '{Möglicherweise} fehlten 40 Zeilen.'],
    passes: ['Die Wahrscheinlichkeit steht in der Tabelle.', 'Bo schrieb: „vermutlich DNS“.'],
  },
  {
    category: 'speculation',
    cues: [
      'könnte|könnten|dürfte|dürften … sein|haben|gewesen',
      'scheint|schien|scheinen|schienen',
      'sieht|sah … danach aus',
      'sieht|sah … so aus , als',
      'sieht|sah aus als',
      'deutet|deuteten|deutete … darauf hin',
    ],
    flags: ['Das Zertifikat {könnte abgelaufen sein}.', 'Die Replik {schien} gesund.', 'Alles {deutet darauf hin}.'],
    passes: [
      'Niemand konnte sich anmelden.',
      'Der Schein der Lampe war grün.',
      'Die Antwort sah so aus wie zuvor in der Tabelle.',
    ],
  },
  {
    category: 'speculation',
    cues: [
      'vermutete|vermuteten|vermutet|vermuten|glaubte|glaubten|glauben|glaubt',
      'nahm|nahmen … an , dass',
      'verdacht|hypothese|annahme|vermutung war|ist|dass|:',
      'unter|im verdacht',
      'unklar|unsicher , ob|warum|wieso|weshalb|wie',
    ],
    flags: [
      'Alice {vermutete} den Proxy.',
      'Es war {unklar, warum} die Lease fehlte.',
      'Die {Annahme war}, dass zwei Repliken reichen.',
    ],
    passes: ['Die Annahme der Pakete endete um 15:10.', 'Der Stand war um 14:10 klar.'],
  },
  {
    category: 'evaluation',
    cues: [
      'leider|glücklicherweise|bedauerlicherweise|erstaunlicherweise|überraschenderweise|Überraschenderweise|offensichtlich|selbstverständlich',
      'zum glück',
      'viel|sehr|zu|extrem|unnötig|ungewöhnlich langsam|spät|schnell|schlecht|hoch|groß|lang|lange',
      'mangelhaft|unzureichend|schlampig|katastrophal|dramatisch|hervorragend|vorbildlich|reibungslos|massiv|massive',
    ],
    unless: { before: ['bis|nicht|so'] },
    flags: [
      '{Leider} war die Standby-Replik einen Tag alt.',
      'Der Rollback kam {zu spät}.',
      'Das Handover war {mangelhaft}.',
    ],
    passes: ['Der Rollback dauerte 12 min.', 'Das Glück stand auf der Liste der Feature-Namen.'],
  },
  {
    category: 'remediation',
    cues: [
      'wir|man sollten|sollte|müssen|muss',
      'sollten|müssen wir',
      'wir werden',
      'in zukunft',
      'zukünftig|künftig',
      'geplant ist|sind',
      'muss|müssen noch',
    ],
    flags: ['{Wir werden} einen Alarm ergänzen.', '{Künftig} prüft der Canary die Quote.'],
    passes: ['Der Alarm wurde um 15:10 ergänzt.', 'Die Wartung war für 14:00 angesetzt.'],
  },
];
