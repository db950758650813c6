/**
 * Draws a graph in the DOT language as SVG, with Graphviz.
 *
 *   node scripts/guide/pictures/draw_graph.mjs < graph.dot > graph.svg
 */

import { readFileSync } from "node:fs";
import { Graphviz } from "@hpcc-js/wasm-graphviz";

const graphviz = await Graphviz.load();
process.stdout.write(graphviz.dot(readFileSync(0, "utf-8"), "svg_inline"));
