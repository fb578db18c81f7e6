"""optimizers.json: every optimizer over five steps, with decay, clipping, moving averages, accumulation and schedules."""
import keras
import tensorflow as tf
from keras import optimizers
from keras.optimizers import schedules

from kit import Cases, Draw, encode, plain

NAMES = "SGD Adam AdamW Adamax Nadam Adagrad Adadelta RMSprop Ftrl Lion Lamb Adafactor Muon".split()


def make(seed, times):
    draw, cases = Draw(seed, "optimizers"), Cases()
    for _ in range(times):
        for name in NAMES:
            for options in common(draw):
                cases.add(lambda: _case(draw, name, options))
            for options in own(draw, name):
                cases.add(lambda: _case(draw, name, options))
            cases.add(lambda: _case(draw, name, {"weight_decay": draw.number(0.01, 0.1)}, exclude=["bias"]))
    return cases


def common(draw):
    yield {}
    yield {"weight_decay": draw.number(0.01, 0.1)}
    yield {"clipnorm": draw.number(0.3, 1.5)}
    yield {"global_clipnorm": draw.number(0.3, 2)}
    yield {"clipvalue": draw.number(0.2, 0.8)}
    yield {"use_ema": True, "ema_momentum": draw.number(0.5, 0.99)}
    yield {"use_ema": True, "ema_momentum": draw.number(0.5, 0.99), "ema_overwrite_frequency": draw.integer(1, 3)}
    yield {"gradient_accumulation_steps": draw.integer(2, 3)}
    yield {"gradient_accumulation_steps": 2, "clipnorm": draw.number(0.3, 1), "weight_decay": draw.number(0.01, 0.1)}
    yield {"gradient_accumulation_steps": 2, "use_ema": True, "ema_momentum": draw.number(0.5, 0.9)}
    yield {"learning_rate": schedules.ExponentialDecay(draw.number(0.05, 0.2), draw.integer(1, 5), draw.number(0.4, 0.9), draw.chance())}
    yield {"learning_rate": schedules.CosineDecay(draw.number(0.01, 0.1), draw.integer(3, 9), 0.1, warmup_target=0.2, warmup_steps=2)}
    yield {"learning_rate": schedules.PiecewiseConstantDecay([1, 3], [0.2, 0.1, 0.05]), "clipvalue": 0.5}
    yield {"loss_scale_factor": draw.one(2.0, 8.0)}


def own(draw, name):
    betas = {"beta_1": draw.number(0.5, 0.95), "beta_2": draw.number(0.8, 0.999)}
    if name == "SGD":
        yield {"momentum": draw.number(0.3, 0.95)}
        yield {"momentum": draw.number(0.3, 0.95), "nesterov": True}
        yield {"momentum": draw.number(0.3, 0.95), "nesterov": True, "weight_decay": 0.05, "clipnorm": 0.8}
        yield {"nesterov": True}
    if name in ("Adam", "AdamW"):
        yield betas | {"epsilon": draw.number(0.001, 0.1)}
        yield {"amsgrad": True}
        yield {"amsgrad": True, **betas, "weight_decay": 0.03}
    if name in ("Adamax", "Nadam", "Lamb"):
        yield betas | {"epsilon": draw.number(0.001, 0.1)}
    if name == "Lion":
        yield {"beta_1": draw.number(0.5, 0.95), "beta_2": draw.number(0.8, 0.999)}
    if name == "Adagrad":
        yield {"initial_accumulator_value": draw.number(0, 0.5), "epsilon": draw.number(0.001, 0.1)}
    if name == "Adadelta":
        yield {"rho": draw.number(0.5, 0.99), "epsilon": draw.number(0.001, 0.1)}
    if name == "RMSprop":
        yield {"rho": draw.number(0.5, 0.99), "momentum": draw.number(0.1, 0.9)}
        yield {"centered": True}
        yield {"centered": True, "momentum": draw.number(0.1, 0.9), "epsilon": 0.01}
    if name == "Ftrl":
        yield {"learning_rate_power": -draw.number(0.3, 0.8), "initial_accumulator_value": draw.number(0.05, 0.5)}
        yield {"l1_regularization_strength": draw.number(0.001, 0.1), "l2_regularization_strength": draw.number(0.001, 0.1)}
        yield {"l2_shrinkage_regularization_strength": draw.number(0.001, 0.1), "beta": draw.number(0, 0.5)}
    if name == "Adafactor":
        yield {"relative_step": False, "beta_2_decay": -draw.number(0.5, 0.9)}
        yield {"clip_threshold": draw.number(0.5, 2), "epsilon_2": 0.01}
        yield {"epsilon_1": 1e-3}
    if name == "Muon":
        yield {"nesterov": False, "momentum": draw.number(0.5, 0.95)}
        yield {"ns_steps": draw.integer(3, 6), "adam_lr_ratio": draw.number(0.2, 1)}
        yield {"exclude_layers": ["kernel"], "rms_rate": draw.one(None, 0.3)}
        yield {"adam_beta_1": draw.number(0.5, 0.95), "adam_beta_2": draw.number(0.8, 0.999), "epsilon": 0.01, "adam_weight_decay": 0.05}
        yield {"muon_a": 3.0, "muon_b": -4.0, "muon_c": 1.8, "exclude_embeddings": False}


def _case(draw, name, options, exclude=None):
    keras.utils.clear_session()
    options = {"learning_rate": draw.number(0.01, 0.2)} | options
    optimizer = getattr(optimizers, name)(**options)
    shapes = {"kernel": (draw.integer(1, 4), draw.integer(2, 5)), "bias": (draw.integer(1, 5),), "scale": ()}
    if draw.chance():
        shapes["filter"] = (2, 2, draw.integer(1, 3), draw.integer(1, 3))
    if name == "Muon":
        shapes.pop("scale")
    variables = [keras.Variable(draw.normal(*shape), name=key) for key, shape in shapes.items()]
    case = {"class_name": name, "config": plain(optimizer.get_config())}
    case["variables"] = [{"name": v.name, "array": encode(v)} for v in variables]
    if exclude:
        optimizer.exclude_from_weight_decay(var_names=exclude)
        case["exclude_from_weight_decay"] = exclude
    optimizer.build(variables)
    case |= {"gradients": [], "after": []}
    for _ in range(5):
        gradients = [draw.normal(*shape) for shape in shapes.values()]
        optimizer.apply_gradients([(tf.convert_to_tensor(g), v) for g, v in zip(gradients, variables)])
        case["gradients"].append([encode(g) for g in gradients])
        case["after"].append([encode(v) for v in variables])
    case["optimizer_variables"] = [{"path": v.path, "array": encode(v)} for v in optimizer.variables]
    optimizer.finalize_variable_values(variables)
    return case | {"finalized": [encode(v) for v in variables]}
