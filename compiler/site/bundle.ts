/** What a page brings beside its own text: one classic script and one style sheet. */
export interface Bundle {
  readonly script: string;
  readonly style: string;
}
