import type { AddedEvidence, EvidenceFile } from '../../core/operations/add-evidence';
import { addEvidence } from '../../core/operations/add-evidence';
import type { FileStore } from '../../core/ports';
import { readAttached, writeAttached } from '../../protocol/attached-file';

/** Files that were chosen in a form and not saved yet. They are in memory alone, so an abandoned form leaves none. */
export class AttachedFiles {
  readonly #files = new Map<string, EvidenceFile>();

  /** How the file stands among the evidence of the form. */
  hold(file: EvidenceFile): string {
    const key = crypto.randomUUID();
    this.#files.set(key, file);
    return writeAttached({ key, size: file.bytes.length, name: file.name });
  }

  /** The latest ones, as the page knows them. */
  keys(): readonly string[] {
    return [...this.#files.keys()].slice(-500);
  }

  /** The evidence without files that are held no longer, as after the window was reloaded. */
  known(evidence: readonly string[]): readonly string[] {
    return evidence.filter((item) => {
      const attached = readAttached(item);
      return attached === undefined || this.#files.has(attached.key);
    });
  }

  /** The evidence as it is written into the report, with the files that its links need. */
  async place(
    store: FileStore,
    reportPath: string,
    evidence: readonly string[],
  ): Promise<Pick<AddedEvidence, 'files'> & { readonly evidence: readonly string[] }> {
    const folder = reportPath.slice(0, reportPath.lastIndexOf('/'));
    const known = this.known(evidence);
    const held = known.map((item) => this.#files.get(readAttached(item)?.key ?? ''));
    const { files, links } = await addEvidence(
      store,
      folder,
      held.flatMap((file) => file ?? []),
    );
    const left = [...links];
    return { files, evidence: known.map((item, index) => (held[index] === undefined ? item : (left.shift() ?? item))) };
  }
}
