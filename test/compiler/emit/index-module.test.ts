import { transform } from 'sucrase';
import { describe, expect, test } from 'vitest';
import type { CompiledPolicy } from '../../../compiler/compiled-policy.ts';
import { indexModule } from '../../../compiler/emit/index-module.ts';
import { compiledIp0213 } from '../../support/compiled-ip0213.ts';

const version = (
  name: string,
  effective: string,
  number = 'IP0213',
  products: readonly string[] = ['lemtrada'],
): CompiledPolicy => ({
  ...compiledIp0213,
  name,
  kernel: { ...compiledIp0213.kernel, number, effective, products },
});

interface Found {
  readonly effective: string;
  readonly number: string;
}

interface Index {
  readonly policyInForce: (product: string, on: string) => Found | undefined;
  readonly policiesInForce: (product: string, on: string) => readonly Found[];
}

/** The module with its imports cut off: what it finds does not depend on them. */
async function load(policies: readonly CompiledPolicy[]): Promise<Index> {
  const text = indexModule(policies).replace(/^import \* as (\w+) from .*$/gm, 'const $1 = {};');
  const { code } = transform(text, { transforms: ['typescript'], disableESTransforms: true });
  const module: Index = await import(`data:text/javascript;base64,${Buffer.from(code).toString('base64')}`);
  return module;
}

describe('policyInForce', () => {
  const policies = [version('ip0213-2025', '2025-06-01'), version('ip0213-2024', '2024-03-01')];

  test('finds the version in force by product and date of service', async () => {
    const { policyInForce } = await load(policies);
    expect(policyInForce('lemtrada', '2024-02-29')).toBeUndefined();
    expect(policyInForce('lemtrada', '2024-03-01')?.effective).toBe('2024-03-01');
    expect(policyInForce('  LEMTRADA® ', '2025-05-31')?.effective).toBe('2024-03-01');
    expect(policyInForce('Lemtrada', '2025-06-01')?.effective).toBe('2025-06-01');
    expect(policyInForce('campath', '2025-06-01')).toBeUndefined();
  });

  test('of a policy about several products finds it by each of them', async () => {
    const { policyInForce } = await load([version('a', '2024-01-01', 'A', ['tysabri', 'tyruko'])]);
    expect(policyInForce('Tyruko', '2024-06-01')?.number).toBe('A');
    expect(policyInForce('tysabri', '2024-06-01')?.number).toBe('A');
    expect(policyInForce('lemtrada', '2024-06-01')).toBeUndefined();
  });

  test('lets a later version take a product out, and another policy keep it', async () => {
    const { policyInForce, policiesInForce } = await load([
      version('a-2024', '2024-01-01', 'A', ['tysabri', 'tyruko']),
      version('a-2025', '2025-01-01', 'A', ['tysabri']),
      version('b', '2024-03-01', 'B', ['tysabri']),
    ]);
    expect(policyInForce('tyruko', '2024-12-31')?.effective).toBe('2024-01-01');
    expect(policyInForce('tyruko', '2025-01-01')).toBeUndefined();
    expect(policiesInForce('tysabri', '2024-02-29').map(({ number }) => number)).toEqual(['A']);
    expect(
      policiesInForce('tysabri', '2025-01-01').map(({ number, effective }) => [number, effective]),
    ).toEqual([
      ['A', '2025-01-01'],
      ['B', '2024-03-01'],
    ]);
    expect(policyInForce('tysabri', '2025-01-01')?.number).toBe('A');
  });

  test('of no policy at all finds nothing', async () => {
    expect((await load([])).policyInForce('lemtrada', '2024-03-01')).toBeUndefined();
  });
});

describe('the module', () => {
  test('is the same whatever order the policies come in', () => {
    const policies = [
      version('b', '2025-01-01'),
      version('a', '2024-01-01'),
      version('c', '2024-01-01', 'IP0001'),
    ];
    expect(indexModule(policies)).toBe(indexModule([...policies].reverse()));
  });

  test('imports evaluators under names that are different and allowed', () => {
    const text = indexModule([
      version('class', '2024-01-01'),
      version('a-b', '2024-01-02'),
      version('a.b', '2024-01-03'),
      version('1st', '2024-01-04'),
    ]);
    const names = [...text.matchAll(/import \* as (\w+)/g)].map(([, name = '']) => name);
    expect(new Set(names).size).toBe(4);
    expect(names).not.toContain('class');
    for (const name of names) expect(name).toMatch(/^[a-z]\w*$/i);
  });

  test('lets no text end a literal', () => {
    const text = indexModule([version(`it's \u202e </script>`, '2024-01-01', `'; alert(1) //`)]);
    expect(text).not.toMatch(/\u202e|<\/script>/);
    expect(text).toContain(`number: '\\'; alert(1) //'`);
  });
});
