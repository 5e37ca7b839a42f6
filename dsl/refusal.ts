declare const reason: unique symbol;

/**
 * What a parameter asks for when the author's argument can't be taken: no value has this type, and the editor
 * shows its message.
 */
export interface Refusal<Message extends string> {
  readonly [reason]: Message;
}

/**
 * What a builder throws when its arguments contradict each other in a way that types don't show. The reader
 * turns it into a diagnostic at the call; `code` is the stable name of the check.
 */
export class Refused extends Error {
  readonly code: string;
  readonly remedy: string;

  constructor(code: string, message: string, remedy: string) {
    super(message);
    this.code = code;
    this.remedy = remedy;
  }
}
