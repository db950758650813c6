/** Lays `walked` into the page: how each element looks without the focus, and what each stop of the Tab key is like. */
() => {
  const FOCUSABLE = "a[href], button, input:not([type=hidden]), select, textarea, summary, iframe, audio[controls], video[controls], [tabindex]";
  const KINDS = { press: "[role=button]:not(button, input, summary)", choose: "select" };
  const seen = (element) => element.checkVisibility({ visibilityProperty: true });
  const brief = (element = document.activeElement) => element.outerHTML.replace(/\s+/g, " ").slice(0, 90);
  const ground = (element) => (({ boxShadow, backgroundColor }) => `${boxShadow} ${backgroundColor}`)(getComputedStyle(element));
  const calm = new Map([...document.querySelectorAll("body, body *")].map((element) => [element, ground(element)]));
  const times = new Map();
  let text = document.body.innerText;

  const isDrawn = (element) => {
    const near = [element, element.parentElement, element.closest("label, .choice"), ...(element.labels ?? [])].filter(Boolean);
    return near.some((one) => {
      const { outlineStyle, outlineWidth } = getComputedStyle(one);
      const outlined = outlineStyle === "auto" || (outlineStyle !== "none" && parseFloat(outlineWidth) >= 2);
      return outlined || (one !== document.body && calm.has(one) && calm.get(one) !== ground(one));
    });
  };
  /** Whether other things lie over all of it. */
  const isCovered = (element) => {
    const { left, right, top, bottom } = element.getBoundingClientRect();
    const corners = [left + 2, (left + right) / 2, right - 2].flatMap((x) => [top + 2, (top + bottom) / 2, bottom - 2].map((y) => [x, y]));
    const inWindow = corners.filter(([x, y]) => x >= 0 && y >= 0 && x < innerWidth && y < innerHeight);
    return inWindow.every(([x, y]) => {
      const over = document.elementFromPoint(x, y);
      const drawing = element.closest("svg");
      if (drawing?.contains(over)) return false;
      return over && !element.contains(over) && !over.contains(element) && !element.closest("label")?.contains(over) && ![...(element.labels ?? [])].some((label) => label.contains(over));
    });
  };
  const lines = (words) => new Set(words.split("\n").map((line) => line.trim()).filter(Boolean));
  let came = [];
  let pressed = false;
  let address = location.href;
  let hidden = new Set();
  let box = null;

  window.walked = {
    brief,
    most: () => [...document.querySelectorAll(FOCUSABLE)].filter(seen).length,
    stop() {
      const element = document.activeElement;
      if (!element || element === document.body) return null;
      times.set(element, (times.get(element) ?? 0) + 1);
      const faults = [];
      if (times.get(element) === 1 && !element.matches("iframe, audio, video, object, embed")) {
        const { width, height } = element.getBoundingClientRect();
        if (!seen(element) || width < 1 || height < 1) faults.push(`a stop that is not seen: ${brief()}`);
        else if (!isDrawn(element)) faults.push(`the focus is not seen: ${brief()}`);
        else if (isCovered(element)) faults.push(`the focus is behind something: ${brief()}`);
      }
      const now = document.body.innerText;
      const before = lines(text);
      came = element.matches("input, textarea, select, button") ? [...lines(now)].filter((line) => !before.has(line)) : [];
      text = now;
      return { faults, came: came.length > 0, times: times.get(element) };
    },
    gone() {
      const now = lines(document.body.innerText);
      text = document.body.innerText;
      return came.filter((line) => !now.has(line)).map((line) => `a message that goes by itself: ${line}`);
    },
    all: (kind) => [...document.querySelectorAll(KINDS[kind])].filter(seen).length,
    focus(kind, number) {
      const element = [...document.querySelectorAll(KINDS[kind])].filter(seen)[number];
      [pressed, address] = [false, location.href];
      element.addEventListener("click", (event) => { pressed = true; event.preventDefault(); }, { once: true });
      element.focus();
    },
    after(kind, number) {
      const element = [...document.querySelectorAll(KINDS[kind])].filter(seen)[number];
      if (kind === "press") return pressed ? [] : [`the space bar does not press it: ${brief(element)}`];
      const left = location.href !== address || document.activeElement !== element;
      return left ? [`choosing leads away: ${element ? brief(element) : ""}`] : [];
    },
    before() {
      hidden = new Set([...document.querySelectorAll("body *")].filter((element) => !seen(element)));
    },
    opened() {
      const over = (element) => element.matches("dialog, [role=dialog], [role=alertdialog]") || getComputedStyle(element).position === "fixed";
      box = [...document.querySelectorAll("body *")].find((element) => seen(element) && hidden.has(element) && over(element));
      return Boolean(box);
    },
    isInside: () => box.contains(document.activeElement) || (box.matches("dialog:modal") && document.activeElement === document.body),
    onlyByMouse() {
      const pressed = [...box.querySelectorAll("*")].filter((element) => window.pressed?.has(element) || element.matches("[onclick]"));
      return pressed.filter((element) => !element.closest(FOCUSABLE)).map((element) => `only a mouse can press it: ${brief(element)}`);
    },
    isOpen: () => box.isConnected && seen(box),
    stopsInside: () => [...box.querySelectorAll(FOCUSABLE)].filter(seen).length,
    enter: () => box.querySelector(FOCUSABLE)?.focus(),
    remove: () => box.remove(),
  };
}
