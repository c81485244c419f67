import { weighted } from './random.ts';

/** Adjectives and verbs agree with the gender of the noun that a name begins with. */
export type Gender = 'm' | 'f';

export type BodyKind = 'association' | 'group' | 'committee' | 'foundation' | 'authority';

/** What a body calls itself; `latin` is the Arabic noun in Latin letters, `ofFamilies` the share that families found. */
export type Body = {
	ar: string;
	en: string;
	latin: string;
	gender: Gender;
	kind: BodyKind;
	adjectives: readonly Adjective[];
	ofFamilies: number;
};

/** Masculine and with the article, as `الخيري`; feminine with ة added. */
export type Adjective = { ar: string; en: string; latin: string };

const charitable: Adjective = { ar: 'الخيري', en: 'Charitable', latin: 'Al-Khairi' };
const voluntary: Adjective = { ar: 'التطوعي', en: 'Volunteer', latin: 'Al-Tatawwui' };
const civil: Adjective = { ar: 'الأهلي', en: 'Civil', latin: 'Al-Ahli' };
const social: Adjective = { ar: 'الاجتماعي', en: 'Social', latin: 'Al-Ijtimai' };
const youthful: Adjective = { ar: 'الشبابي', en: 'Youth', latin: 'Al-Shababi' };
const womens: Adjective = { ar: 'النسائي', en: "Women's", latin: 'Al-Nisai' };
const humanitarian: Adjective = { ar: 'الإنساني', en: 'Humanitarian', latin: 'Al-Insani' };
const cooperative: Adjective = { ar: 'التعاوني', en: 'Cooperative', latin: 'Al-Taawuni' };
const communal: Adjective = { ar: 'المجتمعي', en: 'Community', latin: 'Al-Mujtamai' };
const cultural: Adjective = { ar: 'الثقافي', en: 'Cultural', latin: 'Al-Thaqafi' };

/** What the body of a family calls itself. */
export const familial: Adjective = { ar: 'العائلي', en: 'Family', latin: 'Al-Aaili' };

const ofAssociations = [charitable, charitable, charitable, civil, civil, social, womens, humanitarian];
const ofTeams = [voluntary, voluntary, voluntary, youthful, humanitarian, communal, womens];
const ofGatherings = [voluntary, youthful, social, cultural, cultural];
const ofFoundations = [charitable, charitable, charitable, civil, humanitarian];
const ofFunds = [charitable, charitable, cooperative, social];
const ofCommittees = [civil, social, charitable, communal, womens];

type Kind = Pick<Body, 'kind' | 'adjectives'> & Partial<Body>;

const body = (ar: string, gender: Gender, en: string, latin: string, kind: Kind): Body => ({
	...{ ar, gender, en, latin, ofFamilies: 0 },
	...kind
});
const associations: Kind = { kind: 'association', adjectives: ofAssociations };
const teams: Kind = { kind: 'group', adjectives: ofTeams };
const gatherings: Kind = { kind: 'group', adjectives: ofGatherings };
const foundations: Kind = { kind: 'foundation', adjectives: ofFoundations, ofFamilies: 0.1 };
const funds: Kind = { kind: 'foundation', adjectives: ofFunds, ofFamilies: 0.5 };
const committees: Kind = { kind: 'committee', adjectives: ofCommittees };

/** Bodies in the proportions in which they stand on the register: four in ten are a جمعية. */
export const drawBody = weighted([
	[body('جمعية', 'f', 'Association', 'Jamiyat', associations), 40],
	[body('فريق', 'm', 'Team', 'Fareeq', teams), 17],
	[body('مؤسسة', 'f', 'Foundation', 'Muassasat', foundations), 8],
	[body('لجنة', 'f', 'Committee', 'Lajnat', committees), 8],
	[body('مجموعة', 'f', 'Group', 'Majmuat', teams), 7],
	[body('مبادرة', 'f', 'Initiative', 'Mubadarat', teams), 5],
	[body('صندوق', 'm', 'Fund', 'Sunduq', funds), 3],
	[body('مركز', 'm', 'Centre', 'Markaz', { ...associations, adjectives: ofCommittees }), 3],
	[body('وقف', 'm', 'Endowment', 'Waqf', { ...funds, adjectives: [charitable, civil] }), 2],
	[body('ملتقى', 'm', 'Forum', 'Multaqa', { ...gatherings, ofFamilies: 0.1 }), 2],
	[body('نادي', 'm', 'Club', 'Nadi', gatherings), 1.5],
	[body('مجلس', 'm', 'Council', 'Majlis', { ...committees, ofFamilies: 0.4 }), 1],
	[body('رابطة', 'f', 'League', 'Rabitat', { ...gatherings, kind: 'association' }), 1],
	[body('دار', 'f', 'House', 'Dar', associations), 0.6],
	[body('اتحاد', 'm', 'Union', 'Ittihad', { ...committees, kind: 'association' }), 0.4],
	[body('هيئة', 'f', 'Authority', 'Haiat', { ...associations, kind: 'authority' }), 0.3],
	[body('فرقة', 'f', 'Troop', 'Firqat', teams), 0.2]
]);

export const agreeing = ({ ar }: Adjective, gender: Gender): string => (gender === 'f' ? `${ar}ة` : ar);

export const agreeingLatin = ({ latin }: Adjective, gender: Gender): string =>
	gender === 'f' ? `${latin}yah` : latin;
