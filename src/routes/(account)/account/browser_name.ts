/** Newer browsers name older ones too, for old sites' sake: the first that is found counts. */
const browsers: [RegExp, string][] = [
	[/\bEdg(e|A|iOS)?\//, 'Edge'],
	[/\bOPR\//, 'Opera'],
	[/\bSamsungBrowser\//, 'Samsung Internet'],
	[/\b(Firefox|FxiOS)\//, 'Firefox'],
	[/\b(Chrome|CriOS|Chromium)\//, 'Chrome'],
	[/\bSafari\//, 'Safari']
];

const systems: [RegExp, string][] = [
	[/\bAndroid\b/, 'Android'],
	[/\b(iPhone|iPad|iPod)\b/, 'iOS'],
	[/\bWindows\b/, 'Windows'],
	[/\bMac OS X\b/, 'macOS'],
	[/\bCrOS\b/, 'ChromeOS'],
	[/\bLinux\b/, 'Linux']
];

/** What a browser's description of itself amounts to, as "Firefox · Windows"; undefined when it says neither. */
export function browserName(userAgent: string | null): string | undefined {
	if (!userAgent) return undefined;
	const names = [browsers, systems].flatMap(
		(known) => known.find(([sign]) => sign.test(userAgent))?.[1] ?? []
	);
	return names.join(' · ') || undefined;
}
