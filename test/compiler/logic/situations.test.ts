import fc from 'fast-check';
import { expect, test } from 'vitest';
import { situationFor, situationsOf } from '../../../compiler/logic/situations.ts';
import type { Classified } from '../../../dsl/kernel/expression.ts';
import { diseaseCourse } from '../../../dsl/kernel/disease-course.ts';
import { randomCase } from '../../support/random-case.ts';
import { anyLeaf } from '../../support/random-leaves.ts';
import { randomTables } from '../../support/random-vocabulary.ts';
import { propertySeed } from '../../support/seed.ts';

const questions = fc.array(
  anyLeaf.filter((leaf): leaf is Classified => leaf.kind === 'classified' && leaf.axis === 'course'),
  { minLength: 1, maxLength: 3 },
);

test('of two diagnoses each comes to a situation, which answers the questions as they do', () => {
  let [found, none] = [0, 0];
  fc.assert(
    fc.property(questions, fc.array(randomCase, { minLength: 8, maxLength: 8 }), (asked, records) => {
      const axis = randomTables.axes.find(({ id }) => id === 'course');
      if (axis === undefined) throw new Error('There is no such axis.');
      const situations = situationsOf(axis, asked);
      const keys = situations.map(({ verdicts }) => JSON.stringify(verdicts.map(({ truth }) => truth)));
      expect(new Set(keys).size).toBe(situations.length);
      expect(situations[0]?.diagnoses).toEqual([]);
      for (const { diagnoses = [], request } of records) {
        const place = situationFor(situations, axis, asked, diagnoses, request.dateOfService);
        if (place === undefined) {
          expect(diagnoses.length).toBeGreaterThan(2);
          none += 1;
          continue;
        }
        found += 1;
        const course = diseaseCourse(axis, { request: { dateOfService: request.dateOfService }, diagnoses });
        expect(situations[place]?.verdicts.map(({ truth }) => truth)).toEqual(
          asked.map(({ among, grade }) => course.belongsTo(among, grade).truth),
        );
      }
    }),
    { seed: propertySeed, numRuns: 60 },
  );
  expect(found).toBeGreaterThan(400);
  expect(none).toBeLessThan(found / 10);
});
