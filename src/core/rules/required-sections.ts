import type { SectionName } from '../kinds/section-names';

/** What every resolved report says, in order; its other standard sections may be left out. */
export const requiredSections: readonly string[] = ['Summary', 'Impact', 'Timeline'] satisfies readonly SectionName[];
