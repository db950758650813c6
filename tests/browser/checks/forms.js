/* Fields, their labels, groups, hints and errors. */

const fields = all("input:not([type=hidden], [type=submit], [type=button], [type=reset], [type=image]), select, textarea");
const ticks = fields.filter((field) => field.matches("[type=radio], [type=checkbox]"));
const groupOf = (field) => field.closest("fieldset, [role=group], [role=radiogroup]");
const idsOf = (element, attribute) => (element.getAttribute(attribute) ?? "").split(/\s+/).filter(Boolean);
const described = (field) => [...idsOf(field, "aria-describedby"), ...idsOf(field, "aria-errormessage"), ...idsOf(field, "aria-labelledby")];

check("choices without a group", () =>
  ticks.filter((tick) => tick.name && !groupOf(tick) && ticks.some((other) => other !== tick && other.form === tick.form && other.name === tick.name && other.type === tick.type)),
);
check("a group without a name", () => all("fieldset, [role=group], [role=radiogroup]").filter((group) => !nameOf(group)));
check("a label of nothing", () => all("label").filter((label) => !label.control));
check("an empty label", () => all("label").filter((label) => !label.textContent.trim()));
check("a field with two labels", () => fields.filter((field) => [...(field.labels ?? [])].filter(seen).length > 1));
check("a field named by its placeholder", () =>
  fields.filter((field) => field.placeholder && !field.labels?.length && !field.matches("[aria-label], [aria-labelledby], [title]")),
);
check("two fields of one name", () => {
  const names = new Map();
  for (const field of fields) {
    let name = plain(nameOf(field));
    for (let group = groupOf(field); group; group = groupOf(group.parentElement)) name += ` / ${plain(nameOf(group))}`;
    name += plain(field.closest(".field")?.querySelector("label, legend")?.textContent ?? ""); // what a tick beside it is about
    names.set(name, [...(names.get(name) ?? []), field]);
  }
  return [...names.values()].filter((same) => same.length > 1).map((same) => same[1]);
});
check("a hint that no field refers to", () =>
  fields.flatMap((field) => {
    const hints = [];
    let before = field.previousElementSibling;
    while (before && !before.matches("label, legend, input, select, textarea, h1, h2, h3, h4, h5, h6")) {
      if (!before.matches("a, button")) hints.push(before);
      before = before.previousElementSibling;
    }
    const told = new Set([...described(field), ...(groupOf(field) ? described(groupOf(field)) : [])]);
    const isTold = (hint) => [hint, ...hint.querySelectorAll("[id]")].some(({ id }) => told.has(id));
    if (!before?.matches("label") || before.control !== field) return [];
    return hints.filter((hint) => seen(hint) && hint.textContent.trim() && !isTold(hint));
  }),
);
check("a label far from its field", () =>
  fields.filter((field) => {
    const label = [...(field.labels ?? [])].find((one) => seen(one) && !one.contains(field));
    if (!label || !sameRow(label, field)) return false;
    const [words, box] = [textBox(label), field.getBoundingClientRect()];
    return Math.max(box.left - words.right, words.left - box.right) > 160;
  }),
);

const invalid = all("[aria-invalid=true]");
const alerts = all("[role=alert]").filter((alert) => alert.textContent.trim() && fields.length);
const isNamed = (alert) =>
  [...fields, ...all("fieldset, [role=group], [role=radiogroup]")].flatMap(described).some((id) => {
    const words = written(document.getElementById(id)?.textContent);
    return words && [alert, ...alert.querySelectorAll("a, li, p, span")].some((part) => words.endsWith(written(part.textContent)));
  });
check("an error that no field has", () => (invalid.length ? [] : alerts.filter((alert) => !isNamed(alert))));
check("a field in error without its words", () =>
  invalid.filter((field) => !described(field).some((id) => document.getElementById(id)?.textContent.trim())),
);
check("an error that does not say what to do", () =>
  all("[class*=error], [role=alert], [id*=error]").filter((error) =>
    /^(this |it )?((is |was )?(not valid|invalid|incorrect|wrong)|error|(no es válido|es inválido|incorrecto))[.!]?$/i.test(error.textContent.trim()),
  ),
);
check("a field that is marked without a word", () => {
  const kinds = Map.groupBy?.(fields.filter((field) => !field.matches("[type=radio], [type=checkbox]")), ({ tagName, form }) => `${tagName}${[...document.forms].indexOf(form)}`) ?? new Map();
  return [...kinds.values()].flatMap((same) => {
    const look = (field) => (({ borderTopColor, backgroundColor }) => `${borderTopColor} ${backgroundColor}`)(getComputedStyle(field));
    const calm = same.filter((field) => field !== document.activeElement);
    return new Set(calm.map(look)).size > 1 && !calm.some((field) => field.matches("[aria-invalid=true], :disabled, [readonly]")) ? [calm[0]] : [];
  });
});
check("a field with a form of its own that nothing tells", () => fields.filter((field) => field.pattern && !field.title && !described(field).length));
