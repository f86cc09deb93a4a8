import path from 'node:path';
import { buffer } from 'node:stream/consumers';
import type { Output } from './io';
import { runCli } from './run-cli';

/** A reader that has gone (`| head`) wants no more and is no failure. */
function outputTo(stream: NodeJS.WriteStream): Output {
  let isOpen = true;
  stream.on('error', (error: NodeJS.ErrnoException) => {
    isOpen = false;
    if (error.code !== 'EPIPE') process.exitCode = 2;
  });
  return {
    isTerminal: stream.isTTY === true,
    write: (text) =>
      new Promise((resolve) => {
        if (isOpen) stream.write(text, () => resolve());
        else resolve();
      }),
  };
}

function listenForInterrupt() {
  const controller = new AbortController();
  const abort = () => controller.abort();
  process.once('SIGINT', abort);
  return { signal: controller.signal, dispose: () => process.removeListener('SIGINT', abort) };
}

// `exitCode` and not `exit()`, which would cut off what a pipe has not taken yet.
void runCli(process.argv.slice(2), {
  cwd: process.cwd(),
  stdout: outputTo(process.stdout),
  stderr: outputTo(process.stderr),
  now: () => Date.now(),
  env: process.env,
  readStdin: () => buffer(process.stdin),
  // Both lie beside the bundle's folder, in the checkout and in the packed extension.
  rulePages: path.join(__dirname, '..', 'docs', 'rules'),
  listenForInterrupt,
}).then((code) => {
  process.exitCode ||= code;
});
