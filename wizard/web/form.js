/**
 * What stands in a form: its fields, what is chosen and typed, and the request that this makes. It keeps and changes nothing.
 */

/** @typedef {import("./door.js").Request} Request */

/** @returns {NodeListOf<HTMLInputElement>} */
export const dateFields = (/** @type {ParentNode} */ screen) => screen.querySelectorAll("[data-part]");

/** The names of all fields of a form. @param {HTMLFormElement} form */
export const namesIn = (form) => [...form.elements].map((element) => element.getAttribute("name") ?? "");

/**
 * What stands in the fields of a form, by name. A box that is not ticked is not there.
 *
 * @param {HTMLFormElement} form
 * @returns {Record<string, string>}
 */
export function fieldsOf(form) {
  const fields = /** @type {Record<string, string>} */ ({});
  for (const [name, value] of new FormData(form)) if (typeof value === "string") fields[name] = value;
  return fields;
}

/**
 * Reads the form that is shown.
 *
 * @param {HTMLFormElement} form
 * @param {boolean} withDate whether somebody is here who can judge a day
 * @returns {Request & {typed?: Record<string, string>} | undefined} what to ask for, and a day as it was typed; nothing
 *   where nothing was answered
 */
export function requestOf(form, withDate) {
  const { question = "", interlude, kind } = form.dataset;
  if (interlude) return { do: "read", interlude };
  if ("details" in form.dataset) return { do: "packet" };
  if (kind === "fields") return { do: "answer", question, value: fieldsOf(form) };
  const inputs = /** @type {NodeListOf<HTMLInputElement>} */ (form.querySelectorAll("[name=answer]:checked"));
  const chosen = [...inputs].map((input) => input.value);
  const parts = withDate && kind === "date" ? [...dateFields(form)] : [];
  if (chosen.length === 0 && !parts.some((field) => field.value.trim())) return undefined;
  if (kind === "many") return { do: "answer", question, value: chosen };
  if (kind !== "date") return { do: "answer", question, value: chosen[0] ?? "" };
  const typed = { ...Object.fromEntries(parts.map((field) => [field.dataset.part, field.value])), option: chosen[0] ?? "" };
  return { do: "answer", question, value: typed, typed };
}

/**
 * What is chosen and typed in a form, where it asks a question.
 *
 * @param {HTMLFormElement | null} form
 * @returns {{question: string, group?: string, chosen: string[], typed: Record<string, string>} | undefined}
 */
export function choiceIn(form) {
  const { question, group, kind } = form?.dataset ?? {};
  if (!form || !question || kind === "fields") return undefined;
  const inputs = /** @type {NodeListOf<HTMLInputElement>} */ (form.querySelectorAll("[name=answer]:checked"));
  const typed = [...dateFields(form)].map((field) => [field.dataset.part, field.value]);
  return { question, group, chosen: [...inputs].map((input) => input.value), typed: Object.fromEntries(typed) };
}
