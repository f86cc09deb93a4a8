/** Walks a text line by line; the fields describe the line that was scanned last. */
export class LineScanner {
  readonly text: string;
  /** Offset of the line, of its first character that is no white space, and of its line ending. */
  start = 0;
  first = 0;
  end = 0;
  /** Offset of the line after it. */
  next = 0;
  /** Columns of white space before `first`, with tab stops every four columns. */
  indent = 0;

  constructor(text: string) {
    this.text = text;
  }

  get isBlank(): boolean {
    return this.first === this.end;
  }

  /** Scans the line that begins at `start`; a byte order mark at the document's start counts as nothing. */
  scan(start: number): void {
    const { text } = this;
    const { length } = text;
    let at = start === 0 && text.charCodeAt(0) === byteOrderMark ? 1 : start;
    let indent = 0;
    let code = 0;
    for (; at < length; at++) {
      code = text.charCodeAt(at);
      if (code === 32) indent++;
      else if (code === 9) indent += 4 - (indent & 3);
      else break;
    }
    this.start = start;
    this.first = at;
    this.indent = indent;
    for (; at < length; at++) {
      code = text.charCodeAt(at);
      if (code <= 13 && (code === 10 || code === 13)) break;
    }
    this.end = at;
    this.next = at === length ? at : code === 13 && text.charCodeAt(at + 1) === 10 ? at + 2 : at + 1;
  }
}

const byteOrderMark = 0xfeff;
