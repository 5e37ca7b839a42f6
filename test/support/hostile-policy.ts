import {
  ageAtLeast,
  allOf,
  diagnosedWith,
  disease,
  diagnosis,
  diseaseCourse,
  exclusion,
  conditionsNotCovered,
  finding,
  paragraph,
  policy,
  product,
  ingredient,
  vocabulary,
  worded,
  agentList,
  hcpcs,
  mg,
} from '../../dsl/index.ts';

/** What an author might write, in one string: each part ends or opens something in some output. */
export const hostile = `' " \` \${alert(1)} */ </script> <b> | \\ \n # [x](y) \u202e rtl`;

/** Cells that a spreadsheet would run. */
export const formulas = ['=1+1', '+1', '-1', '@SUM(A1)', '\t=1', '\r=1'];

/** A policy with the hostile string wherever an author may write one. */
export function hostilePolicy(text = hostile) {
  const drug = ingredient({ id: 'drug', name: text });
  const brand = product({ id: 'brand', brand: text, mark: '®', ingredient: drug, form: text, mode: 'Oral' });
  const state = diagnosis({ id: 'state', course: 'course', name: text, condition: 'state' });
  const illness = disease({ id: 'illness', name: text });
  const sign = finding({ id: 'sign', name: text });
  const code = hcpcs({ code: text, description: text, ingredient: drug, unit: mg(1) });
  return policy({
    number: text,
    title: text,
    effective: '2024-01-01',
    product: brand,
    vocabulary: vocabulary({
      products: [brand],
      courses: [diseaseCourse({ id: 'course', name: text, states: [state], codes: [] })],
      findings: [sign],
      diseases: [illness],
      billingCodes: [code],
    }),
    related: [text],
    instructions: { considerations: [text], remarks: [text] },
    overview: [paragraph(text)],
    medicalNecessity: indication(),
    exclusions: conditionsNotCovered({ sign: exclusion(text, sign, { reason: text, cites: [1] }) }),
    coding: { codes: [code], notes: [text] },
    background: [paragraph(text)],
    appendix: agentList({ name: text, products: [brand], open: false }),
    references: [text],
    boilerplate: [text],
  });

  function indication() {
    return {
      kind: 'indication' as const,
      disease: illness,
      criteria: allOf({ age: ageAtLeast(18), state: worded(text, diagnosedWith(state)) }),
    };
  }
}
