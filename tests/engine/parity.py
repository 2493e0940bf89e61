"""torchvision's side of the parity test.

usage: parity.py MODEL FOLDER
Writes, for the model with random weights, its state dict, an input and its answers. FOLDER/state.safetensors holds the
weights. FOLDER/cases.safetensors holds the tensors "input" and "logits" (eval mode), the gradients of the mean squared
logit as "gradient.<name>" and, after one forward pass in training mode, "trained_logits" and the running statistics as
"after.<name>".

usage: parity.py --names MODEL...
Prints "MODEL NAME SIDE,SIDE" for every tensor of the models' state dicts.
"""

import json
import struct
import sys

import torch
import torchvision


def write_safetensors(path, tensors):
    header, offset, parts = {}, 0, []
    for name, tensor in tensors.items():
        data = tensor.detach().to(torch.float32).contiguous().numpy().tobytes()
        header[name] = {"dtype": "F32", "shape": list(tensor.shape), "data_offsets": [offset, offset + len(data)]}
        offset += len(data)
        parts.append(data)
    text = json.dumps(header).encode()
    text += b" " * (-len(text) % 8)
    with open(path, "wb") as file:
        file.write(struct.pack("<Q", len(text)))
        file.write(text)
        file.writelines(parts)


def make(name):
    options = {}
    if name == "inception_v3":
        options = {"aux_logits": False, "init_weights": False, "transform_input": False}
    if name.startswith("vgg"):
        options = {"init_weights": False}
    return getattr(torchvision.models, name)(**options)


def disturb(model):
    """Statistics, scales and biases as a trained network has them: an untrained one's (0 and 1) would hide a mix-up."""
    for module in model.modules():
        if isinstance(module, torch.nn.BatchNorm2d):
            module.running_mean.normal_(0, 0.2)
            module.running_var.uniform_(0.5, 1.5)
            module.weight.data.uniform_(0.5, 1.5)
            module.bias.data.normal_(0, 0.2)
        elif isinstance(module, torch.nn.Conv2d) and module.bias is not None:
            module.bias.data.normal_(0, 0.2)


def without_dropout(model):
    for module in model.modules():
        if isinstance(module, torch.nn.Dropout):
            module.p = 0.0
    return model


def state(model):
    return {k: v for k, v in model.state_dict().items() if not k.endswith("num_batches_tracked")}


def print_names(models):
    for initialise in [name for name in dir(torch.nn.init) if name.endswith("_") and not name.startswith("_")]:
        setattr(torch.nn.init, initialise, lambda tensor, *args, **options: tensor)  # values do not matter here
    for model in models:
        for name, tensor in state(make(model)).items():
            print(model, name, ",".join(str(side) for side in tensor.shape))


def write_case(name, folder):
    torch.manual_seed(20)
    torch.set_num_threads(2)
    model = make(name)
    disturb(model)
    size = 299 if name == "inception_v3" else 160 if name.startswith("vgg") else 128
    images = torch.randn(2, 3, size, size)
    write_safetensors(f"{folder}/state.safetensors", state(model))
    logits = model.eval()(images)
    logits.square().mean().backward()
    cases = {"input": images, "logits": logits}
    cases.update({f"gradient.{name}": parameter.grad for name, parameter in model.named_parameters()})
    with torch.no_grad():
        cases["trained_logits"] = without_dropout(model).train()(images)
    cases.update({f"after.{k}": v for k, v in state(model).items() if ".running_" in k})
    write_safetensors(f"{folder}/cases.safetensors", cases)


if sys.argv[1] == "--names":
    print_names(sys.argv[2:])
else:
    write_case(*sys.argv[1:])
