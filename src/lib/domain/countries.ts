/** ISO 3166-1 alpha-2 codes that forms offer: the Gulf and the Arab world first, then neighbours; names come from Intl. */
export const countryCodes = [
	...['SA', 'BH', 'KW', 'AE', 'OM', 'QA'],
	...['YE', 'IQ', 'JO', 'LB', 'SY', 'PS', 'EG', 'SD', 'LY', 'TN', 'DZ', 'MA', 'MR', 'SO', 'DJ', 'KM'],
	...['TR', 'IR', 'PK', 'IN', 'BD', 'ID', 'MY', 'SG', 'GB', 'IE', 'FR', 'DE', 'NL', 'BE', 'CH', 'AT', 'IT', 'ES', 'SE', 'NO'],
	...['US', 'CA', 'AU', 'NZ', 'JP', 'CN', 'KR', 'ZA', 'NG', 'KE', 'ET', 'TD', 'NE', 'ML', 'SN', 'BA', 'AL', 'XK', 'UZ', 'KZ']
];
