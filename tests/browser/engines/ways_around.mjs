/**
 * Tries what no content security policy closes, and says how each attempt ended. What connects ahead is given a port of
 * its own for each way (*ports*, by name) that counts who knocks; *host* is looked up; *udpPort* hears STUN. Runs in the
 * page (see scripts.py), so it may not use anything from outside itself.
 */
export default async function waysAround(
  /** @type {string} */ target,
  /** @type {Record<string, number>} */ ports,
  /** @type {string} */ host,
  /** @type {number} */ udpPort,
) {
  const at = (/** @type {string} */ name) => `${target}around-${name}?q=CANARY`;
  const knock = (/** @type {string} */ name) => `http://127.0.0.1:${ports[name]}/`;
  /** @type {(tag: string, attributes: Record<string, string>) => any} */
  const make = (tag, attributes) => Object.assign(document.createElement(tag), attributes);
  const ahead = (/** @type {string} */ name) => make("link", { rel: "preconnect", href: knock(name) });
  const fragment = (/** @type {any} */ node) => {
    const made = document.createDocumentFragment();
    made.append(node);
    return made;
  };
  /** @type {(Connection: any) => Promise<string>} */
  const stun = async (Connection) => {
    const connection = new Connection({ iceServers: [{ urls: `stun:127.0.0.1:${udpPort}` }] });
    connection.createDataChannel("around");
    await connection.setLocalDescription(await connection.createOffer());
    return "spoke";
  };
  const framed = (/** @type {(frame: any) => void} */ put) => {
    const frame = make("iframe", {});
    put(frame);
    return frame.contentWindow ? stun(frame.contentWindow.RTCPeerConnection) : "no frame";
  };
  const present = () => document.querySelector("link") ?? document.head.appendChild(make("link", {}));
  /** @type {Record<string, (link: any, name: string) => unknown>} */
  const connecting = {
    append: (link) => document.body.append(link),
    appendChild: (link) => document.head.appendChild(link),
    insertBefore: (link) => document.body.insertBefore(link, null),
    fragment: (link) => document.body.append(fragment(link)),
    inside: (link) => document.body.append(make("div", {}).appendChild(link).parentNode),
    replaceWith: (link) => document.body.appendChild(make("i", {})).replaceWith(link),
    adjacent: (link) => document.body.insertAdjacentElement("beforeend", link),
    range: (link) => {
      const range = document.createRange();
      range.selectNodeContents(document.body);
      range.insertNode(link);
    },
    option: (link) => {
      const option = make("option", {});
      option.append(link);
      document.body.appendChild(make("select", {})).add(option);
    },
    shadow: (link) => document.body.appendChild(make("div", {})).attachShadow({ mode: "open" }).append(link),
    property: (_, name) => Object.assign(present(), { rel: "preconnect", href: knock(name) }),
    attribute: (_, name) => {
      present().setAttribute("rel", "preconnect");
      present().setAttribute("href", knock(name));
    },
    node: (_, name) => {
      present().getAttributeNode("href").value = knock(name);
    },
  };
  /** @type {Record<string, () => unknown>} */
  const attempts = {
    ...Object.fromEntries(Object.entries(connecting).map(([name, put]) => [name, () => put(ahead(name), name)])),
    lookup: () => document.body.append(make("link", { rel: "dns-prefetch", href: `http://${host}/` })),
    frame: () => framed((frame) => document.body.append(frame)),
    framed: () => framed((frame) => document.body.appendChild(make("div", {}).appendChild(frame).parentNode)),
    credentials: () => typeof navigator.credentials,
    opened: () => String(document.open(at("opened"), "around", "")),
    download: () => make("a", { href: at("download"), download: "x" }).click(),
  };
  /** @type {Record<string, string>} */
  const ends = {};
  for (const [name, attempt] of Object.entries(attempts)) {
    const patience = new Promise((resolve) => setTimeout(() => resolve("no answer"), 1000));
    try {
      ends[name] = String(await Promise.race([attempt(), patience]));
    } catch (error) {
      ends[name] = String(error);
    }
  }
  return ends;
}
