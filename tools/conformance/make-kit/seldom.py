"""What the other lists of cases leave at its default: options that few write, and axes in another order."""
import keras
import numpy as np
from keras import layers

from kit import decode, encode, layer_case

INITIALIZERS = ("he_normal", "lecun_uniform", "random_normal", "ones", keras.initializers.Constant(0.3), keras.initializers.VarianceScaling(2.0, "fan_out", "uniform"))


def settings(draw, *weights):
    """An initializer, a regularizer and a constraint for each weight, and a penalty on the outputs."""
    options = {"activity_regularizer": draw.one("l2", keras.regularizers.L1(0.03))}
    for name in weights:
        options[f"{name}_initializer"] = draw.one(*INITIALIZERS)
        options[f"{name}_regularizer"] = draw.one(keras.regularizers.L2(0.02), keras.regularizers.L1(0.01), keras.regularizers.L1L2(0.01, 0.02))
        options[f"{name}_constraint"] = draw.one("max_norm", "non_neg", keras.constraints.MinMaxNorm(0.2, 1.3, 0.7))
    return options


def channels_first(case):
    """The case with its channels before the other axes. TensorFlow has no such kernels for the CPU, and more than a transposition they are not."""
    case["config"]["data_format"] = "channels_first"
    first = lambda array: array and _moved(array)
    several = isinstance(case["output"], list)
    case["inputs"] = [first(x) for x in case["inputs"]]
    case["output"] = [first(y) for y in case["output"]] if several else first(case["output"])
    if "grad_output" in case:
        case["grad_output"] = [first(g) for g in case["grad_output"]] if several else first(case["grad_output"])
        case["grad_inputs"] = [first(g) for g in case["grad_inputs"]]
    return case


def _moved(array):
    return encode(np.moveaxis(decode(array), -1, 1))


def make_layers(draw, cases):
    weights_of_layers(draw, cases)
    other_axes(draw, cases)
    unused_dropout(draw, cases)
    normalizations(draw, cases)
    pictures(draw, cases)


def weights_of_layers(draw, cases):
    kernel, depthwise = settings(draw, "kernel", "bias"), settings(draw, "depthwise", "bias")
    separable = settings(draw, "depthwise", "pointwise", "bias")
    norm = {key: value for key, value in settings(draw, "gamma", "beta").items() if key != "activity_regularizer"}
    moving = dict(moving_mean_initializer=draw.one("ones", "zeros"), moving_variance_initializer=keras.initializers.Constant(0.5))
    for training, make_layer, shape in (
        (True, lambda: layers.Dense(draw.integer(1, 4), **kernel), (3, 2, 4)),
        (True, lambda: layers.EinsumDense("abc,cd->abd", (None, 3), bias_axes="d", **kernel), (2, 3, 4)),
        (True, lambda: layers.Conv1D(3, 2, **kernel), (2, 7, 3)),
        (True, lambda: layers.Conv2D(3, 2, **kernel), (2, 5, 6, 2)),
        (True, lambda: layers.Conv3D(4, 2, groups=2, use_bias=draw.chance(), **kernel), (1, 4, 5, 3, 4)),
        (True, lambda: layers.Conv1DTranspose(3, 2, strides=2, **kernel), (2, 5, 3)),
        (True, lambda: layers.Conv2DTranspose(2, 3, strides=2, padding="same", output_padding=draw.one(1, 0), **kernel), (2, 3, 4, 2)),
        (True, lambda: layers.Conv3DTranspose(2, 2, strides=2, padding="valid", **kernel), (1, 2, 3, 2, 2)),
        (True, lambda: layers.DepthwiseConv1D(2, depth_multiplier=2, **depthwise), (2, 6, 3)),
        (True, lambda: layers.DepthwiseConv2D(3, padding="valid", **depthwise), (2, 5, 6, 3)),
        (True, lambda: layers.SeparableConv1D(3, 2, padding="same", **separable), (2, 6, 3)),
        (True, lambda: layers.SeparableConv2D(3, 2, padding="valid", **separable), (2, 5, 6, 3)),
        (True, lambda: layers.PReLU(**{k.replace("kernel", "alpha"): v for k, v in kernel.items() if k.startswith("kernel")}), (2, 3, 4)),
        (False, lambda: layers.BatchNormalization(**norm, **moving), (3, 4, 2)),
        (True, lambda: layers.BatchNormalization(**norm, **moving), (3, 4, 2)),
        (True, lambda: layers.LayerNormalization(**norm), (3, 4, 2)),
        (True, lambda: layers.GroupNormalization(2, **norm), (3, 4, 4)),
    ):
        cases.add(lambda: layer_case(draw, make_layer, [draw.normal(*shape)], training=training))
    embedding = {k.replace("kernel", "embeddings"): v for k, v in kernel.items() if not k.startswith("bias")}
    cases.add(lambda: layer_case(draw, lambda: layers.Embedding(7, 3, **embedding), [draw.integers(7, 3, 4)], training=True))
    heads = {k: v for k, v in kernel.items() if k != "activity_regularizer"}
    x, y = draw.normal(2, 4, 3), draw.normal(2, 5, 3)
    for options in (heads, kernel):
        make_layer = lambda: layers.MultiHeadAttention(2, 3, **options)
        cases.add(lambda: layer_case(draw, make_layer, [x, y], style="args", training=True))
        make_layer = lambda: layers.GroupQueryAttention(2, 4, 2, use_gate=draw.chance(), **options)
        cases.add(lambda: layer_case(draw, make_layer, [x, y], style="args", training=True))
    make_layer = lambda: layers.GroupQueryAttention(3, 2, 1, sliding_window=draw.integer(1, 3), use_gate=True)
    cases.add(lambda: layer_case(draw, make_layer, [x, x], style="args"))


def other_axes(draw, cases):
    """channels_first: where TensorFlow has it, and where it has not."""
    first = dict(data_format="channels_first")
    for make_layer, shape in (
        (lambda: layers.Flatten(**first), (2, 3, 4, 2)),
        (lambda: layers.Flatten(**first), (2, 3, 4)),
        (lambda: layers.GlobalAveragePooling1D(**first), (2, 3, 4)),
        (lambda: layers.GlobalMaxPooling1D(**first, keepdims=draw.chance()), (2, 3, 4)),
        (lambda: layers.GlobalAveragePooling2D(**first, keepdims=draw.chance()), (2, 3, 4, 2)),
        (lambda: layers.GlobalMaxPooling2D(**first, keepdims=draw.chance()), (2, 3, 4, 2)),
        (lambda: layers.GlobalAveragePooling3D(**first, keepdims=draw.chance()), (2, 3, 4, 2, 3)),
        (lambda: layers.GlobalMaxPooling3D(**first, keepdims=draw.chance()), (2, 3, 4, 2, 3)),
        (lambda: layers.ZeroPadding1D((1, 2), **first), (2, 3, 4)),
        (lambda: layers.ZeroPadding2D(((1, 0), (2, 1)), **first), (2, 3, 4, 2)),
        (lambda: layers.ZeroPadding3D(((1, 0), (2, 1), (0, 1)), **first), (1, 2, 3, 2, 2)),
        (lambda: layers.Cropping2D(((1, 0), (0, 1)), **first), (2, 3, 4, 3)),
        (lambda: layers.Cropping3D(((1, 0), (0, 1), (1, 1)), **first), (1, 2, 3, 4, 4)),
        (lambda: layers.UpSampling2D((2, 3), **first, interpolation=draw.one("nearest", "bilinear")), (2, 3, 2, 3)),
        (lambda: layers.UpSampling3D((2, 1, 3), **first), (1, 2, 3, 2, 2)),
        (lambda: layers.SpatialDropout2D(0.3, **first), (2, 3, 4, 2)),
        (lambda: layers.SpatialDropout3D(0.3, **first), (1, 3, 4, 2, 2)),
        (lambda: layers.CenterCrop(2, 3, **first), (2, 3, 5, 6)),
        (lambda: layers.Resizing(draw.integer(2, 9), draw.integer(2, 9), **first), (2, 3, 5, 6)),
        (lambda: layers.BatchNormalization(axis=1), (3, 2, 4, 2)),
        (lambda: layers.GroupNormalization(2, axis=1), (2, 4, 3, 2)),
        (lambda: layers.GroupNormalization(3, axis=2), (2, 4, 6, 2)),
    ):
        cases.add(lambda: layer_case(draw, make_layer, [draw.normal(*shape)]))
    padding = draw.one("same", "valid")
    for make_layer, shape in (
        (lambda: layers.Conv1D(4, 3, padding="causal", dilation_rate=2, activation="tanh"), (2, 7, 3)),
        (lambda: layers.Conv1D(4, 2, groups=2, strides=2, padding=padding), (2, 7, 4)),
        (lambda: layers.Conv2D(4, (2, 3), strides=(2, 1), padding=padding), (2, 6, 5, 3)),
        (lambda: layers.Conv2D(6, 3, groups=3, dilation_rate=(1, 2), padding=padding), (1, 6, 7, 3)),
        (lambda: layers.Conv3D(2, (1, 2, 3), padding=padding), (1, 4, 5, 4, 2)),
        (lambda: layers.Conv1DTranspose(2, 3, strides=2, padding=padding), (2, 5, 3)),
        (lambda: layers.Conv2DTranspose(2, 3, strides=(2, 1), padding=padding), (2, 3, 4, 3)),
        (lambda: layers.Conv3DTranspose(2, 2, strides=2, padding=padding), (1, 2, 3, 2, 2)),
        (lambda: layers.DepthwiseConv1D(3, depth_multiplier=2, padding=padding), (2, 6, 3)),
        (lambda: layers.DepthwiseConv2D(2, strides=2, depth_multiplier=2, padding=padding), (2, 6, 5, 3)),
        (lambda: layers.SeparableConv1D(2, 3, padding=padding), (2, 6, 3)),
        (lambda: layers.SeparableConv2D(4, 2, dilation_rate=2, padding=padding), (2, 6, 5, 3)),
        (lambda: layers.MaxPooling1D(2, padding=padding), (2, 7, 3)),
        (lambda: layers.AveragePooling1D(3, 2, padding=padding), (2, 7, 3)),
        (lambda: layers.MaxPooling2D((2, 3), padding=padding), (2, 7, 6, 3)),
        (lambda: layers.AveragePooling2D((3, 2), 2, padding=padding), (2, 7, 6, 3)),
        (lambda: layers.MaxPooling3D(2, 1, padding=padding), (1, 4, 3, 4, 2)),
        (lambda: layers.AveragePooling3D((1, 2, 2), padding=padding), (1, 4, 3, 4, 2)),
        (lambda: layers.AdaptiveAveragePooling1D(3), (2, 7, 3)),
        (lambda: layers.AdaptiveMaxPooling2D((2, 3)), (2, 7, 8, 3)),
        (lambda: layers.AdaptiveAveragePooling3D((2, 1, 2)), (1, 4, 5, 6, 2)),
    ):
        cases.add(lambda: channels_first(layer_case(draw, make_layer, [draw.normal(*shape)])))


def unused_dropout(draw, cases):
    """Rates and noise shapes, where nothing is dropped: outside of training, or with a rate of 0 in it."""
    x, y = draw.normal(2, 4, 3), draw.normal(2, 5, 3)
    rate = draw.number(0.1, 0.9)
    for make_layer in (
        lambda: layers.Dropout(rate, noise_shape=(None, 1, 3), seed=3),
        lambda: layers.AlphaDropout(rate, noise_shape=(2, 1, 3)),
        lambda: layers.GaussianDropout(rate, seed=4),
        lambda: layers.GaussianNoise(rate),
    ):
        cases.add(lambda: layer_case(draw, make_layer, [x]))
    for make_layer in (lambda: layers.Dropout(0.0), lambda: layers.GaussianDropout(0.0), lambda: layers.AlphaDropout(0.0), lambda: layers.SpatialDropout1D(0.0)):
        cases.add(lambda: layer_case(draw, make_layer, [x], training=True))
    for make_layer in (
        lambda: layers.Attention(dropout=rate, use_scale=draw.chance(), score_mode=draw.one("dot", "concat"), seed=1),
        lambda: layers.AdditiveAttention(dropout=rate, use_scale=draw.chance()),
    ):
        cases.add(lambda: layer_case(draw, make_layer, [x, y], style="list"))
    for make_layer in (
        lambda: layers.MultiHeadAttention(2, 3, dropout=rate, seed=2),
        lambda: layers.GroupQueryAttention(2, 4, 2, dropout=rate),
    ):
        call = draw.one({}, {"return_attention_scores": True}, {"use_causal_mask": True})
        cases.add(lambda: layer_case(draw, make_layer, [x, y], style="args", call=call))


def normalizations(draw, cases):
    x = draw.normal(4, 3, 5)
    cases.add(lambda: layer_case(draw, lambda: layers.LayerNormalization(center=False, scale=draw.chance()), [x]))
    cases.add(lambda: layer_case(draw, lambda: layers.LayerNormalization(axis=[-2, -1], epsilon=0.01), [x]))
    cases.add(lambda: layer_case(draw, lambda: layers.UnitNormalization(axis=[-2, -1]), [x]))
    cases.add(lambda: layer_case(draw, lambda: layers.RMSNormalization(axis=[-2, -1]), [x]))
    cases.add(lambda: layer_case(draw, lambda: layers.Softmax(axis=[1, 2]), [x]))
    cases.add(lambda: layer_case(draw, lambda: layers.Softmax(axis=0), [x]))
    cases.add(lambda: layer_case(draw, lambda: layers.Rescaling([0.5, 2.0, 1.0, 0.1, 3.0], [1.0, 0.0, -1.0, 0.5, 2.0]), [x]))
    for training in (False, True):
        renorm = dict(renorm=True, renorm_momentum=draw.number(0.5, 0.99), momentum=draw.number(0.5, 0.99), scale=draw.chance(), center=draw.chance())
        renorm["renorm_clipping"] = draw.one(None, {"rmin": 0.8, "rmax": 1.3, "dmax": 0.2}, {"rmax": 1.5}, {"dmax": 0.1})
        cases.add(lambda: layer_case(draw, lambda: layers.BatchNormalization(**renorm), [x], training=training))
    cases.add(lambda: layer_case(draw, lambda: layers.Discretization(num_bins=4, epsilon=0.2), [x[0]], adapt=draw.normal(90), gradients=False))


def pictures(draw, cases):
    image = draw.uniform(2, draw.integer(4, 9), draw.integer(4, 9), 3, high=255)
    how = dict(height=draw.integer(3, 12), width=draw.integer(3, 12))
    for options in (
        {"pad_to_aspect_ratio": True, "fill_value": draw.number(1, 200)},
        {"antialias": True},
        {"interpolation": "nearest", "crop_to_aspect_ratio": True},
        {"interpolation": "bicubic", "antialias": True},
    ):
        cases.add(lambda: layer_case(draw, lambda: layers.Resizing(**how, **options), [image], gradients=False))


def make_recurrent(draw, cases, options_of):
    for name in ("SimpleRNN", "LSTM", "GRU"):
        cls, rate = getattr(layers, name), draw.number(0.1, 0.9)
        x = draw.normal(draw.integer(1, 3), draw.integer(2, 5), 3)
        weights = settings(draw, "kernel", "recurrent", "bias") | {"recurrent_initializer": keras.initializers.Orthogonal(draw.number(0.5, 2))}
        cases.add(lambda: layer_case(draw, lambda: cls(**options_of(draw, name), **weights, return_sequences=draw.chance()), [x], training=True))
        dropped = dict(dropout=rate, recurrent_dropout=draw.one(0.0, 0.3), unroll=True, seed=5)
        cases.add(lambda: layer_case(draw, lambda: cls(**options_of(draw, name), **dropped), [x]))
        cell = getattr(layers, f"{name}Cell")
        plain = {k: v for k, v in weights.items() if k != "activity_regularizer"}
        # Not unrolled and backwards: Keras then puts the zeros where the mask has them in the other order.
        flags = dict(return_sequences=True, zero_output_for_mask=True) | {draw.one("unroll", "go_backwards"): True}
        mask = {"mask": draw.mask(*x.shape[:2])}
        cases.add(lambda: layer_case(draw, lambda: layers.RNN(cell(**options_of(draw, name), **plain), **flags), [x], call=mask))
        make_layer = lambda: layers.Bidirectional(cls(2, return_state=True), merge_mode=draw.one("concat", "sum", None))
        cases.add(lambda: layer_case(draw, make_layer, [x], call=mask))
    for axes in (1, 2):
        cls = getattr(layers, f"ConvLSTM{axes}D")
        options = settings(draw, "kernel", "recurrent", "bias") | dict(dilation_rate=2, activation="relu", recurrent_activation="hard_sigmoid")
        x = draw.normal(2, 3, *[6] * axes, 2)
        cases.add(lambda: layer_case(draw, lambda: cls(2, 2, **options, dropout=draw.one(0.0, 0.4)), [x]))
        flags = dict(return_sequences=True, zero_output_for_mask=draw.chance())
        cases.add(lambda: layer_case(draw, lambda: cls(2, 2, **flags), [x], call={"mask": draw.mask(2, 3, tail=True)}))
        states = [draw.normal(2, *[6] * axes, 3) for _ in range(2)]
        cases.add(lambda: layer_case(draw, lambda: cls(3, 2, padding="same", return_state=True), [x], call={"initial_state": states}))
