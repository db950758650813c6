"""Which of a session's mutants are tried; the others are skipped. Run by the Python that has cosmic-ray.

Skipped is what is no other program (it does not compile, or only a type differs), and what no reader of the code would
write: an order of things that have none, a product of sets, what stands in one of two sets alone. A bound moved, a
condition turned round, or a sum that becomes a difference stays.
"""

import ast
import sys
from functools import cache
from pathlib import Path

from cosmic_ray.mutating import mutate_code
from cosmic_ray.plugins import get_operator
from cosmic_ray.work_db import WorkDB, use_db
from cosmic_ray.work_item import MutationSpec, WorkerOutcome, WorkResult

REPLACED = {
    "Is": ("IsNot",),
    "IsNot": ("Is",),
    "Eq": ("NotEq", "LtE", "GtE"),
    "NotEq": ("Eq", "Lt", "Gt"),
    "Lt": ("LtE", "GtE", "NotEq"),
    "LtE": ("Lt", "Gt", "Eq"),
    "Gt": ("GtE", "LtE", "NotEq"),
    "GtE": ("Gt", "Lt", "Eq"),
    "Add": ("Sub",),
    "Sub": ("Add",),
    "Mul": ("FloorDiv",),
    "Div": ("Mul",),
    "FloorDiv": ("Mul", "Div"),
    "Mod": ("FloorDiv",),
    "BitOr": ("BitAnd", "Sub"),
    "BitAnd": ("BitOr", "Sub", "BitXor"),
}
"""By which other operators an operator is replaced; any that is not named here by none."""


class _Untyped(ast.NodeTransformer):
    """The same program without annotations and names of types."""

    def visit_arg(self, node: ast.arg) -> ast.AST:
        node.annotation = None
        return node

    def visit_FunctionDef(self, node: ast.FunctionDef) -> ast.AST:
        node.returns = None
        return self.generic_visit(node)

    def visit_AnnAssign(self, node: ast.AnnAssign) -> ast.AST:
        node.annotation = ast.Constant(None)
        return self.generic_visit(node)

    def visit_TypeAlias(self, _: ast.TypeAlias) -> ast.AST:
        return ast.Pass()


@cache
def what_runs(code: str) -> str | None:
    """All of a module's *code* that decides anything; None where it is no Python."""
    try:
        compile(code, "a mutant", "exec")
    except SyntaxError:
        return None
    return ast.dump(_Untyped().visit(ast.parse(code)))


def is_tried(mutation: MutationSpec, code: str) -> bool:
    """Whether *mutation* of a module's *code* is another program, and one that could be meant."""
    _, _, pair = mutation.operator_name.partition("Operator_")
    if pair.count("_") == 1 and "Unary" not in mutation.operator_name:
        old, new = pair.split("_")
        if new not in REPLACED.get(old, ()):
            return False
    operator = get_operator(mutation.operator_name)(**mutation.operator_args)
    try:
        mutant = what_runs(mutate_code(code, operator, mutation.occurrence))
    except AttributeError:  # cosmic-ray cannot replace an exception that is named with a dot
        return False
    return mutant is not None and mutant != what_runs(code)


def main() -> None:
    """Skip in the session named on the command line what is not tried."""
    skipped = WorkResult(worker_outcome=WorkerOutcome.SKIPPED)
    with use_db(sys.argv[1], WorkDB.Mode.open) as session:
        for item in tuple(session.pending_work_items):
            if not all(is_tried(one, Path(one.module_path).read_text("utf-8")) for one in item.mutations):
                session.set_result(item.job_id, skipped)


if __name__ == "__main__":
    main()
