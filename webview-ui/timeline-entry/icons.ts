// The drawings are codicons (github.com/microsoft/vscode-codicons), licensed CC-BY-4.0.
import account from '@vscode/codicons/src/icons/account.svg';
import arrowUp from '@vscode/codicons/src/icons/arrow-up.svg';
import bell from '@vscode/codicons/src/icons/bell.svg';
import check from '@vscode/codicons/src/icons/check.svg';
import close from '@vscode/codicons/src/icons/close.svg';
import comment from '@vscode/codicons/src/icons/comment.svg';
import edit from '@vscode/codicons/src/icons/edit.svg';
import error from '@vscode/codicons/src/icons/error.svg';
import file from '@vscode/codicons/src/icons/file.svg';
import fileMedia from '@vscode/codicons/src/icons/file-media.svg';
import flag from '@vscode/codicons/src/icons/flag.svg';
import gitCommit from '@vscode/codicons/src/icons/git-commit.svg';
import goToFile from '@vscode/codicons/src/icons/go-to-file.svg';
import info from '@vscode/codicons/src/icons/info.svg';
import link from '@vscode/codicons/src/icons/link.svg';
import megaphone from '@vscode/codicons/src/icons/megaphone.svg';
import milestone from '@vscode/codicons/src/icons/milestone.svg';
import note from '@vscode/codicons/src/icons/note.svg';
import pulse from '@vscode/codicons/src/icons/pulse.svg';
import rocket from '@vscode/codicons/src/icons/rocket.svg';
import search from '@vscode/codicons/src/icons/search.svg';
import tag from '@vscode/codicons/src/icons/tag.svg';
import tasklist from '@vscode/codicons/src/icons/tasklist.svg';
import tools from '@vscode/codicons/src/icons/tools.svg';
import warning from '@vscode/codicons/src/icons/warning.svg';
import zoomIn from '@vscode/codicons/src/icons/zoom-in.svg';
import zoomOut from '@vscode/codicons/src/icons/zoom-out.svg';
import type { KindIcon } from '../../src/protocol/timeline-entry';

const drawings = {
  account,
  'arrow-up': arrowUp,
  bell,
  check,
  close,
  comment,
  edit,
  error,
  file,
  'file-media': fileMedia,
  flag,
  'git-commit': gitCommit,
  'go-to-file': goToFile,
  info,
  link,
  megaphone,
  milestone,
  note,
  pulse,
  rocket,
  search,
  tag,
  tasklist,
  tools,
  warning,
  'zoom-in': zoomIn,
  'zoom-out': zoomOut,
} satisfies Record<KindIcon, string> & Record<string, string>;
export type IconName = keyof typeof drawings;

const svgNamespace = 'http://www.w3.org/2000/svg';

/** A 16 px drawing in the colour of the text around it; for eyes only. */
export function icon(name: IconName): SVGSVGElement {
  const svg = document.createElementNS(svgNamespace, 'svg');
  svg.setAttribute('class', 'icon');
  svg.setAttribute('aria-hidden', 'true');
  const use = document.createElementNS(svgNamespace, 'use');
  use.setAttribute('href', `#icon-${name}`);
  svg.append(use);
  return svg;
}

/** The symbols that {@link icon} refers to; once on the page. */
export function sprite(): SVGSVGElement {
  const svg = document.createElementNS(svgNamespace, 'svg');
  svg.setAttribute('class', 'sprite');
  svg.setAttribute('aria-hidden', 'true');
  const parser = new DOMParser();
  for (const [name, source] of Object.entries(drawings)) {
    const drawn = parser.parseFromString(source, 'image/svg+xml').documentElement;
    const symbol = document.createElementNS(svgNamespace, 'symbol');
    symbol.id = `icon-${name}`;
    symbol.setAttribute('viewBox', drawn.getAttribute('viewBox') ?? '0 0 16 16');
    symbol.append(...drawn.childNodes);
    svg.append(symbol);
  }
  return svg;
}
