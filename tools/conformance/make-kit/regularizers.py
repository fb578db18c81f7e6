"""regularizers.json: the penalty and its gradient."""
import tensorflow as tf
from keras import regularizers

from kit import Cases, Draw, encode, plain


def make(seed, times):
    draw, cases = Draw(seed, "regularizers"), Cases()
    for _ in range(times):
        strength = lambda: draw.number(0.001, 0.1)
        for shape in ((draw.integer(1, 5), draw.integer(1, 6)), (draw.integer(1, 6),), (3, 2, draw.integer(1, 3), draw.integer(1, 4))):
            for regularizer in (regularizers.L1(strength()), regularizers.L2(strength()), regularizers.L1L2(strength(), strength())):
                cases.add(lambda: _case(regularizer, draw.normal(*shape)))
        for mode in ("rows", "columns"):
            regularizer = regularizers.OrthogonalRegularizer(strength(), mode)
            cases.add(lambda: _case(regularizer, draw.normal(draw.integer(2, 5), draw.integer(2, 5))))
    return cases


def _case(regularizer, x):
    tensor = tf.convert_to_tensor(x)
    with tf.GradientTape() as tape:
        tape.watch(tensor)
        value = regularizer(tensor)
    case = {"class_name": type(regularizer).__name__, "config": plain(regularizer.get_config()), "x": encode(x)}
    return case | {"value": float(value), "grad": encode(tape.gradient(value, tensor))}
