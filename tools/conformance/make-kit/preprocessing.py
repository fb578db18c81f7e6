"""preprocessing.json: vocabularies, hashes, text, and picture layers whose range is one point."""
import keras
import numpy as np
from keras import layers

from kit import Cases, Draw, encode, plain

WORDS = "house tree river light stone water music bread green red blue cat dog fish moon sun bird cloud".split()
ODD = ["É", "naïve", "e-mail", "A_B", "it's", "<br />", "tab\tbed", "x  y", "你好", "3.14", "don't!", "Übung", "#tag", "😀"]


def make(seed, times):
    draw, cases = Draw(seed, "preprocessing"), Cases()
    for _ in range(times):
        lookups(draw, cases)
        texts(draw, cases)
        hashes(draw, cases)
        pictures(draw, cases)
        functions(draw, cases)
    return cases


def words(draw, *shape, empty=0.1):
    flat = ["" if draw.chance(empty) else draw.one(*WORDS) for _ in range(int(np.prod(shape)))]
    return np.array(flat, dtype=object).reshape(shape)


def sentences(draw, count):
    def sentence():
        parts = [draw.one(*WORDS, *ODD) for _ in range(draw.integer(0, 8))]
        parts = [draw.one(str.upper, str.capitalize, str)(p) + draw.one("", "", ".", ",", "!", ";") for p in parts]
        return draw.one(" ", " ", "  ").join(parts)

    return np.array([sentence() for _ in range(count)], dtype=object)


def case_of(layer, inputs, adapt=None, training=None):
    case = {"kind": "layer", "class_name": type(layer).__name__, "config": plain(layer.get_config())}
    if adapt is not None:
        layer.adapt(adapt)
        case["adapt"] = encode(adapt)
    case["inputs"] = [encode(x) for x in inputs]
    output = layer(inputs[0] if len(inputs) == 1 else inputs, **({} if training is None else {"training": training}))
    output = output.numpy() if hasattr(output, "numpy") else output
    case |= {"training": bool(training), "output": encode(output)}
    if hasattr(layer, "get_vocabulary"):
        case["vocabulary"] = [v if isinstance(v, str) else int(v) for v in layer.get_vocabulary()]
    return case


def lookups(draw, cases):
    vocabulary = lambda: [str(w) for w in draw.rng.permutation(WORDS)[: draw.integer(3, 7)]]
    for mode in ("int", "one_hot", "multi_hot", "count", "tf_idf"):
        for adapted in (False, True):
            options = dict(output_mode=mode, num_oov_indices=draw.integer(1, 3))
            if mode == "int":
                options["mask_token"] = draw.one(None, "")
            if adapted:
                options["max_tokens"] = draw.one(None, 6, 9, 30)
                if mode != "int" and options["max_tokens"]:
                    options["pad_to_max_tokens"] = draw.chance()
                data = words(draw, draw.integer(20, 60), empty=0)
            else:
                options["vocabulary"], data = vocabulary(), None
                if mode == "tf_idf":
                    options["idf_weights"] = [draw.number(0.1, 2) for _ in options["vocabulary"]]
            shape = (draw.integer(2, 4), 1) if mode == "one_hot" else (draw.integer(1, 3), draw.integer(2, 5))
            x = words(draw, *shape, empty=0.15 if mode == "int" else 0)
            cases.add(lambda: case_of(layers.StringLookup(**options), [x], data))
    token = draw.one("[UNK]", "<oov>")
    given = vocabulary()
    ids = draw.integers(len(given), 2, draw.integer(1, 5))
    make = lambda: layers.StringLookup(vocabulary=given, invert=True, oov_token=token, mask_token=draw.one(None, ""))
    cases.add(lambda: case_of(make(), [ids]))
    numbers = lambda: [int(n) for n in draw.rng.choice(40, size=draw.integer(3, 6), replace=False) + 1]
    for mode in ("int", "multi_hot", "count", "one_hot"):
        for adapted in (False, True):
            options = dict(output_mode=mode, num_oov_indices=draw.integer(1, 2))
            if mode == "int" and draw.chance():
                options["mask_token"] = 0
            data = draw.integers(12, 50) + 1 if adapted else None
            options |= {"max_tokens": draw.one(None, 8)} if adapted else {"vocabulary": numbers()}
            x = draw.integers(14, 2, 1 if mode == "one_hot" else draw.integer(1, 5))
            cases.add(lambda: case_of(layers.IntegerLookup(**options), [x], data))
    given = numbers()
    cases.add(lambda: case_of(layers.IntegerLookup(vocabulary=given, invert=True), [draw.integers(len(given), 2, 3)]))


def texts(draw, cases):
    for mode in ("int", "int", "multi_hot", "count", "tf_idf"):
        for standardize in ("lower_and_strip_punctuation", "lower", "strip_punctuation", None):
            options = dict(output_mode=mode, standardize=standardize, split=draw.one("whitespace", "whitespace", "character"))
            options |= dict(ngrams=draw.one(None, None, 2, (1, 3)), max_tokens=draw.one(None, 7, 12, 40))
            if mode == "int":
                options["output_sequence_length"] = draw.one(None, draw.integer(1, 8))
            elif options["max_tokens"]:
                options["pad_to_max_tokens"] = draw.chance()
            data, x = sentences(draw, draw.integer(4, 9)), sentences(draw, draw.integer(2, 7))
            cases.add(lambda: case_of(layers.TextVectorization(**options), [x], data))
    given = [str(w) for w in draw.rng.permutation(WORDS)[:5]]
    x = sentences(draw, 4)
    cases.add(lambda: case_of(layers.TextVectorization(vocabulary=given, output_sequence_length=draw.integer(2, 6)), [x]))


def hashes(draw, cases):
    bins = lambda: draw.integer(3, 20)
    salts = (None, draw.integer(0, 1000), [draw.integer(0, 1000), draw.integer(0, 1000)])
    for salt in salts:
        cases.add(lambda: case_of(layers.Hashing(bins(), salt=salt), [words(draw, 2, 4)]))
        cases.add(lambda: case_of(layers.Hashing(bins(), salt=salt), [draw.integers(1000, 2, 4)]))
    odd = np.array(ODD + ["", "a", "ab" * 9, "c" * 20, "d" * 40, "e" * 70, "long words " * 30], dtype=object)[:, None]
    cases.add(lambda: case_of(layers.Hashing(97), [odd]))
    cases.add(lambda: case_of(layers.Hashing(97, salt=draw.integer(1, 99)), [odd]))
    cases.add(lambda: case_of(layers.Hashing(bins(), mask_value=""), [words(draw, 2, 5, empty=0.4)]))
    cases.add(lambda: case_of(layers.Hashing(bins(), output_mode=draw.one("multi_hot", "count")), [words(draw, 2, 3, empty=0)]))
    cases.add(lambda: case_of(layers.HashedCrossing(bins()), [words(draw, 5), words(draw, 5)]))
    cases.add(lambda: case_of(layers.HashedCrossing(bins()), [words(draw, 5), draw.integers(30, 5)]))
    cases.add(lambda: case_of(layers.HashedCrossing(bins(), output_mode="one_hot"), [words(draw, 4, 1), words(draw, 4, 1)]))


def pictures(draw, cases):
    image = lambda: draw.uniform(2, draw.integer(5, 9), draw.integer(5, 9), draw.one(1, 3), high=255)
    point = lambda low, high: [draw.number(low, high)] * 2
    for fill in ("constant", "reflect", "wrap", "nearest"):
        for interpolation in ("bilinear", "nearest"):
            how = dict(fill_mode=fill, interpolation=interpolation, fill_value=draw.one(0.0, 30.0))
            rotation, height, width = point(-0.3, 0.3), point(-0.4, 0.4), draw.one(point(-0.4, 0.4), None)
            cases.add(lambda: case_of(layers.RandomRotation(rotation, **how), [image()], training=True))
            cases.add(lambda: case_of(layers.RandomZoom(height, width, **how), [image()], training=True))
            across = width or point(-0.3, 0.3)
            cases.add(lambda: case_of(layers.RandomTranslation(height, across, **how), [image()], training=True))
    cases.add(lambda: case_of(layers.RandomBrightness(point(-0.4, 0.4)), [image()], training=True))
    in_unit = lambda: draw.uniform(2, 4, 5, 3)
    cases.add(lambda: case_of(layers.RandomBrightness(point(-0.4, 0.4), value_range=(0, 1)), [in_unit()], training=True))
    cases.add(lambda: case_of(layers.RandomFlip(), [image()], training=False))
    cases.add(lambda: case_of(layers.RandomContrast(0.3), [image()], training=False))
    cases.add(lambda: case_of(layers.RandomRotation(0.3), [image()], training=False))


def functions(draw, cases):
    classes = draw.integer(3, 7)
    for shape in ((5,), (3, 2), (4, 1)):
        x = draw.integers(classes, *shape)
        of = {"kind": "function", "function": "keras.utils.to_categorical", "kwargs": {"num_classes": classes}}
        cases.add(lambda: of | {"inputs": [encode(x)], "output": encode(keras.utils.to_categorical(x, classes))}, "to_categorical")
    for axis, order in ((-1, 2), (1, 1), (1, 2), (-1, 3)):
        x = draw.normal(3, draw.integer(2, 4))
        of = {"kind": "function", "function": "keras.utils.normalize", "kwargs": {"axis": axis, "order": order}}
        cases.add(lambda: of | {"inputs": [encode(x)], "output": encode(keras.utils.normalize(x, axis, order))}, "normalize")
    for padding in ("pre", "post"):
        for truncating in ("pre", "post"):
            sequences = [draw.integers(9, draw.integer(0, 8)).tolist() for _ in range(4)]
            kwargs = dict(maxlen=draw.integer(2, 9), padding=padding, truncating=truncating, value=draw.integer(0, 2))
            padded = keras.utils.pad_sequences(sequences, **kwargs)
            case = {"kind": "pad_sequences", "sequences": sequences, "kwargs": kwargs, "output": encode(padded)}
            cases.add(lambda: case, "pad_sequences")
