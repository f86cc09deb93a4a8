import {
  createRandom,
  linesOf,
  type Module,
  newRoutine,
  pick,
  placeOf,
  putIn,
  type Random,
  routinesOf,
  type Source,
  statement,
  textOf,
} from './code';
import { drawFault, type Fault, repair } from './faults';
import { type Files, ObjectWriter } from './object-writer';
import { conversions, convert, work } from './work';

/** A fault that waits for its fix. */
interface Open {
  readonly fault: Fault;
  readonly module: Module;
  readonly topic: string;
  readonly routine: string;
  readonly commit: string;
  readonly subject: string;
  /** How many changes of names the driver had by then. */
  readonly since: number;
  /** Step at which somebody finds it. */
  readonly due: number;
}

interface Project {
  readonly random: Random;
  readonly modules: Module[];
  readonly writer: ObjectWriter;
  readonly open: Open[];
  readonly conversions: number[];
  at: number;
  folder: string;
}

/**
 * The history of some drivers in C that grows by chance, the same for the same seed: features of which every third has a
 * fault, cleanups over the tree, functions that move, and fixes that name what they fix after days or years.
 */
export function makeGrownHistory({ seed, steps = 900 }: { readonly seed: number; readonly steps?: number }) {
  const writer = new ObjectWriter('incident-docs-grown-');
  const random = createRandom(seed);
  const project: Project = {
    random,
    modules: [],
    writer,
    open: [],
    conversions: [],
    at: 1_500_000_000,
    folder: 'drivers',
  };
  for (let step = 0; step < steps; step++) {
    project.at += Math.floor(3_600 + random() ** 3 * 600_000);
    takeStep(project, step, steps);
  }
  writer.finish();
  return { folder: writer.folder, remove: () => writer.remove() };
}

function takeStep(project: Project, step: number, steps: number): void {
  const { random, modules, open } = project;
  const ripe = open.findIndex(({ due }) => due <= step);
  const [found] = ripe >= 0 && random() < 0.75 ? open.splice(ripe, 1) : [];
  if (found !== undefined) fix(project, found);
  else if (modules.length < 3 || (modules.length < 9 && random() < 0.02)) newModule(project, step);
  else if (random() < 0.012) treeWide(project);
  else if (step === Math.floor(steps / 2)) moveTree(project);
  else if (random() < 0.3) feature(project, step);
  else routineWork(project);
}

const names = ['axi', 'bnl', 'cxd', 'dpm', 'enq', 'fwt', 'gmx', 'hns', 'ipv'];
const topics =
  'ring queue port vlan filter stats timer link flow group meter rule cache mbox phy desc session cookie option route neigh tunnel bond mirror rss lro tso ptp eeprom led fan clock reset tail credit shaper bridge lane sensor firmware health dump trace quota lease'.split(
    ' ',
  );
/** Names that say nothing. */
const plain = ['entry', 'info', 'ctx', 'buf', 'data', 'item'];
const verbs = ['init', 'start', 'update', 'poll', 'apply', 'query'];

function newModule(project: Project, step: number): void {
  const { random, modules } = project;
  const name = names[modules.length] ?? `mod${modules.length}`;
  const own = Array.from({ length: 4 }, () => pick(random, topics));
  const first: Source = {
    path: `${name}/${name}_main.c`,
    head: linesOf(
      '// SPDX-License-Identifier: GPL-2.0',
      `/* Driver for ${name} devices */`,
      '',
      '#include <device.h>',
      '#include <bus.h>',
      `#include "${name}.h"`,
    ),
    routines: ['probe', 'close', 'start', ...verbs].map((verb) =>
      newRoutine(random, { name, topic: pick(random, own), verb }),
    ),
  };
  const event = newRoutine(random, { name, topic: own[0] ?? 'ring', verb: 'event' });
  event.lines.splice(
    5,
    0,
    ...linesOf(
      '\tswitch (event) {',
      '\tcase 0:',
      '\t\tdev->resets++;',
      '\t\tbreak;',
      '\tdefault:',
      '\t\treturn -EINVAL;',
      '\t}',
    ),
  );
  first.routines.push(event);
  const header: Source = {
    path: `${name}/${name}.h`,
    head: linesOf(
      '#include <types.h>',
      '',
      `struct ${name}_dev {`,
      ...own.map((topic) => `\tu32 ${topic}_count;`),
      '};',
      '',
    ),
    routines: [],
  };
  const build: Source = {
    path: `${name}/Makefile`,
    head: linesOf(`obj-$(CONFIG_${name.toUpperCase()}) += ${name}.o`),
    routines: [],
  };
  const module: Module = { name, sources: [first], header, build, topics: own, renames: [] };
  modules.push(module);
  const planted = Array.from({ length: 5 }, () => plant(project, module, pick(random, own)));
  const subject = pick(random, [`add driver for ${name} devices`, `introduce ${name} driver`, 'initial support']);
  const hash = commit(project, `drivers/${name}: ${subject}`);
  remember(project, { module, hash, subject, step, planted });
}

type Planted = { readonly fault: Fault; readonly topic: string; readonly routine: string } | undefined;

function plant({ random }: Project, module: Module, topic: string): Planted {
  const routine = pick(
    random,
    routinesOf(module).filter(({ lines }) => lines.length > 8),
  );
  const fault = drawFault(random, { random, module, topic: random() < 0.5 ? topic : pick(random, plain), routine });
  return fault === undefined || fault.edits.length === 0 ? undefined : { fault, topic, routine: routine.name };
}

function remember(
  { random, open }: Project,
  {
    module,
    hash,
    subject,
    step,
    planted,
  }: { module: Module; hash: string; subject: string; step: number; planted: readonly Planted[] },
): void {
  for (const one of planted) {
    if (one === undefined) continue;
    const due = step + Math.ceil(-Math.log(1 - random()) * 220);
    open.push({
      ...one,
      module,
      commit: hash,
      subject: `drivers/${module.name}: ${subject}`,
      since: module.renames.length,
      due,
    });
  }
}

function feature(project: Project, step: number): void {
  const { random } = project;
  const module = pick(random, project.modules);
  // Most work goes on with what there is, so names tell little.
  const topic = pick(random, random() < 0.65 ? module.topics : topics);
  if (!module.topics.includes(topic)) module.topics.push(topic);
  module.header.head.push(...linesOf(`#define ${module.name.toUpperCase()}_MAX_${topic.toUpperCase()}\t16`));
  const source = pick(random, module.sources);
  if (random() < 0.5) {
    const added = newRoutine(random, { name: module.name, topic, verb: pick(random, verbs) });
    source.routines.splice(Math.floor(random() * source.routines.length), 0, added);
  }
  for (let times = Math.floor(random() * 3); times >= 0; times--)
    putIn(
      random,
      pick(
        random,
        routinesOf(module).filter(({ lines }) => lines.length > 8),
      ),
      statement(random, module.name, topic),
    );
  const planted = random() < 0.55 ? [plant(project, module, topic)] : [];
  const subject = pick(random, [
    `add ${topic} support`,
    `support ${topic} offload`,
    `implement ${topic} ops`,
    `add ${topic} configuration`,
    `rework ${topic}`,
    `enable ${topic}`,
  ]);
  const hash = commit(project, `drivers/${module.name}: ${subject}`);
  remember(project, { module, hash, subject, step, planted });
}

function routineWork(project: Project): void {
  const { random } = project;
  const total = work.reduce((sum, [weight]) => sum + weight, 0);
  let left = random() * total;
  const module = pick(random, project.modules);
  for (const [weight, one] of work) {
    left -= weight;
    if (left > 0) continue;
    const subject = one(random, module);
    if (subject !== undefined) commit(project, `drivers/${module.name}: ${subject}`);
    return;
  }
}

function treeWide(project: Project): void {
  const at = conversions.findIndex((_, index) => !project.conversions.includes(index));
  const next = conversions[at];
  if (next === undefined) return;
  project.conversions.push(at);
  const [from, to, subject] = next;
  for (const module of project.modules) convert(module, from, to);
  commit(project, subject);
}

function moveTree(project: Project): void {
  project.folder = 'drivers/net';
  commit(project, 'drivers: move network drivers to their own folder');
}

function fix(project: Project, { fault, module, topic, routine, commit: hash, subject, since }: Open): void {
  const { random } = project;
  if (random() < 0.45) reshape(random, module, fault);
  if (!repair(module, fault, since)) return;
  if (random() < 0.15)
    putIn(random, pick(random, routinesOf(module)), statement(random, module.name, pick(random, module.topics)));
  const say = random();
  const told = [
    ...(say < 0.45 ? [`The ${topic} of ${routine}() was left in a state\nthat nobody had thought of.`] : []),
    ...(say > 0.35 && say < 0.7 ? ['Found while testing on a loaded machine.'] : []),
    ...(say > 0.9 ? [`Since commit ${hash.slice(0, 12)} ("${subject}") this\ngoes wrong at times.`] : []),
  ];
  const trailers = `Fixes: ${hash.slice(0, 12)} ("${subject}")\nSigned-off-by: ${author(random)} <dev@example.org>`;
  commit(project, [`drivers/${module.name}: ${fault.says}`, ...told, trailers].join('\n\n'));
}

/** A fix seldom leaves the lines around the fault as they were. */
function reshape(random: Random, module: Module, { edits }: Fault): void {
  const [first] = edits.flatMap(({ line }) => placeOf(module, line) ?? []);
  if (first === undefined) return;
  const reach = 1 + Math.floor(random() * 8);
  for (const line of first.list.slice(Math.max(0, first.at - reach), first.at + reach))
    if (random() < 0.6) line.text = line.text.replace(/\bdev->(\w+)/g, 'dev->data.$1');
}

function author(random: Random): string {
  return pick(random, ['Ada Berg', 'Bo Chen', 'Carla Diaz', 'Dan Eriks', 'Eva Frank', 'Gil Hart']);
}

function commit(project: Project, message: string): string {
  const files = new Map<string, string>();
  for (const { sources, header, build } of project.modules)
    for (const source of [...sources, header, build]) files.set(`${project.folder}/${source.path}`, textOf(source));
  return project.writer.commit({ files: files as Files, message, author: author(project.random), at: project.at });
}
