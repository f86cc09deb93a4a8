/** A line keeps its identity through all that is done to it, so that a fault can be found again when it is repaired. */
export interface Line {
  text: string;
}

export interface Routine {
  name: string;
  readonly lines: Line[];
}

export interface Source {
  path: string;
  readonly head: Line[];
  readonly routines: Routine[];
}

/** A driver: its files, what it deals with, and the names that were changed in it, in their order. */
export interface Module {
  readonly name: string;
  readonly sources: Source[];
  readonly header: Source;
  readonly build: Source;
  readonly topics: string[];
  readonly renames: (readonly [from: RegExp, to: string])[];
}

export type Random = () => number;

/** The same sequence for the same seed (mulberry32). */
export function createRandom(seed: number): Random {
  let state = seed >>> 0;
  return () => {
    state = (state + 0x6d2b79f5) >>> 0;
    let mixed = Math.imul(state ^ (state >>> 15), state | 1);
    mixed ^= mixed + Math.imul(mixed ^ (mixed >>> 7), mixed | 61);
    return ((mixed ^ (mixed >>> 14)) >>> 0) / 4294967296;
  };
}

export function pick<Item>(random: Random, items: readonly Item[]): Item {
  const item = items[Math.floor(random() * items.length)];
  if (item === undefined) throw new Error('There is nothing to pick from.');
  return item;
}

export function textOf({ head, routines }: Source): string {
  const parts = [head, ...routines.map(({ lines }) => lines)].filter((lines) => lines.length > 0);
  return `${parts.map((lines) => lines.map(({ text }) => text).join('\n')).join('\n\n')}\n`;
}

export function linesOf(...texts: readonly string[]): Line[] {
  return texts.map((text) => ({ text }));
}

export function allLists(module: Module): Line[][] {
  return [...module.sources, module.header, module.build].flatMap(({ head, routines }) => [
    head,
    ...routines.map(({ lines }) => lines),
  ]);
}

/** Where a line stands now; nothing once it is gone. */
export function placeOf(module: Module, line: Line): { readonly list: Line[]; readonly at: number } | undefined {
  for (const list of allLists(module)) {
    const at = list.indexOf(line);
    if (at >= 0) return { list, at };
  }
  return undefined;
}

/** Indexes before which a statement can be put in. */
export function gapsOf({ lines }: Routine): readonly number[] {
  const start = lines.findIndex(({ text }) => text === '') + 1;
  return lines.flatMap(({ text }, at) => {
    const before = lines[at - 1]?.text ?? '';
    const isStatement = /^\t[^\t}]/.test(text) && !/^\t(?:case|default|out|err_)/.test(text);
    return at >= start && isStatement && /[;}]$|^$/.test(before) && !/^\t(?:return|goto)/.test(before) ? [at] : [];
  });
}

export function routinesOf(module: Module): readonly Routine[] {
  return module.sources.flatMap(({ routines }) => routines);
}

/** Puts statements at a random gap; the new lines. */
export function putIn(random: Random, routine: Routine, texts: readonly string[]): Line[] {
  const gaps = gapsOf(routine);
  const at = gaps.length === 0 ? routine.lines.length - 2 : pick(random, gaps);
  const lines = linesOf(...texts);
  routine.lines.splice(at, 0, ...lines);
  return lines;
}

/** Sound statements on a topic, as drivers are full of. */
export function statement(random: Random, name: string, topic: string): readonly string[] {
  const [upper, loud] = [name.toUpperCase(), topic.toUpperCase()];
  const number = Math.floor(random() * 30);
  return pick(random, [
    [`\tdev->${topic}_size = conf->${topic}_size;`],
    [`\tdev->${topic}_id = ${number};`, `\tdev->${topic}_last = jiffies_now();`],
    [`\tret = ${name}_write(dev, ${upper}_${loud}_CTRL, ${number});`, '\tif (ret)', '\t\treturn ret;'],
    [`\tfor (i = 0; i < dev->nb_${topic}s; i++)`, `\t\t${name}_${topic}_reset(dev, i);`],
    [`\tmutex_lock(&dev->${topic}_lock);`, `\tdev->${topic}_count++;`, `\tmutex_unlock(&dev->${topic}_lock);`],
    [`\tif (dev->flags & ${upper}_F_${loud})`, `\t\tdev->${topic}_state = ${upper}_STATE_READY;`],
    [`\tdev_dbg(dev, "${topic} %d is ready\\n", dev->${topic}_id);`],
    ['\tmemset(&req, 0, sizeof (req));', `\treq.${topic} = dev->${topic}_id;`, '\treq.flags = 0;'],
    [
      `\tval = ${name}_read(dev, ${upper}_REG_${loud});`,
      `\tval |= BIT(${number});`,
      `\t${name}_write(dev, ${upper}_REG_${loud}, val);`,
    ],
    [`\tif (dev->${topic}_ops == NULL)`, '\t\treturn -EINVAL;'],
    [`\tstats->${topic}_packets += dev->${topic}_hits;`, `\tstats->${topic}_bytes += dev->${topic}_octets;`],
  ]);
}

export function newRoutine(random: Random, { name, topic, verb }: Record<'name' | 'topic' | 'verb', string>): Routine {
  const body = Array.from({ length: 2 + Math.floor(random() * 5) }, () => statement(random, name, topic)).flat();
  const lines = linesOf(
    `static int ${name}_${topic}_${verb}(struct ${name}_dev *dev, struct ${name}_conf *conf)`,
    '{',
    '\tint i, ret = 0;',
    '\tu32 val;',
    '',
    ...body,
    '',
    '\treturn ret;',
    '}',
  );
  return { name: `${name}_${topic}_${verb}`, lines };
}
