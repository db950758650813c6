/**
 * What of the screen is English or a telephone number, and does not stand in its order from left to right, one piece
 * each. In a language written from right to left a browser turns "1250 Poydras St" round, unless it is told not to.
 */
() => {
  const LATIN = /[A-Za-z0-9][ -~]*[A-Za-z][ -~]*[A-Za-z0-9]/g;
  const TELEPHONE = /\d{3}[-. ]\d{3,4}([-. ]\d{4})?/g;
  const found = [];
  const walker = document.createTreeWalker(document.body, NodeFilter.SHOW_TEXT);
  const range = document.createRange();
  const placeOf = (node, at) => {
    range.setStart(node, at);
    range.setEnd(node, at + 1);
    return range.getBoundingClientRect();
  };
  for (let node = walker.nextNode(); node; node = walker.nextNode()) {
    if (!node.parentElement.checkVisibility({ visibilityProperty: true })) continue;
    for (const pattern of [LATIN, TELEPHONE]) {
      for (const match of node.data.matchAll(pattern)) {
        // The space at which a line ends hangs over its end, which is at the left.
        const letters = [...match[0]].map((letter, index) => [letter, match.index + index]).filter(([letter]) => letter !== " ");
        const places = letters.map(([, at]) => placeOf(node, at));
        const turned = places.some((place, index) => {
          const before = places[index - 1];
          return before && place.width && before.width && Math.abs(before.top - place.top) < 2 && place.left < before.left;
        });
        if (turned) found.push(match[0]);
      }
    }
  }
  return found;
}
