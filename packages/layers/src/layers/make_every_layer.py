"""Writes every-layer.golden.json: one row for each layer of Keras, with what Keras says of its shapes, weights, config and mask.

    pip install keras==3.15.1 tensorflow-cpu
    KERAS_BACKEND=tensorflow python make_every_layer.py

A row is `{covers, class_name, config, inputs, call, learns, outputs, weights, mask}`. `covers` is the class the row is for: a cell
stands in an RNN. `inputs` are shapes without the batch, and types; several are one list, or with `call` the first and the argument
named there. `learns` says that gradients go through to what is in front. `mask` is what becomes of the mask `MASK` of the first input
(null: none is passed on, `refused`: the layer does not take it), and is left out where the first input has no time axis.
"""

import json
import os
import pathlib

os.environ.setdefault("KERAS_BACKEND", "tensorflow")
os.environ["TF_CPP_MIN_LOG_LEVEL"] = "3"
import keras  # noqa: E402
import numpy as np  # noqa: E402
import tensorflow as tf  # noqa: E402
from keras import layers as L  # noqa: E402

HERE = pathlib.Path(__file__).parent
ROWS = []


def form(tensors):
    return [{"shape": list(t.shape), "dtype": keras.backend.standardize_dtype(t.dtype)} for t in keras.tree.flatten(tensors)]


def row(make, *inputs, dtype="float32", call=None, covers=None, learns=True, **options):
    """A row for the layer that `make` makes, called on inputs of the shapes `inputs`."""
    keras.utils.clear_session()
    layer = make()
    config = json.loads(json.dumps(layer.get_config()))  # of a layer that is not built: inner ones are then built in its scope
    symbolic = [keras.Input(shape, dtype=dtype) for shape in inputs]
    first = symbolic[0] if len(inputs) == 1 or call else symbolic
    outputs = layer(first, **({call: symbolic[1]} if call else {}), **options)
    written = {
        "covers": covers or type(layer).__name__.replace("GroupedQuery", "GroupQuery"),
        "class_name": type(layer).__name__.replace("GroupedQuery", "GroupQuery"),
        "config": config,
        "inputs": [{"shape": list(shape), "dtype": dtype} for shape in inputs],
        "call": call,
        "learns": learns and dtype == "float32",
        "outputs": form(outputs),
        "weights": [{"path": w.path, "shape": list(w.shape), "trainable": w.trainable} for w in layer.weights],
    }
    if dtype == "float32" and len(inputs[0]) > 1:
        written["mask"] = passed_on(layer, inputs, call, options)
    ROWS.append(written)


def passed_on(layer, inputs, call, options):
    values = [tf.constant(np.full((2, *shape), 0.5, "float32")) for shape in inputs]
    steps = inputs[0][0]
    mask = np.array([[True] * steps, [True] * (steps - 1) + [False]])
    keras.src.backend.set_keras_mask(values[0], tf.constant(mask))
    first = values[0] if len(values) == 1 or call else values
    try:
        output = keras.tree.flatten(layer(first, **({call: values[1]} if call else {}), **options))[0]
    except Exception as error:  # noqa: BLE001
        print(f"{layer.name} refuses a mask: {type(error).__name__}")
        return "refused"
    passed = getattr(output, "_keras_mask", None)
    return None if passed is None else np.asarray(passed).tolist()


def images(make):
    row(make, (8, 6, 3), learns=False)


# Convolution and pooling, and what changes shapes along one to three axes.
for axes, sizes in ((1, (6,)), (2, (6, 5)), (3, (4, 3, 5))):
    shape = (*sizes, 2)
    named = lambda name: getattr(L, f"{name}{axes}D")
    row(lambda: named("Conv")(3, 2, strides=2, padding="same", activation="relu"), shape)
    if axes == 1:
        row(lambda: L.Conv1D(4, 2, padding="causal", dilation_rate=2, groups=2, use_bias=False), shape)
    row(lambda: L.__dict__[f"Conv{axes}DTranspose"](3, 2, strides=2), shape)
    if axes < 3:
        row(lambda: named("DepthwiseConv")(2, depth_multiplier=2), shape)
        row(lambda: named("SeparableConv")(3, 2, padding="same"), shape)
    row(lambda: named("ConvLSTM")(2, 2, return_sequences=True), (3, *shape))
    for kind in ("Max", "Average"):
        row(lambda: named(f"{kind}Pooling")(2, padding="same"), shape)
        row(lambda: named(f"Global{kind}Pooling")(keepdims=kind == "Max"), shape)
        row(lambda: named(f"Adaptive{kind}Pooling")(2), shape)
    row(lambda: named("SpatialDropout")(0.5, seed=3), shape)
    row(lambda: named("ZeroPadding")(1), shape)
    row(lambda: named("Cropping")(1), shape)
    row(lambda: named("UpSampling")(2), shape)

# Core, activations, normalization, regularization, reshaping.
row(lambda: L.Dense(3, activation="tanh", kernel_regularizer="l2"), (4,))
row(lambda: L.EinsumDense("abc,cde->abde", output_shape=(3, 2, 3), bias_axes="de"), (3, 4))
row(lambda: L.Embedding(5, 3, mask_zero=True), (4,), dtype="int32")
row(lambda: L.ReversibleEmbedding(5, 3), (4,), dtype="int32")
row(lambda: L.Activation("gelu"), (3, 4))
row(L.Identity, (3, 4))
row(lambda: L.Masking(0.5), (3, 4))
row(lambda: L.ELU(0.5), (3, 4))
row(lambda: L.LeakyReLU(0.1), (3, 4))
row(lambda: L.PReLU(shared_axes=[1]), (3, 4))
row(lambda: L.ReLU(max_value=2.0, negative_slope=0.1), (3, 4))
row(lambda: L.Softmax(), (3, 4))
row(lambda: L.BatchNormalization(), (3, 4))
row(lambda: L.LayerNormalization(axis=[1, 2]), (3, 4))
row(lambda: L.GroupNormalization(2), (3, 4))
row(lambda: L.RMSNormalization(), (3, 4))
row(lambda: L.UnitNormalization(axis=1), (3, 4))
row(lambda: L.SpectralNormalization(L.Dense(3)), (4,))
row(lambda: L.Dropout(0.3, seed=1), (3, 4))
row(lambda: L.AlphaDropout(0.2, seed=1), (3, 4))
row(lambda: L.GaussianDropout(0.2, seed=1), (3, 4))
row(lambda: L.GaussianNoise(0.2, seed=1), (3, 4))
row(lambda: L.ActivityRegularization(l1=0.1, l2=0.1), (3, 4))
row(lambda: L.Flatten(), (3, 4))
row(lambda: L.Permute((2, 1)), (3, 4))
row(lambda: L.RepeatVector(3), (4,))
row(lambda: L.Reshape((-1, 2)), (3, 4))

# Merging, attention.
for name in ("Add", "Subtract", "Multiply", "Average", "Maximum", "Minimum", "Concatenate"):
    row(getattr(L, name), (3, 4), (3, 4))
row(lambda: L.Dot(axes=-1), (3, 4), (3, 4))
row(lambda: L.Attention(use_scale=True), (3, 4), (5, 4))
row(lambda: L.AdditiveAttention(), (3, 4), (5, 4))
row(lambda: L.MultiHeadAttention(2, 3), (3, 4), (5, 4), call="value")
row(lambda: L.GroupQueryAttention(3, 4, 2), (3, 4), (5, 4), call="value")

# Recurrent layers and wrappers.
row(lambda: L.SimpleRNN(3, return_sequences=True), (4, 2))
row(lambda: L.LSTM(3, return_state=True), (4, 2))
row(lambda: L.GRU(3, go_backwards=True), (4, 2))
row(lambda: L.RNN(L.GRUCell(3, reset_after=False)), (4, 2))
row(lambda: L.RNN(L.SimpleRNNCell(3)), (4, 2), covers="SimpleRNNCell")
row(lambda: L.RNN(L.LSTMCell(3)), (4, 2), covers="LSTMCell")
row(lambda: L.RNN(L.GRUCell(3), return_sequences=True), (4, 2), covers="GRUCell")
row(lambda: L.RNN(L.StackedRNNCells([L.LSTMCell(2), L.GRUCell(3)])), (4, 2), covers="StackedRNNCells")
row(lambda: L.Bidirectional(L.LSTM(2, return_sequences=True)), (4, 2))
row(lambda: L.TimeDistributed(L.Dense(3)), (4, 2))

# Preprocessing.
row(lambda: L.Rescaling(2.0, offset=1.0), (3, 4))
row(lambda: L.Normalization(mean=1.0, variance=4.0), (4,))
row(lambda: L.Discretization([0.0, 1.0]), (4,), learns=False)
row(lambda: L.CategoryEncoding(4), (3,), dtype="int32")
row(lambda: L.Hashing(5), (3,), dtype="int32")
row(lambda: L.HashedCrossing(5), (1,), (1,), dtype="int32")
row(lambda: L.IntegerLookup(vocabulary=[3, 5]), (3,), dtype="int32")
row(lambda: L.StringLookup(vocabulary=["a", "b"]), (3,), dtype="string")
row(lambda: L.TextVectorization(vocabulary=["a", "b"], output_sequence_length=4), (), dtype="string")
row(lambda: L.STFTSpectrogram("magnitude", 8), (20, 1))
row(lambda: L.MelSpectrogram(fft_length=16, sequence_stride=5, num_mel_bins=4, sampling_rate=800), (40,))
images(lambda: L.CenterCrop(4, 3))
images(lambda: L.Resizing(4, 5))
images(lambda: L.AugMix(num_chains=1, chain_depth=1, seed=1))
images(lambda: L.AutoContrast())
images(lambda: L.ContrastLimitedAdaptiveHistogramEqualization(tile_grid_size=(2, 2)))
images(lambda: L.CutMix(seed=1))
images(lambda: L.Equalization())
images(lambda: L.MixUp(seed=1))
images(lambda: L.RandAugment(seed=1))
images(lambda: L.RandomBrightness(0.3, seed=1))
images(lambda: L.RandomColorDegeneration(0.3, seed=1))
images(lambda: L.RandomColorJitter(brightness_factor=0.2, seed=1))
images(lambda: L.RandomContrast(0.3, seed=1))
images(lambda: L.RandomCrop(8, 6, seed=1))
images(lambda: L.RandomElasticTransform(seed=1))
images(lambda: L.RandomErasing(seed=1))
images(lambda: L.RandomFlip(seed=1))
images(lambda: L.RandomGaussianBlur(seed=1))
images(lambda: L.RandomGrayscale(seed=1))
images(lambda: L.RandomHue(0.3, seed=1))
images(lambda: L.RandomInvert(seed=1))
images(lambda: L.RandomPerspective(seed=1))
images(lambda: L.RandomPosterization(4, seed=1))
images(lambda: L.RandomRotation(0.2, seed=1))
images(lambda: L.RandomSaturation(0.3, seed=1))
images(lambda: L.RandomSharpness(0.3, seed=1))
images(lambda: L.RandomShear(0.2, seed=1))
images(lambda: L.RandomTranslation(0.2, 0.2, seed=1))
images(lambda: L.RandomZoom(0.2, seed=1))
images(lambda: L.Solarization(0.3, 0.3, seed=1))

lines = ",\n".join(json.dumps(written, separators=(",", ":")) for written in ROWS)
(HERE / "every-layer.golden.json").write_text(f'{{"keras":"{keras.__version__}","cases":[\n{lines}\n]}}\n')
print(f"{len(ROWS)} rows")
