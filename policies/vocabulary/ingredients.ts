import { ingredient } from 'triplicate';

/** Active ingredients. RxNorm's concept stands where two or more public sources agree on it, else none. */
export const alemtuzumab = ingredient({
  id: 'alemtuzumab',
  name: 'alemtuzumab',
  rxnorm: '117055',
  drugClass: 'anti-CD52',
});
export const cladribine = ingredient({
  id: 'cladribine',
  name: 'cladribine',
  rxnorm: '44157',
  drugClass: 'purine analogue',
});
export const dalfampridine = ingredient({ id: 'dalfampridine', name: 'dalfampridine' });
export const dimethylFumarate = ingredient({
  id: 'dimethyl-fumarate',
  name: 'dimethyl fumarate',
  drugClass: 'fumarate',
  genericFor: 'Tecfidera',
});
export const diroximelFumarate = ingredient({
  id: 'diroximel-fumarate',
  name: 'diroximel fumarate',
  drugClass: 'fumarate',
  similarTo: [dimethylFumarate],
});
export const fingolimod = ingredient({
  id: 'fingolimod',
  name: 'fingolimod',
  drugClass: 'sphingosine-1-phosphate modulator',
  genericFor: 'Gilenya',
});
export const glatiramerAcetate = ingredient({
  id: 'glatiramer-acetate',
  name: 'glatiramer acetate',
  drugClass: 'glatiramer',
});
export const interferonBeta1a = ingredient({
  id: 'interferon-beta-1a',
  name: 'interferon beta-1a',
  drugClass: 'interferon',
});
export const interferonBeta1b = ingredient({
  id: 'interferon-beta-1b',
  name: 'interferon beta-1b',
  drugClass: 'interferon',
});
export const monomethylFumarate = ingredient({
  id: 'monomethyl-fumarate',
  name: 'monomethyl fumarate',
  drugClass: 'fumarate',
  similarTo: [dimethylFumarate, diroximelFumarate],
});
export const natalizumab = ingredient({ id: 'natalizumab', name: 'natalizumab', drugClass: 'anti-integrin' });
export const ocrelizumab = ingredient({ id: 'ocrelizumab', name: 'ocrelizumab', drugClass: 'anti-CD20' });
export const ofatumumab = ingredient({ id: 'ofatumumab', name: 'ofatumumab', drugClass: 'anti-CD20' });
export const ozanimod = ingredient({
  id: 'ozanimod',
  name: 'ozanimod',
  drugClass: 'sphingosine-1-phosphate modulator',
});
export const peginterferonBeta1a = ingredient({
  id: 'peginterferon-beta-1a',
  name: 'peginterferon beta-1a',
  drugClass: 'interferon',
  similarTo: [interferonBeta1a],
});
export const ponesimod = ingredient({
  id: 'ponesimod',
  name: 'ponesimod',
  drugClass: 'sphingosine-1-phosphate modulator',
});
export const siponimod = ingredient({
  id: 'siponimod',
  name: 'siponimod',
  drugClass: 'sphingosine-1-phosphate modulator',
});
export const teriflunomide = ingredient({
  id: 'teriflunomide',
  name: 'teriflunomide',
  drugClass: 'pyrimidine synthesis inhibitor',
});
export const ublituximab = ingredient({ id: 'ublituximab', name: 'ublituximab', drugClass: 'anti-CD20' });
export const metformin = ingredient({
  id: 'metformin',
  name: 'metformin',
  rxnorm: '6809',
  drugClass: 'biguanide',
});
export const glipizide = ingredient({ id: 'glipizide', name: 'glipizide', drugClass: 'sulfonylurea' });
export const glimepiride = ingredient({ id: 'glimepiride', name: 'glimepiride', drugClass: 'sulfonylurea' });
export const pioglitazone = ingredient({
  id: 'pioglitazone',
  name: 'pioglitazone',
  drugClass: 'thiazolidinedione',
});
export const sitagliptin = ingredient({
  id: 'sitagliptin',
  name: 'sitagliptin',
  drugClass: 'DPP-4 inhibitor',
});
export const empagliflozin = ingredient({
  id: 'empagliflozin',
  name: 'empagliflozin',
  drugClass: 'SGLT2 inhibitor',
});
export const semaglutide = ingredient({
  id: 'semaglutide',
  name: 'semaglutide',
  rxnorm: '1991302',
  drugClass: 'GLP-1 receptor agonist',
});
export const dulaglutide = ingredient({
  id: 'dulaglutide',
  name: 'dulaglutide',
  rxnorm: '1551291',
  drugClass: 'GLP-1 receptor agonist',
});
export const liraglutide = ingredient({
  id: 'liraglutide',
  name: 'liraglutide',
  rxnorm: '475968',
  drugClass: 'GLP-1 receptor agonist',
});
export const budesonide = ingredient({
  id: 'budesonide',
  name: 'budesonide',
  drugClass: 'inhaled corticosteroid',
});
export const fluticasone = ingredient({
  id: 'fluticasone',
  name: 'fluticasone',
  drugClass: 'inhaled corticosteroid',
});
export const mometasone = ingredient({
  id: 'mometasone',
  name: 'mometasone',
  drugClass: 'inhaled corticosteroid',
});
export const omalizumab = ingredient({
  id: 'omalizumab',
  name: 'omalizumab',
  rxnorm: '302379',
  drugClass: 'anti-IgE',
});
export const dupilumab = ingredient({
  id: 'dupilumab',
  name: 'dupilumab',
  rxnorm: '1876376',
  drugClass: 'anti-IL-4',
});
export const mepolizumab = ingredient({ id: 'mepolizumab', name: 'mepolizumab', drugClass: 'anti-IL-5' });
export const reslizumab = ingredient({ id: 'reslizumab', name: 'reslizumab', drugClass: 'anti-IL-5' });
export const benralizumab = ingredient({ id: 'benralizumab', name: 'benralizumab', drugClass: 'anti-IL-5' });
export const tezepelumab = ingredient({ id: 'tezepelumab', name: 'tezepelumab', drugClass: 'anti-TSLP' });
export const cetirizine = ingredient({ id: 'cetirizine', name: 'cetirizine', drugClass: 'H1 antihistamine' });
export const levocetirizine = ingredient({
  id: 'levocetirizine',
  name: 'levocetirizine',
  drugClass: 'H1 antihistamine',
});
export const loratadine = ingredient({ id: 'loratadine', name: 'loratadine', drugClass: 'H1 antihistamine' });
export const desloratadine = ingredient({
  id: 'desloratadine',
  name: 'desloratadine',
  drugClass: 'H1 antihistamine',
});
export const fexofenadine = ingredient({
  id: 'fexofenadine',
  name: 'fexofenadine',
  drugClass: 'H1 antihistamine',
});
export const diphenhydramine = ingredient({
  id: 'diphenhydramine',
  name: 'diphenhydramine',
  drugClass: 'H1 antihistamine',
});
export const hydroxyzine = ingredient({
  id: 'hydroxyzine',
  name: 'hydroxyzine',
  drugClass: 'H1 antihistamine',
});
export const chlorpheniramine = ingredient({
  id: 'chlorpheniramine',
  name: 'chlorpheniramine',
  drugClass: 'H1 antihistamine',
});
export const famotidine = ingredient({ id: 'famotidine', name: 'famotidine', drugClass: 'H2 antihistamine' });
export const cimetidine = ingredient({ id: 'cimetidine', name: 'cimetidine', drugClass: 'H2 antihistamine' });
export const montelukast = ingredient({
  id: 'montelukast',
  name: 'montelukast',
  drugClass: 'leukotriene modifier',
});
export const zafirlukast = ingredient({
  id: 'zafirlukast',
  name: 'zafirlukast',
  drugClass: 'leukotriene modifier',
});
export const nusinersen = ingredient({
  id: 'nusinersen',
  name: 'nusinersen',
  drugClass: 'SMN2 splicing modifier',
});
export const onasemnogeneAbeparvovec = ingredient({
  id: 'onasemnogene-abeparvovec',
  name: 'onasemnogene abeparvovec',
  drugClass: 'gene therapy',
});
export const budesonideFormoterol = ingredient({
  id: 'budesonide-formoterol',
  name: 'budesonide with formoterol',
  drugClass: 'inhaled corticosteroid with a long-acting beta agonist',
});
export const fluticasoneSalmeterol = ingredient({
  id: 'fluticasone-salmeterol',
  name: 'fluticasone with salmeterol',
  drugClass: 'inhaled corticosteroid with a long-acting beta agonist',
});
export const methotrexate = ingredient({
  id: 'methotrexate',
  name: 'methotrexate',
  rxnorm: '6851',
  drugClass: 'conventional synthetic agent',
});
export const leflunomide = ingredient({
  id: 'leflunomide',
  name: 'leflunomide',
  drugClass: 'conventional synthetic agent',
});
export const sulfasalazine = ingredient({
  id: 'sulfasalazine',
  name: 'sulfasalazine',
  drugClass: 'conventional synthetic agent',
});
export const hydroxychloroquine = ingredient({
  id: 'hydroxychloroquine',
  name: 'hydroxychloroquine',
  drugClass: 'conventional synthetic agent',
});
export const cyclosporine = ingredient({
  id: 'cyclosporine',
  name: 'cyclosporine',
  drugClass: 'conventional synthetic agent',
});
export const acitretin = ingredient({
  id: 'acitretin',
  name: 'acitretin',
  drugClass: 'conventional synthetic agent',
});
export const ibuprofen = ingredient({ id: 'ibuprofen', name: 'ibuprofen', drugClass: 'NSAID' });
export const naproxen = ingredient({ id: 'naproxen', name: 'naproxen', drugClass: 'NSAID' });
export const diclofenac = ingredient({ id: 'diclofenac', name: 'diclofenac', drugClass: 'NSAID' });
export const celecoxib = ingredient({ id: 'celecoxib', name: 'celecoxib', drugClass: 'NSAID' });
export const indomethacin = ingredient({ id: 'indomethacin', name: 'indomethacin', drugClass: 'NSAID' });
export const infliximab = ingredient({
  id: 'infliximab',
  name: 'infliximab',
  rxnorm: '191831',
  drugClass: 'TNF inhibitor',
});
export const adalimumab = ingredient({
  id: 'adalimumab',
  name: 'adalimumab',
  rxnorm: '327361',
  drugClass: 'TNF inhibitor',
});
export const etanercept = ingredient({
  id: 'etanercept',
  name: 'etanercept',
  rxnorm: '214555',
  drugClass: 'TNF inhibitor',
});

/** All ingredients, for the shared vocabulary. */
export const ingredients = [
  alemtuzumab,
  cladribine,
  dalfampridine,
  dimethylFumarate,
  diroximelFumarate,
  fingolimod,
  glatiramerAcetate,
  interferonBeta1a,
  interferonBeta1b,
  monomethylFumarate,
  natalizumab,
  ocrelizumab,
  ofatumumab,
  ozanimod,
  peginterferonBeta1a,
  ponesimod,
  siponimod,
  teriflunomide,
  ublituximab,
  metformin,
  glipizide,
  glimepiride,
  pioglitazone,
  sitagliptin,
  empagliflozin,
  semaglutide,
  dulaglutide,
  liraglutide,
  budesonide,
  fluticasone,
  mometasone,
  omalizumab,
  dupilumab,
  mepolizumab,
  reslizumab,
  benralizumab,
  tezepelumab,
  cetirizine,
  levocetirizine,
  loratadine,
  desloratadine,
  fexofenadine,
  diphenhydramine,
  hydroxyzine,
  chlorpheniramine,
  famotidine,
  cimetidine,
  montelukast,
  zafirlukast,
  nusinersen,
  onasemnogeneAbeparvovec,
  budesonideFormoterol,
  fluticasoneSalmeterol,
  methotrexate,
  leflunomide,
  sulfasalazine,
  hydroxychloroquine,
  cyclosporine,
  acitretin,
  ibuprofen,
  naproxen,
  diclofenac,
  celecoxib,
  indomethacin,
  infliximab,
  adalimumab,
  etanercept,
];
