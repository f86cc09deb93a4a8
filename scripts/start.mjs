// Opens the sample workspace in VS Code with the extension of this checkout. Usage:
//   npm start [-- --host desktop|server] [--fresh] [--restricted]
import { parseArgs } from 'node:util';
import { fail, oneOf, prepare } from './setup.mjs';

const { leaveSignals } = await prepare();
try {
  const { openSample } = await import('./open-sample.mjs');
  const { values } = parseArgs({
    options: {
      host: { type: 'string' },
      fresh: { type: 'boolean', default: false },
      restricted: { type: 'boolean', default: false },
    },
  });
  const host = values.host === undefined ? undefined : oneOf('--host', values.host, ['desktop', 'server']);
  await openSample({ ...values, host, beforeRunning: leaveSignals });
} catch (error) {
  fail(error);
}
process.exit(0);
