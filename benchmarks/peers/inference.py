"""Images a second of torchvision's networks, forward, without gradients."""
import statistics
import sys
import time

try:
    import torch
    import torchvision
except ImportError:
    sys.exit(3)

threads, batch, size = (int(value) for value in sys.argv[1:4])
torch.set_num_threads(threads)
torch.manual_seed(0)
images = torch.randn(batch, 3, size, size)
for name in sys.argv[4:]:
    network = getattr(torchvision.models, name)(weights=None).eval()
    rounds = []
    with torch.no_grad():
        for _ in range(6):
            start = time.perf_counter()
            network(images)
            rounds.append(batch / (time.perf_counter() - start))
    print(name, statistics.median(rounds[1:]))
