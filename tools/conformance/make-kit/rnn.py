"""rnn.json: recurrent layers, their wrappers, masks, and states kept between calls."""
import keras
import numpy as np
from keras import layers

import seldom
from kit import Cases, Draw, encode, layer_case, plain, scatter, weights_of

LAYERS = ("SimpleRNN", "LSTM", "GRU")


def make(seed, times):
    draw, cases = Draw(seed, "rnn"), Cases()
    for _ in range(times):
        for name in LAYERS:
            recurrent(draw, cases, name)
            stateful(draw, cases, name)
            masked_stacks(draw, cases, name)
            bidirectional(draw, cases, name)
            wrapped(draw, cases, name)
        custom_cells(draw, cases)
        convolutional(draw, cases)
        seldom.make_recurrent(draw, cases, options_of)
    return cases


def options_of(draw, name):
    options = dict(units=draw.integer(1, 6), activation=draw.one("tanh", "tanh", "relu", "elu"), use_bias=draw.chance(0.8))
    if name != "SimpleRNN":
        options["recurrent_activation"] = draw.one("sigmoid", "sigmoid", "hard_sigmoid", "tanh")
    if name == "LSTM":
        options["unit_forget_bias"] = draw.chance()
    if name == "GRU":
        options["reset_after"] = draw.chance()
    return options


def sequence(draw):
    return draw.normal(draw.integer(1, 4), draw.integer(1, 7), draw.integer(1, 5))


def recurrent(draw, cases, name):
    cls = getattr(layers, name)
    for sequences in (False, True):
        for state in (False, True):
            for backwards in (False, True):
                flags = dict(return_sequences=sequences, return_state=state, go_backwards=backwards, unroll=draw.chance(0.25))
                options = options_of(draw, name) | flags
                cases.add(lambda: layer_case(draw, lambda: cls(**options), [sequence(draw)]))
    for tail in (True, False):
        for zero in (False, True):
            for sequences in (False, True):
                x = sequence(draw)
                flags = dict(return_sequences=sequences, zero_output_for_mask=zero, go_backwards=draw.chance(0.3))
                options = options_of(draw, name) | flags | dict(return_state=draw.chance(0.3))
                call = {"mask": draw.mask(*x.shape[:2], tail=tail)}
                cases.add(lambda: layer_case(draw, lambda: cls(**options), [x], call=call))
    x, options = sequence(draw), options_of(draw, name)
    states = [draw.normal(len(x), options["units"]) for _ in range(2 if name == "LSTM" else 1)]
    cases.add(lambda: layer_case(draw, lambda: cls(**options), [x], call={"initial_state": states}))
    regular = dict(kernel_regularizer="l2", recurrent_regularizer=keras.regularizers.L1(0.01), bias_regularizer="l2")
    regular |= dict(kernel_constraint="max_norm", recurrent_constraint="unit_norm", bias_constraint="non_neg")
    cases.add(lambda: layer_case(draw, lambda: cls(3, **regular), [sequence(draw)], training=True))


def stateful(draw, cases, name):
    for sequences in (False, True):
        keras.utils.clear_session()
        layer = getattr(layers, name)(**options_of(draw, name), stateful=True, return_sequences=sequences)
        cases.add(lambda: _calls(draw, layer), f"{name}_stateful")
    keras.utils.clear_session()
    inner = getattr(layers, name)(2, stateful=True, return_sequences=draw.chance())
    cases.add(lambda: _calls(draw, layers.Bidirectional(inner)), "Bidirectional_stateful")


def _calls(draw, layer):
    shape = (draw.integer(1, 3), draw.integer(1, 4), draw.integer(1, 3))
    config = plain(layer.get_config())
    layer(np.zeros(shape, "float32"))
    scatter(draw, layer)
    layer.reset_state()
    case = {"kind": "stateful", "class_name": type(layer).__name__, "config": config, "weights": weights_of(layer), "calls": []}
    for reset in (True, False, False, True, False):
        if reset:
            layer.reset_state()
        x = draw.normal(*shape)
        case["calls"].append({"inputs": [encode(x)], "reset_before": reset, "output": encode(layer(x))})
    return case


def masked_stacks(draw, cases, name):
    cls = getattr(layers, name)
    size, shape = draw.integer(3, 8), (draw.integer(1, 3), draw.integer(2, 6))
    ids = draw.integers(size, *shape)
    for sequences in (False, True):
        options = options_of(draw, name) | dict(return_sequences=sequences)

        def embedded():
            embedding = layers.Embedding(size, 3, mask_zero=True)
            return keras.Sequential([keras.Input(batch_shape=shape, dtype="int32"), embedding, cls(**options)])

        cases.add(lambda: layer_case(draw, embedded, [ids]), f"Embedding_mask_zero_{name}")
    x = sequence(draw)
    x[draw.mask(*x.shape[:2])] = 0
    options = [options_of(draw, name), options_of(draw, name)]

    def stacked():
        first = cls(**options[0], return_sequences=True)
        return keras.Sequential([keras.Input(batch_shape=x.shape), layers.Masking(), first, cls(**options[1])])

    cases.add(lambda: layer_case(draw, stacked, [x]), f"Masking_{name}_stack")


def bidirectional(draw, cases, name):
    cls = getattr(layers, name)
    for merge in ("concat", "sum", "mul", "ave", None):
        for sequences in (False, True):
            options = options_of(draw, name) | dict(return_sequences=sequences)
            make_layer = lambda: layers.Bidirectional(cls(**options), merge_mode=merge)
            cases.add(lambda: layer_case(draw, make_layer, [sequence(draw)]))
    for merge in ("concat", "sum", None):
        x = sequence(draw)
        options = options_of(draw, name) | dict(return_sequences=draw.chance(0.7), zero_output_for_mask=draw.chance(0.3))
        make_layer = lambda: layers.Bidirectional(cls(**options), merge_mode=merge)
        cases.add(lambda: layer_case(draw, make_layer, [x], call={"mask": draw.mask(*x.shape[:2], tail=draw.chance())}))
    options = options_of(draw, name) | dict(return_sequences=True, return_state=True)
    make_layer = lambda: layers.Bidirectional(cls(**options), merge_mode=draw.one("concat", "sum", "ave"))
    cases.add(lambda: layer_case(draw, make_layer, [sequence(draw)]))
    units = draw.integer(1, 4)

    def unequal():
        backward = layers.GRU(units, go_backwards=True, return_sequences=True)
        return layers.Bidirectional(cls(units, return_sequences=True), backward_layer=backward)

    cases.add(lambda: layer_case(draw, unequal, [sequence(draw)]))
    x = sequence(draw)
    states = [draw.normal(len(x), units) for _ in range(4 if name == "LSTM" else 2)]
    make_layer = lambda: layers.Bidirectional(cls(units))
    cases.add(lambda: layer_case(draw, make_layer, [x], call={"initial_state": states}))


def wrapped(draw, cases, name):
    options, x = options_of(draw, name), draw.normal(2, draw.integer(1, 4), draw.integer(2, 4), 2)
    inner = lambda: getattr(layers, name)(**options)
    cases.add(lambda: layer_case(draw, lambda: layers.TimeDistributed(inner()), [x]))
    shape = (draw.integer(1, 3), draw.integer(2, 5), 3)
    call = {"mask": draw.mask(*shape[:2])}
    cases.add(lambda: layer_case(draw, lambda: layers.TimeDistributed(layers.Dense(2)), [draw.normal(*shape)], call=call))


def custom_cells(draw, cases):
    cells = {name: getattr(layers, f"{name}Cell") for name in LAYERS}
    flags = lambda: dict(return_sequences=draw.chance(), return_state=draw.chance(0.3), go_backwards=draw.chance(0.2))
    for name, cell in cells.items():
        options, given = options_of(draw, name), flags()
        cases.add(lambda: layer_case(draw, lambda: layers.RNN(cell(**options), **given), [sequence(draw)]))
    for stack in (("LSTM", "GRU"), ("SimpleRNN", "GRU"), ("GRU", "GRU", "LSTM"), ("LSTM", "LSTM")):
        options, given = [options_of(draw, name) for name in stack], flags()
        make_layer = lambda: layers.RNN([cells[name](**own) for name, own in zip(stack, options)], **given)
        cases.add(lambda: layer_case(draw, make_layer, [sequence(draw)]))


def convolutional(draw, cases):
    for axes in (1, 2, 2, 3):
        sizes = [draw.integer(3, 6 if axes < 3 else 4) for _ in range(axes)]
        options = dict(filters=draw.integer(1, 3), kernel_size=[draw.integer(1, 3) for _ in range(axes)])
        options |= dict(padding=draw.one("valid", "same"), return_sequences=draw.chance(), go_backwards=draw.chance(0.3))
        options |= dict(use_bias=draw.chance(0.7), unit_forget_bias=draw.chance(), return_state=draw.chance(0.2))
        options["strides"] = [draw.one(1, 1, 2)] * axes
        x = draw.normal(draw.integer(1, 2), draw.integer(1, 4), *sizes, draw.integer(1, 2))
        cases.add(lambda: layer_case(draw, lambda: getattr(layers, f"ConvLSTM{axes}D")(**options), [x]))
