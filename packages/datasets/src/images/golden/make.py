"""Writes images.json: small files that Pillow wrote, the pixels that Pillow reads in them, and what tf.image.resize makes of one.

cd packages/datasets/src/images/golden && python make.py
"""

import base64
import io
import json
import pathlib

import numpy as np
import tensorflow as tf
from PIL import Image

rows, columns = np.mgrid[0:16, 0:24]
pixels = np.stack([columns * 10, rows * 15, (columns + rows) * 6], -1).astype("uint8")
colour = Image.fromarray(pixels)
transparent = colour.copy()
transparent.putalpha(128)
images = {
    "rgb.png": colour,
    "grey.png": colour.convert("L"),
    "palette.png": colour.quantize(16),
    "bilevel.png": colour.convert("1"),
    "rgba.png": transparent,
    "baseline.jpg": colour,
    "progressive.jpg": colour,
    "grey.jpg": colour.convert("L"),
}
files = {}
for name, image in images.items():
    jpeg = {"quality": 90, "subsampling": 0, "progressive": name == "progressive.jpg"}
    written = io.BytesIO()
    image.save(written, "PNG" if name.endswith("png") else "JPEG", **(jpeg if name.endswith("jpg") else {}))
    read = Image.open(io.BytesIO(written.getvalue()))
    files[name] = {
        "bytes": base64.b64encode(written.getvalue()).decode(),
        "rgb": np.asarray(read.convert("RGB")).ravel().tolist(),
        "grayscale": np.asarray(read.convert("L")).ravel().tolist(),
    }
resized = []
for size in [(8, 12), (5, 7), (20, 31)]:
    for method in ["bilinear", "nearest"]:
        values = tf.image.resize(pixels.astype("float32")[None], size, method=method).numpy().ravel()
        resized.append({"size": size, "method": method, "values": [round(float(value), 3) for value in values]})
golden = {"shape": pixels.shape, "pixels": pixels.ravel().tolist(), "files": files, "resized": resized}
path = pathlib.Path(__file__).parent / "images.json"
path.write_text(json.dumps(golden, separators=(",", ":")) + "\n")
