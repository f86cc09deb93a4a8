import type { Block } from './markdown-document';

/** More than one changes at a time hardly ever, but with several cursors. */
const most = 16;

/**
 * Indexes of the blocks that are others than in a former version of the document; nothing where there are many, or where
 * their number or the kind or level of one has changed. It is what most keys do, and all that hangs on kinds is then as
 * it was.
 */
export function replacedBlocks(former: readonly Block[], blocks: readonly Block[]): readonly number[] | undefined {
  if (former.length !== blocks.length) return undefined;
  const replaced: number[] = [];
  for (let index = 0; index < blocks.length; index++) {
    const [before, after] = [former[index], blocks[index]];
    if (before === after) continue;
    if (before?.kind !== after?.kind || before?.level !== after?.level || replaced.length === most) return undefined;
    replaced.push(index);
  }
  return replaced;
}
