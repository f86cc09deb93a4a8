import type { FormFinding } from '../../src/protocol/timeline-entry';
import { element, linkButton, onChange, richNodes } from './dom';
import { icon } from './icons';
import type { FormState } from './state';
import { words } from './words';

export interface FindingActions {
  readonly showInText: (start: number, end: number) => void;
  readonly toggleMove: (start: number) => void;
  readonly showAll: () => void;
}

const shownAtFirst = 3;

/** What the report's rules say about the event, under it. */
export function createFindings(actions: FindingActions) {
  const place = element('div', { class: 'findings' });
  const draw = onChange(({ findings, moves, all }: Shown) => {
    const shown = all ? findings : findings.slice(0, shownAtFirst);
    const items = shown.map((finding) => findingItem(finding, moves.includes(finding.start), actions));
    const more = findings.length - shown.length;
    if (more > 0) items.push(element('div', {}, linkButton(words.moreFindings(more), actions.showAll)));
    place.replaceChildren(...items);
  });
  return {
    element: place,
    draw: ({ preview, fields, allFindings }: FormState) =>
      draw({ findings: preview?.findings ?? [], moves: fields.moves, all: allFindings }),
  };
}

interface Shown {
  readonly findings: readonly FormFinding[];
  readonly moves: readonly number[];
  readonly all: boolean;
}

function findingItem(finding: FormFinding, moves: boolean, { showInText, toggleMove }: FindingActions): HTMLElement {
  const buttons: Node[] = [];
  if (moves) buttons.push(element('span', { class: 'dim' }, words.movesAtSaving));
  if (finding.movable) {
    buttons.push(linkButton(moves ? words.keepHere : words.moveToPostmortem, () => toggleMove(finding.start)));
  }
  buttons.push(linkButton(words.showInText, () => showInText(finding.start, finding.end)));
  return element(
    'div',
    { class: `finding ${finding.severity}` },
    icon(finding.severity === 'error' || finding.severity === 'warning' ? finding.severity : 'info'),
    element('span', {}, ...richNodes(finding.message)),
    element('span', { class: 'actions' }, ...buttons),
  );
}
