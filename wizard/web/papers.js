/**
 * The finished papers: their texts while they are shown, and what takes one out of the page: a file on the reader's
 * disk, the clipboard, the printer. Each is something that the reader asks for; nothing here sends, stores or reads
 * anything by itself.
 */

export class Papers {
  /** The papers that are shown, as text by name. @type {Readonly<Record<string, string>>} */
  #texts = {};

  /** @param {Record<string, string>} [texts] of the papers that are shown now */
  hold(texts = {}) {
    this.#texts = texts;
  }

  forget() {
    this.#texts = {};
  }

  /**
   * Copies a paper, or, where the browser refuses, selects it, so that the reader can.
   *
   * @param {HTMLElement} paper
   * @returns {Promise<boolean>} whether it was copied
   */
  async copy(paper) {
    try {
      await navigator.clipboard.writeText(this.#texts[paper.id] ?? "");
      return true;
    } catch {
      getSelection()?.selectAllChildren(paper);
      return false;
    }
  }
}

/**
 * Reads the file that was chosen, and lets the field go.
 *
 * @param {HTMLInputElement} input
 * @param {number} mostBytes
 * @returns {Promise<string | undefined>} its text, empty where it cannot be read; nothing where none was chosen
 */
export async function readFile(input, mostBytes) {
  const file = input.files?.[0];
  if (!file) return undefined;
  const text = file.size <= mostBytes ? await file.text().catch(() => "") : "";
  input.value = "";
  return text;
}

/** Gives the browser a file to save. It comes from memory: no server is asked. @param {import("./door.js").PaperFile} file */
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
