import {
  agentList,
  allOf,
  atOrAbove,
  days,
  documented,
  indication,
  measured,
  months,
  oneOf,
  paragraph,
  policy,
  quantity,
  reauthorization,
  trialOf,
  worded,
} from 'triplicate';
import {
  actos,
  amaryl,
  bloodGlucose,
  glp1ReauthorizationSection,
  glucotrol,
  hba1c,
  januvia,
  jardiance,
  metformin,
  ozempic,
  sharedVocabulary,
  trulicity,
  type2Diabetes,
  victoza,
} from '../vocabulary/index.ts';

/** Of the example classes the outline names none: one or two drugs of each usual class, by us. */
const anotherDiabetesDrug = agentList({
  name: 'another drug for type 2 diabetes',
  plural: 'other drugs for type 2 diabetes',
  products: [glucotrol, amaryl, actos, januvia, jardiance],
  open: true,
});

/**
 * Western Health Advantage GL-216251: GLP-1 receptor agonists for diabetes. The policy is its publisher's; it is outlined
 * here, not copied, after the payer's page at
 * https://westernhealth.com/provider/prior-authorization-criteria/?category=Custom&glId=GL-216251.
 * The section for renewals was cut there and is left out, but for the judgement that it is met; so is the second number of
 * the pair, GL-337215, of which nothing is known. Ours are: the effective date, the products, the drugs other than metformin,
 * and that the one year goes for renewals, too.
 */
export const westernhealthGlp1 = policy({
  number: 'GL-216251',
  title: 'GLP-1 receptor agonists for diabetes',
  effective: '2023-07-01',
  products: [ozempic, trulicity, victoza],
  called: 'treatment with a GLP-1 receptor agonist',
  vocabulary: sharedVocabulary,

  overview: [
    paragraph(
      'This is an outline, in other words, of criteria that Western Health Advantage published. The effective date, the products, and the drugs named beside metformin are set here; the published text names classes of drugs as examples only.',
    ),
    paragraph(
      'As published, a trial of at least 30 days and failure, contraindication or intolerance is asked for, which leaves open what the 30 days are asked of. Here they bind failure alone: a contraindication has no trial, and an intolerance ends it.',
    ),
    paragraph(
      'Records are asked for the diagnosis alone; for the trial a report is enough. Any result on file counts, whatever its date. Hemoglobin A1c counts in percent; a result in mmol/mol is asked for in percent.',
    ),
    paragraph(
      'What the separate section for renewals asks is not known here: a reviewer judges by that section. The one year that was published is taken for the first approval and for a renewal.',
    ),
  ],

  medicalNecessity: indication(
    type2Diabetes,
    allOf(
      {
        diagnosis: worded(
          'Type 2 diabetes, documented in the medical records by',
          documented(
            oneOf(
              {
                hba1c: measured(hba1c, atOrAbove(quantity(6.5, '%'))),
                fastingGlucose: measured(
                  bloodGlucose,
                  atOrAbove(quantity(126, 'mg/dL'), quantity(7, 'mmol/L')),
                  { having: ['fasting'] },
                ),
                toleranceTest: measured(
                  bloodGlucose,
                  atOrAbove(quantity(200, 'mg/dL'), quantity(11.1, 'mmol/L')),
                  { having: ['two-hours-after-glucose'] },
                ),
                randomGlucose: measured(
                  bloodGlucose,
                  atOrAbove(quantity(200, 'mg/dL'), quantity(11.1, 'mmol/L')),
                  { having: ['random'] },
                ),
              },
              { numbering: '1.' },
            ),
          ),
        ),
        trial: trialOf(oneOf({ metformin, other: anotherDiabetesDrug }), {
          reasons: ['failure', 'contraindication', 'intolerance'],
          lasting: days(30),
          binding: 'failure',
        }),
      },
      { numbering: 'A.' },
    ),
  ),

  reauthorization: reauthorization({
    repeats: 'nothing',
    criteria: allOf({ section: glp1ReauthorizationSection }, { numbering: '1.' }),
  }),

  durations: { initial: months(12), reauthorization: months(12) },
});
