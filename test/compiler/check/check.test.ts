import { existsSync, readdirSync, readFileSync, statSync } from 'node:fs';
import { join } from 'node:path';
import { describe, expect, it } from 'vitest';
import { checks } from '../../../compiler/check/checks.ts';
import { compile } from '../../../compiler/pipeline.ts';
import { smallPolicy, temporaryFolder, writeFiles } from '../read/fixtures.ts';

const root = join(import.meta.dirname, '../../..');
const pages = join(root, 'compiler/check');

async function diagnosticsOf(files: Readonly<Record<string, string>>) {
  const folder = temporaryFolder();
  writeFiles(folder.root, files);
  const { diagnostics } = await compile({ root: folder.root });
  folder.remove();
  return diagnostics;
}

describe('the pages', () => {
  it('are there for each check, under its name', () => {
    for (const { name } of checks) expect(existsSync(join(pages, name, `${name}.md`)), name).toBe(true);
  });

  it('name every code that the compiler has', () => {
    const sources = [
      ...readdirSync(pages),
      '../errors.ts',
      '../read/outside.ts',
      '../read/evaluate.ts',
      '../read/module-value.ts',
      '../validate/evaluator/proof.ts',
    ];
    const texts = sources.map((name) => {
      const path = join(pages, name);
      return statSync(path).isDirectory()
        ? readFileSync(join(path, `${name}.md`), 'utf8')
        : readFileSync(path, 'utf8');
    });
    const documented = readdirSync(pages).flatMap((name) => {
      const path = statSync(join(pages, name)).isDirectory()
        ? join(pages, name, `${name}.md`)
        : join(pages, name);
      return path.endsWith('.md') ? readFileSync(path, 'utf8') : [];
    });
    const codes = new Set(
      texts.flatMap((text) => [...text.matchAll(/'(TRI\d{3})'/g)].map(([, code = '']) => code)),
    );
    const all = documented.join('\n');
    const ranges = [...all.matchAll(/TRI(\d{3}) to TRI(\d{3})/g)].map(
      ([, first, last]) => [Number(first), Number(last)] as const,
    );
    const missing = [...codes].filter((code) => {
      const number = Number(code.slice(3));
      return !all.includes(code) && !ranges.some(([first, last]) => first <= number && number <= last);
    });
    expect(codes.size).toBeGreaterThan(40);
    expect(missing).toEqual([]);
  });
});

describe('IP0213', () => {
  it('has no error, and the three notes that its reading names', async () => {
    const { diagnostics, policies } = await compile({ root });
    const own = diagnostics.filter(
      ({ position }) => position?.file.startsWith('policies/ip0213-alemtuzumab/') === true,
    );
    expect(own.filter(({ severity }) => severity === 'error')).toEqual([]);
    const accepted = new Set(
      (policies.find(({ name }) => name === 'ip0213-alemtuzumab')?.policy.accepted ?? []).map(
        ({ check }) => check,
      ),
    );
    const expected = [
      ['TRI402', 'adults'],
      ['TRI411', 'weak-limb'],
      ['TRI403', 'approval-interval'],
    ].filter(([, check = '']) => !accepted.has(check));
    expect(own.map(({ code }) => code)).toEqual(expected.map(([code]) => code));
  });
});

describe('a case that expects something', () => {
  it('of no clause is refused, and the nearest clause named', async () => {
    const record = {
      about: 'One of full age.',
      expected: { outcome: 'approved', layer: 'policy', clauses: { agee: 'met' } },
      request: { dateOfService: '2024-06-03' },
    };
    const diagnostics = await diagnosticsOf({
      'policies/small/policy.ts': smallPolicy(),
      'policies/small/cases/one.json': JSON.stringify(record),
    });
    expect(diagnostics.map(({ code, position }) => [code, position?.file])).toEqual([
      ['TRI500', 'policies/small/cases/one.json'],
    ]);
    expect(diagnostics[0]?.message).toContain("Did you mean 'age'?");
  });

  it('and is no JSON is refused', async () => {
    const diagnostics = await diagnosticsOf({
      'policies/small/policy.ts': smallPolicy(),
      'policies/small/cases/one.json': '{',
    });
    expect(diagnostics.map(({ code }) => code)).toEqual(['TRI500']);
  });
});

describe('a finding that is accepted', () => {
  const before =
    "import { accept, agentList, previousTreatmentWith, spelled } from 'triplicate';\nimport { briumvi } from 'triplicate/vocabulary';";
  const policy = (accepted: string) =>
    smallPolicy({
      before,
      criteria:
        "allOf({ age: ageAtLeast(17), before: previousTreatmentWith(spelled('ublituximab-xiij', briumvi)) })",
      more: `appendix: agentList({ name: 'agent', products: [spelled('ublituximab-xiiv', briumvi)], open: true }), accepted: [${accepted}],`,
    });

  it('is not reported at its clause', async () => {
    expect(
      await diagnosticsOf({ 'policies/one.ts': policy("accept('spelling', 'before', 'As published.')") }),
    ).toEqual([]);
  });

  it('is reported where another clause was named', async () => {
    const found = await diagnosticsOf({
      'policies/one.ts': policy("accept('spelling', 'age', 'As published.')"),
    });
    expect(found.map(({ code, position }) => [code, position?.line])).toEqual([['TRI410', 11]]);
  });
});
