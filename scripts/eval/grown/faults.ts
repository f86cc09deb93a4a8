import {
  type Line,
  linesOf,
  type Module,
  newRoutine,
  pick,
  placeOf,
  putIn,
  type Random,
  type Routine,
  routinesOf,
} from './code';

export interface Planting {
  readonly random: Random;
  readonly module: Module;
  /** What the faulty change deals with. */
  readonly topic: string;
  readonly routine: Routine;
}

/** One step of a repair; `instead` is told of the line as it is by then. */
export interface Edit {
  readonly line: Line;
  readonly before?: readonly string[];
  readonly after?: readonly string[];
  readonly instead?: (text: string) => readonly string[];
}

export interface Fault {
  /** What the fix says that it does. */
  readonly says: string;
  readonly edits: readonly Edit[];
}

type Plant = (planting: Planting) => Fault | undefined;

/** The faults that C code has most, by how often they are drawn. */
export const faults: readonly (readonly [weight: number, plant: Plant])[] = [
  [6, missingCheck],
  [6, lockKeptOnError],
  [7, leakOnError],
  [6, oneTooMany],
  [5, wrongSize],
  [2, missingBreak],
  [8, errorDropped],
  [5, usedAfterFree],
  [4, referenceKept],
  [5, orderOfSetUp],
  [2, wrongDependency],
  [5, wrongConstant],
  [4, raceWithOldCode],
  [3, setUpElsewhere],
  [2, missingInclude],
  [6, wrongByteOrder],
  [6, narrowProduct],
  [5, notInitialised],
  [2, missingCase],
  [7, wrongCondition],
  [5, needlessCode],
  [2, missingInTearDown],
];

export function drawFault(random: Random, planting: Planting): Fault | undefined {
  const total = faults.reduce((sum, [weight]) => sum + weight, 0);
  let left = random() * total;
  for (const [weight, plant] of faults) {
    left -= weight;
    if (left <= 0) return plant(planting);
  }
  return undefined;
}

/** Does all of it, or nothing where a line is gone. Texts follow the names and the depth that the code has by now. */
export function repair(module: Module, fault: Fault, since: number): boolean {
  if (fault.edits.some(({ line }) => placeOf(module, line) === undefined)) return false;
  for (const { line, before = [], after = [], instead } of fault.edits) {
    const place = placeOf(module, line);
    if (place === undefined) continue;
    const now = (texts: readonly string[]) => linesOf(...texts.map((text) => renamed(module, text, since)));
    const middle = instead === undefined ? [line] : linesOf(...instead(line.text));
    place.list.splice(place.at, 1, ...now(before), ...middle, ...now(after));
  }
  return true;
}

function renamed({ renames }: Module, text: string, since: number): string {
  return renames.slice(since).reduce((so, [from, to]) => so.replace(from, to), text);
}

function missingCheck({ random, module: { name }, topic, routine }: Planting): Fault {
  const [found] = putIn(random, routine, [
    `\tstruct ${name}_${topic} *${topic} = ${name}_${topic}_lookup(dev, conf->${topic}_id);`,
    `\tdev->${topic}_state = ${topic}->state;`,
  ]);
  return {
    says: pick(random, [`fix NULL dereference of ${topic}`, `check ${topic} before use`, `fix crash without ${topic}`]),
    edits: at(found, { after: [`\tif (!${topic})`, '\t\treturn -ENOENT;'] }),
  };
}

function lockKeptOnError({ random, module: { name }, topic, routine }: Planting): Fault {
  const lines = putIn(random, routine, [
    `\tspin_lock(&dev->${topic}_guard);`,
    `\tret = ${name}_${topic}_sync(dev);`,
    '\tif (ret)',
    '\t\treturn ret;',
    `\tdev->${topic}_synced = true;`,
    `\tspin_unlock(&dev->${topic}_guard);`,
  ]);
  const [, , test, leave] = lines;
  return {
    says: pick(random, ['fix missing unlock on error', `release ${topic} guard on error path`, 'fix deadlock']),
    edits: [
      ...at(test, { instead: (text) => [`${text} {`] }),
      ...at(leave, { before: [`\t\tspin_unlock(&dev->${topic}_guard);`], after: ['\t}'] }),
    ],
  };
}

function leakOnError({ random, module: { name }, topic, routine }: Planting): Fault {
  const lines = putIn(random, routine, [
    `\tdev->${topic}_buf = mem_alloc(dev->${topic}_size);`,
    `\tif (!dev->${topic}_buf)`,
    '\t\treturn -ENOMEM;',
    `\tret = ${name}_${topic}_attach(dev, dev->${topic}_buf);`,
    '\tif (ret)',
    '\t\treturn ret;',
  ]);
  const leave = lines.at(-1);
  const end = routine.lines.findLast(({ text }) => /^\treturn (?:ret|0);$/.test(text));
  const says = pick(random, [`fix memory leak of ${topic} buffer`, 'fix leak on error path', 'free buffer on failure']);
  if (random() < 0.5 || end === undefined) {
    return { says, edits: at(leave, { before: [`\t\tmem_free(dev->${topic}_buf);`] }) };
  }
  return {
    says,
    edits: [
      ...at(leave, { instead: () => [`\t\tgoto free_${topic};`] }),
      ...at(end, { after: ['', `free_${topic}:`, `\tmem_free(dev->${topic}_buf);`, '\treturn ret;'] }),
    ],
  };
}

function oneTooMany({ random, module: { name }, topic, routine }: Planting): Fault {
  const [loop] = putIn(random, routine, [
    `\tfor (i = 0; i <= ${name.toUpperCase()}_MAX_${topic.toUpperCase()}; i++)`,
    `\t\tdev->${topic}_map[i] = conf->${topic}_base + i;`,
  ]);
  return {
    says: pick(random, ['fix off by one', `fix out of bounds write of ${topic} map`, `fix ${topic} loop boundary`]),
    edits: at(loop, { instead: (text) => [text.replace(/<=/, '<')] }),
  };
}

function wrongSize({ random, topic, routine }: Planting): Fault {
  const [line] = putIn(random, routine, [`\tmemset(dev->${topic}_table, 0, sizeof(dev->${topic}_table));`]);
  return {
    says: pick(random, [`fix size of ${topic} table`, 'clear the whole table', 'fix sizeof of pointer']),
    edits: at(line, { instead: (text) => [text.replace(/sizeof\(dev/, 'sizeof(*dev')] }),
  };
}

function missingBreak({ random, module: { name }, topic, routine }: Planting): Fault {
  const upper = `${name}_${topic}`.toUpperCase();
  const lines = putIn(random, routine, [
    `\tswitch (conf->${topic}_mode) {`,
    `\tcase ${upper}_FAST:`,
    `\t\tdev->${topic}_rate = ${upper}_RATE_MAX;`,
    `\tcase ${upper}_SLOW:`,
    `\t\tdev->${topic}_rate = ${upper}_RATE_MIN;`,
    '\t\tbreak;',
    '\tdefault:',
    '\t\treturn -EINVAL;',
    '\t}',
  ]);
  return {
    says: pick(random, ['fix missing break', 'fix fall through', `fix ${topic} rate`]),
    edits: at(lines[2], { after: ['\t\tbreak;'] }),
  };
}

function errorDropped({ random, module: { name }, topic, routine }: Planting): Fault {
  const [call] = putIn(random, routine, [`\t${name}_${topic}_commit(dev, conf);`]);
  return {
    says: pick(random, [`check return value of ${topic} commit`, 'propagate error', `fix ignored ${topic} failure`]),
    edits: at(call, { instead: (text) => [text.replace(/^(\t+)/, '$1ret = '), ...['\tif (ret)', '\t\treturn ret;']] }),
  };
}

function usedAfterFree({ random, module: { name }, topic, routine }: Planting): Fault {
  const [free, use] = putIn(random, routine, [
    `\t${name}_${topic}_free(dev->${topic});`,
    `\tdev->nb_${topic}s -= dev->${topic}->count;`,
  ]);
  if (free === undefined || use === undefined) throw new Error('Nothing was put in.');
  return {
    says: pick(random, [`fix use after free of ${topic}`, `free ${topic} after its last use`]),
    edits: [
      { line: free, instead: () => [] },
      { line: use, after: [free.text] },
    ],
  };
}

/** What is taken in one place is given back in another, which is older. */
function referenceKept({ random, module, topic, routine }: Planting): Fault | undefined {
  const { name } = module;
  putIn(random, routine, [`\tdev->${topic}_ref = ${name}_get_${topic}(dev, conf);`]);
  const other = pick(random, routinesOf(module));
  const end = other.lines.findLast(({ text }) => /^\treturn/.test(text));
  return {
    says: pick(random, [`fix reference leak of ${topic}`, `put ${topic} on close`]),
    edits: at(end, { before: [`\t${name}_put_${topic}(dev->${topic}_ref);`] }),
  };
}

function orderOfSetUp({ random, module: { name }, topic, routine }: Planting): Fault {
  const [use, between, init] = putIn(random, routine, [
    `\tirq_request(dev->${topic}_irq, ${name}_${topic}_irq, dev);`,
    `\tdev->${topic}_credits = conf->${topic}_credits;`,
    `\tqueue_init(&dev->${topic}_queue);`,
  ]);
  if (use === undefined || between === undefined || init === undefined) throw new Error('Nothing was put in.');
  return {
    says: pick(random, [
      `request ${topic} irq after its queue is set up`,
      'fix race at start',
      `fix order of ${topic} init`,
    ]),
    edits: [
      { line: use, instead: () => [] },
      { line: init, after: [use.text] },
    ],
  };
}

function wrongDependency({ random, module, topic }: Planting): Fault {
  const upper = module.name.toUpperCase();
  const [line] = linesOf(`${module.name}-$(CONFIG_${upper}) += ${module.name}_${topic}.o`);
  if (line !== undefined) module.build.head.push(line);
  return {
    says: pick(random, [`fix build without ${topic}`, 'fix build', `build ${topic} only where enabled`]),
    edits: at(line, {
      instead: (text) => [text.replace(/\(CONFIG_\w+\)/, `(CONFIG_${upper}_${topic.toUpperCase()})`)],
    }),
  };
}

function wrongConstant({ random, module, topic }: Planting): Fault {
  const upper = `${module.name}_${topic}`.toUpperCase();
  const lines = linesOf(...[0, 1, 2, 3].map((at) => `#define ${upper}_REG_${at}\t0x${(64 + at * 4).toString(16)}`));
  module.header.head.push(...lines);
  const line = pick(random, lines);
  return {
    says: pick(random, [`fix ${topic} register offset`, `correct ${topic} register`, 'fix wrong address']),
    edits: at(line, { instead: (text) => [text.replace(/0x\w+/, '0x1c0')] }),
  };
}

/** A new reader makes old code need the lock that it had no use for. */
function raceWithOldCode({ random, module, topic, routine }: Planting): Fault | undefined {
  putIn(random, routine, [`\tworker_start(&dev->${topic}_worker, ${module.name}_${topic}_poll, dev);`]);
  const other = pick(
    random,
    routinesOf(module).filter((one) => one !== routine && one.lines.length > 10),
  );
  const body = other.lines.filter(({ text }) => /^\t\S.*;$/.test(text) && !/^\t(?:return|int|u32|goto)/.test(text));
  const line = body[Math.floor(random() * body.length)];
  return {
    says: pick(random, [`fix race with ${topic} worker`, `fix data race in ${other.name}`, 'fix race condition']),
    edits: at(line, { before: ['\tmutex_lock(&dev->lock);'], after: ['\tmutex_unlock(&dev->lock);'] }),
  };
}

function setUpElsewhere({ random, module, topic, routine }: Planting): Fault | undefined {
  putIn(random, routine, [`\ttimer_arm(&dev->${topic}_timer, conf->${topic}_period);`]);
  const first = module.sources[0]?.routines[0];
  const gap = first?.lines.findLast(({ text }) => /^\t\S.*;$/.test(text) && !/^\treturn/.test(text));
  return {
    says: pick(random, [`initialise ${topic} timer`, `fix use of uninitialised ${topic} timer`, 'fix crash in timer']),
    edits: at(gap, { before: [`\ttimer_setup(&dev->${topic}_timer, ${module.name}_${topic}_expired);`] }),
  };
}

function missingInclude({ random, module, topic, routine }: Planting): Fault | undefined {
  putIn(random, routine, [`\tdev->${topic}_crc = crc32(conf->${topic}_seed, dev->${topic}_key);`]);
  const source = module.sources.find(({ routines }) => routines.includes(routine));
  const include = source?.head.find(({ text }) => text.startsWith('#include <'));
  return {
    says: pick(random, ['add missing include', 'fix build with musl']),
    edits: at(include, { after: ['#include <crc32.h>'] }),
  };
}

function wrongByteOrder({ random, topic, routine }: Planting): Fault {
  const lines = putIn(random, routine, [
    `\tdesc->${topic}_len = conf->${topic}_len;`,
    `\tdesc->${topic}_addr = conf->${topic}_addr;`,
  ]);
  return {
    says: pick(random, [`fix endianness of ${topic} descriptor`, 'fix byte order', 'fix big endian hosts']),
    edits: lines.flatMap((line) => at(line, { instead: (text) => [text.replace(/= (.*);$/, '= cpu_to_le16($1);')] })),
  };
}

function narrowProduct({ random, topic, routine }: Planting): Fault {
  const [line] = putIn(random, routine, [`\tdev->${topic}_bytes = dev->nb_${topic}s * dev->${topic}_stride;`]);
  return {
    says: pick(random, [`fix overflow of ${topic} size`, 'fix integer overflow', 'fix truncation']),
    edits: at(line, { instead: (text) => [text.replace('= dev', '= (u64)dev')] }),
  };
}

/** The early way out is new, the declaration old. */
function notInitialised({ random, module: { name }, topic, routine }: Planting): Fault | undefined {
  putIn(random, routine, [`\tif (!${name}_${topic}_supported(dev))`, '\t\tgoto out;']);
  const declaration = routine.lines.find(({ text }) => /^\tu32 val;$/.test(text));
  return {
    says: pick(random, ['fix uninitialised variable', 'fix garbage value on early exit']),
    edits: at(declaration, { instead: (text) => [text.replace(';', ' = 0;')] }),
  };
}

function missingCase({ random, module, topic, routine }: Planting): Fault | undefined {
  const upper = `${module.name}_EVENT_${topic}`.toUpperCase();
  module.header.head.push(...linesOf(`#define ${upper}\t${module.topics.length}`));
  putIn(random, routine, [`\t${module.name}_raise(dev, ${upper});`]);
  const cases = routinesOf(module).flatMap(({ lines }) => lines.filter(({ text }) => text === '\tdefault:'));
  return {
    says: pick(random, [`handle ${topic} event`, `fix unknown event on ${topic}`]),
    edits: at(cases[0], { before: [`\tcase ${upper}:`, `\t\tdev->${topic}_pending = false;`, '\t\tbreak;'] }),
  };
}

function wrongCondition({ random, module: { name }, topic, routine }: Planting): Fault {
  const upper = `${name}_F_${topic}`.toUpperCase();
  const [line] = putIn(random, routine, [
    `\tif (dev->flags & ${upper} || dev->${topic}_count > 0)`,
    `\t\t${name}_${topic}_flush(dev);`,
  ]);
  return {
    says: pick(random, [`fix ${topic} flush`, `flush ${topic} only when enabled`, 'fix condition']),
    edits: at(line, { instead: (text) => [text.replace('||', '&&')] }),
  };
}

function needlessCode({ random, module: { name }, topic, routine }: Planting): Fault {
  const lines = putIn(random, routine, [
    `\tif (dev->${topic}_busy)`,
    '\t\treturn -EBUSY;',
    `\t${name}_${topic}_reset(dev, 0);`,
  ]);
  return {
    says: pick(random, [`do not reset ${topic} while it is in use`, `fix ${topic} restart`]),
    edits: lines.flatMap((line) => at(line, { instead: () => [] })),
  };
}

function missingInTearDown({ random, module, topic, routine }: Planting): Fault | undefined {
  const { name } = module;
  const setUp = newRoutine(random, { name, topic, verb: 'setup' });
  module.sources.find(({ routines }) => routines.includes(routine))?.routines.unshift(setUp);
  putIn(random, routine, [`\tret = ${name}_${topic}_setup(dev, conf);`, '\tif (ret)', '\t\treturn ret;']);
  const other = routinesOf(module).find((one) => /_(?:close|remove|stop)$/.test(one.name));
  const end = other?.lines.findLast(({ text }) => /^\treturn/.test(text));
  return {
    says: pick(random, [`release ${topic} on close`, 'fix resource leak on close']),
    edits: at(end, { before: [`\t${name}_${topic}_cleanup(dev);`] }),
  };
}

function at(line: Line | undefined, edit: Omit<Edit, 'line'>): readonly Edit[] {
  return line === undefined ? [] : [{ line, ...edit }];
}
