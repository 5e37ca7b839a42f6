import { describe, expect, test } from 'vitest';
import * as t from 'triplicate';
import * as v from 'triplicate/vocabulary';
import { criteriaMarkdown } from '../../../../compiler/emit/criteria/criteria-markdown.ts';
import { criteriaText } from '../../../../compiler/emit/criteria/criteria-text.ts';
import type { Criterion } from '../../../../dsl/member.ts';
import { phrase } from '../../../../dsl/text.ts';
import { compiledByHand } from '../../../support/compiled-ip0213.ts';
import { hostile } from '../../../support/hostile-policy.ts';

const asthma = t.disease({ id: 'asthma', name: 'Asthma' });
const hives = t.disease({ id: 'hives', name: 'Chronic Urticaria' });
const frame = { number: 'X1', title: 'x', effective: '2024-01-01', vocabulary: v.sharedVocabulary } as const;
const one = t.indication(asthma, t.allOf({ age: t.ageAtLeast(6) }));

const markdownOf = (policy: t.Policy) => criteriaMarkdown(compiledByHand(policy));
const textOf = (policy: t.Policy) => criteriaText(compiledByHand(policy));

function itemNamed(name: string) {
  return {
    kind: 'item',
    id: name,
    name,
    agents: { ingredients: [name], products: [name], open: false },
  } as const;
}

/** A criterion that clauses of the policy are met. */
function referringTo(first: string, second: string): Criterion {
  const wording = phrase(
    'Criteria ',
    { kind: 'clause', id: first },
    ' and ',
    { kind: 'clause', id: second },
    ' are met',
  );
  return {
    kind: 'meets',
    means: 'criterion',
    wording: { plain: wording, documented: wording },
    expression: { kind: 'all', of: [first, second].map((id) => ({ kind: 'clause', id })) },
  };
}

describe('several indications', () => {
  const policy = t.policy({
    ...frame,
    product: v.lemtrada,
    medicalNecessity: t.indications({
      asthma: t.indication(
        asthma,
        t.allOf({
          age: t.ageAtLeast(6),
          young: t.not(t.ageAtLeast(80)),
          both: referringTo('asthma.age', 'asthma.young'),
        }),
      ),
      hives: t.indication(hives, t.oneOf({ age: t.ageAtLeast(12), old: t.ageAtLeast(70) })),
    }),
  });

  test('stand each under its heading, numbered from A', () => {
    expect(markdownOf(policy)).toContain(
      [
        'Alemtuzumab (Lemtrada) is considered medically necessary when the criteria under the heading of its use are met:',
        '',
        '**Asthma.** Individual meets **ALL** of the following criteria:',
        '',
        '- A. 6 years of age or older',
        '- B. **NOT**: 80 years of age or older',
        '- C. Criteria A and B are met',
        '',
        '**Chronic Urticaria.** Individual meets **ONE** of the following criteria:',
        '',
        '- A. 12 years of age or older',
        '- B. 70 years of age or older',
      ].join('\n'),
    );
    const text = textOf(policy);
    expect(text).toContain(
      '\nA.  6 years of age or older\nB.  NOT: 80 years of age or older\nC.  Criteria A and B',
    );
    expect(text).toContain(
      '\nChronic Urticaria. Individual meets ONE of the following criteria:\n\nA.  12 years',
    );
  });

  test('have their readings under numbers that tell them apart', () => {
    expect(markdownOf(policy)).toContain('- **Asthma.A.** Age is counted');
    expect(markdownOf(policy)).toContain('- **Chronic Urticaria.A.** Age is counted');
    expect(markdownOf(policy)).toContain('anything but Asthma or Chronic Urticaria is not covered');
  });
});

describe('what is covered', () => {
  test('is an item by its name alone', () => {
    const text = textOf(t.policy({ ...frame, product: itemNamed('glucose monitor'), medicalNecessity: one }));
    expect(text).toContain('\n-   Item glucose monitor\n');
    expect(text).toContain('\nGlucose monitor is considered medically necessary when');
    expect(text).not.toMatch(/\bdrug\b|glucose monitor \(/);
  });

  test('is each of several products', () => {
    const text = markdownOf(t.policy({ ...frame, products: [v.tysabri, v.tyruko], medicalNecessity: one }));
    expect(text).toMatch(/^- \*\*Products\*\* Tysabri.* \(.*\); Tyruko.* \(.*\)$/m);
    expect(text).toContain('Natalizumab (Tysabri, Tyruko) is considered medically necessary');
  });

  test('has codes of services in the table of codes', () => {
    const coding = { codes: [], services: [{ code: 'E0601', description: 'CPAP device' }], notes: [] };
    const text = textOf(
      t.policy({ ...frame, product: itemNamed('CPAP device'), medicalNecessity: one, coding }),
    );
    expect(text).toMatch(/^Codes +Description$/m);
    expect(text).toMatch(/^E0601 +CPAP device$/m);
  });
});

describe('a scope', () => {
  test('is a line under the title and no clause', () => {
    const policy = t.policy({
      ...frame,
      product: v.lemtrada,
      appliesTo: t.oneOf({
        infected: t.worded('Commercial plans', v.hivInfection),
        grown: t.allOf({ age: t.ageAtLeast(21), lesions: v.mriHighlyActive }),
      }),
      medicalNecessity: one,
    });
    const line =
      /^- \*\*Applies to:\*\* \*\*ONE\*\* of the following: commercial plans; \(\*\*ALL\*\* of the following: 21 years of age or older; .*\)$/m;
    expect(markdownOf(policy)).toMatch(line);
    expect(markdownOf(policy).indexOf('Applies to')).toBeLessThan(markdownOf(policy).indexOf('## '));
    expect(markdownOf(policy)).toContain('- **Applies to.** Age is counted');
    expect(textOf(policy)).toContain('\n-   Applies to: ONE of the following: commercial plans; (ALL of');
  });
});

test('hostile text is no markup in any of these', () => {
  const compiled = compiledByHand(
    t.policy({
      ...frame,
      products: [itemNamed(hostile), itemNamed(`2${hostile}`)],
      appliesTo: t.worded(hostile, v.hivInfection),
      medicalNecessity: t.indications({
        one: t.indication(
          t.disease({ id: 'one', name: hostile }),
          t.allOf(
            { a: t.worded(hostile, t.ageAtLeast(1)), b: t.ageAtLeast(2), c: referringTo('one.a', 'one.b') },
            { numbering: '•' },
          ),
        ),
        two: t.indication(t.disease({ id: 'two', name: `2${hostile}` }), t.ageAtLeast(1)),
      }),
      reauthorization: t.reauthorization({
        repeats: 'nothing',
        criteria: t.worded(hostile, t.ageAtLeast(3)),
      }),
      coding: { codes: [], services: [{ code: hostile, description: hostile }], notes: [] },
    }),
  );
  const markdown = criteriaMarkdown(compiled);
  expect(markdown).not.toMatch(/(?<!\\)<\/?[a-z]/i);
  expect(markdown).not.toMatch(/(?<!\\)\[x\]\(y\)/);
  expect(markdown).not.toContain('\u202e');
  expect(markdown).not.toMatch(/^ *# \[x/m);
  const rows = markdown.split('\n').filter((line) => line.startsWith('|'));
  expect(rows.length).toBe(3);
  for (const row of rows) expect(row.match(/(?<!\\)\|/g)).toHaveLength(3);
  const text = criteriaText(compiled);
  expect(text).not.toContain('\u202e');
  expect(text.split('\n').filter((line) => line.startsWith('# '))).toEqual([]);
});
