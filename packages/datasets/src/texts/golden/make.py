"""Writes numpy-shuffle.json (orders by NumPy's RandomState) and imdb.json (what Keras's imdb.load_data makes of a small set).

cd packages/datasets/src/texts/golden && python make.py
"""

import json
import pathlib
import tempfile

import numpy as np
from keras.src.datasets import imdb

here = pathlib.Path(__file__).parent


def write(name, value):
    (here / name).write_text(json.dumps(value, separators=(",", ":")) + "\n")


orders = []
for seed in [0, 113, 4294967295]:
    state = np.random.RandomState(seed)
    shuffles = []
    for count in [1, 2, 10, 1000]:
        order = np.arange(count)
        state.shuffle(order)
        shuffles.append(order.tolist())
    orders.append({"seed": seed, "shuffles": shuffles})
write("numpy-shuffle.json", orders)

rng = np.random.default_rng(5)


def reviews(count):
    return [rng.integers(1, 40, size=rng.integers(1, 9)).tolist() for _ in range(count)]


raw = {"x_train": reviews(12), "y_train": rng.integers(0, 2, 12).tolist()}
raw |= {"x_test": reviews(7), "y_test": rng.integers(0, 2, 7).tolist()}
path = pathlib.Path(tempfile.mkdtemp()) / "imdb.npz"
lists = {name: np.array(value, dtype=object) if name[0] == "x" else np.array(value) for name, value in raw.items()}
np.savez(path, **lists)
# The same small file, whatever checksum is asked for.
imdb.get_file = lambda *args, **kwargs: str(path)

cases = []
for options in [
    {},
    {"num_words": 20},
    {"num_words": 20, "skip_top": 6},
    {"num_words": 20, "oov_char": None},
    {"maxlen": 6},
    {"start_char": None},
    {"start_char": None, "index_from": 0},
    {"start_char": 5, "oov_char": 7, "index_from": 10, "num_words": 30, "seed": 7},
]:
    (x_train, y_train), (x_test, y_test) = imdb.load_data(**options)
    cases.append(
        {
            "options": options,
            "train": {"x": [list(map(int, x)) for x in x_train], "y": y_train.tolist()},
            "test": {"x": [list(map(int, x)) for x in x_test], "y": y_test.tolist()},
        }
    )
write("imdb.json", {"raw": raw, "cases": cases})
