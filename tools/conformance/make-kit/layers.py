"""layers.json: layers forward and backward, and activation functions."""
import keras
import tensorflow as tf
from keras import layers

import seldom
from kit import Cases, Draw, encode, layer_case

ACTIVATIONS = (
    "relu relu6 leaky_relu elu selu celu gelu silu swish mish softplus softsign sigmoid tanh exponential hard_sigmoid hard_silu "
    "hard_swish hard_tanh linear softmax log_softmax log_sigmoid tanh_shrink soft_shrink hard_shrink squareplus sparse_plus "
    "sparse_sigmoid sparsemax glu threshold"
).split()
SOME_ACTIVATIONS = ("linear", "relu", "tanh", "sigmoid", "gelu", "elu", "silu", "softplus", "leaky_relu", "hard_sigmoid", "mish")


def make(seed, times):
    draw, cases = Draw(seed, "layers"), Cases()
    for _ in range(times):
        for group in (core, convolution, pooling, reshaping, normalization, activation, merging, attention, features, stacks, seldom.make_layers):
            group(draw, cases)
    return cases


def spatial(draw, axes, low=5, high=11):
    """Lengths of the axes, sometimes one of them 1."""
    sizes = [draw.integer(low, high) for _ in range(axes)]
    return sizes


def regularizers(draw, weights):
    options = {}
    for name in weights:
        if draw.chance(0.15):
            options[f"{name}_regularizer"] = draw.one(keras.regularizers.L2(0.02), keras.regularizers.L1(0.01), keras.regularizers.L1L2(0.01, 0.02))
        if draw.chance(0.1):
            options[f"{name}_constraint"] = draw.one("max_norm", "non_neg", "unit_norm")
    if draw.chance(0.1):
        options["activity_regularizer"] = draw.one("l2", keras.regularizers.L1(0.03))
    return options


def core(draw, cases):
    for rank in (2, 3, 4):
        shape = [draw.integer(1, 4) for _ in range(rank - 1)] + [draw.integer(1, 7)]
        options = dict(units=draw.integer(1, 7), activation=draw.one(*SOME_ACTIVATIONS, "softmax"), use_bias=draw.chance(0.7))
        options |= regularizers(draw, ("kernel", "bias"))
        cases.add(lambda: layer_case(draw, lambda: layers.Dense(**options), [draw.normal(*shape)]))
    a, b, c, d = (draw.integer(1, 5) for _ in range(4))
    for equation, shape, output, bias in (
        ("abc,cd->abd", (a, b, c), (None, d), draw.one("d", None, "bd")),
        ("abc,cde->abde", (a, b, c), (None, 3, d), draw.one("de", "e", None)),
        ("...x,xy->...y", (a, b, c), d, draw.one("y", None)),
        ("ab,bc->ac", (a, b), c, "c"),
        ("abc,bd->acd", (a, b, c), (c, d), draw.one("d", None)),
    ):
        make_layer = lambda: layers.EinsumDense(equation, output_shape=output, bias_axes=bias, activation=draw.one("linear", "tanh"))
        cases.add(lambda: layer_case(draw, make_layer, [draw.normal(*shape)]))
    for mask_zero in (False, True):
        size = draw.integer(3, 9)
        ids = draw.integers(size, *(draw.integer(1, 5) for _ in range(draw.integer(1, 3))))
        options = dict(input_dim=size, output_dim=draw.integer(1, 6), mask_zero=mask_zero)
        if draw.chance(0.3):
            options |= dict(embeddings_regularizer="l2")
        cases.add(lambda: layer_case(draw, lambda: layers.Embedding(**options), [ids]))
    cases.add(lambda: layer_case(draw, layers.Identity, [draw.normal(2, draw.integer(1, 5))]))
    value = draw.one(0.0, -1.0, 0.5)
    x = draw.normal(draw.integer(1, 3), draw.integer(2, 6), draw.integer(1, 3))
    x[draw.mask(*x.shape[:2])] = value
    cases.add(lambda: layer_case(draw, lambda: layers.Masking(value), [x]))


def convolution(draw, cases):
    for axes in (1, 2, 3):
        _convolutions(draw, cases, axes)
        _transposed(draw, cases, axes)
        if axes < 3:
            _depthwise(draw, cases, axes)


def _window(draw, axes, strided=None):
    """Kernel, strides and dilation of which Keras allows one beyond 1."""
    size = [draw.integer(1, 4 if axes < 3 else 3) for _ in range(axes)]
    kind = draw.one("plain", "strided", "dilated") if strided is None else strided
    strides = [draw.integer(1, 3) for _ in range(axes)] if kind == "strided" else [1] * axes
    dilation = [draw.integer(1, 2) for _ in range(axes)] if kind == "dilated" else [1] * axes
    return dict(kernel_size=size, strides=strides, dilation_rate=dilation)


def _convolutions(draw, cases, axes):
    for _ in range(4 if axes < 3 else 2):
        groups = draw.one(1, 1, 2, 3) if axes < 3 else 1
        channels = groups * draw.integer(1, 3)
        padding = draw.one("valid", "same", "causal") if axes == 1 else draw.one("valid", "same")
        options = dict(filters=groups * draw.integer(1, 4), padding=padding, groups=groups, use_bias=draw.chance(0.7))
        options |= _window(draw, axes) | dict(activation=draw.one(*SOME_ACTIVATIONS)) | regularizers(draw, ("kernel", "bias"))
        shape = (draw.integer(1, 3), *spatial(draw, axes, 7 if axes < 3 else 5, 11 if axes < 3 else 6), channels)
        cls = getattr(layers, f"Conv{axes}D")
        cases.add(lambda: layer_case(draw, lambda: cls(**options), [draw.normal(*shape)]))
    # Axes of size 1, and a kernel that covers the whole input.
    options = dict(filters=3, kernel_size=draw.one(1, 3), padding="same", strides=draw.one(1, 2))
    shape = (2, 1, *spatial(draw, axes - 1, 2, 5), draw.integer(1, 4))
    cases.add(lambda: layer_case(draw, lambda: getattr(layers, f"Conv{axes}D")(**options), [draw.normal(*shape)]))
    sizes = spatial(draw, axes, 2, 4)
    cases.add(lambda: layer_case(draw, lambda: getattr(layers, f"Conv{axes}D")(2, sizes), [draw.normal(1, *sizes, 2)]))
    # Channels enough for the routes of large layers.
    if axes < 3:
        wide = (draw.integer(1, 2), *spatial(draw, axes, 5, 9), draw.one(8, 16, 17))
        options = dict(filters=draw.one(8, 16, 19), kernel_size=3, padding=draw.one("valid", "same"))
        cases.add(lambda: layer_case(draw, lambda: getattr(layers, f"Conv{axes}D")(**options), [draw.normal(*wide)]))


def _transposed(draw, cases, axes):
    for kind in ("plain", "strided", "dilated") if axes < 3 else ("plain", "strided"):
        window = _window(draw, axes, kind)
        options = dict(filters=draw.integer(1, 4), padding=draw.one("valid", "same"), use_bias=draw.chance(0.7), **window)
        options["activation"] = draw.one(*SOME_ACTIVATIONS)
        strides = window["strides"]
        if kind == "strided" and min(strides) > 1 and min(window["kernel_size"]) > 1 and draw.chance():
            options["output_padding"] = [1] * axes
        shape = (draw.integer(1, 3), *spatial(draw, axes, 2, 5 if axes < 3 else 3), draw.integer(1, 4))
        cases.add(lambda: layer_case(draw, lambda: getattr(layers, f"Conv{axes}DTranspose")(**options), [draw.normal(*shape)]))


def _depthwise(draw, cases, axes):
    for separable in (False, True, False, True):
        window = _window(draw, axes)
        # TensorFlow wants the same stride along both axes here.
        window["strides"] = [window["strides"][0]] * axes
        padding = draw.one("valid", "same") if axes == 2 or separable else draw.one("valid", "same")
        options = dict(depth_multiplier=draw.integer(1, 3), padding=padding, use_bias=draw.chance(0.7), **window)
        options["activation"] = draw.one(*SOME_ACTIVATIONS)
        name = f"DepthwiseConv{axes}D"
        if separable:
            name, options["filters"] = f"SeparableConv{axes}D", draw.integer(1, 5)
        shape = (draw.integer(1, 3), *spatial(draw, axes, 7, 10), draw.integer(1, 4))
        cases.add(lambda: layer_case(draw, lambda: getattr(layers, name)(**options), [draw.normal(*shape)]))


def pooling(draw, cases):
    for axes in (1, 2, 3):
        high = 10 if axes < 3 else 6
        for kind in ("Max", "Average"):
            for _ in range(3 if axes < 3 else 2):
                options = dict(pool_size=[draw.integer(1, 3) for _ in range(axes)], padding=draw.one("valid", "same"))
                if draw.chance():
                    options["strides"] = [draw.integer(1, 3)] * axes if axes > 1 and draw.chance() else [draw.integer(1, 3) for _ in range(axes)]
                shape = (draw.integer(1, 3), *spatial(draw, axes, 4, high), draw.integer(1, 4))
                cases.add(lambda: layer_case(draw, lambda: getattr(layers, f"{kind}Pooling{axes}D")(**options), [draw.normal(*shape)]))
            shape = (draw.integer(1, 3), *spatial(draw, axes, 1, 6), draw.integer(1, 4))
            keepdims = draw.chance()
            make_layer = lambda: getattr(layers, f"Global{kind}Pooling{axes}D")(keepdims=keepdims)
            cases.add(lambda: layer_case(draw, make_layer, [draw.normal(*shape)]))
            # TensorFlow itself stops with a floating point exception where a goal is close to the size.
            sizes = spatial(draw, axes, 5, 9)
            goal = [draw.integer(2, size // 2) for size in sizes]
            make_layer = lambda: getattr(layers, f"Adaptive{kind}Pooling{axes}D")(goal if axes > 1 else goal[0])
            cases.add(lambda: layer_case(draw, make_layer, [draw.normal(2, *sizes, draw.integer(1, 3))]))
    shape = (draw.integer(1, 4), draw.integer(2, 6), draw.integer(1, 4))
    mask = draw.mask(*shape[:2], tail=True)
    keepdims = draw.chance()
    make_layer = lambda: layers.GlobalAveragePooling1D(keepdims=keepdims)
    cases.add(lambda: layer_case(draw, make_layer, [draw.normal(*shape)], call={"mask": mask}))


def reshaping(draw, cases):
    small = lambda rank: [draw.integer(1, 4) for _ in range(rank)]
    cases.add(lambda: layer_case(draw, layers.Flatten, [draw.normal(*small(draw.integer(2, 5)))]))
    n, m = draw.integer(1, 4), draw.integer(1, 4)
    goal = draw.one([-1], [n * m], [n, m], [m, -1], [-1, n, 1])
    cases.add(lambda: layer_case(draw, lambda: layers.Reshape(goal), [draw.normal(draw.integer(1, 3), n, m)]))
    rank = draw.integer(2, 4)
    dims = [int(d) + 1 for d in draw.rng.permutation(rank)]
    cases.add(lambda: layer_case(draw, lambda: layers.Permute(dims), [draw.normal(2, *small(rank))]))
    times = draw.integer(1, 5)
    cases.add(lambda: layer_case(draw, lambda: layers.RepeatVector(times), [draw.normal(*small(2))]))
    for axes in (1, 2, 3):
        shape = (draw.integer(1, 2), *spatial(draw, axes, 4, 6), draw.integer(1, 3))
        pairs = [[draw.integer(0, 2), draw.integer(0, 1)] for _ in range(axes)]
        margins = draw.one(pairs if axes > 1 else pairs[0], 1)
        cases.add(lambda: layer_case(draw, lambda: getattr(layers, f"ZeroPadding{axes}D")(margins), [draw.normal(*shape)]))
        cases.add(lambda: layer_case(draw, lambda: getattr(layers, f"Cropping{axes}D")(margins), [draw.normal(*shape)]))
        size = draw.one(draw.integer(1, 3), [draw.integer(1, 3) for _ in range(axes)]) if axes > 1 else draw.integer(1, 3)
        small_shape = (draw.integer(1, 2), *spatial(draw, axes, 1, 4), draw.integer(1, 3))
        cases.add(lambda: layer_case(draw, lambda: getattr(layers, f"UpSampling{axes}D")(size), [draw.normal(*small_shape)]))
    for interpolation in ("nearest", "bilinear", "bicubic", "lanczos3", "lanczos5"):
        size = [draw.integer(1, 3), draw.integer(1, 3)]
        x = draw.normal(draw.integer(1, 2), *spatial(draw, 2, 2, 6), draw.integer(1, 3))
        make_layer = lambda: layers.UpSampling2D(size, interpolation=interpolation)
        cases.add(lambda: layer_case(draw, make_layer, [x], gradients=not interpolation.startswith("lanczos")))


def normalization(draw, cases):
    flags = lambda: dict(center=draw.chance(0.75), scale=draw.chance(0.75), epsilon=draw.number(0.001, 0.1))
    for training in (False, True):
        for rank in (2, 3, 4, 5):
            axis = draw.one(-1, -1, 1, rank - 1)
            options = flags() | dict(axis=axis, momentum=draw.number(0.5, 0.99))
            shape = [draw.integer(2, 4) if training else draw.integer(1, 4)] + [draw.integer(1, 5) for _ in range(rank - 1)]
            cases.add(lambda: layer_case(draw, lambda: layers.BatchNormalization(**options), [draw.normal(*shape)], training=training))
        shape = (3, draw.integer(3, 6), draw.integer(1, 4))
        call = {"mask": draw.mask(*shape[:2])}
        options = flags() | dict(momentum=draw.number(0.5, 0.99))
        make_layer = lambda: layers.BatchNormalization(**options)
        cases.add(lambda: layer_case(draw, make_layer, [draw.normal(*shape)], training=training, call=call))
    for axis, rank in ((-1, 2), (-1, 4), ([1, 2], 3), ([-1, -2], 4), (1, 3), ([2, 3], 4), ([1, 3], 4)):
        shape = [draw.integer(1, 3)] + [draw.integer(2, 5) for _ in range(rank - 1)]
        cases.add(lambda: layer_case(draw, lambda: layers.LayerNormalization(axis=axis, **flags()), [draw.normal(*shape)]))
    for rank in (2, 3, 4, 5):
        groups = draw.integer(1, 3)
        shape = [draw.integer(1, 3)] + [draw.integer(1, 4) for _ in range(rank - 2)] + [groups * draw.integer(2, 3)]
        given = draw.one(groups, groups, -1)
        cases.add(lambda: layer_case(draw, lambda: layers.GroupNormalization(given, **flags()), [draw.normal(*shape)]))
    shape = (2, 6, draw.integer(1, 3), draw.integer(1, 4))
    cases.add(lambda: layer_case(draw, lambda: layers.GroupNormalization(draw.one(1, 2, 3), axis=1, **flags()), [draw.normal(*shape)]))
    for axis, rank in ((-1, 2), (1, 3), (-1, 4), ([1, 2], 4)):
        shape = [draw.integer(1, 3)] + [draw.integer(2, 4) for _ in range(rank - 1)]
        cases.add(lambda: layer_case(draw, lambda: layers.UnitNormalization(axis), [draw.normal(*shape)]))
    for axis, rank in ((-1, 2), (-1, 3), ([1, 2], 3), (-1, 4)):
        shape = [draw.integer(1, 3)] + [draw.integer(2, 4) for _ in range(rank - 1)]
        epsilon = draw.number(0.001, 0.1)
        cases.add(lambda: layer_case(draw, lambda: layers.RMSNormalization(axis=axis, epsilon=epsilon), [draw.normal(*shape)]))
    inner, units = draw.one("Dense", "Conv2D", "Conv1D", "Dense"), draw.integer(2, 5)
    shape = {"Dense": (2, 5), "Conv2D": (2, 5, 4, 3), "Conv1D": (2, 6, 2)}[inner]
    for training in (False, True):
        wrapped = lambda: layers.Dense(units) if inner == "Dense" else getattr(layers, inner)(units, 2)
        make_layer = lambda: layers.SpectralNormalization(wrapped(), power_iterations=draw.one(1, 2))
        x = draw.normal(*shape)
        cases.add(lambda: layer_case(draw, make_layer, [x], training=training, gradients=not training))
    x = draw.normal(draw.integer(1, 3), draw.integer(1, 4), draw.integer(1, 4))
    for make_layer in (
        lambda: layers.Dropout(draw.number(0.1, 0.9)),
        lambda: layers.SpatialDropout1D(draw.number(0.1, 0.9)),
        lambda: layers.GaussianDropout(draw.number(0.1, 0.9)),
        lambda: layers.GaussianNoise(draw.number(0.1, 0.9)),
        lambda: layers.AlphaDropout(draw.number(0.1, 0.9)),
        lambda: layers.ActivityRegularization(draw.number(0, 0.1), draw.number(0, 0.1)),
    ):
        cases.add(lambda: layer_case(draw, make_layer, [x]))
    cases.add(lambda: layer_case(draw, lambda: layers.SpatialDropout2D(0.4), [draw.normal(2, 3, 2, 2)]))
    cases.add(lambda: layer_case(draw, lambda: layers.SpatialDropout3D(0.4), [draw.normal(2, 3, 2, 2, 1)]))


def activation(draw, cases):
    for name in ACTIVATIONS:
        shape = (draw.integer(1, 3), draw.integer(1, 5), 2 * draw.integer(2, 4))
        if name in ("glu", "threshold"):
            continue
        x = draw.normal(*shape, scale=draw.one(1.0, 4.0))
        cases.add(lambda: layer_case(draw, lambda: layers.Activation(name), [x]), f"Activation_{name}")
    shape = lambda: (draw.integer(1, 3), draw.integer(1, 5), draw.integer(2, 5))
    for make_layer in (
        lambda: layers.ReLU(draw.number(1, 2), draw.number(0, 0.4), draw.number(0, 0.8)),
        lambda: layers.ReLU(negative_slope=draw.number(0, 0.4)),
        lambda: layers.ReLU(threshold=draw.number(0, 0.8)),
        lambda: layers.ReLU(draw.number(1, 2)),
        lambda: layers.LeakyReLU(draw.number(0, 0.5)),
        lambda: layers.ELU(draw.number(0.3, 1.5)),
        lambda: layers.PReLU(),
        lambda: layers.PReLU(shared_axes=[1]),
        lambda: layers.Softmax(draw.one(-1, 1, 2, [1, 2], [-1, -2])),
    ):
        cases.add(lambda: layer_case(draw, make_layer, [draw.normal(*shape())]))
    cases.add(lambda: layer_case(draw, lambda: layers.PReLU(shared_axes=draw.one([1, 2], [2], [3])), [draw.normal(2, 3, 4, 2)]))
    size = shape()
    mask = draw.mask(*size)
    mask[..., 0] = True
    cases.add(lambda: layer_case(draw, layers.Softmax, [draw.normal(*size)], call={"mask": mask}))
    for name, kwargs in (
        ("gelu", {"approximate": draw.chance()}),
        ("relu", {"negative_slope": draw.number(0, 0.3), "max_value": draw.number(1, 2), "threshold": draw.number(0, 0.9)}),
        ("relu", {"max_value": draw.number(1, 2)}),
        ("leaky_relu", {"negative_slope": draw.number(0, 0.4)}),
        ("elu", {"alpha": draw.number(0.3, 1.6)}),
        ("celu", {"alpha": draw.number(0.3, 1.6)}),
        ("softmax", {"axis": draw.one(1, -1, -2)}),
        ("log_softmax", {"axis": draw.one(1, -1, -2)}),
        ("squareplus", {"b": draw.number(1, 5)}),
        ("soft_shrink", {"threshold": draw.number(0.1, 0.9)}),
        ("hard_shrink", {"threshold": draw.number(0.1, 0.9)}),
        ("threshold", {"threshold": draw.number(0.1, 0.9), "default_value": draw.number(-0.5, 0.5)}),
        ("glu", {"axis": draw.one(-1, 2)}),
        ("sparsemax", {"axis": -1}),
    ):
        cases.add(lambda: _function(draw, name, kwargs, draw.normal(draw.integer(1, 3), 4, 2 * draw.integer(1, 3))), f"function_{name}")


def _function(draw, name, kwargs, x):
    tensor = tf.convert_to_tensor(x)
    with tf.GradientTape() as tape:
        tape.watch(tensor)
        y = getattr(keras.activations, name)(tensor, **kwargs)
        upstream = draw.normal(*y.shape)
        goal = tf.reduce_sum(y * upstream)
    case = {"kind": "function", "function": f"keras.activations.{name}", "kwargs": kwargs, "inputs": [encode(x)]}
    return case | {"output": encode(y), "grad_output": encode(upstream), "grad_inputs": [encode(tape.gradient(goal, tensor))]}


def merging(draw, cases):
    for name in ("Add", "Multiply", "Average", "Maximum", "Minimum"):
        for count in (2, draw.integer(3, 4)):
            shape = [draw.integer(1, 4) for _ in range(draw.integer(2, 4))]
            cases.add(lambda: layer_case(draw, getattr(layers, name), [draw.normal(*shape) for _ in range(count)], style="list"))
        # All different: Keras on TensorFlow takes what has one axis longer than 1 for a bias, along any axis of that length.
        b, t, c = (int(length) + 1 for length in draw.rng.permutation(4)[:3])
        other = draw.one((b, 1, c), (b, t, 1), (b, 1, 1))
        cases.add(lambda: layer_case(draw, getattr(layers, name), [draw.normal(b, t, c), draw.normal(*other)], style="list"))
    shape = [draw.integer(1, 4) for _ in range(draw.integer(2, 4))]
    cases.add(lambda: layer_case(draw, layers.Subtract, [draw.normal(*shape), draw.normal(*shape)], style="list"))
    b, t, c = draw.integer(1, 3), draw.integer(2, 4), draw.integer(2, 4)
    for axis, others in ((-1, [(b, t, 2), (b, t, 1)]), (1, [(b, 3, c)]), (2, [(b, t, 5)]), (-2, [(b, 1, c), (b, 2, c)])):
        inputs = [draw.normal(b, t, c), *(draw.normal(*shape) for shape in others)]
        cases.add(lambda: layer_case(draw, lambda: layers.Concatenate(axis), inputs, style="list"))
    s = draw.integer(1, 4)
    for axes, x, y in (
        (1, (b, c), (b, c)),
        (-1, (b, t, c), (b, s, c)),
        (2, (b, t, c), (b, s, c)),
        ([2, 1], (b, t, c), (b, c, s)),
        (1, (b, t, c), (b, t, s)),
        ([1, 2], (b, t, c), (b, s, t)),
    ):
        normalize = draw.chance()
        make_layer = lambda: layers.Dot(axes, normalize=normalize)
        cases.add(lambda: layer_case(draw, make_layer, [draw.normal(*x), draw.normal(*y)], style="list"))


def attention(draw, cases):
    for cls in (layers.Attention, layers.AdditiveAttention):
        for kind in ("plain", "key", "scores", "mask", "causal"):
            b, q, v, d = draw.integer(1, 3), draw.integer(2, 5), draw.integer(2, 5), draw.integer(1, 5)
            inputs, call = [draw.normal(b, q, d), draw.normal(b, v, d)], {}
            if kind == "key":
                inputs = [draw.normal(b, q, d), draw.normal(b, v, draw.integer(1, 4)), draw.normal(b, v, d)]
            if kind == "scores":
                call["return_attention_scores"] = True
            if kind == "mask":
                call["mask"] = [draw.mask(b, q, tail=True), draw.mask(b, v, tail=True)]
            if kind == "causal":
                call["use_causal_mask"] = True
            options = dict(use_scale=draw.chance())
            if cls is layers.Attention:
                options["score_mode"] = draw.one("dot", "dot", "concat")
            cases.add(lambda: layer_case(draw, lambda: cls(**options), inputs, style="list", call=call))
    for kind in ("plain", "self", "key", "scores", "causal", "attention_mask", "masks", "axes", "window", "gate"):
        b, q, v, d = draw.integer(1, 3), draw.integer(2, 5), draw.integer(2, 5), draw.integer(1, 5)
        # Not 1: Keras on TensorFlow takes a bias of shape [heads, 1] for one along another axis of the same length.
        call, options = {}, dict(num_heads=draw.integer(1, 3), key_dim=draw.integer(2, 4), use_bias=draw.chance(0.7))
        if draw.chance():
            options["value_dim"] = draw.integer(2, 5)
        if draw.chance(0.3):
            options["output_shape"] = draw.integer(1, 5)
        inputs = [draw.normal(b, q, d), draw.normal(b, v, d)]
        if kind in ("self", "causal"):
            inputs = [inputs[0], inputs[0]]
        if kind == "key":
            inputs.append(draw.normal(b, v, d + 1))
        if kind == "scores":
            call["return_attention_scores"] = True
        if kind == "causal":
            call["use_causal_mask"] = True
        if kind == "attention_mask":
            call["attention_mask"] = draw.mask(b, q, v)
            call["attention_mask"][..., 0] = True
        if kind == "masks":
            call["query_mask"], call["value_mask"] = draw.mask(b, q, tail=True), draw.mask(b, v, tail=True)
        if kind == "axes":
            inputs = [draw.normal(b, 3, q, d), draw.normal(b, 3, v, d)]
            options["attention_axes"] = draw.one([2], [1, 2])
            inputs = inputs if options["attention_axes"] == [2] else [inputs[0], inputs[0]]
        if kind == "window":
            options["sliding_window"], inputs = draw.integer(1, 2), [inputs[0], inputs[0]]
        if kind == "gate":
            options["use_gate"] = True
        cases.add(lambda: layer_case(draw, lambda: layers.MultiHeadAttention(**options), inputs, style="args", call=call))
    for kind in ("plain", "mask", "scores", "causal"):
        kv = draw.integer(1, 2)
        options = dict(head_dim=draw.integer(2, 4), num_query_heads=kv * draw.integer(1, 3), num_key_value_heads=kv, use_bias=draw.chance(0.7))
        b, q, v, d = draw.integer(1, 3), draw.integer(2, 5), draw.integer(2, 5), draw.integer(1, 5)
        call = {"mask": {"query_mask": draw.mask(b, q, tail=True), "value_mask": draw.mask(b, v, tail=True)}}.get(kind, {})
        if kind == "scores":
            call = {"return_attention_scores": True}
        inputs = [draw.normal(b, q, d), draw.normal(b, v, d)]
        if kind == "causal":
            call, inputs = {"use_causal_mask": True}, [inputs[0], inputs[0]]
        cases.add(lambda: layer_case(draw, lambda: layers.GroupQueryAttention(**options), inputs, style="args", call=call))


def features(draw, cases):
    image = lambda: draw.uniform(draw.integer(1, 2), *spatial(draw, 2, 4, 9), draw.integer(1, 3), high=255)
    cases.add(lambda: layer_case(draw, lambda: layers.Rescaling(draw.one(1 / 255, 1 / 127.5, 0.3), draw.one(0.0, -1.0)), [image()]))
    width = draw.integer(1, 4)
    for axis, shape, adapt in (
        (-1, (3, width), (9, width)),
        (None, (3, width), (7, width)),
        (1, (2, 3, width), (6, 3, width)),
        ([1, 2], (2, 3, width), (6, 3, width)),
        (-1, (2, 2, width), (5, 2, width)),
    ):
        invert = draw.chance(0.3)
        data = draw.normal(*adapt, scale=2) + 1
        make_layer = lambda: layers.Normalization(axis, invert=invert)
        cases.add(lambda: layer_case(draw, make_layer, [draw.normal(*shape)], adapt=data, gradients=True))
    mean, variance = [draw.number(-1, 1) for _ in range(width)], [draw.number(0.4, 2) for _ in range(width)]
    cases.add(lambda: layer_case(draw, lambda: layers.Normalization(mean=mean, variance=variance), [draw.normal(4, width)]))
    for mode in ("one_hot", "multi_hot", "count"):
        size = draw.integer(4, 9)
        ids = draw.integers(size, *((3,) if mode == "one_hot" and draw.chance() else (3, draw.integer(1, 4))))
        call = {"count_weights": draw.uniform(*ids.shape)} if mode == "count" and draw.chance() else {}
        make_layer = lambda: layers.CategoryEncoding(size, mode)
        cases.add(lambda: layer_case(draw, make_layer, [ids], call=call, gradients=False))
    for mode in ("int", "one_hot", "multi_hot", "count"):
        bounds = sorted(draw.number(-1.5, 1.5) for _ in range(draw.integer(1, 4)))
        make_layer = lambda: layers.Discretization(bin_boundaries=bounds, output_mode=mode)
        cases.add(lambda: layer_case(draw, make_layer, [draw.normal(3, draw.integer(1, 4))], gradients=False))
    data, bins = draw.normal(draw.integer(20, 60)), draw.integer(2, 6)
    make_layer = lambda: layers.Discretization(num_bins=bins)
    cases.add(lambda: layer_case(draw, make_layer, [draw.normal(2, 5)], adapt=data, gradients=False))
    for interpolation in ("bilinear", "nearest", "bicubic", "area", "lanczos3", "lanczos5"):
        height, width = draw.integer(2, 11), draw.integer(2, 11)
        extra = draw.one({}, {"crop_to_aspect_ratio": True}, {"pad_to_aspect_ratio": True})
        if interpolation == "area":
            extra = {}
        make_layer = lambda: layers.Resizing(height, width, interpolation=interpolation, **extra)
        cases.add(lambda: layer_case(draw, make_layer, [image()], gradients=interpolation in ("bilinear", "nearest")))
    x = image()
    height, width = draw.integer(2, x.shape[1] + 2), draw.integer(2, x.shape[2] + 2)
    both_inside = height <= x.shape[1] and width <= x.shape[2]
    cases.add(lambda: layer_case(draw, lambda: layers.CenterCrop(height, width), [x], gradients=both_inside))


def stacks(draw, cases):
    size, units = draw.integer(4, 8), draw.integer(1, 4)
    shape = (draw.integer(1, 3), draw.integer(2, 5))
    ids = draw.integers(size, *shape)

    def pooled():
        pool = layers.GlobalAveragePooling1D()
        return keras.Sequential([keras.Input(batch_shape=shape, dtype="int32"), layers.Embedding(size, units, mask_zero=True), pool])

    cases.add(lambda: layer_case(draw, pooled, [ids]), "Embedding_GlobalAveragePooling1D")

    def timed():
        dense = layers.TimeDistributed(layers.Dense(3))
        embedding = layers.Embedding(size, units, mask_zero=True)
        return keras.Sequential([keras.Input(batch_shape=shape, dtype="int32"), embedding, dense, layers.GlobalAveragePooling1D()])

    cases.add(lambda: layer_case(draw, timed, [ids]), "Embedding_TimeDistributed_pool")
    activation = draw.one(*SOME_ACTIVATIONS)
    dense = lambda: layers.TimeDistributed(layers.Dense(units, activation=activation))
    cases.add(lambda: layer_case(draw, dense, [draw.normal(2, draw.integer(1, 4), 3)]))
    video = draw.normal(2, draw.integer(1, 3), 5, 4, 2)
    cases.add(lambda: layer_case(draw, lambda: layers.TimeDistributed(layers.Conv2D(units, 2)), [video]))
    cases.add(lambda: layer_case(draw, lambda: layers.TimeDistributed(layers.MaxPooling2D(2)), [video]))
    normal = lambda: layers.TimeDistributed(layers.BatchNormalization(momentum=0.8))
    cases.add(lambda: layer_case(draw, normal, [draw.normal(3, 4, 2)], training=True))
