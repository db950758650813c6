// Which form of a text a number takes in the language of the page. Touches no page.

/**
 * @param {Record<string, string | undefined>} forms of a text by their categories (wizard/plurals.py): one, few, other
 * @param {number} count
 * @param {string} language
 * @returns {string} the form for so many. Where a browser does not know the language and names a form that it has not,
 *   the form of most numbers
 */
export function counted(forms, count, language) {
  const form = forms[new Intl.PluralRules(language).select(count)] ?? forms.other ?? forms.many ?? "";
  return form.replace("{count}", String(count));
}
