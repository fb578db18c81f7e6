"""Writes more-layers.golden.json: layer cases of a conformance kit (outputs, and gradients where there are any) that the kit does not have.

    pip install keras==3.15.1 tensorflow-cpu
    KERAS_BACKEND=tensorflow python make_golden.py
"""

import base64
import json
import os
import pathlib

os.environ.setdefault("KERAS_BACKEND", "tensorflow")
os.environ["TF_CPP_MIN_LOG_LEVEL"] = "3"
import keras  # noqa: E402
import numpy as np  # noqa: E402
import tensorflow as tf  # noqa: E402
from keras import layers  # noqa: E402

HERE = pathlib.Path(__file__).parent
RNG = np.random.default_rng(7)
CASES = []


def array(value):
    value = np.asarray(value)
    kind = "bool" if value.dtype == np.bool_ else "int32" if np.issubdtype(value.dtype, np.integer) else "float32"
    stored = value.astype({"bool": "uint8", "int32": "<i4", "float32": "<f4"}[kind])
    return {"dtype": kind, "shape": list(value.shape), "b64": base64.b64encode(np.ascontiguousarray(stored).tobytes()).decode()}


def normal(*shape):
    return RNG.normal(size=shape).astype("float32")


def case(layer, inputs, style="single", **call):
    name = layer.__class__.__name__
    name = {"GroupedQueryAttention": "GroupQueryAttention"}.get(name, name)
    config = json.loads(json.dumps(layer.get_config()))
    tensors = [tf.constant(x) for x in inputs]
    arguments = {key: tf.constant(x) if isinstance(x, np.ndarray) else x for key, x in call.items()}
    layer(*tensors, **arguments)
    keras_weights = layer.weights
    for weight in keras_weights:
        if not name.startswith("STFT"):
            weight.assign(normal(*weight.shape) * 0.5)
    with tf.GradientTape() as tape:
        floats = [x for x in tensors if x.dtype == tf.float32]
        for x in floats:
            tape.watch(x)
        output = layer(*tensors, **arguments)
        upstream = normal(*output.shape)
        total = tf.reduce_sum(output * upstream)
    grads = tape.gradient(total, floats + [weight.value for weight in keras_weights])
    written = [None if g is None else array(tf.convert_to_tensor(g)) for g in grads]
    by_input = iter(written)
    CASES.append(
        {
            "name": f"{name}_{1 + sum(c['class_name'] == name for c in CASES)}",
            "kind": "layer",
            "class_name": name,
            "config": config,
            "style": style,
            "inputs": [array(x) for x in inputs],
            "training": False,
            "call": {key: array(x) if isinstance(x, np.ndarray) else x for key, x in call.items()},
            "weights": [
                {"name": w.name, "path": w.path, "trainable": w.trainable, "array": array(w.numpy())} for w in keras_weights
            ],
            "output": array(output),
            "output_mask": None if getattr(output, "_keras_mask", None) is None else array(output._keras_mask),
            "grad_output": array(upstream),
            "grad_inputs": [next(by_input) if x.dtype == tf.float32 else None for x in tensors],
            "grad_weights": list(by_input),
        }
    )


def fresh(make):
    keras.backend.clear_session()
    return make()


query_mask = np.array([[True, False, True], [True, True, False]])
value_mask = np.array([[True, True, False, True], [False, True, True, True]])
for options in [{}, {"use_gate": True}]:
    for masks in [{"query_mask": query_mask}, {"query_mask": query_mask, "value_mask": value_mask}]:
        layer = fresh(lambda: layers.GroupQueryAttention(3, 4, 2, **options))
        case(layer, [normal(2, 3, 5), normal(2, 4, 5)], "args", **masks)

ids = RNG.integers(0, 6, (2, 4)).astype("int32")
for options in [{}, {"tie_weights": False, "logit_soft_cap": 2.5}, {"mask_zero": True}]:
    case(fresh(lambda: layers.ReversibleEmbedding(6, 3, **options)), [ids])
    case(fresh(lambda: layers.ReversibleEmbedding(6, 3, **options)), [normal(2, 4, 3)], reverse=True)

for mode in ["log", "magnitude", "psd", "real", "imag", "stft"]:
    case(fresh(lambda: layers.STFTSpectrogram(mode, 16)), [normal(2, 40, 2)])
odd = {"frame_length": 10, "frame_step": 3, "fft_length": 12}
case(fresh(lambda: layers.STFTSpectrogram("magnitude", window="hamming", periodic=True, scaling="spectrum", **odd)), [normal(1, 31, 1)])
case(fresh(lambda: layers.STFTSpectrogram("stft", expand_dims=True, padding="same", scaling=None, **odd)), [normal(2, 31, 2)])
case(fresh(lambda: layers.STFTSpectrogram("psd", window=None, **odd)), [normal(2, 31, 1)])

small = {"fft_length": 32, "sequence_stride": 7, "num_mel_bins": 5, "sampling_rate": 800}
case(fresh(lambda: layers.MelSpectrogram(**small)), [normal(2, 60)])
case(fresh(lambda: layers.MelSpectrogram(sequence_length=20, window="hamming", power_to_db=False, mag_exp=1.0, **small)), [normal(2, 50)])
case(fresh(lambda: layers.MelSpectrogram(min_freq=60.0, max_freq=300.0, top_db=15.0, ref_power=2.0, **small)), [normal(45)])

lines = ",\n".join(json.dumps(c, separators=(",", ":")) for c in CASES)
(HERE / "more-layers.golden.json").write_text(f'{{"keras":"{keras.__version__}","cases":[\n{lines}\n]}}\n')
print(f"{len(CASES)} cases")
