import type { Kernel, RegimenOption } from '../../dsl/kernel/kernel.ts';
import { plainText } from '../../dsl/text.ts';
import { inLine } from '../../dsl/whole.ts';
import type { CompiledPolicy } from '../compiled-policy.ts';
import type { TermChange } from './change-log.ts';

/** What two versions say otherwise beside their clauses, each in the words of a reader. */
export function compareTerms(older: CompiledPolicy, newer: CompiledPolicy): readonly TermChange[] {
  return terms.flatMap(({ term, of }) => {
    const [before, after] = [of(older), of(newer)];
    return before === after ? [] : [{ term, older: before, newer: after }];
  });
}

const none = 'none';

const terms: readonly { readonly term: string; readonly of: (compiled: CompiledPolicy) => string }[] = [
  { term: 'Policy number', of: ({ kernel }) => kernel.number },
  { term: 'Title', of: ({ kernel }) => kernel.title },
  { term: 'Effective date', of: ({ kernel }) => kernel.effective },
  { term: 'Next review date', of: ({ kernel }) => kernel.nextReview ?? none },
  { term: 'Products', of: ({ kernel }) => productNames(kernel) },
  {
    term: 'Applies to',
    of: ({ policy }) =>
      policy.appliesTo === undefined ? 'every request for its products' : plainText(inLine(policy.appliesTo)),
  },
  { term: 'Approval, at most', of: ({ kernel }) => months(kernel.durations.initial) },
  { term: 'Renewal, at most', of: ({ kernel }) => months(kernel.durations.reauthorization) },
  { term: 'What a renewal is asked', of: ({ kernel }) => renewal(kernel) },
  {
    term: 'Recommended regimens',
    of: ({ kernel }) => lines(kernel.regimens.map((each) => regimen(kernel, each))),
  },
  {
    term: 'Billing and service codes',
    of: ({ policy: { coding } }) =>
      lines(
        [...(coding?.codes ?? []), ...(coding?.services ?? [])].map(
          ({ code, description }) => `${code} (${description})`,
        ),
      ),
  },
];

function productNames({ products, tables }: Kernel): string {
  return lines(products.map((id) => tables.products.find((row) => row.id === id)?.name ?? id));
}

function months(count: number | undefined): string {
  if (count === undefined) return none;
  return count === 1 ? '1 month' : `${count} months`;
}

function renewal({ reauthorization, repeatsCriteria }: Kernel): string {
  if (reauthorization === undefined) return 'the criteria for a first request';
  return repeatsCriteria
    ? 'criteria of its own, beside those for a first request'
    : 'criteria of its own alone';
}

function regimen(
  { clauses }: Kernel,
  { clause, mgPerDay, days, units, code, course }: RegimenOption,
): string {
  const number = clauses.find(({ id }) => id === clause)?.number ?? clause;
  const billed = units === undefined ? '' : `, ${units} units${code === undefined ? '' : ` of ${code}`}`;
  return `${number}: ${mgPerDay} mg a day on ${days} ${days === 1 ? 'day' : 'days'}${billed}, as ${course === 'first' ? 'a first course' : 'an additional course'}`;
}

function lines(texts: readonly string[]): string {
  return texts.length === 0 ? none : texts.join('; ');
}
