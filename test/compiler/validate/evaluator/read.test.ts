import { readFileSync } from 'node:fs';
import path from 'node:path';
import { describe, expect, it } from 'vitest';
import { callTop, openModule } from '../../../../compiler/validate/evaluator/interpret.ts';
import { fact } from '../../../../compiler/validate/evaluator/formula.ts';
import { readModule } from '../../../../compiler/validate/evaluator/read.ts';
import { withoutDiagnoses } from '../../../../compiler/validate/evaluator/slice.ts';
import { Unreadable } from '../../../../compiler/validate/evaluator/unreadable.ts';
import { projectRoot } from '../../../support/compiled-ip0213.ts';

function run(text: string, ...values: readonly boolean[]) {
  return callTop(openModule(readModule(text), new Map()), 'f', values);
}

function refusal(text: string): Unreadable {
  try {
    run(text, true);
  } catch (error) {
    if (error instanceof Unreadable) return error;
    throw error;
  }
  throw new Error('It was read.');
}

describe('the reader of evaluators', () => {
  it.each([
    ['const x = 1;\nclass A {}', 2, 'a class declaration'],
    ['function f(a) {\n  while (a) {}\n}', 2, 'a while statement'],
    ['function f(a) {\n\n  return g(a);\n}', 3, 'the name g'],
    ['function f(a) {\n  try { return 1; } catch { return 2; }\n}', 2, 'a try statement'],
    ['function f(a) {\n  return [...a];\n}', 2, 'a spread element'],
    ['function f(a) {\n  return Math.random();\n}', 2, 'Math.random'],
    ['function f(a) {\n  return a ** 2;\n}', 2, 'the operator **'],
  ])('refuses what is none of its subset, with the line: %j', (text, line, construct) => {
    const fault = refusal(text);
    expect(fault.line).toBe(line);
    expect(fault.construct).toBe(construct);
    expect(fault.message).toBe(`Line ${line}: the reader of evaluators does not know ${construct}.`);
  });

  it('runs what is given as JavaScript does', () => {
    expect(
      run(
        'function f(a) { let s = 0; for (let i = 0; i < 5; i += 1) { if (i === 3) continue; s += i << 1; } return a ? s : -s; }',
        true,
      ),
    ).toBe(14);
    expect(run('function f(a) { const { x = 7, y } = { y: 2 }; return x * y; }', true)).toBe(14);
    expect(
      run(
        'function f(a) { let s = 0; for (let rest = 0b1011; rest !== 0; rest &= rest - 1) { s = s * 32 + 31 - Math.clz32(rest & -rest); } return s; }',
        true,
      ),
    ).toBe(35);
  });

  it('keeps what each way of an open condition writes apart', () => {
    const machine = openModule(
      readModule('function f(a, b) { let x = 1; if (a) { x = 2; if (b) return 9; x += 1; } return x; }'),
      new Map(),
    );
    const [a, b] = [fact('a', 'truth'), fact('b', 'truth')];
    const value = callTop(machine, 'f', [
      { kind: 'truth', term: a },
      { kind: 'truth', term: b },
    ]);
    expect(value).toMatchObject({ kind: 'either' });
    const cases = typeof value === 'object' && value.kind === 'either' ? value.cases : [];
    expect(cases.map((each) => each.value)).toEqual([9, 3, 1]);
  });

  it('tells the places that diagnoses alone decide', () => {
    const text = readFileSync(path.join(projectRoot, 'generated/ip0213-alemtuzumab/evaluator.ts'), 'utf8');
    expect(withoutDiagnoses(text).places).toEqual([4, 5, 22, 25]);
    const mixed = text.replace('leaves[4] = isOnRecord(2)', 'leaves[on > 0 ? 4 : 5] = isOnRecord(2)');
    expect(() => withoutDiagnoses(mixed)).toThrow('diagnoses and other facts meet');
  });
});
