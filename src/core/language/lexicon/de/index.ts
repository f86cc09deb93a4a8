import type { LanguagePack } from '../language-pack';
import { postmortemCues } from './postmortem-cues';
import { reportCues } from './report-cues';
import { sharedCues } from './shared-cues';

/** German: what is surest, as data alone. */
export const german: LanguagePack = {
  entries: [...sharedCues, ...reportCues, ...postmortemCues],
  guards: {},
  classes: {},
};
