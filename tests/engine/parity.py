"""torchvision's side of the parity test.

usage: parity.py MODEL FOLDER [--gradients]
Writes, for the model with random weights, its state dict, an input and its answers. FOLDER/state.pth holds the weights.
FOLDER/cases.pth holds the tensors "input" and "logits" (eval mode) and, after one forward pass in training mode without
dropout and stochastic depth, "trained_logits" (single precision, channels last, as ours is laid out) and, in double
precision, "exact_logits", "auxiliary_logits" where there is an auxiliary head, and the running statistics as
"after.<name>"; with --gradients those of the mean squared logit in eval mode as "gradient.<name>".
Prints "PARAMETERS MULTIPLY-ADDS": of all parameters, and of the convolutions and Linear of one image in eval mode.

usage: parity.py --names MODEL...
Prints "MODEL NAME SIDE,SIDE" for every tensor of the models' state dicts.

usage: parity.py --initialised MODEL FILE
Writes the state dict of the model as torchvision initialises it.

usage: parity.py --channels N MODEL FOLDER
As the first, but FOLDER/cases.pth holds only "input", with N channels, and "logits": of the model in eval mode whose
first convolution takes the kernels of the three colours by turns, scaled by 3 / N.
"""

import copy
import math
import sys

import torch
import torchvision

SIZES = {"inception_v3": 299}
SMALL = 64


def make(name, initialised=False):
    options = {}
    if name == "inception_v3":
        options = {"aux_logits": True, "transform_input": False, "init_weights": initialised}
    if not initialised:
        for initialise in [n for n in dir(torch.nn.init) if n.endswith("_") and not n.startswith("_")]:
            setattr(torch.nn.init, initialise, lambda tensor, *args, **options: tensor)
    return getattr(torchvision.models, name)(**options)


def randomise(model):
    """Weights that keep the signal's size; statistics, scales and biases as a trained network has them: an untrained
    one's (0 and 1, 1e-6) would hide a mix-up."""
    norms = (torch.nn.BatchNorm2d, torch.nn.LayerNorm)
    for name, parameter in model.named_parameters():
        if parameter.dim() in (2, 4):
            bound = math.sqrt(6 / parameter[0].numel())
            parameter.data.uniform_(-bound, bound)
        elif name.endswith("layer_scale"):
            parameter.data.uniform_(0.2, 0.6)
        else:
            parameter.data.normal_(0, 0.2)
    for module in model.modules():
        if isinstance(module, norms):
            module.weight.data.uniform_(0.5, 1.5)
        if isinstance(module, torch.nn.BatchNorm2d):
            module.running_mean.normal_(0, 0.2)
            module.running_var.uniform_(0.5, 1.5)


def without_chance(model):
    for module in model.modules():
        if isinstance(module, (torch.nn.Dropout, torchvision.ops.StochasticDepth)):
            module.p = 0.0
    return model


def state(model):
    return {k: v for k, v in model.state_dict().items() if not k.endswith("num_batches_tracked")}


def print_names(models):
    for model in models:
        for name, tensor in state(make(model)).items():
            print(model, name, ",".join(str(side) for side in tensor.shape))


def count_multiply_adds(model, image):
    total = 0

    def add(module, inputs, output):
        nonlocal total
        total += output[0].numel() * module.weight[0].numel()

    counted = [m for m in model.modules() if isinstance(m, (torch.nn.Conv2d, torch.nn.Linear))]
    hooks = [module.register_forward_hook(add) for module in counted]
    with torch.no_grad():
        model.eval()(image)
    for hook in hooks:
        hook.remove()
    return total


def write_case(name, folder, gradients):
    torch.manual_seed(20)
    torch.set_num_threads(2)
    model = make(name)
    randomise(model)
    size = SIZES.get(name, SMALL)
    images = torch.randn(4, 3, size, size)
    print(sum(p.numel() for p in model.parameters()), count_multiply_adds(model, images[:1]))
    torch.save(state(model), f"{folder}/state.pth")
    with torch.set_grad_enabled(gradients):
        logits = model.eval()(images)
    cases = {"input": images, "logits": logits.detach()}
    if gradients:
        logits.square().mean().backward()
        cases.update({f"gradient.{k}": p.grad for k, p in model.named_parameters() if p.grad is not None})
    exact = without_chance(copy.deepcopy(model)).double().train()
    with torch.no_grad():
        laid_out = without_chance(model).train().to(memory_format=torch.channels_last)
        answer = laid_out(images.contiguous(memory_format=torch.channels_last))
        cases["trained_logits"] = answer[0] if isinstance(answer, tuple) else answer
        answer = exact(images.double())
    if isinstance(answer, tuple):
        cases["exact_logits"], cases["auxiliary_logits"] = answer
    else:
        cases["exact_logits"] = answer
    cases.update({f"after.{k}": v for k, v in state(exact).items() if ".running_" in k})
    torch.save(cases, f"{folder}/cases.pth")


def write_channels(channels, name, folder):
    torch.manual_seed(22)
    torch.set_num_threads(2)
    model = make(name)
    randomise(model)
    torch.save(state(model), f"{folder}/state.pth")
    first = next(module for module in model.modules() if isinstance(module, torch.nn.Conv2d))
    kernels = [first.weight.data[:, channel % 3] * (3 / channels) for channel in range(channels)]
    first.weight = torch.nn.Parameter(torch.stack(kernels, dim=1))
    first.in_channels = channels
    images = torch.randn(2, channels, SMALL, SMALL)
    with torch.no_grad():
        logits = model.eval()(images)
    torch.save({"input": images, "logits": logits}, f"{folder}/cases.pth")


if sys.argv[1] == "--names":
    print_names(sys.argv[2:])
elif sys.argv[1] == "--initialised":
    torch.manual_seed(21)
    torch.save(state(make(sys.argv[2], initialised=True)), sys.argv[3])
elif sys.argv[1] == "--channels":
    write_channels(int(sys.argv[2]), sys.argv[3], sys.argv[4])
else:
    write_case(sys.argv[1], sys.argv[2], "--gradients" in sys.argv)
