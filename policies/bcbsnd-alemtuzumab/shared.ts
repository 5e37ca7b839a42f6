import {
  agentList,
  concurrentUseOf,
  days,
  diagnosedWith,
  documented,
  inTheLast,
  allOf,
  not,
  oneOf,
  paragraph,
  prescribedByOrInConsultationWith,
  trialOf,
  worded,
} from 'triplicate';
import {
  activeSpms,
  aubagio,
  avonex,
  bafiertam,
  betaseron,
  briumvi,
  changeOfTherapyRisk,
  copaxone,
  extavia,
  gilenya,
  glatopa,
  hivInfection,
  kesimpta,
  lemtrada,
  mavenclad,
  mayzent,
  neurology,
  ocrevus,
  plegridy,
  ponvory,
  rebif,
  rrms,
  tascensoOdt,
  tecfidera,
  tyruko,
  tysabri,
  vumerity,
  zeposia,
} from '../vocabulary/index.ts';

/*
 * Blue Cross Blue Shield of North Dakota's criteria for alemtuzumab (Lemtrada) in what two of their versions have in common.
 * Each version joins these parts in a module of its own, so that a reader finds there what it changed.
 */

/** The other agents for multiple sclerosis; the list, and that it is open, are ours. The drug asked for is none of them. */
export const msAgents = agentList({
  name: 'other disease-modifying agent for multiple sclerosis',
  plural: 'other disease-modifying agents for multiple sclerosis',
  products: [
    aubagio,
    avonex,
    bafiertam,
    betaseron,
    briumvi,
    copaxone,
    extavia,
    gilenya,
    glatopa,
    kesimpta,
    mavenclad,
    mayzent,
    ocrevus,
    plegridy,
    ponvory,
    rebif,
    tascensoOdt,
    tecfidera,
    tyruko,
    tysabri,
    vumerity,
    zeposia,
  ],
  open: true,
});

const recentTreatment = trialOf(lemtrada, { within: inTheLast(days(90)) });

/** Going on with the drug: shown by the record, or stated by the prescriber together with a risk. */
export const recent = {
  shown: worded(
    'Information in the record shows a course of alemtuzumab whose last day is at most 90 days before the date of service',
    documented(recentTreatment),
  ),
  stated: worded(
    'The prescriber states',
    allOf(
      {
        treatment: worded(
          'A course of alemtuzumab whose last day is at most 90 days before the date of service',
          recentTreatment,
        ),
        risk: changeOfTherapyRisk,
      },
      { numbering: 'a.' },
    ),
  ),
};

/** The relapsing forms. */
export const relapsingForm = diagnosedWith(oneOf({ activeSpms, rrms }, { numbering: 'i.' }));

/** Who prescribes, and what speaks against the drug. */
export const safeguards = {
  specialist: prescribedByOrInConsultationWith(neurology),
  hivNegative: worded('The patient is HIV-negative', not(hivInfection)),
  notCombined: worded(
    'Alemtuzumab is not combined with any other disease-modifying agent for multiple sclerosis (the Appendix has examples)',
    not(concurrentUseOf(msAgents)),
  ),
};

/** What both versions say before their criteria. */
export const commonOverview = [
  paragraph(
    'This is an outline, in other words, of a policy that Blue Cross Blue Shield of North Dakota published for alemtuzumab (Lemtrada). The number, the effective date, the months of an approval, the specialty, and all lists of drugs are set here; the published text was not seen to give them.',
  ),
  paragraph(
    'There is no section for renewals: who goes on with the drug meets the first or the second of the three grounds, and any other request is held against the same criteria again.',
  ),
  paragraph(
    'Treatment within 90 days counts by the last day of the course, and exactly 90 days before still does. What a record shows stands by itself; what a prescriber only states needs the risk beside it. Samples never count.',
  ),
  paragraph(
    'Hypersensitivity is no reason of its own in a record: it stands there as an intolerance or a contraindication. The number of drugs goes with the reason, so that a failure of some drugs and a reason against the others do not add up. A contraindication needs neither a course nor its dates.',
  ),
];
