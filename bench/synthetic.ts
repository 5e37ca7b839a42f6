import { mkdirSync, writeFileSync } from 'node:fs';

/** Writes so many policies of 30 criteria each below `root/policies`. */
export function writeSynthetic(root: string, count: number): void {
  for (let place = 0; place < count; place += 1) {
    mkdirSync(`${root}/policies/${syntheticName(place)}`, { recursive: true });
    writeFileSync(syntheticFile(root, place), syntheticPolicy(place, 18));
  }
}

/** Changes one policy in one place: its age. */
export function changeSynthetic(root: string, place: number, age: number): void {
  writeFileSync(syntheticFile(root, place), syntheticPolicy(place, age));
}

function syntheticName(place: number): string {
  return `synthetic-${String(place).padStart(4, '0')}`;
}

function syntheticFile(root: string, place: number): string {
  return `${root}/policies/${syntheticName(place)}/policy.ts`;
}

const findings = [
  'cognitiveImpairment',
  'disablingRelapse',
  'hivInfection',
  'mriHighlyActive',
  'rapidlyAdvancingDeterioration',
] as const;

/** Six groups of five: an age and four findings each, in turns. */
function syntheticPolicy(place: number, age: number): string {
  const groups = Array.from({ length: 6 }, (_, group) => {
    const members = Array.from({ length: 4 }, (__, part) => {
      const name = findings[(place + group + part) % findings.length] ?? findings[0];
      return `        finding${part}: documented(${name}),`;
    });
    return [
      `      group${group}: ${group % 2 === 0 ? 'oneOf' : 'allOf'}({`,
      `        age: ageAtLeast(${age + group}),`,
      ...members,
      '      }),',
    ].join('\n');
  });
  return `import { ageAtLeast, allOf, documented, indication, months, oneOf, policy } from 'triplicate';
import { ${findings.join(', ')}, lemtrada, multipleSclerosis, sharedVocabulary } from 'triplicate/vocabulary';

export const synthetic = policy({
  number: 'SYN${String(place).padStart(4, '0')}',
  title: 'Synthetic ${place}',
  effective: '2024-03-01',
  product: lemtrada,
  vocabulary: sharedVocabulary,
  durations: { initial: months(12) },
  medicalNecessity: indication(
    multipleSclerosis,
    allOf({
${groups.join('\n')}
    }),
  ),
});
`;
}
