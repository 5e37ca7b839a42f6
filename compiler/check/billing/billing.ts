import { leavesOf } from '../../../dsl/kernel/facts.ts';
import type { Analysis, Finding, Subject } from '../analysis.ts';
import { acceptance, found } from '../analysis/report.ts';

const check = 'billing';

/** Each code bills something that the policy covers, in units that its doses come to; each criterion of a disease has a code. */
export const billing: Analysis = {
  name: check,
  rule: async (subject) => [...unreachable(subject), ...withoutCode(subject), ...unfitUnits(subject)],
};

/** Codes of an ingredient that is not covered, or that another code of the same ingredient keeps from being used. */
function unreachable({ policy: { policy }, kernel }: Subject): readonly Finding[] {
  const codes = policy.coding?.codes ?? [];
  const covered = new Set(
    kernel.tables.products
      .filter(({ id }) => kernel.products.includes(id))
      .map(({ ingredient }) => ingredient),
  );
  return codes.flatMap(({ code, ingredient }, index) => {
    const before = codes.slice(0, index).find((other) => other.ingredient.id === ingredient.id);
    if (covered.has(ingredient.id) && before === undefined) return [];
    const why =
      before === undefined
        ? `the policy covers no product of ${ingredient.name}`
        : `${before.code} stands before it and bills the same ingredient`;
    return found(check, {
      code: 'TRI430',
      severity: 'warning',
      clauses: ['indication'],
      message: `The code ${code} is listed and never billed: ${why}.`,
      remedy: `Take it out, or cover what it bills; ${acceptance(check, 'indication')}.`,
      proof: `A course is billed by the first code of its product's ingredient, and ${code} is that of none.`,
    });
  });
}

/** Criteria about the states of a disease that no diagnosis code says, where other states of it have codes. */
function withoutCode({ kernel, words }: Subject): readonly Finding[] {
  return kernel.clauses.flatMap(({ id, expression }) =>
    leavesOf(expression).flatMap((leaf) => {
      if (leaf.kind !== 'classified') return [];
      const codes = kernel.tables.axes.find(({ id: axis }) => axis === leaf.axis)?.codes ?? [];
      if (codes.length === 0) return [];
      if (codes.some(({ states }) => states.some((state) => leaf.among.includes(state)))) return [];
      return found(check, {
        code: 'TRI431',
        severity: 'note',
        clauses: [id],
        message: `No diagnosis code says what ${words.named(id)} asks for, or leaves it open.`,
        remedy: `Add the codes of these states to the vocabulary; ${acceptance(check, id)}.`,
        proof: `${words.asked([id])}. Of the ${codes.length} codes of this disease, none names one of these states.`,
      });
    }),
  );
}

/** Doses that come to a part of a billing unit. */
function unfitUnits({ kernel, words }: Subject): readonly Finding[] {
  return kernel.regimens.flatMap(({ clause, code, units, mgPerDay, days }) =>
    code === undefined || units === undefined || Number.isInteger(units)
      ? []
      : found(check, {
          code: 'TRI432',
          severity: 'warning',
          clauses: [clause],
          message: `${words.named(clause)} comes to ${Number(units.toPrecision(6))} units of ${code}, which bills whole ones.`,
          remedy: `Correct the dose or the code's unit; ${acceptance(check, clause)}.`,
          proof: `${mgPerDay} mg on ${days} days are ${mgPerDay * days} mg, and a unit of ${code} is ${Number(((mgPerDay * days) / units).toPrecision(6))} mg.`,
        }),
  );
}
