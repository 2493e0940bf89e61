"""Images a second of one of torchvision's networks on the card, or on the processor where there is none:
BATCH ROUNDS WARM_UP NAME SIZE. The median of the rounds counts."""
import statistics
import sys
import time

try:
    import torch
    import torchvision
except ImportError:
    sys.exit(3)

batch, count, warm_up = (int(value) for value in sys.argv[1:4])
name, size = sys.argv[4], int(sys.argv[5])
device = torch.device("cuda" if torch.cuda.is_available() else "cpu")


def wait():
    if device.type == "cuda":
        torch.cuda.synchronize()


def images_per_second(compute):
    rounds = []
    for index in range(count):
        wait()
        start = time.perf_counter()
        compute()
        wait()
        if index >= warm_up:
            rounds.append(time.perf_counter() - start)
    return batch / statistics.median(rounds)


def measure(tuned, half):
    torch.manual_seed(0)
    torch.backends.cudnn.benchmark = tuned
    layout = torch.channels_last if tuned else torch.contiguous_format
    images = torch.randn(batch, 3, size, size, device=device).contiguous(memory_format=layout)
    targets = torch.arange(batch, device=device) % 1000
    more = {"init_weights": False, "aux_logits": False} if name == "inception_v3" else {}
    network = getattr(torchvision.models, name)(weights=None, **more).to(device, memory_format=layout)
    fused = {"fused": True} if tuned and device.type == "cuda" else {}
    optimiser = torch.optim.AdamW(network.parameters(), lr=1e-4, weight_decay=1e-2, **fused)

    def rounding():
        return torch.autocast(device.type, dtype=torch.bfloat16, enabled=half)

    def step():
        optimiser.zero_grad(set_to_none=True)
        with rounding():
            loss = torch.nn.functional.cross_entropy(network(images), targets)
        loss.backward()
        optimiser.step()
        loss.item()

    def answer():
        with torch.no_grad(), rounding():
            network(images)

    network.train()
    steps = images_per_second(step)
    network.eval()
    return steps, images_per_second(answer)


for tuned in (False, True):
    for half in (False, True):
        steps, answers = measure(tuned, half)
        ending = ("bfloat16" if half else "float32") + ("_tuned" if tuned else "_usual")
        print("step_" + ending, steps)
        print("answer_" + ending, answers)
