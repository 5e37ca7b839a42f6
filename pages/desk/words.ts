import type { ClauseStatus } from '../../dsl/kernel/determination.ts';
import { visible } from '../../compiler/visible-text.ts';

/** The values of a case, for a person; what is not here is an id of the vocabulary, which has a name. */
export const valueWords: Readonly<Record<string, string>> = {
  initial: 'First request',
  reauthorization: 'Reauthorization',
  documented: 'Documented',
  reported: 'Reported, no record',
  absent: 'Known not to be so',
  failure: 'Failed',
  intolerance: 'Not tolerated',
  contraindication: 'Contraindicated',
  none: 'None',
  unknown: 'Unknown',
  supplied: 'Dispensed and paid for',
  sample: 'Sample',
  active: 'Active',
  nonactive: 'Not active',
  unspecified: 'Not specified',
  record: 'Medical record',
  claim: 'Paid claim',
  laboratory: 'Laboratory’s report',
  prescriber: 'Prescriber’s statement',
  attestation: 'Attestation',
  met: 'Met',
  'not-met': 'Not met',
  silent: 'Silent',
  covers: 'Covers it',
  excludes: 'Excludes it',
  requires: 'Requires coverage',
};

/** What a key of a case is called on its label, where its description would be too long. */
export const labels: Readonly<Record<string, string>> = {
  kind: 'Kind of request',
  product: 'Product asked for',
  indication: 'Indication',
  dateOfService: 'Date of service',
  mgPerDay: 'Dose a day',
  days: 'Number of days',
  planDocument: 'Plan document',
  mandate: 'Mandate',
  birthDate: 'Date of birth',
  condition: 'Course of the disease',
  activity: 'Activity',
  icd10: 'ICD-10-CM code',
  evidence: 'Evidence',
  on: 'Date',
  agent: 'Drug',
  outcome: 'Outcome',
  source: 'Supply',
  from: 'First day',
  to: 'Last day',
  current: 'Taken now',
  shownBy: 'Shown by',
  value: 'Value',
  unit: 'Unit',
  lower: 'Normal from',
  upper: 'Normal to',
  papers: 'Papers',
  verdict: 'Reviewer’s verdict',
};

/** What is chosen while nothing is said. */
export const leftOutWords: Readonly<Record<string, string>> = {
  planDocument: 'Not said: taken to be silent',
  mandate: 'Not said: none is assumed',
};

/** The sign and the word of a clause's status; an exclusion that is met applies. */
export function statusWords(
  status: ClauseStatus['status'],
  isExclusion: boolean,
): { readonly sign: string; readonly word: string } {
  const sign = { met: '✓', 'not-met': '✗', unknown: '?' }[status];
  if (!isExclusion) return { sign, word: { met: 'Met', 'not-met': 'Not met', unknown: 'Unknown' }[status] };
  return {
    sign: { met: '✗', 'not-met': '✓', unknown: '?' }[status],
    word: { met: 'Applies', 'not-met': 'Does not apply', unknown: 'Unknown' }[status],
  };
}

/** A text with a capital first letter, and no hidden character. */
export function sentence(text: string): string {
  const shown = visible(text);
  return shown.charAt(0).toUpperCase() + shown.slice(1);
}

/** `1 fact`, `2 facts`. */
export function counted(count: number, noun: string): string {
  return `${count} ${count === 1 ? noun : `${noun}s`}`;
}
