/**
 * What the page and Python say to each other: types alone. Nothing here runs, so the page does not load it.
 *
 * One request holds everything that is known, and one reply answers it; nothing is kept between two of them. What each
 * action takes and gives stands in wizard/bridge.py.
 */

/**
 * What is known of a person's case.
 *
 * @typedef {object} Known
 * @property {string[]} needs
 * @property {Record<string, string>} answers
 * @property {string[]} seen the interludes that were read
 * @property {Record<string, Record<string, string>>} places only Python looks at them
 */

/** @typedef {"show" | "change" | "answer" | "read" | "details" | "packet" | "file" | "save" | "load"} Action */

/**
 * What is asked for, without what is known.
 *
 * @typedef {object} Request
 * @property {Action} do
 * @property {string} [question]
 * @property {any} [value]
 * @property {string} [interlude]
 * @property {string} [name]
 * @property {string} [text]
 */

/**
 * All else that a request to Python holds.
 *
 * @typedef {object} Entered
 * @property {Record<string, string>} dated what was typed as a day, part by part
 * @property {Record<string, string>} details what was typed for the letters, field by field
 * @property {string} language
 */

/** @typedef {{today: string, now: string}} Moment on the reader's own clock */

/** @typedef {Request & Known & Entered & Moment} WholeRequest */

/** @typedef {{do: "frame", language: string, links: object}} FrameRequest */

/**
 * A screen, and what is known once it is shown.
 *
 * @typedef {object} Drawn
 * @property {string} screen a stable name
 * @property {string} html
 * @property {string} answers_html
 * @property {boolean} error
 * @property {string} focus
 * @property {boolean} prepare
 * @property {Record<string, string>} [texts] papers as text, by name
 * @property {Record<string, string>} [details] of a case that was opened
 * @property {Record<string, string>} [carried] what was typed, each text under the name of the letter it stands in now
 * @property {Record<string, string>} [dated] the day of the field office's answer, of a case that was opened
 * @property {string} [problem] why a file was not opened
 */

/** @typedef {Known & Drawn} ScreenReply */

/** @typedef {"top" | "tools" | "after" | "bottom"} FramePart */

/** @typedef {{title: string, direction: string} & Record<FramePart, string>} Frame what stands around the screen */

/** @typedef {{name: string, type: string, base64: string}} PaperFile */

/** @typedef {{handle(request: object): Promise<object>, stop(): void}} Python */

export {};
