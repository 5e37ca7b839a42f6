import { describe, expect, test } from 'vitest';
import { bottomClauses, expressionsById, factsOf, gradesOf } from '../../../dsl/kernel/facts.ts';
import type { Expression } from '../../../dsl/kernel/expression.ts';
import { compiledIp0213 } from '../../support/compiled-ip0213.ts';

const { kernel } = compiledIp0213;
const byId = expressionsById(kernel);
const expression = (id: string): Expression => ({ kind: 'clause', id });

describe('factsOf', () => {
  test('names each place once, through the clauses that are referred to', () => {
    expect(factsOf(expression('course.stepTherapy'), byId)).toEqual(['drugs', 'drugsComplete']);
    expect(factsOf(expression('prescriber'), byId)).toEqual([
      'prescriber.specialties.neurology',
      'prescriber.consultations.neurology',
    ]);
    expect(factsOf(expression('reauthorization'), byId)).toEqual([
      'judgements.beneficial-response',
      'drugs',
      'drugsComplete',
    ]);
  });

  test('of a reference alone names nothing', () => {
    expect(factsOf(expression('age'))).toEqual([]);
    expect(factsOf(expression('no-such-clause'), byId)).toEqual([]);
  });
});

test('gradesOf tells what the questions ask for', () => {
  expect(gradesOf(expression('diagnosis'), byId)).toEqual(['documented']);
  expect(gradesOf(expression('age'), byId)).toEqual(['plain']);
  expect([...gradesOf(expression('indication'), byId)].sort()).toEqual(['documented', 'plain']);
});

test('bottomClauses are those that put questions themselves', () => {
  const ids = bottomClauses(kernel).map(({ id }) => id);
  expect(ids).toContain('course.aggressive.mri');
  expect(ids).not.toContain('course.aggressive');
  expect(ids).toHaveLength(21);
});
