"""constraints.json: what a constraint makes of a weight."""
from keras import constraints

from kit import Cases, Draw, encode, plain


def make(seed, times):
    draw, cases = Draw(seed, "constraints"), Cases()
    for _ in range(times):
        for axis, shape in (
            (0, (draw.integer(1, 6), draw.integer(1, 6))),
            (1, (draw.integer(1, 6), draw.integer(1, 6))),
            ([0, 1, 2], (3, 2, draw.integer(1, 3), draw.integer(1, 4))),
            ([0, 1], (3, 2, draw.integer(1, 3), draw.integer(1, 4))),
        ):
            low, high = draw.number(0.2, 0.8), draw.number(0.8, 1.9)
            for constraint in (
                constraints.NonNeg(),
                constraints.UnitNorm(axis),
                constraints.MaxNorm(high, axis),
                constraints.MinMaxNorm(low, high, 1.0, axis),
                constraints.MinMaxNorm(low, high, draw.number(0.2, 0.9), axis),
            ):
                cases.add(lambda: _case(constraint, draw.normal(*shape)))
    return cases


def _case(constraint, x):
    case = {"class_name": type(constraint).__name__, "config": plain(constraint.get_config())}
    return case | {"x": encode(x), "output": encode(constraint(x))}
