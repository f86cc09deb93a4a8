import type { Services } from '../services';
import type { PartNode } from '../views/incident-nodes';
import { openAt } from './open-at';

/** The row of an entry, cause or action that the tree shows. */
export async function goTo(_services: Services, node: unknown): Promise<void> {
  if (!isPart(node)) return;
  const place = placeOf(node);
  if (place !== undefined) await openAt(node.folder.uriOf(place.path), { line: place.line });
}

export function isPart(node: unknown): node is PartNode {
  return typeof node === 'object' && node !== null && 'type' in node && 'folder' in node && 'incidentId' in node;
}

function placeOf(node: PartNode): { readonly path: string; readonly line: number } | undefined {
  switch (node.type) {
    case 'entry':
      return { path: node.report.path, line: node.entry.line };
    case 'cause':
      return { path: node.postmortem.path, line: node.cause.line };
    case 'action':
      return { path: node.postmortem.path, line: node.action.line };
    default:
      return undefined;
  }
}
