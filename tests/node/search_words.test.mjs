/** The search finds words as each script writes them: without spaces, with signs for vowels, from right to left. */

import assert from "node:assert/strict";
import { test } from "node:test";
import MiniSearch from "minisearch";
import { excerpt } from "../../scripts/guide/theme/assets/guide/search-excerpt.js";
import { best, indexOf } from "../../scripts/guide/theme/assets/guide/search-index.js";
import { asked } from "../../scripts/guide/theme/assets/guide/search-words.js";

const TEXTS = {
  en: "Bonds are set by a judge. Ask the detention line for an interpreter.",
  es: "La fianza la fija un juez. Línea de detención: pida un intérprete.",
  zh: "如果您的家人被移民局拘留，请填写I-246表格，然后致电拘留中心。法官决定保释金。",
  hi: "अगर आपके परिवार के किसी सदस्य को हिरासत में लिया गया है, तो वकील से पूछें। टोंगा और टोगो दो देश हैं।",
  bn: "আপনার পরিবারের কেউ আটক হলে আইনজীবীর সাথে কথা বলুন। জামিন ঠিক করেন বিচারক।",
  pa: "ਜੇ ਤੁਹਾਡੇ ਪਰਿਵਾਰ ਦਾ ਕੋਈ ਮੈਂਬਰ ਹਿਰਾਸਤ ਵਿੱਚ ਹੈ, ਤਾਂ ਵਕੀਲ ਨੂੰ ਪੁੱਛੋ। ਜ਼ਮਾਨਤ ਜੱਜ ਤੈਅ ਕਰਦਾ ਹੈ।",
  ar: "إذا احتُجز أحد أفراد عائلتك فاتصل بالمحامي. الكفالة يحددها القاضي في مركز الاحتجاز.",
  vi: "Nếu người thân của bạn bị giam giữ, hãy gọi cho luật sư. Đơn xin bảo lãnh.",
  fa: "اگر یکی از اعضای خانواده‌تان بازداشت شده است، به وکیل زنگ بزنید.",
  th: "ถ้าครอบครัวของคุณถูกควบคุมตัว โปรดโทรหาทนายความ",
};

const parts = Object.entries(TEXTS).map(([code, text]) => ({ location: code, page: code, title: "-", text }));
const composed = parts.map((part) => ({ ...part, text: part.text.normalize("NFC") }));
const all = indexOf(MiniSearch, { parts: composed, stop_words: [], synonyms: [] });

/** @param {string} query @returns {string[]} the languages whose text holds it */
const found = (query) => best(all, query).map(({ part }) => part.location);

/** @param {string} query @returns {string[]} its words as they are looked for */
const wordsOf = (query) => asked(query).map(({ word }) => word);

/** @param {string} code @param {string} query @returns {string} what is marked in the text, one after another */
function marked(code, query) {
  const text = (parts.find(({ location }) => location === code)?.text ?? "").normalize("NFC");
  const pieces = excerpt(text, best(all, query).find(({ part }) => part.location === code)?.words ?? new Set());
  assert.ok(text.includes(pieces.slice(1, -1).map((piece) => piece.text).join("")));
  return pieces.filter((piece) => piece.found).map((piece) => piece.text).join("+");
}

test("a word of Chinese is found wherever it stands in a row, and so is one letter of it", () => {
  for (const query of ["拘留", "拘留中心", "保释金", "移民局", "官", "金", "I-246表格"]) assert.deepEqual(found(query), ["zh"], query);
  assert.equal(marked("zh", "拘留中心"), "拘留+拘留中心");
  assert.equal(marked("zh", "保释金"), "保释金");
});

test("two letters of Chinese that stand nowhere side by side find nothing whole", () => {
  assert.deepEqual(wordsOf("拘留中心"), ["拘留", "留中", "中心"]);
  assert.deepEqual(found("心拘"), []);
});

test("Hindi, Bengali and Punjabi words keep their vowels, and are found whole and by their beginning", () => {
  for (const query of ["हिरासत", "हिरा", "वकील", "परिवार"]) assert.deepEqual(found(query), ["hi"], query);
  for (const query of ["আটক", "জামিন", "আইনজীবী", "বিচারক"]) assert.deepEqual(found(query), ["bn"], query);
  for (const query of ["ਹਿਰਾਸਤ", "ਵਕੀਲ", "ਜ਼ਮਾਨਤ", "ਜਮਾਨਤ"]) assert.deepEqual(found(query), ["pa"], query);
  assert.deepEqual(wordsOf("हिरासत में"), ["हिरासत", "में"]);
  assert.equal(marked("hi", "टोगो"), "टोगो");
  assert.equal(marked("hi", "टोंगा"), "टोंगा");
});

test("an Arabic word is found with and without its vowels, its article, and the hamza", () => {
  for (const query of ["الاحتجاز", "احتجاز", "القاضي", "قاضي", "كفالة", "كفاله", "اتصل بالمحامي", "محامي", "الكَفالَة"]) {
    assert.ok(found(query).includes("ar"), query);
  }
  assert.deepEqual(wordsOf("والقاضي"), ["قاضي"]);
  assert.equal(marked("ar", "كفالة"), "الكفالة");
});

test("accents are left out on a phone, and letters with a stroke too", () => {
  assert.equal(found("detencion")[0], "es");
  assert.equal(found("interprete")[0], "es");
  assert.deepEqual(found("luat su"), ["vi"]);
  assert.deepEqual(found("don xin bao lanh"), ["vi"]);
  assert.deepEqual(found("وكيل"), ["fa"]);
  assert.deepEqual(found("خانواده‌تان"), ["fa"]);
});

test("a row of Thai is found by any part of it", () => {
  assert.deepEqual(found("ครอบครัว"), ["th"]);
  assert.deepEqual(found("ทนายความ"), ["th"]);
});

test("a plural finds its singular", () => {
  assert.deepEqual(found("bonds"), found("bond"));
  assert.deepEqual(found("JUDGES"), ["en"]);
  assert.equal(marked("en", "bond"), "Bonds");
});

test("a long row without spaces is cut near the word that was looked for", () => {
  const text = `${"一".repeat(300)}拘留${"二".repeat(300)}`;
  const pieces = excerpt(text, new Set(wordsOf("拘留")));
  assert.equal(pieces.filter((piece) => piece.found).map((piece) => piece.text).join(""), "拘留");
  assert.equal(pieces.map((piece) => piece.text).join("").length, 2 + 60 + 140 + 2);
});

/** A small guide, whose words are not those of the people who ask. */
const small = indexOf(MiniSearch, {
  stop_words: ["where", "is", "my", "the", "a", "i"],
  synonyms: [
    ["person", "husband", "wife"],
    ["removal", "deportation", "deported"],
    ["bond", "bail"],
  ],
  parts: [
    { location: "find", page: "Help", title: "The person", text: "Use the locator." },
    { location: "bond", page: "Help", title: "How is a bond paid?", text: "Where my removal is, the person pays." },
    { location: "line", page: "The line", title: "The line", text: "Call 1-888-351-4024, or (202) 555 0143." },
    { location: "forms", page: "Forms", title: "Forms", text: "Form G-28, Form I-246 and ICE Form 60-001, by e-mail. An A-number." },
    { location: "few", page: "For few", title: "The person and the removal", text: "For programmers.", weight: 0.1 },
    { location: "asked", page: "Other", title: "Something else", text: "Ask the center.", asked: "visit, commissary" },
    { location: "home", page: "Other", title: "Back home", text: "A lawyer knows.", sentences: ["Can she return after she was sent home?"] },
  ],
});

/** @param {string} query @returns {string[]} */
const first = (query) => best(small, query).map(({ part }) => part.location);

test("a synonym of a title finds it first, and the words of a question that tell nothing do not count", () => {
  assert.equal(first("where is my husband")[0], "find");
  assert.equal(first("bail")[0], "bond");
  assert.deepEqual(first("deportation"), ["bond", "few"]);
  assert.deepEqual(first("visit"), ["asked"]);
  assert.notDeepEqual(first("where is"), []);
});

test("what is marked is the word of the page, whatever was typed for it", () => {
  const found = best(small, "deported")[0];
  const pieces = found ? excerpt(found.part.text, found.words) : [];
  assert.deepEqual(pieces.filter((piece) => piece.found).map((piece) => piece.text), ["removal"]);
});

test("a wrong letter, two that changed places and an unfinished word are forgiven, for synonyms too", () => {
  for (const query of ["depotation", "deportaiton", "deporta"]) assert.deepEqual(first(query), ["bond", "few"], query);
  for (const query of ["perosn", "husbnad"]) assert.equal(first(query)[0], "find", query);
});

test("a number is found however its digits are set apart", () => {
  for (const query of ["8883514024", "888-351-4024", "1-888-351-4024", "(888) 351-4024", "888 351 4024", "888.351.4024", "888351"]) {
    assert.deepEqual(first(query), ["line"], query);
  }
  for (const query of ["2025550143", "202-555-0143", "4024"]) assert.deepEqual(first(query), ["line"], query);
  for (const query of ["g28", "G-28", "g 28", "form g28", "i246", "I-246", "i 246", "60001", "60-001", "60 001", "email", "e-mail"]) {
    assert.deepEqual(first(query), ["forms"], query);
  }
  assert.deepEqual(first("a number"), ["forms"]);
});

test("a page for few comes after the others, and a query of no word finds nothing", () => {
  assert.deepEqual(first("person"), ["find", "bond", "few"]);
  assert.deepEqual(first("-?!"), []);
});

test("a whole question finds the place that answers one like it, and a word or two do not", () => {
  assert.equal(first("They sent my wife home last year, can she return now?")[0], "home");
  assert.deepEqual(first("after"), []);
  assert.deepEqual(first("zzzz"), []);
});
