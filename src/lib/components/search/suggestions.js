// @ts-check
// Proposes records of the register while one types in an `input[data-suggest]`: the editable combobox with list
// autocomplete of the ARIA Authoring Practices. A choice is a link that is followed, unless a listener of the
// `suggestion` event, whose detail is the record, prevents it. The text in the field is never changed here.
// Served as it is written, so the browser gets neither types nor a framework.

/**
 * @typedef {'organization' | 'person' | 'conference'} RecordType
 * @typedef {{ text: string, marks: [start: number, end: number][] }} Match
 * @typedef {{ id: string, type: RecordType, name_ar: string, name_en: string, url: string, match?: Match }} Item
 * @typedef {{ lang: 'ar' | 'en', label: string, counts: string[], types: Record<RecordType, string> }} Told
 */

const WAIT_MS = 120;

/** @type {NodeListOf<HTMLInputElement>} */
const inputs = document.querySelectorAll('input[data-suggest]');
inputs.forEach(enhance);

/** @param {HTMLInputElement} input */
function enhance(input) {
	/** @type {Told} */
	const told = JSON.parse(input.dataset.told ?? '');
	const list = element('div', { id: `${input.id}-suggestions`, role: 'listbox', 'aria-label': told.label });
	const status = element('div', { 'aria-live': 'polite', class: 'visually-hidden' });
	list.hidden = true;
	input.after(list, status);
	set(input, {
		role: 'combobox',
		'aria-autocomplete': 'list',
		'aria-controls': list.id,
		'aria-expanded': 'false'
	});

	let timer = 0;
	let request = new AbortController();
	let chosen = -1;

	input.addEventListener('input', askSoon);
	input.addEventListener('keydown', onKey);
	input.form?.addEventListener('submit', close);
	addEventListener('pagehide', close);
	list.addEventListener('mousedown', (event) => event.preventDefault());
	input.parentElement?.addEventListener('focusout', ({ relatedTarget }) => {
		if (!list.contains(/** @type {Node | null} */ (relatedTarget))) close();
	});
	if (document.activeElement === input && input.value !== input.defaultValue) askSoon();

	function askSoon() {
		cancel();
		if (list.hidden) list.replaceChildren();
		if (!/[\p{L}\p{N}]/u.test(input.value)) show([]);
		else timer = window.setTimeout(ask, WAIT_MS);
	}

	function cancel() {
		clearTimeout(timer);
		request.abort();
	}

	async function ask() {
		const { signal } = (request = new AbortController());
		const query = new URLSearchParams({ q: input.value, lang: told.lang });
		if (input.dataset.suggest) query.set('type', input.dataset.suggest);
		try {
			const response = await fetch(`/api/v1/suggest?${query}`, { signal });
			const { items } = response.ok ? await response.json() : { items: [] };
			if (!signal.aborted) show(items, response.ok ? told.counts[items.length] : '');
		} catch {
			if (!signal.aborted) show([]);
		}
	}

	/** @param {Item[]} items */
	function show(items, words = '') {
		list.replaceChildren(...items.map(optionOf));
		list.hidden = items.length === 0;
		status.textContent = words;
		choose(-1);
	}

	/** An arrow key opens the list again, unless the text has changed. */
	function close() {
		cancel();
		list.hidden = true;
		choose(-1);
	}

	/** @param {number} index */
	function choose(index) {
		chosen = index;
		[...list.children].forEach((option, at) => set(option, { 'aria-selected': String(at === index) }));
		set(input, { 'aria-expanded': String(!list.hidden) });
		const option = list.children[index];
		if (option) set(input, { 'aria-activedescendant': option.id });
		else input.removeAttribute('aria-activedescendant');
		option?.scrollIntoView({ block: 'nearest' });
	}

	/** Keys that belong to an input method are left to it. @param {KeyboardEvent} event */
	function onKey(event) {
		if (event.isComposing || event.ctrlKey || event.metaKey) return;
		const { length } = list.children;
		if (event.key === 'ArrowDown' || event.key === 'ArrowUp') {
			event.preventDefault();
			if (length === 0) return askSoon();
			const isDown = event.key === 'ArrowDown';
			const wasOpen = !list.hidden;
			list.hidden = event.altKey && !isDown;
			if (event.altKey) choose(-1);
			else if (isDown) choose((wasOpen ? chosen + 1 : 0) % length);
			else choose(wasOpen && chosen > 0 ? chosen - 1 : length - 1);
		} else if (event.key === 'Enter' && chosen >= 0) {
			event.preventDefault();
			/** @type {HTMLElement} */ (list.children[chosen]).click();
		} else if (event.key === 'Escape' && !list.hidden) {
			event.preventDefault();
			close();
		} else if (['Home', 'End', 'ArrowLeft', 'ArrowRight'].includes(event.key)) choose(-1);
	}

	/** @param {Item} item @param {number} index */
	function optionOf(item, index) {
		const option = element('a', {
			id: `${list.id}-${index}`,
			role: 'option',
			tabindex: '-1',
			href: new URL(item.url).pathname
		});
		const name = item[`name_${told.lang}`];
		const isName = item.match?.text === name;
		option.append(marked(name, isName ? item.match : undefined));
		if (item.match && !isName) option.append(' ', marked(item.match.text, item.match));
		option.append(' ', element('small', {}, told.types[item.type]));
		option.addEventListener('click', (event) => {
			const choice = new CustomEvent('suggestion', { bubbles: true, cancelable: true, detail: item });
			if (!input.dispatchEvent(choice)) event.preventDefault();
			close();
		});
		return option;
	}
}

/** A name in its own language and direction. @param {string} text @param {Match} [match] */
function marked(text, match) {
	const part = element('bdi', { lang: /\p{Script=Arabic}/u.test(text) ? 'ar' : 'en' });
	let done = 0;
	for (const [start, end] of match?.marks ?? []) {
		part.append(text.slice(done, start), element('mark', {}, text.slice(start, end)));
		done = end;
	}
	part.append(text.slice(done));
	return part;
}

/** @param {string} name @param {Record<string, string>} attributes */
function element(name, attributes, text = '') {
	const made = document.createElement(name);
	set(made, attributes);
	made.textContent = text;
	return made;
}

/** @param {Element} on @param {Record<string, string>} attributes */
function set(on, attributes) {
	for (const [name, value] of Object.entries(attributes)) on.setAttribute(name, value);
}
