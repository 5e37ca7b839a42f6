/** The emitted text says something that its reader does not know: what, and on which line. */
export class Unreadable extends Error {
  readonly line: number;
  readonly construct: string;
  constructor(construct: string, line: number) {
    super(`Line ${line}: the reader of evaluators does not know ${construct}.`);
    this.line = line;
    this.construct = construct;
  }
}
