"""Trains and predicts with Python Keras on command: one JSON object a line on stdin, one answer a line on stdout.

    {"do": "build", "net": {...}, "steps": 4}    makes the model, and data for that many batches
    {"do": "train", "epochs": 2}                 fits, and answers with the milliseconds a step took
    {"do": "predict", "repeats": 2}              predicts, and answers with the milliseconds a batch took
    {"do": "peak"}                               answers with the most memory this process ever had in RAM, in MiB

The backend is Keras's own choice by KERAS_BACKEND; --threads sets how many cores it may use.
"""

import json
import os
import resource
import sys
import time

# Libraries may print what they like: it goes to stderr, and the answers keep stdout to themselves.
answers = os.fdopen(os.dup(1), "w")
os.dup2(2, 1)

threads = int(sys.argv[sys.argv.index("--threads") + 1])
os.environ.setdefault("TF_CPP_MIN_LOG_LEVEL", "2")
os.environ["OMP_NUM_THREADS"] = str(threads)
if hasattr(os, "sched_setaffinity"):
    # XLA takes every core it may run on, and has no other setting for it.
    os.sched_setaffinity(0, sorted(os.sched_getaffinity(0))[:threads])

import numpy as np

import keras

if keras.backend.backend() == "tensorflow":
    import tensorflow as tf

    tf.config.threading.set_intra_op_parallelism_threads(threads)
    tf.config.threading.set_inter_op_parallelism_threads(threads)


def residual_block(x, filters, strides):
    """The basic block of ResNet: two 3x3 convolutions, and a 1x1 one beside them where the shape changes."""
    layers = keras.layers
    shortcut = x
    if strides != 1 or x.shape[-1] != filters:
        shortcut = layers.Conv2D(filters, 1, strides=strides, use_bias=False)(x)
        shortcut = layers.BatchNormalization()(shortcut)
    y = layers.Conv2D(filters, 3, strides=strides, padding="same", use_bias=False)(x)
    y = layers.ReLU()(layers.BatchNormalization()(y))
    y = layers.Conv2D(filters, 3, padding="same", use_bias=False)(y)
    y = layers.BatchNormalization()(y)
    return layers.ReLU()(layers.Add()([y, shortcut]))


def build_model(net):
    inputs = keras.Input(net["input"]["shape"])
    x = inputs
    for name, config in net["layers"]:
        x = residual_block(x, **config) if name == "ResidualBlock" else getattr(keras.layers, name)(**config)(x)
    model = keras.Model(inputs, x)
    optimizer, optimizer_config = net["optimizer"]
    loss, loss_config = net["loss"]
    model.compile(
        optimizer=getattr(keras.optimizers, optimizer)(**optimizer_config),
        loss=getattr(keras.losses, loss)(**loss_config),
        metrics=net.get("metrics"),
    )
    return model


def make_data(net, rows):
    random = np.random.default_rng(1)
    given, target = net["input"], net["target"]
    shape = (rows, *given["shape"])
    if given["kind"] == "ids":
        x = random.integers(0, given["count"], shape, dtype=np.int32)
    else:
        x = random.random(shape, dtype=np.float32)
    if target["kind"] == "real":
        return x, random.random((rows, 1), dtype=np.float32)
    if target["kind"] == "yes-no":
        return x, random.integers(0, 2, (rows, 1)).astype(np.float32)
    classes = random.integers(0, target["count"], rows, dtype=np.int32)
    if target["kind"] == "class":
        return x, classes
    return x, np.eye(target["count"], dtype=np.float32)[classes]


class EpochTimer(keras.callbacks.Callback):
    """Times from the begin of the first epoch to the end of the last: what fit does before and after is no step."""

    def on_epoch_begin(self, epoch, logs=None):
        if epoch == 0:
            self.begin = time.perf_counter()

    def on_epoch_end(self, epoch, logs=None):
        self.end = time.perf_counter()
        self.loss = float(logs["loss"])


class Peer:
    def build(self, net, steps):
        keras.utils.set_random_seed(1)
        self.net, self.steps = net, steps
        if getattr(self, "model", None) is None or self.name != net["name"]:
            keras.backend.clear_session()
            self.model, self.name = build_model(net), net["name"]
        self.x, self.y = make_data(net, steps * net["batch"])
        return {"params": self.model.count_params()}

    def train(self, epochs):
        timer = EpochTimer()
        self.model.fit(
            self.x, self.y, batch_size=self.net["batch"], epochs=epochs, verbose=0, callbacks=[timer]
        )
        return {"ms": (timer.end - timer.begin) * 1000 / (epochs * self.steps), "loss": timer.loss}

    def predict(self, repeats):
        begin = time.perf_counter()
        for _ in range(repeats):
            self.model.predict(self.x, batch_size=self.net["batch"], verbose=0)
        return {"ms": (time.perf_counter() - begin) * 1000 / (repeats * self.steps)}

    def peak(self):
        return {"mib": peak_memory()}


def peak_memory():
    """VmHWM; or getrusage where there is no /proc, in bytes on macOS. On Linux that begins with the parent's memory."""
    try:
        with open("/proc/self/status") as status:
            return next(int(line.split()[1]) for line in status if line.startswith("VmHWM:")) / 1024
    except (OSError, StopIteration):
        peak = resource.getrusage(resource.RUSAGE_SELF).ru_maxrss
        return peak / (2**20 if sys.platform == "darwin" else 1024)


def versions():
    backend = keras.backend.backend()
    engine = __import__(backend)
    return f"keras {keras.__version__} on {backend} {engine.__version__}"


def answer(value):
    answers.write(json.dumps(value) + "\n")
    answers.flush()


peer = Peer()
answer({"ready": versions()})
for line in sys.stdin:
    request = json.loads(line)
    try:
        answer(getattr(peer, request.pop("do"))(**request))
    except Exception as error:  # told to whoever asked, who decides
        answer({"error": f"{type(error).__name__}: {error}"[:500]})
