"""initializers.json: exact arrays, and the moments that draws must have."""
import math

from keras import initializers

from kit import Cases, Draw, encode, plain


def make(seed, times):
    draw, cases = Draw(seed, "initializers"), Cases()
    for _ in range(times):
        for exact in (
            initializers.Zeros(),
            initializers.Ones(),
            initializers.Constant(draw.number(-1, 1)),
            # Keras leaves the gain of this one out of its config.
            initializers.Identity(),
        ):
            shape = [draw.integer(2, 6), draw.integer(2, 6)]
            cases.add(lambda: _begin(exact, shape) | {"exact": encode(exact(shape))})
        shape = [draw.integer(2, 9), draw.integer(2, 9)]
        gain = draw.number(0.5, 2)
        cases.add(lambda: _begin(initializers.Orthogonal(gain), shape) | {"orthogonal_gain": gain})
        shape = [3, 3, draw.integer(2, 4), draw.integer(2, 5)]
        cases.add(lambda: _begin(initializers.Orthogonal(gain), shape) | {"orthogonal_gain": gain})
        for name, scale, mode, distribution in (
            ("GlorotUniform", 1, "fan_avg", "uniform"),
            ("GlorotNormal", 1, "fan_avg", "truncated_normal"),
            ("HeUniform", 2, "fan_in", "uniform"),
            ("HeNormal", 2, "fan_in", "truncated_normal"),
            ("LecunUniform", 1, "fan_in", "uniform"),
            ("LecunNormal", 1, "fan_in", "truncated_normal"),
        ):
            cases.add(lambda: _scaled(draw, getattr(initializers, name)(), scale, mode, distribution))
        for mode in ("fan_in", "fan_out", "fan_avg"):
            for distribution in ("truncated_normal", "untruncated_normal", "uniform"):
                scale = draw.number(0.5, 3)
                cases.add(lambda: _scaled(draw, initializers.VarianceScaling(scale, mode, distribution), scale, mode, distribution))
        mean, std = draw.number(-1, 1), draw.number(0.2, 2)
        cases.add(lambda: _drawn(draw, initializers.RandomNormal(mean, std), mean, std, None))
        # A normal distribution without what lies beyond two standard deviations is narrower by this.
        cases.add(lambda: _drawn(draw, initializers.TruncatedNormal(mean, std), mean, 0.87962566 * std, 2 * std))
        low, high = draw.number(-1.5, 0), draw.number(0.2, 2)
        middle, reach = (low + high) / 2, (high - low) / 2
        cases.add(lambda: _drawn(draw, initializers.RandomUniform(low, high), middle, reach / math.sqrt(3), reach))
    return cases


def _begin(initializer, shape):
    return {"class_name": type(initializer).__name__, "config": plain(initializer.get_config()), "shape": shape}


def _shape(draw):
    return draw.one([draw.integer(400, 900)], [draw.integer(30, 60), draw.integer(30, 60)], [3, 3, draw.integer(8, 12), draw.integer(8, 19)])


def _scaled(draw, initializer, scale, mode, distribution):
    shape = _shape(draw)
    field = math.prod(shape[:-2])
    fans = (shape[0], shape[0]) if len(shape) == 1 else (field * shape[-2], field * shape[-1])
    variance = scale / {"fan_in": fans[0], "fan_out": fans[1], "fan_avg": sum(fans) / 2}[mode]
    std = math.sqrt(variance)
    bound = {"uniform": math.sqrt(3) * std, "truncated_normal": 2 * std / 0.87962566, "untruncated_normal": None}[distribution]
    return _expect(initializer, shape, 0, std, bound)


def _drawn(draw, initializer, mean, std, reach):
    return _expect(initializer, _shape(draw), mean, std, reach)


def _expect(initializer, shape, mean, std, reach):
    count = math.prod(shape)
    expect = {"mean": mean, "mean_tol": 5 * std / math.sqrt(count), "std": std, "std_tol": 5 * std / math.sqrt(2 * count)}
    # Bounds are those of float32.
    slack = 1e-6 * max(1, abs(mean))
    expect |= {"min": None if reach is None else mean - reach - slack, "max": None if reach is None else mean + reach + slack}
    return _begin(initializer, shape) | {"expect": expect}
