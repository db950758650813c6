/**
 * Tries every way by which a page could send something to *target*, each with its own name in the path, and says how
 * each attempt ended. Runs in the page (see scripts.py), so it may not use anything from outside itself.
 */
export default async function waysOut(/** @type {string} */ target, /** @type {number} */ udpPort) {
  const at = (/** @type {string} */ name) => `${target}out-${name}?q=CANARY`;
  /** @type {(element: any, attributes: Record<string, string>) => Promise<string>} */
  const insert = (element, attributes) =>
    new Promise((resolve) => {
      element.addEventListener("load", () => resolve("load"));
      element.addEventListener("error", () => resolve("error"));
      Object.assign(element, attributes);
      document.body.append(element);
    });
  /** @type {(source: any) => Promise<string>} */
  const opened = (source) =>
    new Promise((resolve) => {
      for (const name of ["open", "error", "close"]) source.addEventListener(name, () => resolve(name));
    });
  /** @type {Record<string, () => unknown>} */
  const attempts = {
    fetch: () => fetch(at("fetch")),
    keepalive: () => fetch(at("keepalive"), { keepalive: true, mode: "no-cors", method: "POST", body: "CANARY" }),
    xhr: () => {
      const request = new XMLHttpRequest();
      request.open("POST", at("xhr"), false);
      request.send("CANARY");
    },
    beacon: () => navigator.sendBeacon(at("beacon"), "CANARY"),
    websocket: () => opened(new WebSocket(at("websocket").replace("http", "ws"))),
    eventsource: () => opened(new EventSource(at("eventsource"))),
    import: () => import(at("import")),
    worker: () => new Worker(at("worker")),
    register: () => navigator.serviceWorker.register(at("register")),
    module: () => insert(document.createElement("script"), { type: "module", src: at("module") }),
    script: () => insert(document.createElement("script"), { src: at("script") }),
    image: () => insert(document.createElement("img"), { src: at("image") }),
    style: () => insert(document.createElement("link"), { rel: "stylesheet", href: at("style") }),
    css: () => document.body.setAttribute("style", `background: url("${at("css")}")`),
    video: () => insert(document.createElement("video"), { src: at("video") }),
    iframe: () => insert(document.createElement("iframe"), { src: at("iframe") }),
    object: () => insert(document.createElement("object"), { data: at("object") }),
    font: () => new FontFace("out", `url("${at("font")}")`).load(),
    prefetch: () => insert(document.createElement("link"), { rel: "prefetch", href: at("prefetch") }),
    preload: () => insert(document.createElement("link"), { rel: "preload", as: "fetch", href: at("preload") }),
    form: () => {
      const frame = Object.assign(document.createElement("iframe"), { name: "frame" });
      const form = Object.assign(document.createElement("form"), { action: at("form"), method: "post", target: "frame" });
      document.body.append(frame, form);
      form.submit();
    },
    open: () => window.open(at("open")),
    rtc: async () => {
      const connection = new RTCPeerConnection({ iceServers: [{ urls: `stun:127.0.0.1:${udpPort}` }] });
      connection.createDataChannel("out");
      await connection.setLocalDescription(await connection.createOffer());
    },
  };
  /** @type {Record<string, string>} */
  const ends = {};
  const patience = (/** @type {string} */ what) => new Promise((resolve) => setTimeout(() => resolve(what), 1500));
  await Promise.all(
    Object.entries(attempts).map(async ([name, attempt]) => {
      try {
        ends[name] = String(await Promise.race([attempt(), patience("no event")]));
      } catch (error) {
        ends[name] = String(error);
      }
    }),
  );
  return ends;
}
