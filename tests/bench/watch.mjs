/** Runs in a page before its own scripts: notes when it can be answered, when Python is there, and what blocks it. */
(() => {
  /** @type {{started: number, ready: number, tasks: number[]}} */
  const seen = { started: 0, ready: 0, tasks: [] };
  Object.assign(window, { bench: seen });
  const look = () => {
    if (!seen.started && document.documentElement?.classList.contains("started")) seen.started = performance.now();
    if (!seen.ready && document.querySelector("[data-python=python_ready]")) seen.ready = performance.now();
  };
  new MutationObserver(look).observe(document, {
    subtree: true,
    attributes: true,
    attributeFilter: ["class", "data-python"],
  });
  new PerformanceObserver((list) => {
    for (const { duration } of list.getEntries()) seen.tasks.push(duration);
  }).observe({ type: "longtask", buffered: true });
})();
