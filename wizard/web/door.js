/**
 * What the page's modules call the requests and replies between page and Python: types alone, made from those that
 * wizard/protocol.py and replies.py define (protocol.d.ts). Nothing here runs, so the page does not load it.
 */

/** @typedef {import("./protocol.js").Known} Known what is known of a person's case */

/** @typedef {import("./protocol.js").Action} Request what is asked for, without what is known */

/** @typedef {Required<Pick<import("./protocol.js").Context, "dated" | "details" | "language">>} Entered what was typed */

/** @typedef {Request & Known & Entered & {sought?: Record<string, string>, today: string, now: string}} WholeRequest *today*, *now*: the reader's clock */

/** @typedef {import("./protocol.js").ShowFrame & {language: string}} FrameRequest */

/**
 * A screen of any kind, and what is known once it is shown.
 *
 * @typedef {import("./protocol.js").ScreenReply & Partial<
 *   Pick<import("./protocol.js").PapersReply, "texts"> & import("./protocol.js").OpenedReply &
 *   Pick<import("./protocol.js").FormReply, "carried"> &
 *   Pick<import("./protocol.js").KnownReply, "answers_html" | "focus" | "prepare">>} Drawn
 */

/** @typedef {Known & Drawn} ScreenReply */

/** @typedef {import("./protocol.js").FoundReply} Found what fits the words typed for a place */

/** @typedef {import("./protocol.js").FrameReply} Frame what stands around the screen */

/** @typedef {import("./protocol.js").FileReply} PaperFile */

/** @typedef {{handle(request: object): Promise<object>, stop(): void}} Python */

export {};
