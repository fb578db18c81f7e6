"""losses.json: every loss with its options, all reductions, and weights."""
import keras
import tensorflow as tf
from keras import losses

from kit import Cases, Draw, encode, plain


def make(seed, times):
    draw, cases = Draw(seed, "losses"), Cases()
    for _ in range(times):
        for reduction in ("sum_over_batch_size", "sum", None, "mean_with_sample_weight"):
            for weighted in (False, True):
                for name, data, options in kinds(draw):
                    cases.add(lambda: _case(draw, name, data, options | {"reduction": reduction}, weighted))
        edges(draw, cases)
    return cases


def _shape(draw):
    return draw.one((draw.integer(1, 5), draw.integer(2, 6)), (draw.integer(2, 4), draw.integer(1, 4), draw.integer(2, 5)))


def kinds(draw):
    """Each loss with targets and predictions fit for it, and options of its own."""
    for name in ("MeanSquaredError", "MeanAbsoluteError", "LogCosh", "MeanAbsolutePercentageError"):
        shape = _shape(draw)
        yield name, (draw.normal(*shape), draw.normal(*shape)), {}
    shape = _shape(draw)
    # Keras leaves `delta` and `axis` of these two out of their configs.
    yield "Huber", (draw.normal(*shape), draw.normal(*shape, scale=2)), {}
    yield "CosineSimilarity", (draw.normal(*shape), draw.normal(*shape)), {}
    for name in ("MeanSquaredLogarithmicError", "Poisson"):
        shape = _shape(draw)
        yield name, (draw.uniform(*shape, high=3), draw.uniform(*shape, low=0.1, high=3)), {}
    for name in ("Hinge", "SquaredHinge"):
        shape = _shape(draw)
        signs = draw.labels(*shape)
        yield name, (draw.one(signs, 2 * signs - 1), draw.normal(*shape)), {}
    shape = _shape(draw)
    yield "CategoricalHinge", (draw.one_hot(shape[-1], *shape[:-1]), draw.normal(*shape)), {}
    yield "KLDivergence", (draw.probabilities(*shape), draw.probabilities(*shape)), {}
    yield "CategoricalGeneralizedCrossEntropy", (draw.integers(4, 5), draw.probabilities(5, 4)), {"q": draw.number(0.2, 0.9)}
    for from_logits in (False, True):
        given = (lambda *s: draw.normal(*s, scale=2)) if from_logits else (lambda *s: draw.uniform(*s, low=0.05, high=0.95))
        shares = (lambda *s: draw.normal(*s, scale=2)) if from_logits else draw.probabilities
        options = {"from_logits": from_logits}
        smooth = {"label_smoothing": draw.one(0.0, draw.number(0, 0.3))}
        shape = _shape(draw)
        yield "BinaryCrossentropy", (draw.labels(*shape), given(*shape)), options | smooth | {"axis": draw.one(-1, -1, 1)}
        focal = {"alpha": draw.number(0.1, 0.6), "gamma": draw.number(0.5, 3)}
        balanced = {"apply_class_balancing": draw.chance()} | focal
        yield "BinaryFocalCrossentropy", (draw.labels(*shape), given(*shape)), options | smooth | balanced
        shape = _shape(draw)
        yield "CategoricalCrossentropy", (draw.one_hot(shape[-1], *shape[:-1]), shares(*shape)), options | smooth
        across = draw.one_hot(4, 3, 2).transpose(0, 2, 1), shares(3, 2, 4).transpose(0, 2, 1)
        # Smoothed along the last axis these add up to more or less than 1, and TensorFlow has another gradient than the rest.
        yield "CategoricalCrossentropy", across, options | {"axis": 1}
        yield "CategoricalFocalCrossentropy", (draw.one_hot(shape[-1], *shape[:-1]), shares(*shape)), options | smooth | focal
        shape = _shape(draw)
        labels = draw.integers(shape[-1], *shape[:-1])
        labels = labels[..., None] if draw.chance() else labels.astype(draw.one("int32", "float32"))
        ignored = {"ignore_class": draw.one(None, None, 0, 1, -1)}
        yield "SparseCategoricalCrossentropy", (labels, shares(*shape)), options | ignored
    shape = (draw.integer(2, 4), draw.integer(2, 4), draw.integer(2, 4), draw.integer(1, 2))
    yield "Dice", (draw.labels(*shape), draw.uniform(*shape)), {"axis": draw.one(None, [1, 2, 3], [1, 2])}
    tversky = {"alpha": draw.number(0.1, 0.9), "beta": draw.number(0.1, 0.9), "axis": draw.one(None, [1, 2, 3])}
    yield "Tversky", (draw.labels(*shape), draw.uniform(*shape)), tversky
    vectors = draw.normal(6, 3)
    vectors /= (vectors**2).sum(1, keepdims=True) ** 0.5
    circle = {"gamma": draw.number(2, 8), "margin": draw.number(0.1, 0.5)}
    yield "Circle", (draw.integers(3, 6), vectors), circle
    yield "Circle", (draw.integers(3, 6), vectors), circle | {"remove_diagonal": False}
    across = draw.one_hot(4, 3, 2).transpose(0, 2, 1), draw.probabilities(3, 2, 4).transpose(0, 2, 1)
    yield "CategoricalFocalCrossentropy", across, {"axis": 1}
    shape = (3, 4, 2)
    yield "BinaryFocalCrossentropy", (draw.labels(*shape), draw.uniform(*shape, low=0.05, high=0.95)), {"axis": 1, "gamma": 1.5}
    labels = 1 + draw.integers(3, draw.integer(2, 3), 3)
    labels[0, -1] = 0
    yield "CTC", (labels, draw.normal(len(labels), draw.integer(7, 9), draw.integer(5, 6))), {}


def _case(draw, name, data, options, weighted=False, gradient=True):
    y_true, y_pred = data
    loss = getattr(losses, name)(**options)
    weight = None
    if weighted and name not in ("Dice", "Tversky"):
        of_axis_1 = options.get("axis") == 1 and y_pred.ndim == 3
        shapes = [(len(y_pred),), (len(y_pred), 1)]
        if y_pred.ndim == 3 and name not in ("Circle", "CTC") and not of_axis_1:
            shapes.append(y_pred.shape[:2])
        elif y_pred.ndim == 3 and of_axis_1:
            shapes = [(len(y_pred), 1)]
        if name in ("Circle", "CTC", "CategoricalGeneralizedCrossEntropy"):
            shapes = shapes[:1]
        weight = draw.uniform(*draw.one(*shapes), high=2)
        if draw.chance(0.3):
            weight.reshape(-1)[0] = 0
    prediction = tf.convert_to_tensor(y_pred)
    with tf.GradientTape() as tape:
        tape.watch(prediction)
        value = loss(tf.convert_to_tensor(y_true), prediction, sample_weight=weight)
        upstream = draw.normal(*value.shape) if value.shape.rank else 1.0
        goal = tf.reduce_sum(value * upstream)
    found = tape.gradient(goal, prediction) if gradient else None
    case = {"class_name": name, "config": plain(loss.get_config()), "y_true": encode(y_true), "y_pred": encode(y_pred)}
    case |= {"sample_weight": encode(weight), "value": encode(value), "grad_output": encode(upstream)}
    case["grad_y_pred"] = None if found is None else encode(found)
    return case


def edges(draw, cases):
    sure, large, logits = draw.labels(3, 4), draw.normal(3, 4, scale=60), {"from_logits": True}
    certain = draw.one_hot(4, 3)
    for name, y_true, probabilities in (
        ("BinaryCrossentropy", draw.labels(3, 4), sure),
        ("CategoricalCrossentropy", draw.one_hot(4, 3), certain),
        ("SparseCategoricalCrossentropy", draw.integers(4, 3), certain),
    ):
        cases.add(lambda: _case(draw, name, (y_true, probabilities), {}, gradient=False), f"{name}_edge")
        cases.add(lambda: _case(draw, name, (y_true, large), logits), f"{name}_edge")
