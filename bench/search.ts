/**
 * Quality and speed of the search: node bench/search.ts [--records N] [--data DIR] [--pairs FILE] [--sample N]
 * [--no-baselines]. See bench/README.md.
 */
import { parseArgs } from 'node:util';
import { prepareRegister } from './search/register.ts';
import { measureBaselines } from './search/baselines.ts';
import { measureQuality } from './search/quality.ts';
import { measureSpeed } from './search/speed.ts';
import { reportSizes } from './search/sizes.ts';

const { values: options } = parseArgs({
	allowNegative: true,
	options: {
		records: { type: 'string', default: '1000000' },
		data: { type: 'string', default: 'bench/data' },
		pairs: { type: 'string' },
		sample: { type: 'string', default: '400' },
		baselines: { type: 'boolean', default: true }
	}
});

const sample = Number(options.sample);
const register = await prepareRegister(options.data, Number(options.records), options.pairs);
try {
	await measureSpeed(register, 'cold', sample);
	await measureQuality(register, sample);
	await measureSpeed(register, 'warm', sample);
	await measureSpeed(register, 'changed', sample);
	if (options.baselines) await measureBaselines(register, sample);
	await reportSizes(register.db);
} finally {
	await register.close();
}
