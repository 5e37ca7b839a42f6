import { vocabulary } from 'triplicate';
import { j0202 } from './billing-codes.ts';
import { multipleSclerosisCourse } from './diagnoses.ts';
import {
  chronicLymphocyticLeukemia,
  graftVersusHostDisease,
  kidneyTransplant,
  multipleSclerosis,
  neuromyelitisOptica,
  otherUse,
  rheumatoidArthritis,
} from './diseases.ts';
import {
  activeInfection,
  cognitiveImpairment,
  disablingRelapse,
  hivInfection,
  mriHighlyActive,
  rapidlyAdvancingDeterioration,
} from './findings.ts';
import { beneficialResponse } from './judgements.ts';
import {
  ampyra,
  aubagio,
  avonex,
  bafiertam,
  betaseron,
  briumvi,
  campath,
  copaxone,
  extavia,
  gilenya,
  glatopa,
  kesimpta,
  lemtrada,
  mavenclad,
  mayzent,
  ocrevus,
  ocrevusZunovo,
  plegridy,
  ponvory,
  rebif,
  tascensoOdt,
  tecfidera,
  tyruko,
  tysabri,
  vumerity,
  zeposia,
} from './products.ts';
import { hematology, neurology, oncology, rheumatology } from './specialties.ts';

export * from './billing-codes.ts';
export * from './diagnoses.ts';
export * from './diseases.ts';
export * from './findings.ts';
export * from './ingredients.ts';
export * from './judgements.ts';
export * from './products.ts';
export * from './specialties.ts';

/** Every name that a case may hold, shared by all policies. */
export const sharedVocabulary = vocabulary({
  products: [
    ampyra,
    aubagio,
    avonex,
    bafiertam,
    betaseron,
    briumvi,
    campath,
    copaxone,
    extavia,
    gilenya,
    glatopa,
    kesimpta,
    lemtrada,
    mavenclad,
    mayzent,
    ocrevus,
    ocrevusZunovo,
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
  courses: [multipleSclerosisCourse],
  findings: [
    rapidlyAdvancingDeterioration,
    disablingRelapse,
    mriHighlyActive,
    cognitiveImpairment,
    hivInfection,
    activeInfection,
  ],
  judgements: [beneficialResponse],
  specialties: [neurology, hematology, oncology, rheumatology],
  diseases: [
    multipleSclerosis,
    chronicLymphocyticLeukemia,
    graftVersusHostDisease,
    kidneyTransplant,
    neuromyelitisOptica,
    rheumatoidArthritis,
    otherUse,
  ],
  billingCodes: [j0202],
});
