"""Writes timeseries.json: the windows and targets that Keras's timeseries_dataset_from_array gives.

cd packages/datasets/src/readers/golden && python make.py
"""

import json
import pathlib

import numpy as np
from keras.utils import timeseries_dataset_from_array

series = np.arange(20)
cases = [
    {"sequence_length": 5},
    {"sequence_length": 5, "sequence_stride": 3},
    {"sequence_length": 4, "sampling_rate": 2},
    {"sequence_length": 3, "sequence_stride": 2, "sampling_rate": 3},
    {"sequence_length": 3, "start_index": 4, "end_index": 11},
    {"sequence_length": 20},
]
golden = []
for case in cases:
    for targets in [None, series[10:] * 10, series * 10]:
        data = timeseries_dataset_from_array(series, targets, batch_size=None, **case)
        elements = [np.asarray(e).tolist() if targets is None else [np.asarray(p).tolist() for p in e] for e in data]
        golden.append({"options": case, "targets": None if targets is None else targets.tolist(), "elements": elements})
path = pathlib.Path(__file__).parent / "timeseries.json"
path.write_text(json.dumps(golden, separators=(",", ":")) + "\n")
