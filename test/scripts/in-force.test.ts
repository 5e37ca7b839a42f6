import { join } from 'node:path';
import { afterAll, beforeAll, describe, expect, test } from 'vitest';
import { demoCase, demoPolicy, project, triplicate, type Project } from '../support/project.ts';

const on = (dateOfService: string, product = 'lemtrada') =>
  JSON.stringify({ ...demoCase, request: { ...demoCase.request, product, dateOfService } });

let at: Project;
beforeAll(() => {
  at = project({
    'policies/demo-2024/policy.ts': demoPolicy(18),
    'policies/demo-2025/policy.ts': demoPolicy(60).replace('2024-01-01', '2025-01-01'),
    '2023.json': on('2023-12-31'),
    '2024.json': on('2024-12-31'),
    '2025.json': on('2025-01-01', 'Lemtrada'),
    'other.json': on('2024-06-03', 'tysabri'),
    'no-product.json': JSON.stringify({ request: { dateOfService: '2024-06-03' } }),
    'no-day.json': JSON.stringify({ request: { product: 'lemtrada', dateOfService: '2024-02-30' } }),
    'misspelled.json': JSON.stringify({ ...demoCase, pateint: {} }),
  });
  expect(triplicate(at.root, ['generate', '--no-prove']).err).not.toMatch(/error/);
});
afterAll(() => at.remove());

const decide = (file: string) => triplicate(at.root, ['decide', join(at.root, file)]);

describe('two versions of one policy', () => {
  test('lie side by side, and the case finds the one in force on its date of service', () => {
    expect(decide('2024.json')).toMatchObject({ code: 0, err: '' });
    expect(decide('2024.json').out).toMatch(/^APPROVED[^]*DEMO1, effective 2024-01-01/m);
    expect(decide('2025.json').out).toMatch(/effective 2025-01-01/);
    expect(decide('2025.json').out).not.toMatch(/^APPROVED/m);
  });

  test('may each be named instead', () => {
    const { out } = triplicate(at.root, ['decide', 'demo-2024', join(at.root, '2025.json')]);
    expect(out).toMatch(/^APPROVED[^]*effective 2024-01-01/m);
  });

  test.each([
    ['before the first of them', '2023.json', /No policy .* is in force for 'lemtrada' on 2023-12-31/],
    ['for another product', 'other.json', /No policy .* is in force for 'tysabri'/],
    ['without a product', 'no-product.json', /does not tell which policy/],
    ['on no day of the calendar', 'no-day.json', /does not tell which policy/],
    ['in a case that is not well formed', 'misspelled.json', /pateint.*Did you mean 'patient'/],
    ['in a file that is not there', 'none.json', /none\.json is not there/],
  ])('refuse a request %s', (_, file, message) => {
    const { code, out, err } = decide(file);
    expect([code, out]).toEqual([1, '']);
    expect(err).toMatch(message);
    expect(err).not.toMatch(/^\s+at /m);
  });

  test('and a second policy about the product: the author must name one', () => {
    at.write('policies/rival/policy.ts', demoPolicy(18, 'RIVAL'));
    expect(triplicate(at.root, ['generate', '--no-prove']).err).not.toMatch(/error/);
    expect(decide('2024.json')).toMatchObject({
      code: 1,
      err: expect.stringMatching(/Several policies .*: demo-2024, rival\. Name one/),
    });
  });

  test('must not take effect on one day', () => {
    at.write('policies/demo-2025/policy.ts', demoPolicy(60));
    expect(triplicate(at.root, ['generate', '--no-prove'])).toMatchObject({
      code: 1,
      err: expect.stringContaining('TRI409'),
    });
  });
});
