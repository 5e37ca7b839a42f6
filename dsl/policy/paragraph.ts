/** A paragraph that explains and decides nothing, with the numbers of the references that it cites. */
export interface Paragraph {
  readonly kind: 'paragraph';
  readonly text: string;
  readonly cites: readonly number[];
}

/**
 * Writes a paragraph that explains and decides nothing; `cites` are numbers of references.
 * @example
 * paragraph('Alemtuzumab is a monoclonal antibody.', { cites: [1] })
 */
export function paragraph(text: string, options: { readonly cites?: readonly number[] } = {}): Paragraph {
  return { kind: 'paragraph', text, cites: options.cites ?? [] };
}
