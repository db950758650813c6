/** Runs in a page before its own scripts: notes when it can be answered, when Python is there, and what blocks it. */
(() => {
  /** @type {{started: number, ready: number, failed: boolean, tasks: {start: number, duration: number}[]}} */
  const seen = { started: 0, ready: 0, failed: false, tasks: [] };
  Object.assign(window, { bench: seen });
  const look = () => {
    if (!seen.started && document.documentElement?.classList.contains("started")) seen.started = performance.now();
    if (!seen.ready && document.querySelector("[data-python=python_ready]")) seen.ready = performance.now();
    seen.failed = Boolean(document.querySelector("[data-python=python_failed]"));
  };
  new MutationObserver(look).observe(document, {
    subtree: true,
    attributes: true,
    attributeFilter: ["class", "data-python"],
  });
  new PerformanceObserver((list) => {
    for (const { startTime: start, duration } of list.getEntries()) seen.tasks.push({ start, duration });
  }).observe({ type: "longtask", buffered: true });
})();
