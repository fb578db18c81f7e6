"""metrics.json: streaming metrics over several updates, weighted and not."""
import keras
from keras import metrics

from kit import Cases, Draw, encode, plain


def make(seed, times):
    draw, cases = Draw(seed, "metrics"), Cases()
    for _ in range(times):
        for weighted in (False, True):
            for name, options, data in kinds(draw):
                cases.add(lambda: _case(draw, name, options, data, weighted))
    return cases


def kinds(draw):
    """Each metric with options of its own and what gives the arguments of one update."""
    for name in ("Mean", "Sum"):
        yield name, {}, lambda: (draw.normal(*draw.one((4,), (3, 2), (2, 3, 2))),)
    classes, rows = draw.integer(2, 5), draw.integer(3, 7)
    spread = lambda *shape: (draw.normal(*shape), draw.normal(*shape))
    sparse = lambda: (draw.integers(classes, rows, 1) if draw.chance(0.3) else draw.integers(classes, rows), draw.probabilities(rows, classes))
    onehot = lambda: (draw.one_hot(classes, rows), draw.probabilities(rows, classes))
    binary = lambda: (draw.labels(rows, 1), draw.uniform(rows, 1))
    several = lambda: (draw.labels(rows, 3), draw.uniform(rows, 3))
    positive = lambda: (draw.uniform(rows, 3, low=0.1, high=3), draw.uniform(rows, 3, low=0.1, high=3))
    yield "Accuracy", {}, lambda: (draw.integers(3, rows, 1), draw.integers(3, rows, 1))
    yield "BinaryAccuracy", {}, binary
    yield "BinaryAccuracy", {"threshold": draw.number(0.2, 0.8)}, several
    yield "CategoricalAccuracy", {}, onehot
    yield "CategoricalAccuracy", {}, lambda: (draw.one_hot(classes, rows, 2), draw.probabilities(rows, 2, classes))
    yield "SparseCategoricalAccuracy", {}, sparse
    yield "SparseCategoricalAccuracy", {}, lambda: (draw.integers(classes, rows, 3), draw.probabilities(rows, 3, classes))
    for k in (1, draw.integer(1, 4)):
        yield "TopKCategoricalAccuracy", {"k": k}, onehot
        yield "SparseTopKCategoricalAccuracy", {"k": k}, sparse
    for name in ("MeanSquaredError", "RootMeanSquaredError", "MeanAbsoluteError", "LogCoshError", "MeanAbsolutePercentageError"):
        yield name, {}, lambda: spread(rows, 3)
        yield name, {}, lambda: spread(rows, 1)
    yield "CosineSimilarity", {"axis": -1}, lambda: spread(rows, 3)
    yield "CosineSimilarity", {"axis": 1}, lambda: spread(rows, 3)
    yield "MeanSquaredLogarithmicError", {}, positive
    yield "Poisson", {}, positive
    for aggregation in ("uniform_average", "variance_weighted_average", None):
        yield "R2Score", {"class_aggregation": aggregation, "num_regressors": draw.one(0, 1, 2)}, lambda: spread(rows, 2)
    yield "PearsonCorrelation", {}, lambda: spread(rows, 4)
    yield "ConcordanceCorrelation", {}, lambda: spread(rows, 4)
    for name in ("TruePositives", "TrueNegatives", "FalsePositives", "FalseNegatives", "Precision", "Recall"):
        for thresholds in (None, draw.number(0.2, 0.8), sorted(draw.number(0.1, 0.9) for _ in range(draw.integer(2, 4)))):
            yield name, {"thresholds": thresholds}, draw.one(binary, several)
    for name in ("Precision", "Recall"):
        yield name, {"top_k": draw.integer(1, 2)}, onehot
        yield name, {"class_id": draw.integer(0, classes - 1)}, onehot
        yield name, {"class_id": 0, "top_k": 2}, onehot
    for curve in ("ROC", "PR"):
        for summation in ("interpolation", "minoring", "majoring"):
            options = {"curve": curve, "summation_method": summation, "num_thresholds": draw.one(200, 20, 5, 3)}
            yield "AUC", options, draw.one(binary, several)
        yield "AUC", {"curve": curve, "multi_label": True, "num_thresholds": draw.one(200, 7)}, several
        weights = {"label_weights": [draw.number(0.1, 0.9) for _ in range(3)], "multi_label": True}
        yield "AUC", {"curve": curve, **weights}, several
        yield "AUC", {"curve": curve, "from_logits": True}, lambda: (draw.labels(rows, 1), draw.normal(rows, 1, scale=2))
        yield "AUC", {"curve": curve, "thresholds": sorted(draw.number(0.1, 0.9) for _ in range(3))}, binary
    for name, option in (
        ("SensitivityAtSpecificity", "specificity"),
        ("SpecificityAtSensitivity", "sensitivity"),
        ("PrecisionAtRecall", "recall"),
        ("RecallAtPrecision", "precision"),
    ):
        yield name, {option: draw.number(0.2, 0.8), "num_thresholds": draw.one(200, 20, 1)}, binary
        yield name, {option: draw.number(0.2, 0.8), "class_id": 1}, several
    for average in (None, "micro", "macro", "weighted"):
        threshold = draw.one(None, draw.number(0.2, 0.6))
        yield "F1Score", {"average": average, "threshold": threshold}, draw.one(onehot, several)
        yield "FBetaScore", {"average": average, "beta": draw.number(0.4, 2), "threshold": threshold}, draw.one(onehot, several)
    regions = lambda: (draw.integers(3, rows, 2), draw.integers(3, rows, 2))
    yield "MeanIoU", {"num_classes": 3, "ignore_class": draw.one(None, 0, 2)}, regions
    yield "IoU", {"num_classes": 3, "target_class_ids": draw.one([0, 1], [2], [0, 1, 2])}, regions
    yield "BinaryIoU", {"target_class_ids": draw.one([0], [1], [0, 1]), "threshold": draw.number(0.2, 0.8)}, several
    shares = lambda: (draw.one_hot(3, rows), draw.probabilities(rows, 3))
    yield "OneHotIoU", {"num_classes": 3, "target_class_ids": draw.one([0, 2], [1])}, shares
    yield "OneHotMeanIoU", {"num_classes": 3, "ignore_class": draw.one(None, 1)}, shares
    yield "MeanIoU", {"num_classes": 3, "sparse_y_true": False, "sparse_y_pred": False}, shares
    yield "IoU", {"num_classes": 3, "target_class_ids": [1, 2], "sparse_y_pred": False, "ignore_class": draw.one(None, 1)}, lambda: (draw.integers(3, rows), draw.probabilities(rows, 3))
    across = lambda: (draw.one_hot(3, rows, 2).transpose(0, 2, 1), draw.probabilities(rows, 2, 3).transpose(0, 2, 1))
    yield "OneHotMeanIoU", {"num_classes": 3, "axis": 1}, across
    yield "OneHotIoU", {"num_classes": 3, "target_class_ids": [0, 1], "axis": 1, "ignore_class": draw.one(None, 2)}, across
    yield "OneHotMeanIoU", {"num_classes": 3, "sparse_y_pred": True}, lambda: (draw.one_hot(3, rows), draw.integers(3, rows))
    yield "AUC", {"multi_label": True, "num_labels": 3, "num_thresholds": 9}, several
    yield "PearsonCorrelation", {"axis": draw.one(0, 1)}, lambda: spread(rows, 4)
    yield "ConcordanceCorrelation", {"axis": draw.one(0, 1)}, lambda: spread(rows, 4)
    yield "CategoricalCrossentropy", {"axis": 1}, across
    ignored = {"ignore_class": draw.integer(0, classes - 1)}
    yield "SparseCategoricalCrossentropy", ignored, lambda: (draw.integers(classes, rows), draw.probabilities(rows, classes))
    for name in ("Hinge", "SquaredHinge"):
        yield name, {}, lambda: (2 * draw.labels(rows, 3) - 1, draw.normal(rows, 3))
    yield "CategoricalHinge", {}, lambda: (draw.one_hot(classes, rows), draw.normal(rows, classes))
    yield "KLDivergence", {}, lambda: (draw.probabilities(rows, 3), draw.probabilities(rows, 3))
    for logits in (False, True):
        options, smooth = {"from_logits": logits}, {"label_smoothing": draw.one(0.0, 0.1)}
        scores = (lambda *s: draw.normal(*s, scale=2)) if logits else draw.probabilities
        given = (lambda *s: draw.normal(*s, scale=2)) if logits else (lambda *s: draw.uniform(*s, low=0.05, high=0.95))
        yield "BinaryCrossentropy", options | smooth, lambda: (draw.labels(rows, 3), given(rows, 3))
        yield "CategoricalCrossentropy", options | smooth, lambda: (draw.one_hot(classes, rows), scores(rows, classes))
        yield "SparseCategoricalCrossentropy", options, lambda: (draw.integers(classes, rows), scores(rows, classes))


def _case(draw, name, options, data, weighted):
    keras.utils.clear_session()
    metric = getattr(metrics, name)(**options)
    case = {"class_name": name, "config": plain(metric.get_config()), "updates": [], "results": []}
    for _ in range(3):
        args = data()
        weight = None
        if weighted:
            rows = len(args[0])
            weight = draw.uniform(*(draw.one((rows,), (rows, 1)) if name == "Accuracy" else (rows,)), high=2)
            if name in ("Mean", "Sum"):
                weight = draw.uniform(*args[0].shape, high=2)
        metric.update_state(*args, sample_weight=weight)
        result = metric.result()
        case["updates"].append({"args": [encode(a) for a in args], "sample_weight": encode(weight)})
        several = isinstance(result, dict)
        case["results"].append({key: encode(v) for key, v in result.items()} if several else encode(result))
    case["variables"] = [{"name": v.name, "array": encode(v)} for v in metric.variables]
    return case
