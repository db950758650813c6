/**
 * What takes a finished paper out of the page: a file on the reader's disk, the clipboard, the printer. Each is
 * something that the reader asks for; nothing here sends, stores or reads anything by itself.
 */

/** @typedef {{name: string, type: string, base64: string}} PaperFile as Python gives it */

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

/** Gives the browser a file to save. It comes from memory: no server is asked. @param {PaperFile} file */
export function saveFile(file) {
  const bytes = Uint8Array.from(atob(file.base64), (letter) => letter.charCodeAt(0));
  const address = URL.createObjectURL(new Blob([bytes], { type: file.type }));
  const link = document.createElement("a");
  link.href = address;
  link.download = file.name;
  document.body.append(link);
  link.click();
  link.remove();
  setTimeout(() => URL.revokeObjectURL(address), 60_000);
}

/**
 * Copies *text*, or, where the browser refuses, selects the paper that says it, so that the reader can.
 *
 * @param {string} text
 * @param {HTMLElement} paper
 * @returns {Promise<boolean>} whether it was copied
 */
export async function copyText(text, paper) {
  try {
    await navigator.clipboard.writeText(text);
    return true;
  } catch {
    getSelection()?.selectAllChildren(paper);
    return false;
  }
}

/** Prints *paper* and nothing else of the page. @param {HTMLElement} paper */
export function printOnly(paper) {
  const around = /** @type {Element[]} */ ([]);
  for (let element = paper.parentElement; element; element = element.parentElement) around.push(element);
  const restore = () => {
    for (const element of around) element.classList.remove("around-printed");
    paper.classList.remove("printed");
  };
  for (const element of around) element.classList.add("around-printed");
  paper.classList.add("printed");
  window.addEventListener("afterprint", restore, { once: true });
  window.print();
}
