"""Seconds of an epoch of training the usual way: THREADS NETWORK TRAIN-FOLDER VAL-FOLDER EPOCHS FREEZE

FREEZE: all (but the last layer), none, or the child module up to which nothing learns.

ImageFolder, DataLoader with two workers, RandomResizedCrop and flip, SGD with momentum: the loop of PyTorch's transfer-learning
tutorial. The weights are random: what they are worth makes no difference to the time.
"""
import sys
import time

try:
    import torch
    import torchvision
    from torchvision import transforms
except ImportError:
    sys.exit(3)


def loader(folder, transform, shuffle):
    data = torchvision.datasets.ImageFolder(folder, transform)
    return torch.utils.data.DataLoader(data, batch_size=32, shuffle=shuffle, num_workers=2)


threads, name, train, val, epochs, freeze = int(sys.argv[1]), *sys.argv[2:5], int(sys.argv[5]), sys.argv[6]
torch.set_num_threads(threads)
torch.manual_seed(0)
ending = [transforms.ToTensor(), transforms.Normalize([0.485, 0.456, 0.406], [0.229, 0.224, 0.225])]
learning = loader(train, transforms.Compose([transforms.RandomResizedCrop(224), transforms.RandomHorizontalFlip(), *ending]), True)
checking = loader(val, transforms.Compose([transforms.Resize(256), transforms.CenterCrop(224), *ending]), False)
network = getattr(torchvision.models, name)(weights=None)
network.fc = torch.nn.Linear(network.fc.in_features, 2)
frozen = freeze != "none"
for child, module in network.named_children():
    for parameter in module.parameters():
        parameter.requires_grad = not (frozen and child != "fc")
    frozen = frozen and child != freeze
learning_parameters = [parameter for parameter in network.parameters() if parameter.requires_grad]
optimiser = torch.optim.SGD(learning_parameters, lr=0.001, momentum=0.9)
times = []
for _ in range(epochs):
    start = time.perf_counter()
    network.train()
    for images, targets in learning:
        optimiser.zero_grad()
        torch.nn.functional.cross_entropy(network(images), targets).backward()
        optimiser.step()
    network.eval()
    right = 0
    with torch.no_grad():
        for images, targets in checking:
            right += (network(images).argmax(1) == targets).sum().item()
    times.append(time.perf_counter() - start)
print("epoch", min(times))
