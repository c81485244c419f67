import cities from '#db/seeds/reference/cities.json' with { type: 'json' };
import governorates from '#db/seeds/reference/governorates.json' with { type: 'json' };
import regions from '#db/seeds/reference/regions.json' with { type: 'json' };
import { weighted, type Random } from './random.ts';

export type City = {
	country: string;
	region: string;
	ar: string;
	en: string;
	/** The word that may stand before its name: محافظة where it is the seat of one, مدينة where it is large. */
	rank: 'محافظة' | 'مدينة' | undefined;
	region_ar: string;
	region_en: string;
};

/** Bodies of a city against those of a small town, after its size; the names are those of the reference data. */
export const weights: Record<string, number> = {
	...{ Riyadh: 90, Jeddah: 60, Makkah: 32, Madinah: 28, Dammam: 26, Taif: 16, Tabuk: 14, Buraydah: 14 },
	...{ Hofuf: 13, Khobar: 13, Qatif: 12, 'Khamis Mushait': 12, Hail: 11, Abha: 11, Jubail: 9, Najran: 8 },
	...{ 'Al-Mubarraz': 8, 'Al-Kharj': 7, Yanbu: 7, Jazan: 7, 'Hafar Al-Batin': 7, Unayzah: 6, Arar: 5 },
	...{ Sakaka: 5, 'Al-Bahah': 5, Bisha: 4, 'Al-Qunfudhah': 4, Dhahran: 4, Sabya: 4, 'Ar-Rass': 4 },
	...{ Saihat: 3, Safwa: 3, Tarout: 3, AlUla: 3, Muhayil: 3, 'Abu Arish': 3, 'Al-Majmaah': 3 },
	...{ Manama: 9, Muharraq: 6, Riffa: 4, 'Kuwait City': 10, Hawalli: 6, 'Abu Dhabi': 7, Dubai: 7 },
	...{ Sharjah: 6, Doha: 7, 'Al Rayyan': 3, Muscat: 7, Salalah: 4, Seeb: 3, Sohar: 3 }
};

const SMALL_TOWN = 1.2;
const LARGE = 10;

const seats = new Set(governorates.map(({ name_en }) => name_en));
const regionNames = new Map(regions.map((region) => [region.code, region]));

/** A city of the reference data, the large ones more often. */
export const drawCity: (random: Random) => City = weighted(
	cities.map((city) => {
		const weight = weights[city.name_en] ?? SMALL_TOWN;
		return [cityOf(city, weight), weight];
	})
);

function cityOf({ country, region, name_ar, name_en }: (typeof cities)[number], weight: number): City {
	const { name_ar: region_ar, name_en: region_en } = regionNames.get(region)!;
	const isNamedCity = /^(ال)?مدينة/.test(name_ar);
	const rank = weight >= LARGE && !isNamedCity ? 'مدينة' : seats.has(name_en) ? 'محافظة' : undefined;
	return { country, region, ar: name_ar, en: name_en, rank, region_ar, region_en };
}
