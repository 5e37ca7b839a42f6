import { describe, expect, it } from 'vitest';
import { criteriaText } from '../../../../compiler/emit/criteria/criteria-text.ts';
import { compareCriteriaText } from '../../../../compiler/validate/criteria-text/criteria-text.ts';
import type { Kernel } from '../../../../dsl/kernel/kernel.ts';
import { compiledIp0213 } from '../../../support/compiled-ip0213.ts';

const { kernel } = compiledIp0213;
const text = criteriaText(compiledIp0213);

/** The differences of the text with one piece replaced, which must be there once. */
function differencesOf(from: string, to: string, against: Kernel = kernel): readonly string[] {
  expect(text.split(from)).toHaveLength(2);
  return compareCriteriaText(against, text.replace(from, to)).differences.map(({ message }) => message);
}

describe('a text that says another connective is caught:', () => {
  it('ALL for ONE', () => {
    expect(
      differencesOf(
        'multiple sclerosis documented by ONE of the\n',
        'multiple sclerosis documented by ALL of the\n',
      ),
    ).toEqual(['C.iii says "ALL of the following", and its logic asks for at least one of its four items.']);
  });

  it('ONE for ALL', () => {
    expect(differencesOf('Individual meets ALL of', 'Individual meets ONE of')).toEqual([
      'Multiple Sclerosis says "ONE of the following", and its logic asks for all of its four items.',
    ]);
  });

  it('BOTH over three', () => {
    const item =
      '        b.  ONE other disease modifying agent used for Multiple Sclerosis (see Appendix for\n';
    expect(differencesOf(item, `        b.  A third thing\n${item.replace('b.', 'c.')}`)).toEqual([
      expect.stringMatching(/^Line \d+ prints "b\. A third thing", which is no clause/),
      expect.stringMatching(/^C\.i\.b prints as "c\." in line \d+, and its number asks for "b\."\.$/),
      'C.i says "BOTH of the following", which is of two, and has three items below it.',
    ]);
  });

  it('BOTH where the logic has three', () => {
    const grown: Kernel = {
      ...kernel,
      clauses: kernel.clauses.map((clause) =>
        clause.id === 'diagnosis'
          ? { ...clause, text: 'Documented diagnosis of BOTH of the following:' }
          : clause,
      ),
    };
    expect(differencesOf('diagnosis of ONE of', 'diagnosis of BOTH of', grown)).toEqual([
      'B says "BOTH of the following", and its logic asks for at least one of its two items.',
    ]);
  });

  it('AND for OR within an item', () => {
    expect(
      differencesOf('[may require prior authorization] OR\n', '[may require prior authorization] AND\n'),
    ).toEqual(['C.i.a joins by "and", and its logic asks for one of the two that it names.']);
  });

  it('another count', () => {
    expect(
      differencesOf(
        'of ONE of the following:\n    a.  Active',
        'of at least TWO of the following:\n    a.  Active',
      ),
    ).toEqual([
      'B says "at least TWO of the following", and its logic asks for at least one of its two items.',
    ]);
  });

  it('a criterion that is turned round', () => {
    expect(differencesOf('C.  ONE of', 'C.  NOT: ONE of')).toEqual([
      'C says that it must NOT be so, and its logic asks that it is.',
    ]);
  });

  it('an "and" where either is enough', () => {
    expect(differencesOf('by, or in consultation with,', 'by, and in consultation with,')).toEqual([
      'D joins by "and", and its logic asks for one of two things.',
    ]);
  });
});

describe('a clause at another place is caught:', () => {
  it('below another parent', () => {
    expect(differencesOf('\nD.  Medication is', '\n    v.  Medication is')).toEqual([
      expect.stringMatching(/^D prints below C in line \d+, and belongs below Multiple Sclerosis\.$/),
    ]);
  });

  it('under the number of another', () => {
    const swapped = text
      .replace('    a.  Active Secondary', '    b.  Active Secondary')
      .replace('    b.  Relapsing-Remitting', '    a.  Relapsing-Remitting');
    expect(compareCriteriaText(kernel, swapped).differences.map(({ message }) => message)).toEqual([
      expect.stringMatching(/^B\.a prints as "b\." in line \d+, and its number asks for "a\."\.$/),
      expect.stringMatching(/^B\.b prints as "a\." in line \d+, and its number asks for "b\."\.$/),
    ]);
  });

  it('in another order', () => {
    const lines = text.split('\n');
    const from = lines.findIndex((line) => line.startsWith('1.  Documentation of beneficial'));
    const reordered = lines.toSpliced(from, 2, lines[from + 1] ?? '', lines[from] ?? '').join('\n');
    expect(compareCriteriaText(kernel, reordered).differences.map(({ message }) => message)).toEqual([
      "Reauthorization prints its items in another order: 'reauthorization.interval' stands before 'reauthorization.response'.",
    ]);
  });

  it('nowhere', () => {
    expect(differencesOf('    iv. Currently receiving Lemtrada\n', '')).toEqual([
      'C.iv is missing: "Currently receiving Lemtrada" is not printed.',
    ]);
  });

  it('twice', () => {
    const item = '    iv. Currently receiving Lemtrada\n';
    expect(differencesOf(item, `${item}    v.  Currently receiving Lemtrada\n`)).toEqual([
      expect.stringMatching(
        /^Line \d+ prints "v\. Currently receiving Lemtrada", which is no clause, or is one/,
      ),
    ]);
  });

  it('in other words', () => {
    expect(differencesOf('    iv. Currently receiving', '    iv. Now receiving')).toEqual([
      expect.stringMatching(
        /^C\.iv prints "Now receiving Lemtrada" in line \d+, and its wording is "Currently receiving Lemtrada"\.$/,
      ),
    ]);
  });
});

describe('a section that says something else is caught:', () => {
  it('a dose', () => {
    expect(differencesOf('on 5 consecutive days (60 mg', 'on 6 consecutive days (60 mg')).toEqual([
      expect.stringMatching(
        /^Dosing\.A recommends ".* on 6 consecutive days .*", and its logic asks for 5 days, 5 days in the approval\.$/,
      ),
    ]);
    expect(differencesOf('days (60 mg', 'days (72 mg')).toEqual([
      'Dosing.A states a total of 72 mg, and its dose comes to 60 mg.',
    ]);
    expect(differencesOf('administered 12 months', 'administered 6 months')).toEqual([
      expect.stringMatching(/its logic asks for 12 months after the last course\.$/),
    ]);
  });

  it('a renewal', () => {
    expect(
      differencesOf(
        'the above medical necessity criteria are met AND the following:',
        'the following are met:',
      ),
    ).toEqual([
      'Reauthorization does not say that the medical necessity criteria are met again, and its logic asks them.',
    ]);
    expect(differencesOf('criteria are met AND the', 'criteria are met OR the')).toEqual([
      'Reauthorization joins the medical necessity criteria by "OR", and its logic asks for both.',
    ]);
    expect(differencesOf('At least 12 months has elapsed', 'At least 6 months has elapsed')).toEqual([
      'Reauthorization.2 states 6, and its logic asks for 12.',
    ]);
  });

  it('the months of an approval', () => {
    expect(
      differencesOf('Initial approval duration is up to 12', 'Initial approval duration is up to 6'),
    ).toEqual(['Multiple Sclerosis prints 6 months for the first approval, and it is given for 12 months.']);
  });

  it('a condition not covered', () => {
    expect(differencesOf('-   Clinically Isolated Syndrome.', '-   Clinically Definite Syndrome.')).toEqual([
      '\'exclusions.clinicallyIsolatedSyndrome\' is missing among the conditions not covered: "Clinically Isolated Syndrome" is not printed.',
    ]);
  });

  it('the way in which the criteria bind', () => {
    expect(
      differencesOf(
        'necessary when the following are met:\n\nMultiple',
        'necessary when the criteria under the heading of its use are met:\n\nMultiple',
      ),
    ).toEqual([
      'Multiple Sclerosis says that the criteria of each use stand under its heading, and its logic has one use.',
    ]);
  });
});

it('an empty text lacks everything', () => {
  const { differences, compared } = compareCriteriaText(kernel, '');
  const missing = new Set(differences.map(({ clause }) => clause));
  expect(kernel.clauses.filter(({ id }) => !missing.has(id))).toEqual([]);
  expect(compared.flatMap(({ what }) => what).filter((what) => what !== 'veto' && what !== 'uses')).toEqual(
    [],
  );
});
