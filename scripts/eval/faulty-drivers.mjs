// Drivers in C with the faults that such code has: error paths, locks, bounds, macros, headers, conversions. Each fault
// is told as the commits that lead to it, the work that came between, and the fix that names it.

/** @typedef {import('./faulty-history.mjs').History} History */

/**
 * @typedef {object} Driver
 * @property {string} name
 * @property {string} source
 * @property {string} header
 * @property {string} first the commit that brought the driver
 * @property {(change: readonly [from: string, to: string][], subject: string, file?: string) => string} change
 * @property {(fault: string, change: readonly [from: string, to: string][], subject: string, file?: string) => string} fix
 */

const drivers = ['amber', 'birch', 'cedar'];

/** @param {History} history */
export function addFaultyDrivers(history) {
  const all = drivers.map((name) => startDriver(history, name));
  // Faults of one kind come in different orders, so that none is always the latest.
  for (let round = 0; round < faults.length; round += 1) {
    for (const [at, driver] of all.entries()) faults[(round + at * 3) % faults.length]?.(driver);
  }
}

/** @type {readonly ((driver: Driver) => void)[]} */
const faults = [
  leakSinceTheFirst,
  missingUnlock,
  boundUnderCleanups,
  macroInHeader,
  fieldWithoutSetUp,
  conversionLeavesFree,
  movedIntoFunction,
  lockOfAnotherKind,
  overflowSinceTheFirst,
  missingBreak,
  orderOfTearDown,
  commentsBetween,
];

/** The first version forgot to give something back; later features stand beside the place. */
function leakSinceTheFirst(/** @type {Driver} */ { first, change, fix, name }) {
  change(
    [['\tbus_attach(bus, dev);\n', `\tdev->label = bus_label(bus);\n\tbus_attach(bus, dev);\n`]],
    `${name}: take the label from the bus`,
  );
  change([['\tint err;\n', '\tint err;\n\tint tries = 3;\n']], `${name}: count the tries of a probe`);
  fix(
    first,
    [['\tif (err)\n\t\treturn err;\n', '\tif (err) {\n\t\tdrop(dev->ring);\n\t\treturn err;\n\t}\n']],
    `${name}: give the ring back when a probe fails`,
  );
}

/** An early return came into a part that holds a lock. */
function missingUnlock(/** @type {Driver} */ { change, fix, name }) {
  const fault = change(
    [['\tslot = dev->head;\n', '\tif (queue_full(dev->queue))\n\t\treturn -EBUSY;\n\tslot = dev->head;\n']],
    `${name}: refuse packets while the queue is full`,
  );
  change([['\tdev->sent++;\n', '\tdev->sent++;\n\tdev->bytes += pkt->len;\n']], `${name}: count bytes too`);
  fix(
    fault,
    [
      [
        '\tif (queue_full(dev->queue))\n\t\treturn -EBUSY;\n',
        '\tif (queue_full(dev->queue)) {\n\t\tunlock(&dev->lock);\n\t\treturn -EBUSY;\n\t}\n',
      ],
    ],
    `${name}: do not keep the lock when a packet is refused`,
  );
}

/** Two cleanups rewrote the faulty line without changing what it does. */
function boundUnderCleanups(/** @type {Driver} */ { change, fix, name }) {
  const fault = change(
    [
      [
        '\tlock(&dev->lock);\n\tdev->irqs',
        '\tfor (i = 0; i <= dev->slots; i++)\n\t\tslot_reset(dev, i);\n\tlock(&dev->lock);\n\tdev->irqs',
      ],
    ],
    `${name}: reset all slots on an interrupt`,
  );
  change(
    [
      [
        'for (i = 0; i <= dev->slots; i++)\n\t\tslot_reset(dev, i)',
        'for (at = 0; at <= dev->slots; at++)\n\t\tslot_reset(dev, at)',
      ],
    ],
    `${name}: rename the counters`,
  );
  change([['at <= dev->slots; at++', 'at <= dev->slots; ++at']], `${name}: count up in front`);
  fix(fault, [['at <= dev->slots', 'at < dev->slots']], `${name}: stay within the slots`);
}

/** The fault is in a macro of the header. */
function macroInHeader(/** @type {Driver} */ { change, fix, name, header }) {
  const upper = name.toUpperCase();
  const fault = change(
    [[`#define ${upper}_DEPTH 64`, `#define ${upper}_DEPTH 1 << 7`]],
    `${name}: use deeper queues`,
    header,
  );
  change([['\tu32 slots;\n', '\tu32 slots;\n\tu32 spare;\n']], `${name}: keep a spare`, header);
  fix(fault, [['_DEPTH 1 << 7', '_DEPTH (1 << 7)']], `${name}: brackets around the depth`, header);
}

/** A field came with a feature; what sets it up is missing in a function that is older. */
function fieldWithoutSetUp(/** @type {Driver} */ { change, fix, name, header }) {
  change([['\tu32 irqs;\n', '\tu32 irqs;\n\tu32 misses;\n']], `${name}: room for misses`, header);
  const fault = change(
    [['\tdev->sent++;\n', '\tdev->sent++;\n\ttimer_push(&dev->watch, jiffies_now() + 5);\n']],
    `${name}: watch for packets that never leave`,
  );
  change(
    [['\tbus_detach(bus, dev);\n', '\tsay("%s is gone", dev->label);\n\tbus_detach(bus, dev);\n']],
    `${name}: say when it goes`,
  );
  fix(
    fault,
    [['\tbus_attach(bus, dev);\n', '\ttimer_start(&dev->watch, on_silence);\n\tbus_attach(bus, dev);\n']],
    `${name}: set the watch up before it is used`,
  );
}

/** What gives the memory back by itself made an older line wrong. */
function conversionLeavesFree(/** @type {Driver} */ { change, fix, name }) {
  const fault = change(
    [['dev->table = take(sizeof(u32) * 16);', 'dev->table = take_managed(bus, sizeof(u32) * 16);']],
    `${name}: let the bus manage the table`,
  );
  change([['\tdev->irqs++;\n', '\tdev->irqs++;\n\tdev->last = jiffies_now();\n']], `${name}: note the last interrupt`);
  fix(fault, [['\tdrop(dev->table);\n', '']], `${name}: no second drop of the managed table`);
}

/** The faulty lines went to a function of their own, indented anew. */
function movedIntoFunction(/** @type {Driver} */ { change, fix, name }) {
  const fault = change(
    [
      [
        '\tdev->tail = 0;\n',
        '\tdev->tail = 0;\n\tif (dev->speed > 100) {\n\t\tdev->credits = dev->speed / 100;\n\t\tdev->window = dev->credits * 2;\n\t\tdev->burst = dev->window - dev->credits;\n\t}\n',
      ],
    ],
    `${name}: credits for fast links`,
  );
  change(
    [
      [
        '\tif (dev->speed > 100) {\n\t\tdev->credits = dev->speed / 100;\n\t\tdev->window = dev->credits * 2;\n\t\tdev->burst = dev->window - dev->credits;\n\t}\n',
        `\t${name}_credits(dev);\n`,
      ],
      [
        `int ${name}_start(`,
        `static void ${name}_credits(struct ${name} *dev)\n{\n\tif (dev->speed <= 100)\n\t\treturn;\n\tdev->credits = dev->speed / 100;\n\tdev->window = dev->credits * 2;\n\tdev->burst = dev->window - dev->credits;\n}\n\nint ${name}_start(`,
      ],
    ],
    `${name}: a function for the credits`,
  );
  fix(
    fault,
    [['dev->window = dev->credits * 2;', 'dev->window = min(dev->credits * 2, 255);']],
    `${name}: the window has eight bits`,
  );
}

/** A lock was exchanged for one that may sleep. */
function lockOfAnotherKind(/** @type {Driver} */ { change, fix, name }) {
  const fault = change(
    [['\tlock(&dev->lock);\n\tdev->irqs', '\tsleep_lock(&dev->gate);\n\tdev->irqs']],
    `${name}: one gate for all`,
  );
  change([['\tdev->head = 0;\n', '\tdev->head = 0;\n\tdev->sent = 0;\n']], `${name}: start counting at nothing`);
  fix(
    fault,
    [['\tsleep_lock(&dev->gate);\n\tdev->irqs', '\tlock(&dev->lock);\n\tdev->irqs']],
    `${name}: interrupts must not sleep`,
  );
}

/** The first version computed too narrow. */
function overflowSinceTheFirst(/** @type {Driver} */ { first, change, fix, name }) {
  change([['\tdev->slots = 32;\n', '\tdev->slots = 32;\n\tdev->spare = 2;\n']], `${name}: two spare slots`);
  change([['dev->spare = 2', 'dev->spare = 4']], `${name}: four spare slots`);
  fix(first, [['u32 size = slots * width;', 'u64 size = (u64)slots * width;']], `${name}: rings of more than 4 GB`);
}

/** A case fell through into the next. */
function missingBreak(/** @type {Driver} */ { change, fix, name }) {
  const fault = change([['\tcase 0:\n', '\tcase 4:\n\t\tdev->speed = 400;\n\tcase 0:\n']], `${name}: a mode of 400`);
  change([['\tcase 1:\n', '\tcase 2:\n\t\tdev->speed = 50;\n\t\tbreak;\n\tcase 1:\n']], `${name}: a mode of 50`);
  fix(
    fault,
    [['\t\tdev->speed = 400;\n\tcase', '\t\tdev->speed = 400;\n\t\tbreak;\n\tcase']],
    `${name}: mode 4 does not end in mode 0`,
  );
}

/** Old and right lines have to change their order for what a feature brought. */
function orderOfTearDown(/** @type {Driver} */ { change, fix, name }) {
  const fault = change(
    [
      ['\tbus_attach(bus, dev);\n', '\tdev->worker = worker_run(dev);\n\tbus_attach(bus, dev);\n'],
      ['\tdrop(dev->ring);\n\tdrop(dev);\n', '\tdrop(dev->ring);\n\tworker_stop(dev->worker);\n\tdrop(dev);\n'],
    ],
    `${name}: fill the ring in a worker`,
  );
  change([['\tdev->tail = 0;\n', '\tdev->tail = 0;\n\tdev->late = 0;\n']], `${name}: nothing is late at first`);
  fix(
    fault,
    [['\tdrop(dev->ring);\n\tworker_stop(dev->worker);\n', '\tworker_stop(dev->worker);\n\tdrop(dev->ring);\n']],
    `${name}: stop the worker before its ring goes`,
  );
}

/** Remarks and blanks around the fault, by several hands. */
function commentsBetween(/** @type {Driver} */ { change, fix, name }) {
  const fault = change(
    [['\treturn slot;\n', '\tpkt->stamp = dev->clock;\n\treturn slot;\n']],
    `${name}: stamp each packet`,
  );
  change(
    [['\tpkt->stamp', '\t/* The stamp is read by the tracer. */\n\tpkt->stamp']],
    `${name}: tell why there is a stamp`,
  );
  change([['pkt->stamp = dev->clock;', 'pkt->stamp  = dev->clock;']], `${name}: align the assignments`);
  fix(
    fault,
    [['\tpkt->stamp  = dev->clock;', '\tif (dev->clock)\n\t\tpkt->stamp  = dev->clock;']],
    `${name}: not every board has a clock`,
  );
}

/**
 * @param {History} history
 * @param {string} name
 * @returns {Driver}
 */
function startDriver({ edit, commit }, name) {
  const [source, header] = [`drivers/${name}/${name}.c`, `drivers/${name}/${name}.h`];
  edit(source, () => firstSource(name));
  edit(header, () => firstHeader(name));
  const first = commit(`${name}: a driver for the ${name} boards`);
  /** @type {Driver['change']} */
  const change = (replacements, subject, file = source) => {
    apply(replacements, file);
    return commit(subject);
  };
  return {
    name,
    source,
    header,
    first,
    change,
    fix(fault, replacements, subject, file = source) {
      apply(replacements, file);
      return commit(subject, `Seen on a board under load.\n\nFixes: ${fault.slice(0, 12)} ("${name}")`);
    },
  };

  function apply(/** @type {readonly [string, string][]} */ replacements, /** @type {string} */ file) {
    edit(file, (text) => replacements.reduce(replaced, text));
  }
}

/**
 * A fault that is not told as meant would score something else.
 * @param {string} text
 * @param {readonly [from: string, to: string]} replacement
 */
function replaced(text, [from, to]) {
  if (!text.includes(from)) throw new Error(`"${from}" is not in the driver.`);
  return text.replace(from, () => to);
}

/** @param {string} name */
function firstHeader(name) {
  const fields = ['slots', 'head', 'tail', 'sent', 'bytes', 'irqs', 'speed', 'credits', 'window', 'burst'];
  return `#ifndef ${name.toUpperCase()}_H
#define ${name.toUpperCase()}_H

#define ${name.toUpperCase()}_DEPTH 64

struct ${name} {
${fields.map((field) => `\tu32 ${field};\n`).join('')}\tu32 *ring;
\tu32 *table;
};

#endif
`;
}

/** @param {string} name */
function firstSource(name) {
  return `#include "bus.h"
#include "${name}.h"

static u32 *${name}_ring(u32 slots, u32 width)
{
\tu32 size = slots * width;

\treturn take(size);
}

static void ${name}_mode(struct ${name} *dev, int mode)
{
\tswitch (mode) {
\tcase 0:
\t\tdev->speed = 10;
\t\tbreak;
\tcase 1:
\t\tdev->speed = 100;
\t\tbreak;
\t}
}

int ${name}_start(struct ${name} *dev)
{
\tdev->head = 0;
\tdev->tail = 0;
\t${name}_mode(dev, 1);
\treturn 0;
}

int ${name}_send(struct ${name} *dev, struct packet *pkt)
{
\tint slot;

\tlock(&dev->lock);
\tslot = dev->head;
\tdev->ring[slot] = pkt->address;
\tdev->head = (dev->head + 1) % dev->slots;
\tdev->sent++;
\tunlock(&dev->lock);
\treturn slot;
}

static void ${name}_irq(struct ${name} *dev)
{
\tint i, at;

\tlock(&dev->lock);
\tdev->irqs++;
\tunlock(&dev->lock);
}

int ${name}_probe(struct bus *bus)
{
\tstruct ${name} *dev;
\tint err;

\tdev = take(sizeof(*dev));
\tif (!dev)
\t\treturn -ENOMEM;
\tdev->slots = 32;
\tdev->ring = ${name}_ring(dev->slots, 8);
\tdev->table = take(sizeof(u32) * 16);
\terr = ${name}_start(dev);
\tif (err)
\t\treturn err;
\tbus_attach(bus, dev);
\treturn 0;
}

void ${name}_remove(struct bus *bus, struct ${name} *dev)
{
\tbus_detach(bus, dev);
\tdrop(dev->table);
\tdrop(dev->ring);
\tdrop(dev);
}
`;
}
