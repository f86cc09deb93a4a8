declare module 'commonmark' {
  export class Parser {
    parse(text: string): object;
  }
}

declare module 'write-good' {
  const writeGood: (text: string) => readonly { readonly index: number; readonly reason: string }[];
  export = writeGood;
}
