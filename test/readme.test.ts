import { readFileSync } from 'node:fs';
import { join } from 'node:path';
import { expect, test } from 'vitest';
import { filesBelow, project, repository, triplicate } from './support/project.ts';

const readme = readFileSync(join(repository, 'README.md'), 'utf8');

test("the README's policy compiles to what stands beside it, and decides its case so", () => {
  const [policy = ''] = fenced('policy', 'ts');
  const [criteria = '', matrix = ''] = fenced('becomes', 'markdown');
  const [record = ''] = fenced('becomes', 'json');
  const [determination = ''] = fenced('becomes', 'text');
  expect(policy.trim().split('\n').length).toBeLessThanOrEqual(30);
  const at = project({ 'policies/example/policy.ts': policy, 'case.json': record });
  try {
    expect(triplicate(at.root, ['generate', '--no-prove']).code).toBe(0);
    const generated = filesBelow(join(at.root, 'generated/example'));
    expect(generated.get('criteria.md')).toContain(criteria);
    expect(generated.get('matrix.md')).toContain(matrix);
    const { out } = triplicate(at.root, ['decide', 'example', join(at.root, 'case.json')]);
    for (const line of determination.split('\n')) expect(out.split('\n')).toContain(line);
  } finally {
    at.remove();
  }
});

test('every file that the README and CONTRIBUTING link to is there', () => {
  for (const name of ['README.md', 'CONTRIBUTING.md']) {
    const text = readFileSync(join(repository, name), 'utf8');
    for (const [, link = ''] of text.matchAll(/\]\((?!https?:|#)([^)#]+)/g)) {
      expect(() => readFileSync(join(repository, link)), link).not.toThrow(/ENOENT/);
    }
  }
});

/** The fenced blocks of a language between two marks. */
function fenced(mark: string, language: string): readonly string[] {
  const part = readme.split(`<!-- ${mark}:begin -->`)[1]?.split(`<!-- ${mark}:end -->`)[0] ?? '';
  return [...part.matchAll(new RegExp(`^\`\`\`${language}\\n([\\s\\S]*?)^\`\`\``, 'gm'))].map(
    ([, text = '']) => text,
  );
}
