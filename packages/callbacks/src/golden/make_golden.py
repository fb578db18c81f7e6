"""Writes early-stopping.json and progress-line.json with what Keras itself does.

    pip install keras==3.15.1 numpy scipy jax
    KERAS_BACKEND=numpy python make_golden.py
"""

import contextlib
import io
import json
import pathlib
import time
import unittest.mock

import keras

HERE = pathlib.Path(__file__).parent


class FakeModel:
    """The least a callback needs: weights that count the epochs, and the wish to stop."""

    def __init__(self):
        self.stop_training = False
        self.weights_now = -1

    def get_weights(self):
        return self.weights_now

    def set_weights(self, weights):
        self.weights_now = weights


def run_early_stopping(options, values):
    callback = keras.callbacks.EarlyStopping(verbose=1, **options)
    model = FakeModel()
    callback.set_model(model)
    callback.set_params({"epochs": len(values), "verbose": 0})
    printed = io.StringIO()
    waits = []
    with contextlib.redirect_stdout(printed):
        callback.on_train_begin()
        for epoch, value in enumerate(values):
            model.weights_now = epoch
            callback.on_epoch_end(epoch, {options.get("monitor", "val_loss"): value})
            waits.append(callback.wait)
            if model.stop_training:
                break
        callback.on_train_end()
    return {
        "waits": waits,
        "stopped": model.stop_training,
        "stopped_epoch": callback.stopped_epoch,
        "best_epoch": callback.best_epoch,
        "best": callback.best,
        "weights_from_epoch": model.weights_now,
        "printed": printed.getvalue().splitlines(),
    }


FALLS_THEN_RISES = [1.0, 0.8, 0.7, 0.72, 0.71, 0.75, 0.69, 0.9, 0.9, 0.9]
SLOW = [1.0, 0.999, 0.998, 0.9, 0.899, 0.898, 0.897]
RISES = [0.1, 0.5, 0.4, 0.6, 0.6, 0.6, 0.7]

EARLY_STOPPING = [
    ({}, FALLS_THEN_RISES),
    ({"patience": 1}, FALLS_THEN_RISES),
    ({"patience": 2}, FALLS_THEN_RISES),
    ({"patience": 3}, FALLS_THEN_RISES),
    ({"patience": 20}, FALLS_THEN_RISES),
    ({"patience": 2, "restore_best_weights": True}, FALLS_THEN_RISES),
    ({"patience": 20, "restore_best_weights": True}, FALLS_THEN_RISES),
    ({"patience": 2, "restore_best_weights": True, "start_from_epoch": 4}, FALLS_THEN_RISES),
    ({"patience": 0, "start_from_epoch": 3}, FALLS_THEN_RISES),
    ({"patience": 2, "min_delta": 0.01}, SLOW),
    ({"patience": 2, "min_delta": -0.01}, SLOW),
    ({"patience": 3, "baseline": 0.75}, FALLS_THEN_RISES),
    ({"patience": 3, "baseline": 0.5}, FALLS_THEN_RISES),
    ({"patience": 3, "baseline": 0.5, "restore_best_weights": True}, FALLS_THEN_RISES),
    ({"monitor": "accuracy", "mode": "max", "patience": 2}, RISES),
    ({"monitor": "accuracy", "mode": "max", "patience": 2, "min_delta": 0.15}, RISES),
    ({"monitor": "accuracy", "mode": "max", "patience": 2, "baseline": 0.55}, RISES),
    ({"monitor": "accuracy", "mode": "min", "patience": 2, "restore_best_weights": True}, RISES),
    ({"patience": 0}, [0.5, 0.5]),
    ({"patience": 0}, [0.5]),
]


def draw(target, step, first_step_at, now, values, finalize):
    printed = io.StringIO()
    clock = unittest.mock.Mock()
    with contextlib.redirect_stdout(printed), unittest.mock.patch.object(time, "time", clock):
        clock.return_value = 1000.0
        bar = keras.utils.Progbar(target, interval=0, stateful_metrics=[name for name, _ in values])
        clock.return_value = 1000.0 + first_step_at
        bar.update(1, values, finalize=False)
        printed.truncate(0)
        printed.seek(0)
        clock.return_value = 1000.0 + now
        bar.update(step, values, finalize=finalize)
    return printed.getvalue().replace("\b", "").strip("\r\n").rstrip(" ")


PROGRESS = [
    dict(target=1875, step=600, first_step_at=1.0, now=5.193, values=[("accuracy", 0.9012), ("loss", 0.3301)], finalize=False),
    dict(target=1875, step=1875, first_step_at=1.0, now=14.118, values=[("accuracy", 0.955), ("loss", 0.15034)], finalize=True),
    dict(target=60, step=2, first_step_at=1.0, now=3.4, values=[("loss", 0.00012)], finalize=False),
    dict(target=9000, step=11, first_step_at=1.0, now=11.0, values=[("loss", -0.5)], finalize=False),
    dict(target=None, step=42, first_step_at=0.5, now=0.5164, values=[("loss", 1234.5)], finalize=False),
    dict(target=7, step=3, first_step_at=0.25, now=0.25, values=[], finalize=False),
]

early = [{"options": options, "values": values, **run_early_stopping(options, values)} for options, values in EARLY_STOPPING]
lines = [{**case, "values": dict(case["values"]), "line": draw(**case)} for case in PROGRESS]
for name, cases in (("early-stopping", early), ("progress-line", lines)):
    content = {"made_by": f"keras {keras.__version__}", "cases": cases}
    (HERE / f"{name}.json").write_text(json.dumps(content, indent=2, ensure_ascii=False) + "\n")
