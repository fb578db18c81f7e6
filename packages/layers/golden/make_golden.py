"""Writes what real Keras says of some models, for the tests here: run with Keras 3.15 and no arguments.

architectures.json: for each model `model.to_json()`, the paths of its weights in order, and its summary.
clones.json: what `clone_model` makes of each model that was read from its JSON.
fits.json: what `fit` does with options that change which data is seen when.
"""
import json
import os
import pathlib

os.environ.setdefault("KERAS_BACKEND", "tensorflow")
os.environ["TF_CPP_MIN_LOG_LEVEL"] = "3"
import numpy as np  # noqa: E402
import keras  # noqa: E402
from keras import layers  # noqa: E402

HERE = pathlib.Path(__file__).parent


def stack():
    model = keras.Sequential([
        keras.Input((8, 8, 1)),
        layers.Rescaling(1 / 255),
        layers.Conv2D(4, 3, activation="relu", kernel_regularizer="l2"),
        layers.BatchNormalization(),
        layers.MaxPooling2D(),
        layers.Flatten(),
        layers.Dropout(0.25),
        layers.Dense(3, activation="softmax", bias_constraint="non_neg"),
    ])
    model.compile("adam", "sparse_categorical_crossentropy", metrics=["accuracy"])
    return model


def unbuilt():
    return keras.Sequential([layers.Dense(3), layers.Dense(4, name="head")])


def shared():
    a = keras.Input((4,), name="a")
    b = keras.Input((4,), name="b")
    dense = layers.Dense(3, name="tower")
    first, second = dense(a), dense(b)
    model = keras.Model([a, b], [layers.Dense(1, name="value")(first), layers.Dense(2, name="kind")(dense_twice(second))])
    model.compile(
        keras.optimizers.SGD(0.125, momentum=0.5),
        loss={"value": "mse", "kind": keras.losses.SparseCategoricalCrossentropy(from_logits=True)},
        loss_weights={"value": 1.0, "kind": 0.5},
        metrics={"kind": ["accuracy"]},
    )
    return model


def dense_twice(x):
    again = layers.Dense(3, activation="relu", name="again")
    return again(again(x))


def nested():
    inner = keras.Sequential([keras.Input((6,)), layers.Dense(5, name="inner_dense"), layers.BatchNormalization()], name="inner")
    y = keras.Input((5,), name="y")
    middle = keras.Model(y, layers.Activation("gelu")(layers.Dense(4)(y)), name="middle")
    x = keras.Input((6,), name="x")
    out = middle(inner(x))
    return keras.Model(x, out, name="nested")


def masked():
    ids = keras.Input((7,), dtype="int32", name="ids")
    vectors = layers.Embedding(20, 4, mask_zero=True)(ids)
    pooled = layers.GlobalAveragePooling1D()(vectors)
    return keras.Model(ids, layers.Dense(1, activation="sigmoid")(pooled), name="masked")


def summary(model, **options):
    lines = []
    model.summary(print_fn=lines.append, line_length=76, **options)
    return "\n".join(lines).rstrip()


def architectures():
    result = {}
    for make in (stack, unbuilt, shared, nested, masked):
        keras.utils.clear_session()
        model = make()
        result[make.__name__] = {
            "json": json.loads(model.to_json()),
            "paths": [w.path for w in model.weights],
            "summary": summary(model),
            "summary_full": summary(model, expand_nested=True, show_trainable=True),
        }
    return result


def clones(models):
    result = {}
    for name, model in models.items():
        keras.utils.clear_session()
        clone = keras.models.clone_model(keras.models.model_from_json(json.dumps(model["json"])))
        result[name] = {"json": json.loads(clone.to_json()), "paths": [w.path for w in clone.weights]}
    return result


class SeeBatches(keras.callbacks.Callback):
    def __init__(self):
        super().__init__()
        self.events = []

    def on_train_begin(self, logs=None): self.events.append("train_begin")
    def on_train_end(self, logs=None): self.events.append("train_end")
    def on_epoch_begin(self, epoch, logs=None): self.events.append(f"epoch_begin {epoch}")
    def on_epoch_end(self, epoch, logs=None): self.events.append(f"epoch_end {epoch} {','.join(logs)}")
    def on_train_batch_begin(self, batch, logs=None): self.events.append(f"train_batch_begin {batch}")
    def on_train_batch_end(self, batch, logs=None): self.events.append(f"train_batch_end {batch} {','.join(logs)}")
    def on_test_begin(self, logs=None): self.events.append("test_begin")
    def on_test_end(self, logs=None): self.events.append(f"test_end {','.join(logs)}")
    def on_test_batch_begin(self, batch, logs=None): self.events.append(f"test_batch_begin {batch}")
    def on_test_batch_end(self, batch, logs=None): self.events.append(f"test_batch_end {batch} {','.join(logs)}")
    def on_predict_begin(self, logs=None): self.events.append("predict_begin")
    def on_predict_end(self, logs=None): self.events.append("predict_end")
    def on_predict_batch_begin(self, batch, logs=None): self.events.append(f"predict_batch_begin {batch}")
    def on_predict_batch_end(self, batch, logs=None): self.events.append(f"predict_batch_end {batch}")


def linear_model(**options):
    keras.utils.clear_session()
    model = keras.Sequential([keras.Input((2,)), layers.Dense(1, kernel_initializer="ones")])
    model.compile(keras.optimizers.SGD(0.05), "mse", metrics=["mae"], weighted_metrics=["mse"], **options)
    return model


X = np.array([[i / 10, (i * 7 % 10) / 10] for i in range(10)], "float32")
Y = np.array([[i * 0.3 - 1] for i in range(10)], "float32")


def fits():
    result = {"x": X.tolist(), "y": Y.tolist(), "cases": {}}
    weights = np.linspace(0.5, 2, 10).astype("float32")
    cases = {
        "plain": dict(epochs=2, batch_size=4),
        "validation_split": dict(epochs=2, batch_size=3, validation_split=0.3),
        "validation_data": dict(epochs=3, batch_size=4, validation_data=(X[:5] + 1, Y[:5]), validation_freq=2, validation_batch_size=2),
        "validation_freq_list": dict(epochs=3, batch_size=5, validation_data=(X[:5], Y[:5], weights[:5]), validation_freq=[1, 3]),
        "validation_steps": dict(epochs=1, batch_size=5, validation_data=(X, Y), validation_batch_size=2, validation_steps=2),
        "sample_weight": dict(epochs=2, batch_size=4, sample_weight=weights),
        "initial_epoch": dict(epochs=4, initial_epoch=2, batch_size=5),
        "steps_per_epoch": dict(epochs=4, batch_size=2, steps_per_epoch=2),
    }
    for name, options in cases.items():
        model, see = linear_model(), SeeBatches()
        history = model.fit(X, Y, shuffle=False, verbose=0, callbacks=[see], **options)
        result["cases"][name] = {
            "history": history.history,
            "epoch": history.epoch,
            "events": see.events,
            "weights": [w.tolist() for w in model.get_weights()],
        }
    model, see = linear_model(steps_per_execution=2), SeeBatches()
    model.fit(X, Y, shuffle=False, verbose=0, callbacks=[see], batch_size=2)
    result["cases"]["steps_per_execution"] = {"events": see.events}
    model, see = linear_model(), SeeBatches()
    result["evaluate"] = model.evaluate(X, Y, batch_size=4, verbose=0, sample_weight=weights, callbacks=[see])
    result["evaluate_dict"] = model.evaluate(X, Y, batch_size=4, verbose=0, sample_weight=weights, return_dict=True)
    result["evaluate_events"] = see.events
    see = SeeBatches()
    result["predict"] = model.predict(X, batch_size=4, verbose=0, callbacks=[see]).tolist()
    result["predict_events"] = see.events
    result["train_on_batch"] = [model.train_on_batch(X, Y, sample_weight=weights) for _ in range(2)]
    result["test_on_batch"] = model.test_on_batch(X, Y, return_dict=True)
    return result


def write(name, value):
    (HERE / name).write_text(json.dumps(value, indent=1, default=float) + "\n")


models = architectures()
write("architectures.json", {"keras": keras.__version__, "models": models})
write("clones.json", {"keras": keras.__version__, "models": clones(models)})
write("fits.json", {"keras": keras.__version__, **fits()})
