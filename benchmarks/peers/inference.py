"""Images a second of torchvision's networks, forward, without gradients: THREADS BATCH ROUNDS NAME:SIZE…

The fastest round counts, the first does not.
"""
import sys
import time

try:
    import torch
    import torchvision
except ImportError:
    sys.exit(3)

threads, batch, count = (int(value) for value in sys.argv[1:4])
torch.set_num_threads(threads)
for named in sys.argv[4:]:
    name, size = named.split(":")
    torch.manual_seed(0)
    images = torch.randn(batch, 3, int(size), int(size))
    more = {"init_weights": False} if name == "inception_v3" else {}
    network = getattr(torchvision.models, name)(weights=None, **more).eval()
    rounds = []
    with torch.no_grad():
        for _ in range(count):
            start = time.perf_counter()
            network(images)
            rounds.append(batch / (time.perf_counter() - start))
    print(name, max(rounds[1:]))
