import { formatMessage, type Message } from './model/message';

export type OperationErrorCode =
  | 'already-exists'
  | 'changed-meanwhile'
  | 'not-found'
  | 'not-enabled'
  | 'not-writable'
  | 'unreadable'
  | 'usage';

/** A refusal that the user can act on; every face turns it into its own form of message, once. */
export class OperationError extends Error {
  readonly code: OperationErrorCode;
  readonly say: Message;

  constructor(code: OperationErrorCode, say: Message) {
    super(formatMessage(say));
    this.name = 'OperationError';
    this.code = code;
    this.say = say;
  }
}
