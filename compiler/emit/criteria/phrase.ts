import type { PhrasingContent } from 'mdast';
import type { Phrase } from '../../../dsl/text.ts';
import { anchorOf, bold, link, words } from '../../markdown.ts';

/** The heading that a reference to the appendix leads to. */
export const appendixHeading = 'Appendix';

/** A builder's phrase as text of the document. */
export function phrasing(text: Phrase): readonly PhrasingContent[] {
  return text.map((span) => {
    switch (span.kind) {
      case 'text':
        return words(span.text);
      case 'strong':
        return bold(span.text);
      case 'reference':
        return link(span.text, anchorOf(appendixHeading));
      case 'clause':
        // An outline has put the printed number in its place; elsewhere the id is the clause's name.
        return words(span.id);
    }
  });
}

/** A citation of references; nothing where there is none. */
export function cited(numbers: readonly number[]): readonly PhrasingContent[] {
  if (numbers.length === 0) return [];
  const cites = [...new Set(numbers)].sort((first, second) => first - second);
  return [{ type: 'text', value: citation(cites), data: { cites } }];
}

/** A date as the published policies print it: `3/1/2024`. */
export function dated(date: string): PhrasingContent {
  const [year, month, day] = date.split('-').map(Number);
  return { type: 'text', value: `${month ?? ''}/${day ?? ''}/${year ?? ''}`, data: { date } };
}

/** The numbers of references as they stand raised behind a sentence, runs of them drawn together: `¹`, `²⁻⁴`, `¹,³`. */
export function citation(numbers: readonly number[]): string {
  const sorted = [...new Set(numbers)].sort((first, second) => first - second);
  const runs: { first: number; last: number }[] = [];
  for (const number of sorted) {
    const run = runs.at(-1);
    if (run !== undefined && number === run.last + 1) run.last = number;
    else runs.push({ first: number, last: number });
  }
  return runs
    .map(({ first, last }) => {
      if (first === last) return raised(first);
      return `${raised(first)}${last === first + 1 ? ',' : '⁻'}${raised(last)}`;
    })
    .join(',');
}

function raised(number: number): string {
  return [...String(number)].map((digit) => '⁰¹²³⁴⁵⁶⁷⁸⁹'[Number(digit)] ?? digit).join('');
}
