/**
 * What no content security policy closes. Some of it is taken away; before the rest stands a guard, which lets by what
 * the page itself does. It is set up with the seal, before anything is asked of a person. It holds against what runs in
 * the page afterwards, and not against the browser itself or its extensions.
 */

/** What speaks to another computer or program, by the object that has it. */
const TAKEN_AWAY = /** @type {[string, string[]][]} */ ([
  ["globalThis", ["RTCPeerConnection", "webkitRTCPeerConnection", "WebTransport", "PaymentRequest", "PresentationRequest"]],
  ["navigator", ["credentials", "presentation", "registerProtocolHandler", "share"]],
]);

/** Elements that reach a server, or hold a page where all of this is there anew, as soon as they are in the page. */
const REACHING = "link, meta, iframe, frame, object, embed, fencedframe, portal";

/** What puts nodes into a page, by interface. */
const INSERTING = {
  Node: ["appendChild", "insertBefore", "replaceChild"],
  Element: ["append", "prepend", "before", "after", "replaceWith", "replaceChildren", "insertAdjacentElement", "moveBefore"],
  CharacterData: ["before", "after", "replaceWith"],
  DocumentType: ["before", "after", "replaceWith"],
  Document: ["append", "prepend", "replaceChildren", "moveBefore"],
  DocumentFragment: ["append", "prepend", "replaceChildren", "moveBefore"],
  HTMLSelectElement: ["add"],
  HTMLOptionsCollection: ["add"],
  Range: ["insertNode", "surroundContents"],
};
/** What writes markup into a page. Ours is read in elements that are not in it yet. */
const WRITING = {
  Element: ["innerHTML", "outerHTML", "insertAdjacentHTML", "setHTML", "setHTMLUnsafe"],
  Document: ["write", "writeln", "open", "execCommand"],
};
/** What makes a tree that the guard does not see into. */
const HIDING = { Element: ["attachShadow"] };
/** What changes an element that is in the page already. */
const CHANGING = {
  HTMLLinkElement: ["rel", "href", "relList", "as", "imageSrcset"],
  Element: ["setAttribute", "setAttributeNS", "setAttributeNode", "setAttributeNodeNS"],
};
const CHANGING_AN_ATTRIBUTE = { Attr: ["value"], Node: ["nodeValue", "textContent"] };
const ADDING_AN_ATTRIBUTE = { NamedNodeMap: ["setNamedItem", "setNamedItemNS"] };
const PRESSING = { HTMLElement: ["click"], EventTarget: ["dispatchEvent"] };

/** Where the quick exit leads, or a language that was asked for without Python. */
let leavingFor = "";

/** Lets one of these by. @param {string} url where it leads @returns {string} the same */
export function letBy(url) {
  leavingFor = new URL(url, location.href).href;
  return url;
}

/** Takes away, and sets up the guard, for as long as the page is open. */
export function guard() {
  for (const [owner, names] of TAKEN_AWAY) takeAway(/** @type {any} */ (globalThis)[owner], names);
  takeAway(globalThis, ["open"], () => null);
  // Where the guide is kept on the device, Firefox would let a sealed page ask the host for a newer worker.
  takeAway(globalThis.ServiceWorkerRegistration?.prototype, ["update"]);
  stand(INSERTING, (_, given) => !given.some(holdsReaching));
  stand(WRITING, (self) => self instanceof Element && !self.isConnected);
  stand(HIDING, () => false);
  stand(CHANGING, (self) => !isReaching(self));
  stand(CHANGING_AN_ATTRIBUTE, (self) => !(self instanceof Attr && isReaching(self.ownerElement)));
  // A map does not tell whose it is; the page itself sets attributes by their names alone.
  stand(ADDING_AN_ATTRIBUTE, () => false);
  stand(PRESSING, (self, [event]) => (event && event.type !== "click") || !leadsAway(self));
  /** @type {any} */ (globalThis).navigation?.addEventListener("navigate", (/** @type {any} */ event) => {
    if (!mayGo(event)) event.preventDefault();
  });
}

const { matches, closest, querySelectorAll } = Element.prototype;
const { querySelectorAll: querySelectorAllIn } = DocumentFragment.prototype;
const { apply, defineProperty, getOwnPropertyDescriptor, getPrototypeOf } = Reflect;

/** @param {unknown} node */
const isReaching = (node) => node instanceof Element && apply(matches, node, [REACHING]);

/** @param {unknown} node */
function holdsReaching(node) {
  if (node instanceof Element) return isReaching(node) || apply(querySelectorAll, node, [REACHING]).length > 0;
  return node instanceof DocumentFragment && apply(querySelectorAllIn, node, [REACHING]).length > 0;
}

/** Whether a press on it would open an address, or save what lies there; a file of the page itself has none. */
function leadsAway(/** @type {unknown} */ node) {
  const link = node instanceof Element ? apply(closest, node, ["a, area"]) : null;
  return Boolean(link) && link.protocol !== "blob:";
}

/**
 * Whether the page may go there: where a person leads it, within itself, and where it was let by. Browsers that
 * do not tell (before 2022, and Firefox before 2026) ask nobody.
 *
 * @param {{userInitiated: boolean, navigationType: string, destination: {sameDocument: boolean, url: string}}} event
 */
function mayGo({ userInitiated, navigationType, destination }) {
  if (userInitiated || destination.sameDocument || navigationType === "reload" || navigationType === "traverse") return true;
  return destination.url === leavingFor || destination.url.startsWith("blob:");
}

/**
 * Before every use of a method, and every setting of a property, *may* is asked: where it says no, nothing happens.
 *
 * @param {Record<string, string[]>} names by interface
 * @param {(self: unknown, given: any[]) => unknown} may
 */
function stand(names, may) {
  for (const [owner, members] of Object.entries(names)) {
    const prototype = /** @type {any} */ (globalThis)[owner]?.prototype;
    for (const member of members) {
      const found = prototype && getOwnPropertyDescriptor(prototype, member);
      if (!found?.configurable) continue;
      /** @type {(act: Function) => (this: unknown, ...given: any[]) => any} */
      const guarded = (act) =>
        function (...given) {
          return may(this, given) ? apply(act, this, given) : null;
        };
      const kept = found.set ? { ...found, set: guarded(found.set) } : { ...found, value: guarded(found.value), writable: false };
      defineProperty(prototype, member, { ...kept, configurable: false });
    }
  }
}

/**
 * @param {object | undefined} of what has them, by itself or by its prototypes
 * @param {string[]} names
 * @param {unknown} [value] what stands in their place for good
 */
export function takeAway(of, names, value) {
  for (const name of names) {
    if (of) takeOne(of, name, value);
    for (let owner = of && getPrototypeOf(of); owner; owner = getPrototypeOf(owner)) {
      if (getOwnPropertyDescriptor(owner, name)) takeOne(owner, name, value);
    }
  }
}

/** @param {object} owner @param {string} name @param {unknown} value */
function takeOne(owner, name, value) {
  if (getOwnPropertyDescriptor(owner, name)?.configurable === false) return;
  defineProperty(owner, name, { value, writable: false, configurable: false });
}
