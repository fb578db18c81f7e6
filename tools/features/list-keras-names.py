"""Writes keras-names.json: the public names of the namespaces that FEATURES.md compares. Run with Keras 3 and no arguments.

Each name is given with what it stands for, so that aliases (`Convolution2D` for `Conv2D`) can be told.
"""
import importlib
import inspect
import json
import os
import pathlib

os.environ.setdefault("KERAS_BACKEND", "tensorflow")
os.environ["TF_CPP_MIN_LOG_LEVEL"] = "3"
import keras  # noqa: E402

NAMESPACES = [
    "keras", "keras.models", "keras.layers", "keras.activations", "keras.initializers", "keras.regularizers",
    "keras.constraints", "keras.losses", "keras.metrics", "keras.optimizers", "keras.optimizers.schedules",
    "keras.callbacks", "keras.saving", "keras.datasets", "keras.utils", "keras.random",
]


def names(namespace):
    module = importlib.import_module(namespace)
    listed = {}
    for name, value in sorted(vars(module).items()):
        if name.startswith("_") or name == "legacy":
            continue
        if inspect.isclass(value) or inspect.isfunction(value):
            listed[name] = value.__name__
        elif namespace == "keras.datasets" and inspect.ismodule(value):
            listed[name] = name
    return listed


result = {"keras": keras.__version__, "names": {namespace: names(namespace) for namespace in NAMESPACES}}
(pathlib.Path(__file__).parent / "keras-names.json").write_text(json.dumps(result, indent=2) + "\n")
