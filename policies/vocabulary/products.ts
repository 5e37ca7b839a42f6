import { product } from 'triplicate';
import {
  adalimumab,
  alemtuzumab,
  cetirizine,
  cladribine,
  dimethylFumarate,
  diroximelFumarate,
  dulaglutide,
  dupilumab,
  empagliflozin,
  etanercept,
  fingolimod,
  glatiramerAcetate,
  glimepiride,
  glipizide,
  infliximab,
  interferonBeta1a,
  interferonBeta1b,
  liraglutide,
  metformin,
  monomethylFumarate,
  naproxen,
  natalizumab,
  nusinersen,
  ocrelizumab,
  ofatumumab,
  omalizumab,
  onasemnogeneAbeparvovec,
  ozanimod,
  peginterferonBeta1a,
  pioglitazone,
  ponesimod,
  semaglutide,
  siponimod,
  sitagliptin,
  teriflunomide,
  ublituximab,
  dalfampridine,
} from './ingredients.ts';

/** Products by brand, with ingredient, form and mode of administration (IP0213, Appendix; Ocrevus Zunovo, Campath and Ampyra from their labels). */
export const ampyra = product({
  id: 'ampyra',
  brand: 'Ampyra',
  mark: '®',
  ingredient: dalfampridine,
  form: 'extended-release tablets',
  mode: 'Oral',
  generic: true,
});
export const aubagio = product({
  id: 'aubagio',
  brand: 'Aubagio',
  mark: '®',
  ingredient: teriflunomide,
  form: 'tablets',
  mode: 'Oral',
});
export const avonex = product({
  id: 'avonex',
  brand: 'Avonex',
  mark: '®',
  ingredient: interferonBeta1a,
  form: 'intramuscular injection',
  mode: 'Injection (self-administered)',
});
export const bafiertam = product({
  id: 'bafiertam',
  brand: 'Bafiertam',
  mark: '®',
  ingredient: monomethylFumarate,
  form: 'delayed-release capsules',
  mode: 'Oral',
});
export const betaseron = product({
  id: 'betaseron',
  brand: 'Betaseron',
  mark: '®',
  ingredient: interferonBeta1b,
  form: 'subcutaneous injection',
  mode: 'Injection (self-administered)',
});
export const briumvi = product({
  id: 'briumvi',
  brand: 'Briumvi',
  mark: '™',
  ingredient: ublituximab,
  nonproprietaryName: 'ublituximab-xiiy',
  form: 'intravenous infusion',
  mode: 'Intravenous infusion',
});
export const campath = product({
  id: 'campath',
  brand: 'Campath',
  mark: '®',
  ingredient: alemtuzumab,
  form: 'intravenous infusion',
  mode: 'Intravenous infusion',
});
export const copaxone = product({
  id: 'copaxone',
  brand: 'Copaxone',
  mark: '®',
  ingredient: glatiramerAcetate,
  form: 'subcutaneous injection',
  mode: 'Injection (self-administered)',
  generic: true,
});
export const extavia = product({
  id: 'extavia',
  brand: 'Extavia',
  mark: '®',
  ingredient: interferonBeta1b,
  form: 'subcutaneous injection',
  mode: 'Injection (self-administered)',
});
export const gilenya = product({
  id: 'gilenya',
  brand: 'Gilenya',
  mark: '®',
  ingredient: fingolimod,
  form: 'capsules',
  mode: 'Oral',
  generic: true,
});
export const glatopa = product({
  id: 'glatopa',
  brand: 'Glatopa',
  mark: '®',
  ingredient: glatiramerAcetate,
  form: 'subcutaneous injection',
  mode: 'Injection (self-administered)',
});
export const kesimpta = product({
  id: 'kesimpta',
  brand: 'Kesimpta',
  mark: '®',
  ingredient: ofatumumab,
  form: 'subcutaneous injection',
  mode: 'Injection (self-administered)',
});
export const lemtrada = product({
  id: 'lemtrada',
  brand: 'Lemtrada',
  mark: '®',
  ingredient: alemtuzumab,
  form: 'intravenous infusion',
  mode: 'Intravenous infusion',
});
export const mavenclad = product({
  id: 'mavenclad',
  brand: 'Mavenclad',
  mark: '®',
  ingredient: cladribine,
  form: 'tablets',
  mode: 'Oral',
});
export const mayzent = product({
  id: 'mayzent',
  brand: 'Mayzent',
  mark: '®',
  ingredient: siponimod,
  form: 'tablets',
  mode: 'Oral',
});
export const ocrevus = product({
  id: 'ocrevus',
  brand: 'Ocrevus',
  mark: '®',
  ingredient: ocrelizumab,
  form: 'intravenous infusion',
  mode: 'Intravenous infusion',
});
export const ocrevusZunovo = product({
  id: 'ocrevus-zunovo',
  brand: 'Ocrevus Zunovo',
  mark: '®',
  ingredient: ocrelizumab,
  nonproprietaryName: 'ocrelizumab and hyaluronidase-ocsq',
  form: 'subcutaneous injection',
  mode: 'Injection (administered)',
});
export const plegridy = product({
  id: 'plegridy',
  brand: 'Plegridy',
  mark: '®',
  ingredient: peginterferonBeta1a,
  form: 'subcutaneous or intramuscular injection',
  mode: 'Injection (self-administered)',
});
export const ponvory = product({
  id: 'ponvory',
  brand: 'Ponvory',
  mark: '™',
  ingredient: ponesimod,
  form: 'tablets',
  mode: 'Oral',
});
export const rebif = product({
  id: 'rebif',
  brand: 'Rebif',
  mark: '®',
  ingredient: interferonBeta1a,
  form: 'subcutaneous injection',
  mode: 'Injection (self-administered)',
});
export const tascensoOdt = product({
  id: 'tascenso-odt',
  brand: 'Tascenso ODT',
  mark: '™',
  ingredient: fingolimod,
  form: 'orally disintegrating tablets',
  mode: 'Oral',
});
export const tecfidera = product({
  id: 'tecfidera',
  brand: 'Tecfidera',
  mark: '®',
  ingredient: dimethylFumarate,
  form: 'delayed-release capsules',
  mode: 'Oral',
  generic: true,
});
export const tyruko = product({
  id: 'tyruko',
  brand: 'Tyruko',
  mark: '®',
  ingredient: natalizumab,
  nonproprietaryName: 'natalizumab-sztn',
  form: 'intravenous infusion',
  mode: 'Intravenous infusion',
});
export const tysabri = product({
  id: 'tysabri',
  brand: 'Tysabri',
  mark: '®',
  ingredient: natalizumab,
  form: 'intravenous infusion',
  mode: 'Intravenous infusion',
});
export const vumerity = product({
  id: 'vumerity',
  brand: 'Vumerity',
  mark: '®',
  ingredient: diroximelFumarate,
  form: 'delayed-release capsules',
  mode: 'Oral',
});
export const zeposia = product({
  id: 'zeposia',
  brand: 'Zeposia',
  mark: '®',
  ingredient: ozanimod,
  form: 'capsules',
  mode: 'Oral',
});
export const ozempic = product({
  id: 'ozempic',
  brand: 'Ozempic',
  mark: '®',
  ingredient: semaglutide,
  form: 'subcutaneous injection',
  mode: 'Injection (self-administered)',
});
export const trulicity = product({
  id: 'trulicity',
  brand: 'Trulicity',
  mark: '®',
  ingredient: dulaglutide,
  form: 'subcutaneous injection',
  mode: 'Injection (self-administered)',
});
export const victoza = product({
  id: 'victoza',
  brand: 'Victoza',
  mark: '®',
  ingredient: liraglutide,
  form: 'subcutaneous injection',
  mode: 'Injection (self-administered)',
});
export const glucophage = product({
  id: 'glucophage',
  brand: 'Glucophage',
  mark: '®',
  ingredient: metformin,
  form: 'tablets',
  mode: 'Oral',
});
export const xolair = product({
  id: 'xolair',
  brand: 'Xolair',
  mark: '®',
  ingredient: omalizumab,
  form: 'subcutaneous injection',
  mode: 'Injection (administered)',
});
export const zyrtec = product({
  id: 'zyrtec',
  brand: 'Zyrtec',
  mark: '®',
  ingredient: cetirizine,
  form: 'tablets',
  mode: 'Oral',
});
export const dupixent = product({
  id: 'dupixent',
  brand: 'Dupixent',
  mark: '®',
  ingredient: dupilumab,
  form: 'subcutaneous injection',
  mode: 'Injection (self-administered)',
});
export const spinraza = product({
  id: 'spinraza',
  brand: 'Spinraza',
  mark: '®',
  ingredient: nusinersen,
  form: 'intrathecal injection',
  mode: 'Injection (administered)',
});
export const zolgensma = product({
  id: 'zolgensma',
  brand: 'Zolgensma',
  mark: '®',
  ingredient: onasemnogeneAbeparvovec,
  form: 'intravenous infusion',
  mode: 'Intravenous infusion',
});
export const actos = product({
  id: 'actos',
  brand: 'Actos',
  mark: '®',
  ingredient: pioglitazone,
  form: 'tablets',
  mode: 'Oral',
});
export const amaryl = product({
  id: 'amaryl',
  brand: 'Amaryl',
  mark: '®',
  ingredient: glimepiride,
  form: 'tablets',
  mode: 'Oral',
});
export const glucotrol = product({
  id: 'glucotrol',
  brand: 'Glucotrol',
  mark: '®',
  ingredient: glipizide,
  form: 'tablets',
  mode: 'Oral',
});
export const januvia = product({
  id: 'januvia',
  brand: 'Januvia',
  mark: '®',
  ingredient: sitagliptin,
  form: 'tablets',
  mode: 'Oral',
});
export const jardiance = product({
  id: 'jardiance',
  brand: 'Jardiance',
  mark: '®',
  ingredient: empagliflozin,
  form: 'tablets',
  mode: 'Oral',
});
export const remicade = product({
  id: 'remicade',
  brand: 'Remicade',
  mark: '®',
  ingredient: infliximab,
  form: 'intravenous infusion',
  mode: 'Intravenous infusion',
});
export const inflectra = product({
  id: 'inflectra',
  brand: 'Inflectra',
  mark: '®',
  ingredient: infliximab,
  form: 'intravenous infusion',
  mode: 'Intravenous infusion',
});
export const renflexis = product({
  id: 'renflexis',
  brand: 'Renflexis',
  mark: '®',
  ingredient: infliximab,
  form: 'intravenous infusion',
  mode: 'Intravenous infusion',
});
export const avsola = product({
  id: 'avsola',
  brand: 'Avsola',
  mark: '®',
  ingredient: infliximab,
  form: 'intravenous infusion',
  mode: 'Intravenous infusion',
});
export const humira = product({
  id: 'humira',
  brand: 'Humira',
  mark: '®',
  ingredient: adalimumab,
  form: 'subcutaneous injection',
  mode: 'Injection (self-administered)',
});
export const enbrel = product({
  id: 'enbrel',
  brand: 'Enbrel',
  mark: '®',
  ingredient: etanercept,
  form: 'subcutaneous injection',
  mode: 'Injection (self-administered)',
});
export const naprosyn = product({
  id: 'naprosyn',
  brand: 'Naprosyn',
  mark: '®',
  ingredient: naproxen,
  form: 'tablets',
  mode: 'Oral',
});

/** All products, for the shared vocabulary. */
export const products = [
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
  ozempic,
  trulicity,
  victoza,
  glucophage,
  xolair,
  zyrtec,
  dupixent,
  spinraza,
  zolgensma,
  actos,
  amaryl,
  glucotrol,
  januvia,
  jardiance,
  remicade,
  inflectra,
  renflexis,
  avsola,
  humira,
  enbrel,
  naprosyn,
];
