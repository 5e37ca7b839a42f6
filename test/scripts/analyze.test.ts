import { afterAll, beforeAll, expect, test } from 'vitest';
import { demoPolicy, project, triplicate, type Project } from '../support/project.ts';

const limit = { timeout: 300_000 };
const stack = /^\s+at .*:\d+:\d+\)?$/m;

/** A policy that asks for more drugs of a list than histories are looked at for. */
const names =
  'aubagio, avonex, bafiertam, briumvi, copaxone, gilenya, kesimpta, mavenclad, mayzent, ocrevus, ponvory';
const longHistories = `import { agentList, allOf, indication, policy, trialOf } from 'triplicate';
import { lemtrada, multipleSclerosis, sharedVocabulary, ${names} } from 'triplicate/vocabulary';

const agents = agentList({ name: 'agent', plural: 'agents', products: [${names}], open: false });

export const long = policy({
  number: 'DEMO4',
  title: 'Long histories',
  effective: '2024-01-01',
  product: lemtrada,
  vocabulary: sharedVocabulary,
  medicalNecessity: indication(
    multipleSclerosis,
    allOf({ few: trialOf(agents, { count: 2 }), all: trialOf(agents, { count: 11 }) }),
  ),
});
`;

let at: Project;
beforeAll(() => {
  at = project({
    'policies/demo/policy.ts': demoPolicy(),
    // An age beside a younger one: the younger asks for nothing more.
    'policies/double/policy.ts': demoPolicy(21, 'DEMO2').replace(
      'activity:',
      'adult: ageAtLeast(18), activity:',
    ),
    'policies/never/policy.ts': demoPolicy(65, 'DEMO3')
      .replace('import { ageAtLeast,', 'import { ageAtLeast, ageAtMost,')
      .replace('activity:', 'young: ageAtMost(17), activity:'),
    // More drugs than histories are looked at for.
    'policies/long/policy.ts': longHistories,
  });
});
afterAll(() => at.remove());

test('a policy in which nothing is found is said to be such, and exits 0', limit, () => {
  expect(triplicate(at.root, ['analyze', 'demo'])).toEqual({
    code: 0,
    out: 'demo: nothing found\n',
    err: '',
  });
});

test('a warning is printed with its place, why it is so and a remedy, and exits 0', limit, () => {
  const { code, out, err } = triplicate(at.root, ['analyze', 'double']);
  expect({ code, err }).toEqual({ code: 0, err: '' });
  expect(out).toMatch(/^double: 1 warning\n/);
  expect(out).toContain(
    'policies/double/policy.ts:15:7: warning TRI423: B asks for nothing more: whoever meets A meets it.',
  );
  expect(out).toMatch(/^> 15 \| +adult: ageAtLeast\(18\)/m);
  expect(out).toMatch(/^ +Why: A asks for "21 years of age or older"; B asks for/m);
  expect(out).toContain("add accept('implied', 'adult', 'why')");
});

test('an error exits 1', limit, () => {
  const { code, out, err } = triplicate(at.root, ['analyze', 'never']);
  expect({ code, err }).toEqual({ code: 1, err: '' });
  expect(out).toMatch(/^never: 1 error\n/);
  expect(out).toContain("error TRI420: A can't be met: B excludes it.");
});

test('what is not settled is printed as undecided, and fails nothing', limit, () => {
  const { code, out } = triplicate(at.root, ['analyze', 'long']);
  expect(code).toBe(0);
  expect(out).toMatch(/note TRI423: It is undecided whether these add to the others: A\.$/m);
  expect(out).toMatch(/^ +Why: No answer was found in the time for it/m);
});

test('--json prints the findings of each policy, and nothing else', limit, () => {
  const { code, out, err } = triplicate(at.root, ['analyze', 'double', '--json']);
  expect({ code, err }).toEqual({ code: 0, err: '' });
  expect(JSON.parse(out)).toMatchObject({
    double: [{ check: 'implied', code: 'TRI423', clauses: ['adult', 'age'], status: 'found' }],
  });
});

test('a policy that is not there is said so, and exits 1', limit, () => {
  const { code, out, err } = triplicate(at.root, ['analyze', 'dem']);
  expect({ code, out }).toEqual({ code: 1, out: '' });
  expect(err).toContain("error TRI102: There is no policy 'dem'. Did you mean 'demo'?");
  expect(err).not.toMatch(stack);
});

test('a policy that does not compile is not analysed', limit, () => {
  const broken = project({
    'policies/demo/policy.ts': demoPolicy().replace('ageAtLeast(18)', 'ageAtLeast(-1)'),
  });
  const { code, out, err } = triplicate(broken.root, ['analyze']);
  broken.remove();
  expect({ code, out }).toEqual({ code: 1, out: '' });
  expect(err).toMatch(/policies\/demo\/policy\.ts:\d+:\d+: error TRI3\d\d/);
  expect(err).toMatch(/^1 error\.$/m);
  expect(err).not.toMatch(stack);
});
