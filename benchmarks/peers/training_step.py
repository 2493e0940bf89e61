"""Images a second of a whole training step of torchvision's networks: THREADS BATCH ROUNDS NAME:SIZE…

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
    targets = torch.randint(1000, (batch,))
    # As ours: the main head alone.
    more = {"init_weights": False, "aux_logits": False} if name == "inception_v3" else {}
    network = getattr(torchvision.models, name)(weights=None, **more).train()
    optimiser = torch.optim.AdamW(network.parameters(), lr=1e-4, weight_decay=1e-2)
    rounds = []
    for _ in range(count):
        start = time.perf_counter()
        optimiser.zero_grad(set_to_none=True)
        torch.nn.functional.cross_entropy(network(images), targets).backward()
        optimiser.step()
        rounds.append(batch / (time.perf_counter() - start))
    print(name, max(rounds[1:]))
