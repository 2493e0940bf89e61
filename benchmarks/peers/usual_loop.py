"""Training the usual way: THREADS NETWORK TRAIN-FOLDER VAL-FOLDER EPOCHS FREEZE [WEIGHTS SEED]

FREEZE: all (but the last layer), none, or the child module up to which nothing learns.
WEIGHTS: resnet50.keras_v1.safetensors; without them they are random, for what they are worth makes no difference to the time.

ImageFolder, DataLoader with two workers, RandomResizedCrop and flip, SGD with momentum: the loop of PyTorch's transfer-learning
tutorial. Prints the seconds of the fastest epoch and, where there are weights, the validation accuracy of the best one and of the last.

With weights the batch has 4 images and the rate falls to a tenth every seven epochs, as in the tutorial, and the network is laid out
channels last, which changes nothing but the time. Without, the batch has 32, with which the loop is faster.
"""
import json
import struct
import sys
import time

try:
    import torch
    import torchvision
    from torchvision import transforms
except ImportError:
    sys.exit(3)


def tensors(path):
    types = {"F16": torch.float16, "F32": torch.float32, "I64": torch.int64}
    with open(path, "rb") as file:
        header = json.loads(file.read(struct.unpack("<Q", file.read(8))[0]))
        body = bytearray(file.read())
    header.pop("__metadata__", None)
    return {name: torch.frombuffer(body[slice(*entry["data_offsets"])], dtype=types[entry["dtype"]]).reshape(entry["shape"]).float()
            for name, entry in header.items()}


def born_in_keras(network, path):
    """Loads the weights; where they come from, a stage's stride is in its first convolution, and BatchNorm has another eps."""
    for module in network.modules():
        if isinstance(module, torchvision.models.resnet.Bottleneck):
            module.conv1.stride, module.conv2.stride = module.conv2.stride, module.conv1.stride
        if isinstance(module, torch.nn.BatchNorm2d):
            module.eps = 1e-3
    missing, unexpected = network.load_state_dict(tensors(path), strict=False)
    assert not unexpected and all(name.endswith("num_batches_tracked") for name in missing), (missing, unexpected)


class CaffePixels:
    """0 to 1 RGB -> 0 to 255 BGR less the means."""

    def __call__(self, image):
        return image.flip(0) * 255 - torch.tensor([103.939, 116.779, 123.68]).view(3, 1, 1)


def loader(folder, transform, shuffle, batch):
    data = torchvision.datasets.ImageFolder(folder, transform)
    return torch.utils.data.DataLoader(data, batch_size=batch, shuffle=shuffle, num_workers=2)


threads, name, train, val, epochs, freeze = int(sys.argv[1]), *sys.argv[2:5], int(sys.argv[5]), sys.argv[6]
weights, seed = (sys.argv[7], int(sys.argv[8])) if len(sys.argv) > 8 else (None, 0)
torch.set_num_threads(threads)
torch.manual_seed(seed)
batch = 4 if weights else 32
pixels = CaffePixels() if weights else transforms.Normalize([0.485, 0.456, 0.406], [0.229, 0.224, 0.225])
ending = [transforms.ToTensor(), pixels]
learning = loader(train, transforms.Compose([transforms.RandomResizedCrop(224), transforms.RandomHorizontalFlip(), *ending]), True, batch)
checking = loader(val, transforms.Compose([transforms.Resize(256), transforms.CenterCrop(224), *ending]), False, batch)
network = getattr(torchvision.models, name)(weights=None)
if weights:
    born_in_keras(network, weights)
    network = network.to(memory_format=torch.channels_last)
network.fc = torch.nn.Linear(network.fc.in_features, 2)
frozen = freeze != "none"
for child, module in network.named_children():
    for parameter in module.parameters():
        parameter.requires_grad = not (frozen and child != "fc")
    frozen = frozen and child != freeze
learning_parameters = [parameter for parameter in network.parameters() if parameter.requires_grad]
optimiser = torch.optim.SGD(learning_parameters, lr=0.001, momentum=0.9)
schedule = torch.optim.lr_scheduler.StepLR(optimiser, step_size=7 if weights else epochs, gamma=0.1)
times, accuracies = [], []
for _ in range(epochs):
    start = time.perf_counter()
    network.train()
    for images, targets in learning:
        optimiser.zero_grad()
        torch.nn.functional.cross_entropy(network(images), targets).backward()
        optimiser.step()
    schedule.step()
    network.eval()
    right = 0
    with torch.no_grad():
        for images, targets in checking:
            right += (network(images).argmax(1) == targets).sum().item()
    times.append(time.perf_counter() - start)
    accuracies.append(right / len(checking.dataset))
print("epoch", min(times))
if weights:
    print("accuracy", max(accuracies))
    print("last_accuracy", accuracies[-1])
