import { existsSync, mkdirSync, readFileSync, rmSync, symlinkSync } from 'node:fs';
import { join } from 'node:path';
import { afterEach, beforeEach, describe, expect, it } from 'vitest';
import { compile, createCompiler } from '../../../compiler/pipeline.ts';
import { copyTo, smallPolicy, temporaryFolder, writeFiles } from './fixtures.ts';

let folder: ReturnType<typeof temporaryFolder>;
beforeEach(() => {
  folder = temporaryFolder();
});
afterEach(() => folder.remove());

const codes = (diagnostics: readonly { readonly code: string; readonly severity: string }[]) =>
  diagnostics.filter(({ severity }) => severity === 'error').map(({ code }) => code);

describe('what is taken', () => {
  it('reads every form of the closed subset', async () => {
    copyTo(join(import.meta.dirname, 'good'), join(folder.root, 'policies'));
    const { policies, diagnostics } = await compile({ root: folder.root });
    // It compiles; what is told of it is that its PDF has no letters for 漢, 字 and 𝒳.
    expect(diagnostics.map(({ code, severity }) => `${severity} ${code}`)).toEqual(
      Array.from({ length: 3 }, () => 'warning TRI418'),
    );
    expect(policies.map(({ name }) => name)).toEqual(['every-form']);
    expect(policies[0]?.policy.title).toBe(
      'a quote " and \' and `, ${x}, */, </script>, | and a Greek β, a 漢字 and an 𝒳',
    );
    expect(policies[0]?.kernel.clauses.map(({ id }) => id)).toEqual([
      'prescriber',
      'again',
      'age',
      'old',
      'both.one',
      'both.two.one',
      'both.two',
      'both',
      'indication',
      'exclusions.otherUse',
    ]);
  });

  it('says where each clause stands, through a spread and a builder that takes its list apart', async () => {
    copyTo(join(import.meta.dirname, 'good'), join(folder.root, 'policies'));
    const { policies } = await compile({ root: folder.root });
    const lines = readFileSync(join(import.meta.dirname, 'good/every-form.ts'), 'utf8').split('\n');
    for (const id of ['prescriber', 'again', 'age', 'old', 'both', 'both.one', 'both.two', 'both.two.one']) {
      const position = policies[0]?.positions.get(id);
      const key = id.split('.').at(-1) ?? '';
      expect(position?.file).toBe('policies/every-form.ts');
      expect(lines[(position?.line ?? 0) - 1]?.slice((position?.column ?? 0) - 1)).toMatch(
        new RegExp(`^${key}\\b`),
      );
    }
  });

  it('compiles a lone module without a policies folder, wherever it lies', async () => {
    writeFiles(folder.root, { 'example.ts': smallPolicy() });
    const { policies, diagnostics } = await compile({ root: folder.root });
    expect(codes(diagnostics)).toEqual([]);
    expect(policies.map(({ name, source }) => [name, source])).toEqual([['example', 'example.ts']]);
  });

  it('gives one digest whatever the folder, the layout and the order of plain keys; another for another order of criteria', async () => {
    const two = 'allOf({ age: ageAtLeast(17), old: ageAtLeast(18) })';
    const swapped = 'allOf({ old: ageAtLeast(18), age: ageAtLeast(17) })';
    writeFiles(folder.root, {
      'policies/one.ts': smallPolicy({ number: 'A', criteria: two }),
      'policies/two.ts': `\n\n${smallPolicy({ number: 'A', criteria: two }).replace("  title: 'Small',\n", '').replace('  product:', "  title: 'Small',\n  product:")}`,
      'policies/three.ts': smallPolicy({ number: 'A', criteria: swapped }),
    });
    const { policies } = await compile({ root: folder.root });
    const [one, three, two_] = policies.map(({ digest }) => digest);
    expect(one).toBe(two_);
    expect(one).not.toBe(three);
    expect(one).toMatch(/^[0-9a-f]{64}$/);
  });

  it('ignores tests, declarations, outputs, tools and hidden folders', async () => {
    const broken = 'for (;;) {}\n';
    writeFiles(folder.root, {
      'policies/one.ts': smallPolicy(),
      'policies/one.test.ts': broken,
      'policies/one.d.ts': broken,
      'policies/node_modules/x.ts': broken,
      'policies/generated/x.ts': broken,
      'policies/dist/x.ts': broken,
      'policies/.hidden/x.ts': broken,
    });
    expect(codes((await compile({ root: folder.root })).diagnostics)).toEqual([]);
  });
});

describe('what is refused', () => {
  it('never runs a policy: neither its imports nor its getters', async () => {
    const trace = join(folder.root, 'trace');
    writeFiles(folder.root, {
      'policies/evil.ts': `import { writeFileSync } from 'node:fs';\nwriteFileSync('${trace}', 'run');\nexport const evil = 1;\n`,
      'policies/one.ts': smallPolicy({
        before: `import { evil } from './evil.ts';\nimport fs from 'node:fs';\nconst trap = { get age() { fs.writeFileSync('${trace}', 'run'); return ageAtLeast(17); } };`,
        criteria: 'allOf({ age: trap.age, evil })',
      }),
      'policies/node_modules/node-thing/index.ts': `import { writeFileSync } from 'node:fs';\nwriteFileSync('${trace}', 'run');\n`,
    });
    const { diagnostics, policies } = await compile({ root: folder.root });
    expect(codes(diagnostics)).toEqual(expect.arrayContaining(['TRI120', 'TRI141']));
    expect(policies).toEqual([]);
    expect(existsSync(trace)).toBe(false);
  });

  it('does not take the language from where the author works', async () => {
    writeFiles(folder.root, {
      'node_modules/triplicate/package.json':
        '{ "name": "triplicate", "type": "module", "exports": "./index.ts" }',
      'node_modules/triplicate/index.ts': 'export const policy: any = 1;\n',
      'policies/one.ts': smallPolicy(),
    });
    expect(codes((await compile({ root: folder.root })).diagnostics)).toEqual([]);
  });

  it('reports a link that leads nowhere and one that leads out', async () => {
    const outside = temporaryFolder();
    writeFiles(outside.root, {
      'age.ts': "import { ageAtLeast } from 'triplicate';\nexport const age = ageAtLeast(17);\n",
    });
    mkdirSync(join(folder.root, 'policies'));
    symlinkSync('/nowhere/at/all.ts', join(folder.root, 'policies/dangling.ts'));
    symlinkSync(join(outside.root, 'age.ts'), join(folder.root, 'age.ts'));
    writeFiles(folder.root, {
      'policies/one.ts': smallPolicy({
        before: "import { age } from '../age.ts';",
        criteria: 'allOf({ age, old: ageAtLeast(18) })',
      }),
    });
    const { diagnostics } = await compile({ root: folder.root });
    outside.remove();
    expect(codes(diagnostics)).toEqual(['TRI100', 'TRI121']);
  });

  it('names the policy that was probably meant', async () => {
    writeFiles(folder.root, { 'policies/alemtuzumab/policy.ts': smallPolicy() });
    const { diagnostics, policies } = await compile({ root: folder.root, only: 'alemtuzumap' });
    expect(policies).toEqual([]);
    expect(diagnostics[0]?.message).toContain("Did you mean 'alemtuzumab'?");
  });

  it('takes quotes, backticks, ${}, */, </script> and | in every text, and no newline or direction mark in any', async () => {
    const places = [
      (text: string) => smallPolicy({ more: `related: [${text}],` }),
      (text: string) => smallPolicy().replace("'Small'", text),
      (text: string) => smallPolicy().replace("'SMALL'", text),
      (text: string) =>
        smallPolicy({
          before: "import { worded } from 'triplicate';",
          criteria: `allOf({ age: worded(${text}, ageAtLeast(17)) })`,
        }),
      (text: string) =>
        smallPolicy({
          before: "import { forExample } from 'triplicate';",
          criteria: `allOf({ age: forExample(${text}, ageAtLeast(17)) })`,
        }),
      (text: string) =>
        smallPolicy({
          before: "import { bracketed } from 'triplicate';",
          criteria: `allOf({ age: bracketed(${text}, ageAtLeast(17)) })`,
        }),
      (text: string) =>
        smallPolicy({
          more: `references: [${text}], boilerplate: [${text}], coding: { codes: [], notes: [${text}] },`,
        }),
      (text: string) =>
        smallPolicy({ more: `instructions: { considerations: [${text}], remarks: [${text}] },` }),
    ];
    for (const [index, place] of places.entries()) {
      const odd = "' ` ${x} */ </script> |";
      writeFiles(folder.root, {
        [`policies/fine${index}.ts`]: place(JSON.stringify(`" ${odd}${index}`)).replace(
          "'SMALL'",
          `'N${index}'`,
        ),
        [`policies/newline${index}.ts`]: place(`'a\\nb'`),
        [`policies/mark${index}.ts`]: place(`'a\u202eb'`),
      });
    }
    const { diagnostics } = await compile({ root: folder.root });
    const of = (name: string) =>
      new Set(
        diagnostics
          .filter(
            ({ severity, position }) => severity === 'error' && position?.file.startsWith(`policies/${name}`),
          )
          .map(({ position, code }) => `${position?.file} ${code}`),
      );
    expect([...of('fine')]).toEqual([]);
    expect(of('newline')).toEqual(new Set(places.map((_, index) => `policies/newline${index}.ts TRI112`)));
    expect(of('mark')).toEqual(new Set(places.map((_, index) => `policies/mark${index}.ts TRI112`)));
  });
});

describe('a compiler that is kept', () => {
  it('gives the same objects while nothing changes, and new ones for what does', async () => {
    writeFiles(folder.root, {
      'policies/one.ts': smallPolicy({ number: 'ONE' }),
      'policies/two.ts': smallPolicy({ number: 'TWO' }),
    });
    const compiler = createCompiler({ root: folder.root });
    const first = (await compiler.compile()).policies;
    expect((await compiler.compile()).policies).toEqual(first);
    expect((await compiler.compile()).policies[0]).toBe(first[0]);
    writeFiles(folder.root, {
      'policies/two.ts': smallPolicy({ number: 'TWO', criteria: 'allOf({ age: ageAtLeast(18) })' }),
    });
    const second = (await compiler.compile()).policies;
    expect(second[0]).toBe(first[0]);
    expect(second[1]?.digest).not.toBe(first[1]?.digest);
  });

  it('survives a half typed line, a change in an import, and a file that goes', async () => {
    const importing = smallPolicy({
      before: "import { grown } from './grown.ts';",
      criteria: 'allOf({ age: ageAtLeast(17), grown })',
    });
    const grown = (years: string) =>
      `import { ageAtLeast } from 'triplicate';\nexport const grown = ageAtLeast(${years});\n`;
    writeFiles(folder.root, { 'policies/one.ts': importing, 'policies/grown.ts': grown('18') });
    const compiler = createCompiler({ root: folder.root });
    const first = await compiler.compile();
    expect(codes(first.diagnostics)).toEqual([]);
    writeFiles(folder.root, { 'policies/grown.ts': grown('1').slice(0, -3) });
    expect(codes((await compiler.compile()).diagnostics)).toEqual(['TRI113']);
    writeFiles(folder.root, { 'policies/grown.ts': grown("'x'") });
    expect(codes((await compiler.compile()).diagnostics)).toContain('TRI200');
    writeFiles(folder.root, { 'policies/grown.ts': grown('19') });
    const mended = await compiler.compile();
    expect(codes(mended.diagnostics)).toEqual([]);
    expect(mended.policies[0]?.digest).not.toBe(first.policies[0]?.digest);
    rmSync(join(folder.root, 'policies/grown.ts'));
    expect(codes((await compiler.compile()).diagnostics)).toEqual(['TRI122']);
    writeFiles(folder.root, { 'policies/grown.ts': grown('18') });
    expect((await compiler.compile()).policies[0]?.digest).toBe(first.policies[0]?.digest);
  });
});
