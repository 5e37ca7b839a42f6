import type { StartedPolicy } from '../new-policy.ts';

/** What was started, and what to do next. */
export function startedText({ name, folder }: StartedPolicy): string {
  return [
    `Started ${folder}/policy.ts, and a case in ${folder}/cases/.`,
    '',
    'Next:',
    `  1. Write what is published into ${folder}/policy.ts: dates, drug, disease, criteria.`,
    `  2. npx triplicate generate ${name}`,
    `  3. Work out cases by hand in ${folder}/cases/, and compare: npx triplicate cases ${name}`,
    '',
  ].join('\n');
}
