import {
  allLists,
  linesOf,
  type Module,
  newRoutine,
  pick,
  putIn,
  type Random,
  type Routine,
  routinesOf,
  type Source,
  statement,
} from './code';

/** What was done, as the subject of a commit says it after the name of the driver. */
export type Work = (random: Random, module: Module) => string | undefined;

/** Work on one driver that leaves the faults in it as they are. */
export const work: readonly (readonly [weight: number, work: Work])[] = [
  [14, moreStatements],
  [5, otherLog],
  [3, renamedVariable],
  [4, commented],
  [3, wrapped],
  [3, movedToFile],
  [4, moreParameters],
  [3, otherType],
  [3, oneWayOut],
  [3, intoFunction],
  [2, sortedIncludes],
  [3, namedBits],
  [2, styled],
];

/** Exchanges of one call for another over the whole tree; each is done once. */
export const conversions: readonly (readonly [from: RegExp, to: string, subject: string])[] = [
  [/\bmutex_lock\(/g, 'lock_acquire(', 'treewide: use lock_acquire()'],
  [/\bdev_dbg\(dev, /g, 'drv_dbg(dev->log, ', 'drivers: log through drv_dbg()'],
  [/\bmemset\((\S+), 0, /g, 'mem_zero($1, ', 'treewide: replace memset with mem_zero'],
  [/\bmem_alloc\(/g, 'mem_zalloc(dev, ', 'drivers: allocate zeroed memory of the device'],
  [/-EINVAL\b/g, '-ERANGE', 'drivers: report ranges as such'],
  [/sizeof \(/g, 'sizeof(', 'treewide: no space after sizeof'],
  [/\bspin_lock\(/g, 'raw_lock(', 'drivers: raw locks in the fast path'],
  [/ == NULL\)/g, ' == nil)', 'treewide: one name for no pointer'],
  [/\bjiffies_now\(\)/g, 'clock_now()', 'drivers: read the clock through the core'],
  [/\bBIT\(/g, 'BIT_U32(', 'treewide: bits have a width'],
];

/** Exchanges words in all lines of a driver, and in what will be put in later. */
export function convert(module: Module, from: RegExp, to: string): boolean {
  let count = 0;
  for (const list of allLists(module)) {
    for (const line of list) {
      const text = line.text.replace(from, to);
      if (text !== line.text) count++;
      line.text = text;
    }
  }
  module.renames.push([from, to]);
  return count > 0;
}

function long(module: Module): readonly Routine[] {
  return routinesOf(module).filter(({ lines }) => lines.length > 9);
}

function moreStatements(random: Random, module: Module): string {
  const topic = pick(random, module.topics);
  for (let times = 1 + Math.floor(random() * 3); times > 0; times--)
    putIn(random, pick(random, long(module)), statement(random, module.name, topic));
  return pick(random, [
    `keep ${topic} up to date`,
    `improve ${topic} handling`,
    `support more ${topic} modes`,
    `tune ${topic}`,
  ]);
}

function otherLog(random: Random, module: Module): string | undefined {
  const lines = routinesOf(module).flatMap((one) => one.lines.filter(({ text }) => text.includes('is ready')));
  for (const line of lines.filter(() => random() < 0.5)) line.text = line.text.replace('is ready', 'ready: %s');
  return lines.length === 0 ? undefined : 'improve log messages';
}

function renamedVariable(random: Random, module: Module): string | undefined {
  const [from, to] = pick(random, [
    ['ret', 'rc'],
    ['ret', 'err'],
    ['val', 'reg'],
    ['conf', 'cfg'],
    ['i', 'idx'],
  ] as const);
  return convert(module, new RegExp(`\\b${from}\\b`, 'g'), to) ? `rename ${from} to ${to}` : undefined;
}

function commented(random: Random, module: Module): string {
  const topic = pick(random, module.topics);
  putIn(random, pick(random, long(module)), [`\t/* The ${topic} has to be known by now. */`]);
  return `explain ${topic}`;
}

/** Statements go one level deeper. */
function wrapped(random: Random, module: Module): string | undefined {
  const { lines } = pick(random, long(module));
  const start = lines.findIndex(({ text }) => text === '') + 1;
  const end = lines.findLastIndex(({ text }) => text === '');
  const body = lines.slice(start, end);
  if (start < 1 || end - start < 3 || body.some(({ text }) => /^\w+:|^\t\t\t|^\tstruct/.test(text))) return undefined;
  for (const line of body) line.text = line.text === '' ? '' : `\t${line.text}`;
  lines.splice(start, body.length, ...linesOf('\tif (dev->started) {'), ...body, ...linesOf('\t}'));
  return 'do nothing before the start';
}

function movedToFile(random: Random, module: Module): string | undefined {
  const from = pick(random, module.sources);
  if (from.routines.length < 5) return undefined;
  const topic = pick(random, module.topics);
  const path = from.path.replace(/[^/]+$/, `${module.name}_${topic}.c`);
  const moved = from.routines.splice(1 + Math.floor(random() * 2), 2);
  const known = module.sources.find((one) => one.path === path);
  const to: Source = known ?? { path, head: linesOf(...from.head.map(({ text }) => text)), routines: [] };
  if (known === undefined) module.sources.push(to);
  to.routines.push(...moved);
  return `move ${topic} code to its own file`;
}

function moreParameters(random: Random, module: Module): string | undefined {
  const topic = pick(random, module.topics);
  const call = new RegExp(`\\b(${module.name}_${topic}_(?:reset|sync|attach|commit|lookup))\\((dev)\\b`, 'g');
  return convert(module, call, '$1($2, conf') ? `pass the configuration to ${topic}` : undefined;
}

function otherType(random: Random, module: Module): string | undefined {
  const routine = pick(random, long(module));
  const line = routine.lines.find(({ text }) => text.startsWith('\tint i'));
  if (line === undefined) return undefined;
  line.text = line.text.replace('int i', 'unsigned int i');
  return 'count without a sign';
}

function oneWayOut(random: Random, module: Module): string | undefined {
  const routine = pick(random, long(module));
  const leaving = routine.lines.filter(({ text }) => text === '\t\treturn ret;');
  const end = routine.lines.findLastIndex(({ text }) => text === '\treturn ret;');
  if (leaving.length < 2 || end < 0 || routine.lines.some(({ text }) => text === 'out:')) return undefined;
  for (const line of leaving) line.text = '\t\tgoto out;';
  routine.lines.splice(end, 0, ...linesOf('out:'));
  return `one way out of ${routine.name}`;
}

function intoFunction(random: Random, module: Module): string | undefined {
  const source = pick(random, module.sources);
  const at = source.routines.findIndex(({ lines }) => lines.length > 22);
  const routine = source.routines[at];
  if (routine === undefined) return undefined;
  const topic = pick(random, module.topics);
  const start = routine.lines.findIndex(
    ({ text }, index) => index > 9 && /^\t[^\t}]/.test(text) && /[;}]$/.test(routine.lines[index - 1]?.text ?? ''),
  );
  const end = routine.lines.findIndex(
    ({ text }, index) =>
      index > start + 5 && /^\t[^\t}]/.test(text) && /[;}]$/.test(routine.lines[index - 1]?.text ?? ''),
  );
  if (start < 0 || end < 0) return undefined;
  const helper = newRoutine(random, { name: module.name, topic, verb: `part${Math.floor(random() * 90)}` });
  const body = routine.lines.splice(
    start,
    end - start,
    ...linesOf(`\tret = ${helper.name}(dev, conf);`, '\tif (ret)', '\t\treturn ret;'),
  );
  const from = helper.lines.findIndex(({ text }) => text === '') + 1;
  helper.lines.splice(from, helper.lines.findLastIndex(({ text }) => text === '') - from, ...body);
  source.routines.splice(at, 0, helper);
  return `split ${routine.name}`;
}

function sortedIncludes(_: Random, module: Module): string | undefined {
  for (const { head } of module.sources) {
    const all = head.filter(({ text }) => text.startsWith('#include <'));
    const places = all.map((line) => head.indexOf(line));
    const sorted = all.toSorted((a, b) => (a.text < b.text ? -1 : 1));
    for (const [index, place] of places.entries()) head[place] = sorted[index] ?? { text: '' };
  }
  return 'sort the includes';
}

function namedBits(random: Random, module: Module): string | undefined {
  const topic = pick(random, module.topics);
  const upper = `${module.name}_${topic}`.toUpperCase();
  let count = 0;
  for (const { lines } of routinesOf(module)) {
    for (const line of lines) {
      const text = line.text.replace(new RegExp(`(${upper}_CTRL, )\\d+`), `$1${upper}_ENABLE`);
      if (text !== line.text) count++;
      line.text = text;
    }
  }
  if (count === 0) return undefined;
  module.header.head.push(...linesOf(`#define ${upper}_ENABLE\t1`));
  return `name the bits of ${topic}`;
}

/** White space alone. */
function styled(random: Random, module: Module): string {
  for (const { lines } of routinesOf(module).filter(() => random() < 0.5))
    for (const line of lines) line.text = line.text.replace(/^(\t+\S+) = /, '$1\t= ');
  return 'fix coding style';
}
