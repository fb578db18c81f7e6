"""Writes augmentation.golden.json: what Keras's layers that change images answer.

    pip install keras==3.15.1 tensorflow-cpu
    KERAS_BACKEND=tensorflow python make_golden.py

Keras draws other random numbers than we do, so a case holds what Keras has drawn (`transformation`), or a config that leaves nothing to
draw. A case is `{name, class_name, config, images, output}` and, where there are any, `training`, `transformation`, `labels` with
`labels_output`, `segmentation_masks` with `masks_output`. Arrays are written as in a conformance kit.
"""

import base64
import json
import os
import pathlib

os.environ.setdefault("KERAS_BACKEND", "tensorflow")
os.environ["TF_CPP_MIN_LOG_LEVEL"] = "3"
import keras  # noqa: E402
import numpy as np  # noqa: E402
import tensorflow as tf  # noqa: E402
from keras import layers  # noqa: E402

HERE = pathlib.Path(__file__).parent
CASES = []

# What of a transformation says what was drawn; the rest follows from it.
DRAWN = {
    "RandomRotation": ["angle"],
    "RandomTranslation": ["translations"],
    "RandomZoom": ["height_zoom", "width_zoom"],
    "RandomShear": ["shear_factor"],
    "RandomFlip": ["flips"],
    "RandomPerspective": ["apply_perspective", "end_points"],
}


def array(value):
    value = np.asarray(value)
    if value.dtype == np.bool_:
        kind, value = "bool", value.astype("uint8")
    elif np.issubdtype(value.dtype, np.signedinteger):
        kind, value = "int32", value.astype("<i4")
    else:
        kind, value = "float32", value.astype("<f4")
    raw = np.ascontiguousarray(value).tobytes()
    return {"dtype": kind, "shape": list(value.shape), "b64": base64.b64encode(raw).decode()}


def plain(value):
    """A transformation with arrays as a kit writes them."""
    if isinstance(value, dict):
        return {key: plain(item) for key, item in value.items()}
    if isinstance(value, (list, tuple)):
        return [plain(item) for item in value]
    return value if value is None or isinstance(value, str) else array(value)


def drawn(class_name, transformation):
    if not isinstance(transformation, dict):
        return transformation
    kept = {key: value for key, value in transformation.items() if key in DRAWN.get(class_name, transformation)}
    return {key: value for key, value in kept.items() if not isinstance(value, (keras.random.SeedGenerator, int, tuple))}


def images(seed, shape=(3, 5, 4, 3), top=255.0):
    values = np.random.default_rng(seed).uniform(0, top, shape)
    return (np.round(values) if top == 255.0 else values).astype("float32")


def add(layer, **parts):
    name = layer.__class__.__name__
    number = 1 + sum(case["class_name"] == name for case in CASES)
    config = json.loads(json.dumps(layer.get_config()))
    CASES.append({"name": f"{name}_{number}", "class_name": name, "config": config, **plain(parts)})


def call(layer, x, training=True, labels=None, masks=None):
    """A case without anything random: the whole call."""
    data = {"images": tf.constant(x)}
    if labels is not None:
        data["labels"] = tf.constant(labels)
    if masks is not None:
        data["segmentation_masks"] = tf.constant(masks)
    given = data if len(data) > 1 else data["images"]
    answer = layer(dict(given) if isinstance(given, dict) else given, training=training)
    extra = {}
    if isinstance(answer, dict):
        if labels is not None:
            extra |= {"labels": labels, "labels_output": answer["labels"]}
        if masks is not None:
            extra |= {"segmentation_masks": masks, "masks_output": answer["segmentation_masks"]}
        answer = answer["images"]
    add(layer, images=x, output=answer, **extra)
    CASES[-1]["training"] = training


def given(layer, x, transformation=None, labels=None, masks=None, name=None):
    """A case with what Keras has drawn."""
    tensor = tf.constant(x)
    if transformation is None:
        transformation = layer.get_random_transformation(tensor, training=True)
    extra = {}
    if labels is not None:
        extra |= {"labels": labels, "labels_output": layer.transform_labels(tf.constant(labels), transformation)}
    if masks is not None:
        moved = layer.transform_segmentation_masks(tf.constant(masks), transformation)
        extra |= {"segmentation_masks": masks, "masks_output": moved}
    output = layer.transform_images(tensor, transformation)
    add(layer, images=x, output=output, transformation=name or drawn(layer.__class__.__name__, transformation), **extra)


def moves():
    masks = images(90, (3, 5, 4, 1)) // 64
    modes = ["reflect", "wrap", "constant", "nearest"]
    for i, mode in enumerate(modes):
        how = {"fill_mode": mode, "fill_value": 9.0, "interpolation": ["bilinear", "nearest"][i % 2], "seed": i}
        given(layers.RandomRotation((-0.4, 0.6), **how), images(i), masks=masks)
        given(layers.RandomTranslation((-0.9, 0.9), 0.7, **how), images(i + 4), masks=masks)
        given(layers.RandomZoom((-0.6, 0.8), 0.5, **how), images(i + 8), masks=masks)
        given(layers.RandomShear((0.2, 0.9), (0.0, 0.7), **how), images(i + 12), masks=masks)
    call(layers.RandomShear((0.0, 0.0), 0.0), images(16))
    call(layers.RandomZoom((0.25, 0.25)), images(17, (5, 5, 1)))
    call(layers.RandomRotation((0.1, 0.1), data_format="channels_first"), images(18, (2, 3, 5, 4)))
    call(layers.RandomTranslation((0.5, 0.5), (-0.3, -0.3)), images(19), training=False)
    for mode in ["horizontal", "vertical", "horizontal_and_vertical"]:
        given(layers.RandomFlip(mode, seed=3), images(20), masks=masks)
    given(layers.RandomPerspective((1.0, 1.0), 0.8, seed=5, fill_value=3.0), images(21), masks=masks)
    given(layers.RandomPerspective(1.0, 0.5, interpolation="nearest", seed=7), images(22))
    call(layers.RandomPerspective(0.0), images(23))
    for seed in range(3):
        layer = layers.RandomCrop(3, 2, seed=seed)
        h, w = layer.get_random_transformation(images(24 + seed))
        starts = (int(h), int(w))
        given(layer, images(24 + seed), starts, masks=masks, name={"h_start": starts[0], "w_start": starts[1]})
    for size in [(5, 2), (7, 3), (2, 9), (8, 9), (5, 4)]:
        call(layers.RandomCrop(*size, seed=1), images(28))
    call(layers.RandomCrop(6, 3, seed=1, data_format="channels_first"), images(29, (2, 3, 5, 4)))


def elastic():
    for i, mode in enumerate(["reflect", "constant", "nearest", "wrap"]):
        shape = (3, 5, 6, 2) if i else (1, 44, 41, 1)
        scale = (0.9, 0.9) if i == 0 else (0.5, 1.0)
        noise = np.random.default_rng(i).normal(size=(*shape[:3], 2)).astype("float32") * (3 if i else 1)
        how = {"interpolation": ["bilinear", "nearest"][i == 3], "fill_mode": mode, "fill_value": 40.0, "seed": i}
        layer = layers.RandomElasticTransform((0.5, 0.9), scale, **how)
        x = images(40 + i, shape)
        transformation = layer.get_random_transformation(tf.constant(x))
        queue = [noise[..., 0], noise[..., 1]]
        draw, tf.random.stateless_normal = tf.random.stateless_normal, lambda **_: tf.constant(queue.pop(0))
        output = layer.transform_images(tf.constant(x), transformation)
        tf.random.stateless_normal = draw
        kept = {key: transformation[key] for key in ["apply_transform", "distortion_factor"]}
        add(layer, images=x, output=output, transformation={**kept, "noise": noise})


def colors():
    unit = [0.0, 1.0]
    for i, how in enumerate([{"value_range": [0, 255]}, {"value_range": unit}]):
        x = images(50 + i, top=1.0 if i else 255.0)
        how = {**how, "seed": i}
        given(layers.RandomBrightness((-0.7, 0.4), **how), x)
        given(layers.RandomContrast((0.4, 0.9), **how), x)
        given(layers.RandomColorDegeneration((-0.5, 0.9), **how), x)
        given(layers.RandomSharpness((0.0, 1.0), **how), x)
        given(layers.Solarization((0.0, 0.3), (0.1, 0.9), **how), x)
        given(layers.RandomInvert((0.4, 0.6), **how), x)
        given(layers.RandomPosterization((1, 6), **how), x)
        given(layers.RandomHue((0.1, 0.9), **how), x)
        given(layers.RandomGaussianBlur((0.6, 0.8), (3, 3), (0.4, 0.9), **how), x)
        jitter = {"brightness_factor": (0.1, 0.1), "contrast_factor": (0, 0), "hue_factor": (0.0, 0.0)}
        call(layers.RandomColorJitter(**jitter, **how), x)
        call(layers.AutoContrast(value_range=how["value_range"]), x, training=bool(i))
        call(layers.Equalization(value_range=how["value_range"], bins=[256, 20][i]), x)
        call(layers.Equalization(), x, training=False)
    for i in range(2):
        given(layers.RandomSaturation((0.1, 0.8), value_range=unit, seed=i), images(60 + i, top=1.0))
    # Colours at the corners of the cube, where hue and saturation are 0 by rule.
    corners = np.array(np.meshgrid([0, 1], [0, 1], [0, 1]), "float32").T.reshape(1, 2, 4, 3)
    given(layers.RandomHue((0.3, 0.7), value_range=unit, seed=2), corners)
    given(layers.RandomSaturation((0.6, 0.8), value_range=unit, seed=2), corners)
    for i, factor in enumerate([0.5, 1.0]):
        layer = layers.RandomGrayscale(factor, seed=i)
        should_apply = layer.get_random_transformation(tf.constant(images(62)))
        given(layer, images(62), should_apply, name={"should_apply": should_apply})
    given(layers.RandomGaussianBlur((1.0, 1.0), 5, 0.7, seed=3), images(64))
    for factor in [layers.RandomBrightness(0.3), layers.RandomContrast(0.3), layers.RandomHue(0.3)]:
        call(factor, images(65), training=False)
    call(layers.RandomInvert((1.0, 1.0), data_format="channels_first"), images(66, (2, 3, 4, 5)))
    call(layers.RandomPosterization(3, seed=0), images(67), training=False)
    call(layers.RandomSaturation((0.5, 0.5), data_format="channels_first"), images(68, (2, 3, 4, 5)))
    call(layers.Equalization(data_format="channels_first"), images(69, (2, 3, 4, 5)))
    call(layers.AutoContrast(), np.concatenate([np.full((1, 4, 4, 3), 7.0), images(70, (1, 4, 4, 3))]).astype("float32"))
    call(layers.Equalization(), np.full((2, 4, 4, 1), 7.0, "float32"))
    Clahe = layers.ContrastLimitedAdaptiveHistogramEqualization
    call(Clahe(), images(71, (2, 9, 11, 3)))
    call(Clahe(value_range=unit, clip_limit=1.5, tile_grid_size=(2, 3)), images(72, (2, 16, 18, 1), top=1.0))
    call(Clahe(clip_limit=0.0, tile_grid_size=(3, 2)), images(73, (9, 8, 1)), training=False)


def mixing():
    labels = np.eye(5, dtype="float32")[[1, 3, 0]]
    masks = images(80) // 64
    for seed in range(2):
        given(layers.MixUp(0.6, seed=seed), images(81 + seed), labels=labels)
        layer = layers.CutMix((0.5, 1.0), seed=seed)
        transformation = layer.get_random_transformation(tf.constant(images(83 + seed)))
        given(layer, images(83 + seed), transformation, labels=labels, masks=masks)
        layer = layers.RandomErasing((0.5, 0.9), (0.2, 0.8), [None, (10.0, 20.0, 300.0)][seed], seed=seed)
        given(layer, images(85 + seed), masks=masks)
    call(layers.RandomErasing((1.0, 1.0), (1.0, 1.0), 7.0), images(87))
    call(layers.MixUp(), images(88), training=False, labels=labels)
    call(layers.CutMix(), images(89, (5, 4, 3)))


def choosing():
    for seed in range(3):
        layer = layers.RandAugment(num_ops=3, factor=0.6, seed=seed)
        x = images(100 + seed, (2, 5, 6, 3))
        transformation = layer.get_random_transformation(tf.constant(x))
        transforms = {key: drawn(DRAWN_NAMES.get(key), value) for key, value in transformation["transforms"].items()}
        given(layer, x, transformation, name={"layer_idxes": transformation["layer_idxes"], "transforms": transforms})
    for seed in range(3):
        layer = layers.AugMix(num_chains=2, factor=(0.2, 0.5), seed=seed, all_ops=seed > 0)
        x = images(103 + seed, (2, 5, 6, 3))
        transformation = layer.get_random_transformation(tf.constant(x))
        chains = [
            [
                {**link, "transformation": drawn(DRAWN_NAMES.get(link["layer_name"]), link["transformation"])}
                for link in chain
            ]
            for chain in transformation["chain_transforms"]
        ]
        given(layer, x, transformation, name={**transformation, "chain_transforms": chains})


DRAWN_NAMES = {
    "random_shear": "RandomShear",
    "random_translation": "RandomTranslation",
    "random_rotation": "RandomRotation",
}

if __name__ == "__main__":
    keras.utils.set_random_seed(0)
    for family in [moves, elastic, colors, mixing, choosing]:
        family()
    text = json.dumps({"keras": keras.__version__, "cases": CASES}, separators=(",", ":"))
    (HERE / "augmentation.golden.json").write_text(text.replace('{"name"', '\n{"name"') + "\n")
    print(f"{len(CASES)} cases")
