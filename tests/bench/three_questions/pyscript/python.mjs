/** Python as PyScript brings it: in the page itself, which main.py tells when it is there. */

/** @type {Promise<(text: string) => string>} */
const ready = new Promise((resolve) => Object.assign(window, { pythonIsHere: resolve }));

/** @param {string} text of a request @returns {Promise<string>} the reply */
export const handle = async (text) => (await ready)(text);
