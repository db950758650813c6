/* Tables: named, with headings, one in itself, every cell filled. */

const tables = all("table:not([role=presentation], [role=none])");
const cellIsEmpty = (cell) => !cell.textContent.trim() && !cell.querySelector("img, svg, input, select, textarea, button");

check("a table without a name", () => tables.filter((table) => !table.caption?.textContent.trim() && !table.matches("[aria-label], [aria-labelledby], [title]")));
check("a table without headings", () => tables.filter((table) => !table.querySelector("th, [role=columnheader], [role=rowheader]")));
check("a table in a table", () => all("table table"));
check("a table with a single row", () => tables.filter((table) => table.rows.length < 2));
check("an empty cell", () =>
  tables.filter((table) => !table.closest(".paper")).flatMap((table) =>
    [...table.rows].flatMap((row) => [...row.cells].filter((cell) => cellIsEmpty(cell) && (cell.cellIndex || row.rowIndex))),
  ),
);
check("a heading of a table that does not say of what", () =>
  tables.flatMap((table) => {
    const headings = [...table.querySelectorAll("th")];
    const twoWays = new Set(headings.map((cell) => cell.parentElement.rowIndex)).size > 1;
    return twoWays ? headings.filter((cell) => !cell.scope && !cell.id) : [];
  }),
);
