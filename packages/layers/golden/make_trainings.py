"""Writes trainings.json: what Keras's `fit` says of four small networks, step by step: run with Keras 3.15 and no arguments.

A case is `{model, weights, x, y, optimizer, losses, final}`: four epochs of batches of 4 without shuffling; `losses` are the logs after each
step, and `final` is the sum of the absolute values of each weight at the end.
"""
import json
import os
import pathlib

os.environ.setdefault("KERAS_BACKEND", "tensorflow")
os.environ["TF_CPP_MIN_LOG_LEVEL"] = "3"
import numpy as np  # noqa: E402
import keras  # noqa: E402
from keras import layers as L  # noqa: E402

HERE = pathlib.Path(__file__).parent


def gru():
    return keras.Sequential([keras.Input((5, 3)), L.GRU(6, reset_after=True, return_sequences=True), L.GRU(4), L.Dense(1)])


def bidirectional():
    x = keras.Input(batch_shape=(4, 5, 2))
    y = L.Bidirectional(L.LSTM(3, stateful=True, return_sequences=True))(L.Masking()(x))
    return keras.Model(x, L.Dense(1)(L.GlobalAveragePooling1D()(y)))


def attention():
    x = keras.Input((4, 6))
    heads = L.MultiHeadAttention(2, 3)(x, x, use_causal_mask=True)
    y = L.LayerNormalization()(L.Add()([x, heads]))
    y = L.LayerNormalization()(L.Add()([y, L.Dense(6)(L.Dense(8, activation="gelu")(y))]))
    return keras.Model(x, L.Dense(1)(L.GlobalAveragePooling1D()(y)))


def residual():
    x = keras.Input((6, 6, 2))
    y = L.Conv2D(4, 3, padding="same", use_bias=False)(x)
    y = L.Activation("relu")(L.BatchNormalization()(y))
    for filters, strides in ((4, 1), (6, 2)):
        z = L.Conv2D(filters, 3, strides=strides, padding="same", use_bias=False)(y)
        z = L.Activation("relu")(L.BatchNormalization()(z))
        z = L.BatchNormalization()(L.Conv2D(filters, 3, padding="same", use_bias=False)(z))
        short = y if strides == 1 else L.BatchNormalization()(L.Conv2D(filters, 1, strides=2, use_bias=False)(y))
        y = L.Activation("relu")(L.Add()([z, short]))
    return keras.Model(x, L.Dense(1)(L.GlobalAveragePooling2D()(y)))


class Losses(keras.callbacks.Callback):
    """The losses after each step: means over the epoch so far, as Keras logs them."""

    def __init__(self):
        super().__init__()
        self.all = []

    def on_train_batch_end(self, batch, logs=None):
        self.all.append(logs["loss"])


def digits(value):
    return np.round(np.asarray(value, "float64"), 6).tolist()


def case(make, optimizer):
    keras.utils.clear_session()
    keras.utils.set_random_seed(5)
    rng = np.random.default_rng(7)
    model = make()
    shape = model.input_shape[1:]
    x = np.round(rng.normal(size=(16, *shape)), 3).astype("float32")
    if make is bidirectional:
        for sample, length in enumerate(rng.integers(1, shape[0] + 1, 16)):
            x[sample, length:] = 0
    y = np.round(np.tanh(x.reshape(16, -1)[:, :3].sum(1, keepdims=True)), 3).astype("float32")
    model.set_weights([np.round(w, 4) for w in model.get_weights()])
    weights = [digits(w) for w in model.get_weights()]
    architecture = json.loads(model.to_json())
    model.compile(optimizer, "mse")
    losses = Losses()
    model.fit(x, y, batch_size=4, epochs=4, shuffle=False, verbose=0, callbacks=[losses])
    return {
        "model": architecture,
        "weights": weights,
        "x": x.tolist(),
        "y": y.tolist(),
        "optimizer": keras.saving.serialize_keras_object(keras.optimizers.get(optimizer)),
        "losses": digits(losses.all),
        "final": digits([np.abs(w).sum() for w in model.get_weights()]),
    }


CASES = {
    "GRU with resetAfter": case(gru, keras.optimizers.SGD(0.1, momentum=0.9)),
    "stateful Bidirectional LSTM with masks": case(bidirectional, keras.optimizers.SGD(0.1, momentum=0.9)),
    "block of MultiHeadAttention": case(attention, keras.optimizers.SGD(0.05, momentum=0.9)),
    "ResNet with BatchNormalization": case(residual, keras.optimizers.SGD(0.05, momentum=0.9)),
}
lines = ",\n".join(f"{json.dumps(name)}:{json.dumps(value, separators=(',', ':'))}" for name, value in CASES.items())
(HERE / "trainings.json").write_text(f'{{"keras":"{keras.__version__}","cases":{{\n{lines}\n}}}}\n')
for name, value in CASES.items():
    print(name, value["losses"])
