"""Images a second through torchvision and Pillow: decode, augment, normalise; the same photographs and the same steps."""
import pathlib
import statistics
import sys
import time

try:
    import torch
    from PIL import Image
    from torchvision import transforms
except ImportError:
    sys.exit(3)

folder, workers = pathlib.Path(sys.argv[1]), int(sys.argv[2])
torch.set_num_threads(1)
normalise = [transforms.ToTensor(), transforms.Normalize([0.485, 0.456, 0.406], [0.229, 0.224, 0.225])]
evaluation = transforms.Compose([transforms.Resize(256), transforms.CenterCrop(224), *normalise])
training = transforms.Compose([
    transforms.RandomResizedCrop(224, scale=(0.5, 1.0), ratio=(1.0, 1.0)),
    transforms.RandomHorizontalFlip(),
    transforms.ColorJitter(brightness=0.2, contrast=0.2, saturation=0.2),
    *normalise,
])


class Photographs(torch.utils.data.Dataset):
    def __init__(self, transform):
        self.paths = sorted(folder.rglob("*.jpg"))
        self.transform = transform

    def __len__(self):
        return len(self.paths)

    def __getitem__(self, index):
        return self.transform(Image.open(self.paths[index]).convert("RGB"))


for name, transform in (("evaluation", evaluation), ("training", training)):
    # In this process with one worker, as torchvision's users measure it; worker processes stay alive between the rounds.
    loader = torch.utils.data.DataLoader(Photographs(transform), batch_size=16, num_workers=workers if workers > 1 else 0,
                                         persistent_workers=workers > 1)
    rounds = []
    for _ in range(4):
        start = time.perf_counter()
        count = sum(len(batch) for batch in loader)
        rounds.append(count / (time.perf_counter() - start))
    print(name, statistics.median(rounds[1:]))
