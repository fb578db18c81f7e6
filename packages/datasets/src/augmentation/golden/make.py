"""Writes keras-augmentation.json: what Keras's ImageDataGenerator makes of two small images with fixed parameters.

python packages/datasets/src/augmentation/golden/make.py
"""

import json
import pathlib

import numpy as np
import scipy.ndimage

# Keras's legacy code names a module that newer versions of SciPy have dropped.
scipy.ndimage.interpolation = scipy.ndimage

from keras.src.legacy.preprocessing.image import ImageDataGenerator  # noqa: E402

transforms = [
    {"theta": 30},
    {"theta": -75, "tx": 1, "ty": 2},
    {"tx": 1.5},
    {"ty": -2.25},
    {"tx": -9, "ty": 11},
    {"shear": 20},
    {"zx": 0.8, "zy": 1.3},
    {"zx": 2.5, "zy": 2.5},
    {"theta": 40, "tx": 1.2, "ty": -0.6, "shear": 12, "zx": 1.1, "zy": 0.9},
    {"flip_horizontal": True},
    {"flip_vertical": True, "theta": 10},
    {"channel_shift_intensity": 30.5},
    {"brightness": 0.37},
    {"brightness": 1.6, "theta": 15, "flip_horizontal": True},
    {"brightness": 0},
    {},
]
rng = np.random.default_rng(7)
images = [np.round(rng.uniform(0, 255, shape)).astype("float32") for shape in [(5, 7, 1), (6, 4, 3)]]
images.append(np.round(rng.normal(0, 200, (3, 4, 3))).astype("float32"))
cases = []
for fill_mode in ["constant", "nearest", "reflect", "wrap"]:
    generator = ImageDataGenerator(fill_mode=fill_mode, cval=9.0)
    for number, image in enumerate(images):
        for transform in transforms:
            result = generator.apply_transform(image, dict(transform))
            cases.append(
                {
                    "fillMode": fill_mode,
                    "image": number,
                    "transform": transform,
                    "result": [round(float(value), 4) for value in result.ravel()],
                }
            )
golden = {
    "images": [{"shape": image.shape, "data": [float(value) for value in image.ravel()]} for image in images],
    "cases": cases,
}
path = pathlib.Path(__file__).parent / "keras-augmentation.json"
path.write_text(json.dumps(golden, separators=(",", ":")) + "\n")
