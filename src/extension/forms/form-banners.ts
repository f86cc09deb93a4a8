import * as vscode from 'vscode';
import type { OperationError } from '../../core/errors';
import type { Banner } from '../../protocol/timeline-entry';
import { translate } from '../convert';

const { t } = vscode.l10n;

export function goneBanner(file: string): Banner {
  return { text: [t('{file} is no longer there. Your text is kept.', { file })], actions: ['copy'] };
}

export function refusalBanner(error: OperationError): Banner {
  const text = [`${translate(error.say)} ${t('Your text is kept.')}`];
  if (error.code === 'not-found') return { text, actions: ['copy'] };
  return { text, actions: error.code === 'changed-meanwhile' ? ['retry', 'open'] : ['open', 'copy'] };
}

/** The edited row reads differently by now; whose text holds is asked, and nothing is overwritten unasked. */
export function changedRowBanner(file: string, id: string | undefined): Banner {
  const changed = t('Not saved: {file} changed on disk.', { file });
  const row =
    id === undefined
      ? t('The entry reads differently since you opened it here. Your text is kept.')
      : t('{id} reads differently since you opened it here. Your text is kept.', { id });
  return { text: [{ strong: changed }, ` ${row}`], actions: ['show-change', 'save-mine', 'take-theirs'] };
}

export function goneRowBanner(file: string, id: string | undefined): Banner {
  const changed = t('Not saved: {file} changed on disk.', { file });
  const row =
    id === undefined
      ? t('The entry is no longer there. Your text is kept.')
      : t('{id} is no longer there. Your text is kept.', { id });
  return { text: [{ strong: changed }, ` ${row}`], actions: ['copy'] };
}

export function notUndoneBanner(file: string, id: string): Banner {
  const text = t('{file} changed since {id} was saved. The entry still stands there.', { file, id });
  return { text: [text], actions: ['open'] };
}
