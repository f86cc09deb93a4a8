import type { Command } from '../io';
import { importEntries } from './import';
import { lint } from './lint';
import { list } from './list';
import { log } from './log';
import { metrics } from './metrics';
import { newDocument } from './new';
import { suspects } from './suspects';

export const commands: readonly Command[] = [lint, newDocument, list, log, importEntries, metrics, suspects];
