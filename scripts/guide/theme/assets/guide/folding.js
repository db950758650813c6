// Words without what people write differently: case, accents, and letters that phones have not. The rules are those of
// wizard/folding.py, and a test holds both to one list. Touches no page.

// Accents of Latin, Greek and Cyrillic letters; Arabic vowels and a stroke; the dot below a letter in Hindi and
// Punjabi; apostrophes and dots of a word, and what has no width. Signs of vowels stay.
const MARKS = new RegExp(
  "[\\u0300-\\u036f\\u0483-\\u0487\\u1ab0-\\u1aff\\u1dc0-\\u1dff\\u20d0-\\u20ff" +
    "\\u0610-\\u061a\\u0640\\u064b-\\u065f\\u0670\\u06d6-\\u06dc\\u06df-\\u06e8\\u06ea-\\u06ed" +
    "\\u093c\\u0a3c\\u02bb\\u02bc\\u02be\\u00b7\\u00ad\\u200b-\\u200f\\u2060\\ufeff]",
  "g",
);

// Latin, Greek and Arabic letters that are no other one with an accent, each with those that stand for it.
const LETTERS =
  "ßss æae ðd øo þth đd ħh ıi ĸk łl ŋn œoe ŧt ƀb ƃb ƈc ƌd ƒf ƙk ƚl ƞn ƥp ƫt ƭt ƴy ƶz ǝe ǥg ȡd ȥz ȴl ȵn ȶt ȷj ȼc ȿs ɀz " +
  "ɇe ɉj ɋq ɍr ɏy ɓb ɔo ɖd ɗd əe ɛe ɣg ɨi ɲn ʉu ỿy ςσ ٱا ىي یي کك ةه ہه ھه";

const ASCII = /^[ -~]*$/; // has nothing to fold but capitals
const plain = new Map(LETTERS.split(" ").map((row) => [row[0] ?? "", row.slice(1)]));
const OTHERS = new RegExp(`[${[...plain.keys()].join("")}]`, "g");

/** @param {string} text @returns {string} in small letters without accents; signs and spaces stay */
export function folded(text) {
  if (ASCII.test(text)) return text.toLowerCase();
  const apart = text.toLowerCase().normalize("NFKD").replace(MARKS, "");
  return apart.replace(OTHERS, (letter) => plain.get(letter) ?? "").normalize("NFC");
}
