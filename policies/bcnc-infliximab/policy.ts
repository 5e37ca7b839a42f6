import {
  above,
  accept,
  ageAtLeast,
  allOf,
  atOrAbove,
  inTheLast,
  indication,
  indications,
  measured,
  months,
  oneOf,
  paragraph,
  policy,
  quantity,
  reasonAgainstEvery,
  trialOf,
  unless,
  weeks,
  worded,
} from 'triplicate';
import {
  aboutTheTargetDose,
  acitretin,
  adalimumab,
  ankylosingSpondylitis,
  avsola,
  benefitFromBiologic,
  bodySurfaceAreaAffected,
  celecoxib,
  crohnsCriteriaCut,
  crohnsDisease,
  cyclosporine,
  diclofenac,
  etanercept,
  hydroxychloroquine,
  ibuprofen,
  indomethacin,
  inflectra,
  infliximab,
  leflunomide,
  methotrexate,
  methotrexateWithIt,
  moderatelyToSeverelyActiveCrohns,
  naproxen,
  plaquePsoriasis,
  psoriasisAtSpecialSites,
  remicade,
  renflexis,
  rheumatoidArthritis,
  seriousImpactOfPsoriasis,
  severePsoriaticArthritis,
  sharedVocabulary,
  sulfasalazine,
} from '../vocabulary/index.ts';

/** Conventional agents for rheumatoid arthritis beside methotrexate; the list is ours, and that it is closed. */
const otherConventional = { leflunomide, sulfasalazine, hydroxychloroquine };

/** Conventional agents for plaque psoriasis; the list is ours, and that it is closed. */
const conventionalForPsoriasis = oneOf({ methotrexate, cyclosporine, acitretin });

/** Nonsteroidal anti-inflammatory drugs; the list is ours, and that it is closed, so that "all of them" has an end. */
const nsaids = oneOf({ ibuprofen, naproxen, diclofenac, celecoxib, indomethacin });

/** The patient is on a biologic already and benefits; infliximab itself is one. The list and the three months are ours. */
const established = worded(
  'Treatment with a biologic is established:',
  allOf(
    {
      biologic: trialOf(oneOf({ infliximab, adalimumab, etanercept }), { within: inTheLast(months(3)) }),
      benefit: benefitFromBiologic,
    },
    { numbering: 'i.' },
  ),
);

/**
 * Blue Cross NC: infliximab (Remicade and its biosimilars) by indication. The policy is its publisher's; it is outlined
 * here, not copied, after a third party's summary at
 * https://www.openpayer.com/policy-updates/blue-cross-blue-shield-north-carolina/clinical-medical/immunology-rheumatology/blue-cross-nc-infliximab-remicade-biosimilars-policy-update.
 * Cut there, and so left out: the rest of the criteria for Crohn's disease, and every other indication. Ours are: the
 * number, the effective date, the months of an approval, the biosimilars by name, the lists of drugs, the three months of
 * an established treatment, and from where on a dose may be about 25 mg.
 */
export const bcncInfliximab = policy({
  number: 'BCNC-INFLIXIMAB',
  title: 'Infliximab and biosimilars',
  effective: '2024-01-01',
  products: [remicade, inflectra, renflexis, avsola],
  vocabulary: sharedVocabulary,

  overview: [
    paragraph(
      'This is an outline, in other words, of criteria that Blue Cross NC published for infliximab, made from a summary by a third party. The number, the effective date, the 12 months of an approval, the biosimilars by name, and the lists of drugs are set here; the published text was not seen to give them.',
    ),
    paragraph(
      'It holds four indications. The published policy names more, and a use for one of those is for the published text to decide.',
    ),
    paragraph(
      'About 25 mg of methotrexate a week is met by 25 mg. Of a dose from 20 mg on a reviewer says whether it is about 25 mg; less than 20 mg is not. One course must have reached the dose and lasted the three months; courses are not joined, and months with one agent are not added to those with another. Hypersensitivity stands under intolerance or contraindication.',
    ),
    paragraph(
      'A trial is asked for, and no failure in it. For plaque psoriasis an intolerance is a reason, and a contraindication is none, as in the outline.',
    ),
    paragraph(
      'The four weeks of anti-inflammatory drugs are a total over two different ones: 28 calendar days, of which a day with both counts once. How the days are shared does not matter, and a trial that ended in intolerance is a trial. Who has a contraindication to all of these drugs has one to two of them, so that this last way, printed as published, never decides by itself.',
    ),
    paragraph(
      'Treatment with a biologic, infliximab among them, is established where its last day lies in the three months before the date of service, since infusions are eight weeks apart; what benefit is has no number, and a reviewer judges it.',
    ),
  ],

  medicalNecessity: indications({
    rheumatoidArthritis: indication(
      rheumatoidArthritis,
      allOf(
        {
          age: ageAtLeast(18),
          course: oneOf(
            {
              methotrexate: worded(
                'Methotrexate, titrated to about 25 mg a week for at least three months:',
                oneOf(
                  {
                    fullDose: trialOf(methotrexate, {
                      lasting: months(3),
                      dose: atOrAbove(quantity(25, 'mg/wk')),
                    }),
                    nearDose: worded(
                      'A dose near it:',
                      allOf(
                        {
                          trial: trialOf(methotrexate, {
                            lasting: months(3),
                            dose: atOrAbove(quantity(20, 'mg/wk')),
                          }),
                          judged: worded(
                            'The dose reached is about 25 mg a week, as a reviewer judges',
                            aboutTheTargetDose,
                          ),
                        },
                        { numbering: 'a.' },
                      ),
                    ),
                  },
                  { numbering: 'i.' },
                ),
              ),
              conventional: trialOf(oneOf(otherConventional), { lasting: months(3) }),
              reason: trialOf(oneOf({ methotrexate, ...otherConventional }), {
                reasons: ['intolerance', 'contraindication'],
              }),
              established,
            },
            { numbering: 'a.' },
          ),
          methotrexateWithIt: unless(
            trialOf(methotrexate, { reasons: ['intolerance', 'contraindication'] }),
            methotrexateWithIt,
          ),
        },
        { numbering: '1.' },
      ),
    ),
    plaquePsoriasis: indication(
      plaquePsoriasis,
      allOf(
        {
          course: oneOf(
            {
              conventional: trialOf(conventionalForPsoriasis, { lasting: months(3) }),
              intolerance: trialOf(conventionalForPsoriasis, { reasons: ['intolerance'] }),
              severe: worded(
                'The psoriasis is severe, as shown by',
                oneOf(
                  {
                    surface: measured(bodySurfaceAreaAffected, above(quantity(10, '%')), { which: 'latest' }),
                    sites: psoriasisAtSpecialSites,
                    impact: seriousImpactOfPsoriasis,
                  },
                  { numbering: 'i.' },
                ),
              ),
              arthritis: severePsoriaticArthritis,
              established,
            },
            { numbering: 'a.' },
          ),
        },
        { numbering: '1.' },
      ),
    ),
    ankylosingSpondylitis: indication(
      ankylosingSpondylitis,
      allOf(
        {
          course: oneOf(
            {
              nsaids: trialOf(nsaids, { count: 2, total: weeks(4) }),
              reasonsAgainstTwo: trialOf(nsaids, { count: 2, reasons: ['intolerance', 'contraindication'] }),
              contraindicatedToAll: reasonAgainstEvery(nsaids, ['contraindication']),
            },
            { numbering: 'a.' },
          ),
        },
        { numbering: '1.' },
      ),
    ),
    crohns: indication(
      crohnsDisease,
      allOf(
        { age: ageAtLeast(6), active: moderatelyToSeverelyActiveCrohns, rest: crohnsCriteriaCut },
        { numbering: '1.' },
      ),
    ),
  }),

  durations: { initial: months(12) },

  accepted: [
    accept(
      'implied',
      'ankylosingSpondylitis.course.contraindicatedToAll',
      'Printed as published: who has a contraindication to all of these drugs has one to two of them.',
    ),
  ],
});
