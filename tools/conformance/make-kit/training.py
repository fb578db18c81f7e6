"""training.json: whole small trainings, step by step."""
import keras
import numpy as np
import tensorflow as tf
from keras import layers, losses, metrics, optimizers

from kit import Cases, Draw, encode, plain, scatter, weights_of


def make(seed, times):
    dense_gradients()
    draw, cases = Draw(seed, "training"), Cases()
    for _ in range(times):
        for name, build in NETS.items():
            cases.add(lambda: _case(draw, **build(draw)), name)
    return cases


def dense_gradients():
    """An embedding's gradients as one array, as on Keras's other backends: TensorFlow would hand the optimizer slices."""
    apply = keras.optimizers.Optimizer.apply_gradients

    def apply_dense(self, pairs):
        return apply(self, [(tf.convert_to_tensor(gradient), variable) for gradient, variable in pairs])

    keras.optimizers.Optimizer.apply_gradients = apply_dense


def convolutional(draw):
    size, channels, classes, n = draw.integer(7, 10), draw.integer(1, 3), draw.integer(3, 5), draw.integer(14, 22)
    model = keras.Sequential([
        keras.Input((size, size, channels)),
        layers.Conv2D(draw.integer(2, 5), draw.integer(2, 3), padding=draw.one("same", "valid"), activation="relu"),
        draw.one(layers.MaxPooling2D, layers.AveragePooling2D)(2),
        draw.one(layers.DepthwiseConv2D(2, activation="relu"), layers.SeparableConv2D(4, 2), layers.Conv2D(4, 2, strides=2)),
        draw.one(layers.Flatten, layers.GlobalMaxPooling2D)(),
        layers.Dense(classes),
    ])
    optimizer = draw.one(
        optimizers.Adam(draw.number(0.003, 0.03)),
        optimizers.SGD(draw.number(0.01, 0.1), momentum=0.9, nesterov=True, clipnorm=1.0),
        optimizers.RMSprop(draw.number(0.003, 0.02), centered=True),
        optimizers.Nadam(draw.number(0.003, 0.02), global_clipnorm=1.0),
    )
    loss = losses.SparseCategoricalCrossentropy(from_logits=True)
    compiled = dict(optimizer=optimizer, loss=loss, metrics=["accuracy", metrics.SparseTopKCategoricalAccuracy(2)])
    fit = draw.one({}, {"class_weight": {i: draw.number(0.3, 2) for i in range(classes)}}, {"validation_split": 0.3})
    return dict(model=model, x=[draw.normal(n, size, size, channels)], y=[draw.integers(classes, n)], compiled=compiled, **fit)


def dense(draw):
    width, n = draw.integer(3, 7), draw.integer(13, 22)
    model = keras.Sequential([
        keras.Input((width,)),
        layers.Dense(draw.integer(3, 8), activation=draw.one("gelu", "selu", "tanh"), kernel_regularizer="l2"),
        draw.one(layers.LayerNormalization, layers.BatchNormalization)(),
        layers.Dense(draw.integer(3, 8), activation=draw.one("silu", "mish"), kernel_constraint="max_norm"),
        layers.Dense(1),
    ])
    optimizer = draw.one(
        optimizers.Adam(optimizers.schedules.CosineDecay(0.03, 9, warmup_target=0.06, warmup_steps=2)),
        optimizers.AdamW(0.02, weight_decay=0.05, use_ema=True, ema_momentum=0.9),
        optimizers.Adagrad(0.1),
        optimizers.SGD(0.02, gradient_accumulation_steps=2),
        optimizers.Lion(0.004),
    )
    loss = draw.one("mse", "mae", losses.Huber(), "log_cosh")
    compiled = dict(optimizer=optimizer, loss=loss, metrics=["mae", "mse"])
    fit = draw.one(
        {"sample_weight": [draw.uniform(n, low=0.1, high=2)]},
        {"validation_split": 0.25, "epochs": 6, "callbacks": [("EarlyStopping", {"monitor": "val_loss", "patience": 1})]},
        {"epochs": 5, "callbacks": [("ReduceLROnPlateau", {"monitor": "loss", "patience": 1, "factor": 0.5, "min_delta": 0.3})]},
    )
    if "sample_weight" in fit:
        compiled["weighted_metrics"] = ["mse"]
    x = draw.normal(n, width)
    return dict(model=model, x=[x], y=[x.sum(1, keepdims=True) + draw.normal(n, 1, scale=0.1)], compiled=compiled, **fit)


def text(draw):
    words, steps, n = draw.integer(6, 12), draw.integer(3, 6), draw.integer(12, 20)
    middle = draw.one(
        [layers.GlobalAveragePooling1D()],
        [layers.Bidirectional(layers.LSTM(3))],
        [layers.GRU(4, reset_after=draw.chance(), return_sequences=True), layers.SimpleRNN(3)],
        [layers.LSTM(3, return_sequences=True, zero_output_for_mask=True), layers.GlobalAveragePooling1D()],
        [layers.TimeDistributed(layers.Dense(3)), layers.GRU(2, go_backwards=True)],
    )
    embedding = layers.Embedding(words, draw.integer(2, 5), mask_zero=True)
    model = keras.Sequential([keras.Input((steps,), dtype="int32"), embedding, *middle, layers.Dense(1, activation="sigmoid")])
    compiled = dict(optimizer=draw.one("adam", optimizers.RMSprop(0.01), optimizers.Adamax(0.02)), loss="binary_crossentropy")
    compiled["metrics"] = ["accuracy", metrics.AUC(num_thresholds=11), metrics.Precision(), metrics.Recall()]
    ids = (1 + draw.integers(words - 1, n, steps)) * draw.mask(n, steps, tail=True)
    return dict(model=model, x=[ids.astype("int32")], y=[draw.labels(n, 1)], compiled=compiled)


def attention(draw):
    steps, width, n = draw.integer(2, 5), draw.integer(2, 5), draw.integer(9, 14)
    x = keras.Input((steps, width))
    attended = layers.MultiHeadAttention(draw.integer(1, 2), draw.integer(2, 4))(x, x, use_causal_mask=draw.chance())
    y = layers.LayerNormalization()(layers.Add()([x, attended]))
    y = layers.Add()([y, layers.Dense(width)(layers.Dense(2 * width, activation="gelu")(y))])
    model = keras.Model(x, layers.Dense(3, activation="softmax")(layers.GlobalMaxPooling1D()(y)))
    loss = losses.CategoricalCrossentropy(label_smoothing=draw.one(0.0, 0.1))
    # A bias of the keys moves all scores of a query alike: its gradient is 0 but for rounding, of which Adam's own epsilon makes steps.
    optimizer = optimizers.AdamW(draw.number(0.003, 0.02), epsilon=1e-3)
    compiled = dict(optimizer=optimizer, loss=loss, metrics=["accuracy", metrics.F1Score("macro")])
    return dict(model=model, x=[draw.normal(n, steps, width)], y=[draw.one_hot(3, n)], compiled=compiled)


def residual(draw):
    size, filters, n = draw.integer(4, 7), draw.integer(2, 4), draw.integer(8, 13)
    x = keras.Input((size, size, 2))
    y = layers.Conv2D(filters, 3, padding="same", use_bias=False)(x)
    for _ in range(2):
        branch = layers.ReLU()(layers.BatchNormalization(momentum=draw.number(0.5, 0.9))(y))
        branch = layers.Conv2D(filters, 3, padding="same", use_bias=False)(branch)
        y = layers.Add()([y, layers.BatchNormalization()(branch)])
    y = layers.GlobalAveragePooling2D()(layers.Concatenate()([y, layers.Conv2D(2, 1)(x)]))
    model = keras.Model(x, layers.Dense(3)(y))
    loss = losses.SparseCategoricalCrossentropy(from_logits=True)
    compiled = dict(optimizer=optimizers.SGD(0.05, momentum=0.9, weight_decay=0.01), loss=loss, metrics=["accuracy"])
    return dict(model=model, x=[draw.normal(n, size, size, 2)], y=[draw.integers(3, n)], compiled=compiled)


def several(draw):
    n, a, b = draw.integer(10, 15), keras.Input((3,), name="left"), keras.Input((4,), name="right")
    shared = layers.Dense(3, activation="tanh", name="shared")
    joined = layers.Concatenate()([shared(a), shared(layers.Dense(3, name="fit")(b)), layers.Dot(1)([a, layers.Dense(3, name="for_dot")(b)])])
    outputs = [layers.Dense(1, name="value")(joined), layers.Dense(3, activation="softmax", name="kind")(joined)]
    model = keras.Model([a, b], outputs)
    compiled = dict(optimizer=optimizers.Adam(0.02, amsgrad=True), loss=["mse", losses.SparseCategoricalCrossentropy()])
    compiled |= dict(loss_weights=[1.0, draw.number(0.2, 0.8)], metrics=[["mae"], ["accuracy"]])
    x = [draw.normal(n, 3), draw.normal(n, 4)]
    return dict(model=model, x=x, y=[draw.normal(n, 1), draw.integers(3, n)], compiled=compiled)


NETS = {
    "cnn": convolutional,
    "cnn_again": convolutional,
    "mlp": dense,
    "mlp_again": dense,
    "mlp_third": dense,
    "text": text,
    "text_again": text,
    "text_third": text,
    "attention": attention,
    "resnet": residual,
    "several": several,
}


class StepLogs(keras.callbacks.Callback):
    def __init__(self):
        super().__init__()
        self.all = []

    def on_train_batch_end(self, batch, logs=None):
        self.all.append({key: float(value) for key, value in logs.items()})


def _case(draw, model, x, y, compiled, epochs=2, callbacks=(), **given):
    keras.utils.clear_session()
    model = type(model).from_config(model.get_config())
    scatter(draw, model)
    single = lambda values: values[0] if len(values) == 1 else values
    case = {"model": {"class_name": type(model).__name__, "config": plain(model.get_config())}}
    case["initial_weights"] = weights_of(model)
    trainable = sum(int(np.prod(w.shape)) for w in model.trainable_weights)
    case["parameter_counts"] = {"total": model.count_params(), "trainable": trainable}
    compiled = {"metrics": None, "weighted_metrics": None, "loss_weights": None} | compiled
    case["compile"] = {key: _written(value) for key, value in compiled.items()}
    model.compile(**compiled, jit_compile=False)
    fit = dict(batch_size=draw.integer(3, 6), epochs=epochs, shuffle=False)
    case["fit"] = fit | {"x": [encode(v) for v in x], "y": [encode(v) for v in y]}
    weight = given.pop("sample_weight", None)
    if weight:
        case["fit"]["sample_weight"] = [encode(w) for w in weight]
    if callbacks:
        case["fit"]["callbacks"] = [{"class_name": name, "config": config} for name, config in callbacks]
    case["fit"] |= {k: {str(c): w for c, w in v.items()} if k == "class_weight" else v for k, v in given.items()}
    steps = StepLogs()
    made = [getattr(keras.callbacks, name)(**config) for name, config in callbacks]
    weighted = {"sample_weight": single(weight)} if weight else {}
    history = model.fit(single(x), single(y), callbacks=[*made, steps], verbose=0, **fit, **given, **weighted)
    case["step_logs"] = steps.all
    case["history"] = {key: [float(v) for v in values] for key, values in history.history.items()}
    case["final_weights"] = [encode(w) for w in model.weights]
    results = model.evaluate(single(x), single(y), batch_size=fit["batch_size"], return_dict=True, verbose=0, **weighted)
    case["evaluate"] = {key: float(value) for key, value in results.items()}
    predicted = model.predict(single(x), verbose=0)
    case["predict"] = [encode(p) for p in predicted] if isinstance(predicted, list) else encode(predicted)
    return case


def _written(value):
    if isinstance(value, (list, tuple)):
        return [_written(v) for v in value]
    if value is None or isinstance(value, (str, float)):
        return value
    return {"class_name": type(value).__name__, "config": plain(value.get_config())}
