import { leavesOf } from '../../../dsl/kernel/facts.ts';
import type { Kernel } from '../../../dsl/kernel/kernel.ts';
import type { Analysis, Finding, Subject } from '../analysis.ts';
import { clausesIn, type Condition } from '../analysis/conditions.ts';
import { acceptance, found, undecided } from '../analysis/report.ts';
import { approvalOf } from '../analysis/structure.ts';

const check = 'renewal';

/** What can be approved can be renewed, and an approval lasts until its renewal can be asked for. */
export const renewal: Analysis = {
  name: check,
  rule: async (subject) => [...(await neverRenewable(subject)), ...tooShort(subject)],
};

async function neverRenewable(subject: Subject): Promise<readonly Finding[]> {
  const { kernel, asking, words } = subject;
  if (kernel.reauthorization === undefined) return [];
  const findings: Finding[] = [];
  for (const product of kernel.products) {
    const isAsked: Condition = {
      on: 'expression',
      expression: { kind: 'choice', field: 'product', among: [product] },
      is: 'met',
    };
    const renewed = await asking.canBe([isAsked, ...approvalOf(kernel, 'reauthorization')]);
    if (renewed.status === 'possible') continue;
    const first = await asking.canBe([isAsked, ...approvalOf(kernel, 'initial')]);
    if (first.status === 'impossible') continue;
    if (renewed.status === 'undecided' || first.status === 'undecided') {
      return undecided(check, 'TRI428', ['reauthorization'], 'whether an approval can be renewed', subject);
    }
    const causes = clausesIn(renewed.because);
    const name = kernel.tables.products.find(({ id }) => id === product)?.name ?? product;
    findings.push(
      found(check, {
        code: 'TRI428',
        severity: 'error',
        clauses: ['reauthorization', ...causes.filter((id) => id !== 'reauthorization')],
        message: `${name} can be approved and never renewed: ${words.list(causes)} exclude each other on a renewal.`,
        remedy: `Let the renewal ask what it repeats otherwise, or nothing; ${acceptance(check, 'reauthorization')}.`,
        proof: `${words.asked(causes)}. The case is approved at first, and no renewal meets all of this.`,
        never: renewed.because,
        witness: first.record,
      }),
    );
  }
  return findings;
}

/** An approval that ends before the interval after which a renewal can be asked for. */
function tooShort({ kernel, words }: Subject): readonly Finding[] {
  const { initial } = kernel.durations;
  if (initial === undefined) return [];
  return intervals(kernel).flatMap(({ id, months }) =>
    months <= initial
      ? []
      : found(check, {
          code: 'TRI429',
          severity: 'warning',
          clauses: [id],
          message: `An approval lasts ${initial} months, and ${words.named(id)} asks for ${months}: between them nothing is approved.`,
          remedy: `Let the approval last as long as the interval; ${acceptance(check, id)}.`,
          proof: `${words.asked([id])}. Counted from the first day of an approval, its ${initial} months end before the ${months} are over.`,
        }),
  );
}

/** The months that a renewal's criteria ask to have passed, or to have been treated for. */
function intervals({ clauses }: Kernel): readonly { readonly id: string; readonly months: number }[] {
  return clauses
    .filter(({ section }) => section === 'reauthorization')
    .flatMap(({ id, expression }) =>
      leavesOf(expression).flatMap((leaf) => {
        if (leaf.kind === 'elapsed') return { id, months: leaf.months };
        if (leaf.kind === 'trials' && leaf.lasting?.unit === 'months')
          return { id, months: leaf.lasting.count };
        return [];
      }),
    );
}
