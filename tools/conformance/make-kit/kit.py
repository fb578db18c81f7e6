"""What all groups of a kit need: arrays as JSON, seeded draws, one layer's case from start to end."""
import base64
import json
import sys

import keras
import numpy as np
import tensorflow as tf
from keras.src import backend


class Draw:
    """Seeded choices and values; one for each group, so that a new case in one group leaves the others as they are."""

    def __init__(self, seed, group):
        self.rng = np.random.default_rng([seed, *group.encode()])

    def one(self, *options):
        return options[self.rng.integers(len(options))]

    def integer(self, low, high):
        return int(self.rng.integers(low, high + 1))

    def number(self, low, high):
        return round(float(self.rng.uniform(low, high)), 3)

    def chance(self, share=0.5):
        return bool(self.rng.random() < share)

    def normal(self, *shape, scale=1.0):
        return (scale * self.rng.normal(size=shape)).astype("float32")

    def uniform(self, *shape, low=0.0, high=1.0):
        return self.rng.uniform(low, high, size=shape).astype("float32")

    def integers(self, high, *shape):
        return self.rng.integers(0, high, size=shape).astype("int32")

    def labels(self, *shape):
        return self.integers(2, *shape).astype("float32")

    def one_hot(self, classes, *shape):
        return np.eye(classes, dtype="float32")[self.integers(classes, *shape)]

    def probabilities(self, *shape):
        exponents = np.exp(self.normal(*shape))
        return (exponents / exponents.sum(-1, keepdims=True)).astype("float32")

    def mask(self, *shape, tail=False):
        """Which steps count. `tail`: only the last ones of a row may be masked, as after padding."""
        if not tail:
            return self.rng.random(shape) < 0.7
        lengths = self.rng.integers(1, shape[-1] + 1, size=shape[:-1])
        return np.arange(shape[-1]) < lengths[..., None]


def encode(value):
    """An array in the kit's form; None stays None."""
    if value is None:
        return None
    array = np.asarray(value)
    if array.dtype.kind in "OSU":
        flat = [v.decode() if isinstance(v, bytes) else str(v) for v in array.reshape(-1)]
        return {"dtype": "string", "shape": list(array.shape), "data": flat}
    kind = "bool" if array.dtype == bool else "float32" if array.dtype.kind == "f" else "int32"
    data = np.ascontiguousarray(array.astype(kind))
    return {"dtype": kind, "shape": list(array.shape), "b64": base64.b64encode(data.tobytes()).decode()}


def decode(array):
    """An array out of the kit's form."""
    return np.frombuffer(base64.b64decode(array["b64"]), array["dtype"]).reshape(array["shape"])


def plain(value):
    """A config as plain JSON."""
    return json.loads(json.dumps(value, default=_plain))


def _plain(value):
    if isinstance(value, np.ndarray):
        return value.tolist()
    if isinstance(value, np.generic):
        return value.item()
    if isinstance(value, (set, frozenset)):
        return sorted(value)
    if hasattr(value, "as_list"):
        return value.as_list()
    if tf.is_tensor(value):
        return value.numpy().tolist()
    return keras.saving.serialize_keras_object(value)


def weights_of(layer):
    return [{"name": w.name, "path": w.path, "trainable": bool(w.trainable), "array": encode(w)} for w in layer.weights]


def scatter(draw, layer):
    """Gives the weights values that no initializer gives. What has to be positive stays so; what is learned otherwise stays."""
    for weight in layer.weights:
        if weight.name in ("moving_variance", "moving_stddev"):
            weight.assign(draw.uniform(*weight.shape, low=0.3, high=2))
        elif weight.name in ("gamma", "scale") and weight.trainable:
            weight.assign(draw.uniform(*weight.shape, low=0.3, high=1.7))
        elif weight.trainable or weight.name.startswith("moving"):
            weight.assign(draw.normal(*weight.shape, scale=0.5))


def layer_case(draw, make, inputs, style="single", training=False, call=None, adapt=None, gradients=True):
    """Builds a layer, feeds it, and writes down what came out, the gradients, and what became of its weights."""
    keras.utils.clear_session()
    layer = make()
    if isinstance(layer, keras.Sequential):
        # From its config, as a reader of the kit builds it: the paths of weights depend on it.
        layer = keras.Sequential.from_config(layer.get_config())
    call = call or {}
    config = plain(layer.get_config())
    if adapt is not None:
        layer.adapt(adapt)

    def apply(tensors):
        options = {key: _tensors(value) for key, value in call.items()}
        positional = [tensors] if style == "list" else tensors
        return layer(*positional, training=training, **options)

    tensors = [tf.convert_to_tensor(x) for x in inputs]
    apply(tensors)
    if adapt is None:
        scatter(draw, layer)
    class_name = keras.saving.serialize_keras_object(layer)["class_name"]
    case = {"kind": "layer", "class_name": class_name, "config": config, "style": style}
    case |= {"inputs": [encode(x) for x in inputs], "training": training, "weights": weights_of(layer)}
    if call:
        case["call"] = {key: _encoded(value) for key, value in call.items()}
    if adapt is not None:
        case["adapt"] = encode(adapt)
    trainable = [w for w in layer.weights if w.trainable]
    with tf.GradientTape() as tape:
        sources = [x for x in tensors if x.dtype.is_floating]
        tape.watch(sources)
        output = apply(tensors)
        outputs = tf.nest.flatten(output)
        upstream = [draw.normal(*y.shape) if y.dtype.is_floating and gradients else None for y in outputs]
        goal = sum(tf.reduce_sum(y * g) for y, g in zip(outputs, upstream) if g is not None)
    several = isinstance(output, (list, tuple))
    case["output"] = [_encoded(y) for y in output] if several else encode(output)
    mask = backend.get_keras_mask(outputs[0])
    if mask is not None:
        case["output_mask"] = encode(mask)
    if layer.losses:
        case["losses"] = [float(loss) for loss in layer.losses]
    if any(g is not None for g in upstream):
        found = tape.gradient(goal, sources + [w.value for w in trainable])
        found = [None if g is None else tf.convert_to_tensor(g) for g in found]
        of_inputs, of_weights = iter(found[: len(sources)]), iter(found[len(sources) :])
        case["grad_output"] = [encode(g) for g in upstream] if several else encode(upstream[0])
        case["grad_inputs"] = [encode(next(of_inputs)) if x.dtype.is_floating else None for x in tensors]
        case["grad_weights"] = [encode(next(of_weights)) if w.trainable else None for w in layer.weights]
    if training and any(not w.trainable for w in layer.weights):
        case["weights_after"] = [encode(w) for w in layer.weights]
    return case


def _tensors(value):
    if isinstance(value, list):
        return [_tensors(v) for v in value]
    return tf.convert_to_tensor(value) if isinstance(value, np.ndarray) else value


def _encoded(value):
    if isinstance(value, (list, tuple)):
        return [_encoded(v) for v in value]
    return value if isinstance(value, (bool, int, float, str)) or value is None else encode(value)


class Cases(list):
    """The cases of one group, each under a name of its own."""

    def add(self, make, label=None):
        """Adds what `make` gives. What Keras itself refuses is no case, and said so."""
        try:
            case = make()
        except (ValueError, TypeError, NotImplementedError, tf.errors.OpError) as error:
            print("refused by Keras:", str(error).splitlines()[0][:150], file=sys.stderr)
            return
        label = label or case["class_name"]
        number = 1 + sum(other["name"].rsplit("_", 1)[0] == label for other in self)
        self.append({"name": f"{label}_{number}", **case})
