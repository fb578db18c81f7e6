"""schedules.json: the rate at steps before, within and after each schedule."""
from keras.optimizers import schedules

from kit import Cases, Draw, plain


def make(seed, times):
    draw, cases = Draw(seed, "schedules"), Cases()
    for _ in range(times):
        for schedule in kinds(draw):
            cases.add(lambda: _case(draw, schedule))
    return cases


def kinds(draw):
    rate = lambda: draw.number(0.001, 0.9)
    steps = lambda: draw.integer(5, 120)
    for flag in (False, True):
        yield schedules.ExponentialDecay(rate(), steps(), draw.number(0.4, 0.99), flag)
        yield schedules.InverseTimeDecay(rate(), steps(), draw.number(0.4, 2), flag)
        yield schedules.PolynomialDecay(rate(), steps(), draw.number(0, 0.01), draw.number(0.5, 2), cycle=flag)
        yield schedules.CosineDecay(rate(), steps(), draw.number(0, 0.2), warmup_target=rate() if flag else None, warmup_steps=draw.integer(0, 20))
        yield schedules.CosineDecayRestarts(rate(), steps(), draw.one(1.0, 2.0, 3.0, 1.5), draw.number(0.5, 1), draw.number(0, 0.1))
        bounds = sorted(int(b) for b in draw.rng.choice(150, size=draw.integer(1, 4), replace=False))
        yield schedules.PiecewiseConstantDecay(bounds, [rate() for _ in range(len(bounds) + 1)])


def _case(draw, schedule):
    steps = sorted({0, 1, 2, 7, 200, *(draw.integer(3, 300) for _ in range(10))})
    values = [float(schedule(step)) for step in steps]
    return {"class_name": type(schedule).__name__, "config": plain(schedule.get_config()), "steps": steps, "values": values}
