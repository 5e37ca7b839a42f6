import {
  allOf,
  atOrBelow,
  concurrentUseOf,
  documented,
  measured,
  never,
  not,
  occurred,
  oneOf,
  titre,
  worded,
} from 'triplicate';
import {
  antiAav9Titer,
  liverFunctionTest,
  liverFunctionTestBeforeInfusion,
  nusinersen,
  onasemnogeneInfusion,
  plateletCount,
  plateletCountBeforeInfusion,
  prematureNeonate,
  prednisoloneCourse,
  smn1CompoundHeterozygote,
  smn1HomozygousDeletion,
  troponinITest,
  troponinITestBeforeInfusion,
} from '../vocabulary/index.ts';

/*
 * What two payers' criteria for onasemnogene abeparvovec (Zolgensma) have in common. The outline of both gives these without
 * a payer's name, and they are taken for either; what differs stands in each payer's own module.
 */

/** The gene, changed in both its copies. */
export const smn1 = worded(
  'Both copies of SMN1 are lost or changed, with documentation of',
  documented(
    oneOf(
      { homozygousDeletion: smn1HomozygousDeletion, compoundHeterozygote: smn1CompoundHeterozygote },
      { numbering: '1.' },
    ),
  ),
);

/** Antibodies against the vector. */
export const antibodies = measured(antiAav9Titer, atOrBelow(titre('1:50')), { which: 'latest' });

/** What goes with the infusion, and what is done before it. */
export const preparation = {
  steroid: prednisoloneCourse,
  labs: worded(
    'The laboratory tests before the infusion are done or will be:',
    allOf(
      {
        liver: oneOf(
          { done: occurred(liverFunctionTest), planned: liverFunctionTestBeforeInfusion },
          { numbering: 'a.' },
        ),
        platelets: oneOf(
          { done: occurred(plateletCount), planned: plateletCountBeforeInfusion },
          { numbering: 'a.' },
        ),
        troponin: oneOf(
          { done: occurred(troponinITest), planned: troponinITestBeforeInfusion },
          { numbering: 'a.' },
        ),
      },
      { numbering: '1.' },
    ),
  ),
};

/** What speaks against the infusion: a birth before term, an earlier infusion whoever paid for it, and nusinersen beside it. */
export const safety = {
  notPremature: not(prematureNeonate),
  neverReceived: never(onasemnogeneInfusion),
  notCombined: not(concurrentUseOf(nusinersen)),
};
