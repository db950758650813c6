// What Material's own bundle expects to find: a name for this site in the browser's storage, and three small functions.
(function () {
  var script = /** @type {HTMLScriptElement} */ (document.currentScript);
  var scope = new URL(script.dataset.base || ".", location.href);
  Object.assign(window, {
    __md_scope: scope,
    /** @param {string} text */
    __md_hash: function (text) {
      return Array.from(text).reduce(function (sum, letter) {
        return (sum << 5) - sum + letter.charCodeAt(0);
      }, 0);
    },
    /** @param {string} key @param {Storage} [storage] @param {URL} [place] */
    __md_get: function (key, storage, place) {
      return JSON.parse((storage || localStorage).getItem((place || scope).pathname + "." + key) || "null");
    },
    /** @param {string} key @param {unknown} value @param {Storage} [storage] @param {URL} [place] */
    __md_set: function (key, value, storage, place) {
      try {
        (storage || localStorage).setItem((place || scope).pathname + "." + key, JSON.stringify(value));
      } catch (refused) {
        return; // a browser that stores nothing is a browser that stores nothing
      }
    },
  });
})();
