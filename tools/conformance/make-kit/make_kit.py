"""Makes a conformance kit with a seed of its own: `python make_kit.py FOLDER --seed 7 [--times 2] [--only layers ...]`.

Each file of the kit is one group of cases that the real Keras (with TensorFlow, on the CPU) answers. Needs keras and tensorflow.
"""
import argparse
import importlib
import json
import os
import pathlib

os.environ["KERAS_BACKEND"] = "tensorflow"
os.environ["TF_CPP_MIN_LOG_LEVEL"] = "3"
os.environ["CUDA_VISIBLE_DEVICES"] = ""

GROUPS = "layers rnn losses metrics optimizers schedules initializers regularizers constraints preprocessing training".split()


def main():
    parser = argparse.ArgumentParser(description=__doc__)
    parser.add_argument("folder", type=pathlib.Path)
    parser.add_argument("--seed", type=int, required=True)
    parser.add_argument("--times", type=int, default=1, help="how often each list of cases is gone through")
    parser.add_argument("--only", nargs="*", choices=GROUPS, default=GROUPS)
    options = parser.parse_args()
    import keras

    options.folder.mkdir(parents=True, exist_ok=True)
    for group in options.only:
        cases = importlib.import_module(group).make(options.seed, options.times)
        file = options.folder / f"{group}.json"
        file.write_text(json.dumps({"keras": keras.__version__, "cases": cases}))
        print(f"{group}: {len(cases)} cases")


main()
