import type * as vscode from 'vscode';
import { OperationError } from '../../core/errors';
import { message } from '../../core/model/message';

/** A document that could not be written, with what is needed to offer a way on. */
export class WriteRefusal extends OperationError {
  readonly uri: vscode.Uri;
  /** What was to be written there, so that it is not lost. */
  readonly text: string;

  constructor(code: 'changed-meanwhile' | 'not-writable', uri: vscode.Uri, text: string) {
    const file = uri.path.slice(uri.path.lastIndexOf('/') + 1);
    super(
      code,
      code === 'not-writable'
        ? message('{file} cannot be written: read-only.', { file })
        : message('{file} changed while this was written. Nothing was saved.', { file }),
    );
    this.uri = uri;
    this.text = text;
  }
}
