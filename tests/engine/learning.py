"""PyTorch's side of LearningReferenceTest: prints "NAME VALUE…" a line, everything in double precision.

The problem of the optimisers is a matrix and a vector under tanh, as in the test; rows for the head are made from
sines, so that nothing depends on a generator of random numbers.
"""

import math

import torch
import torchvision
from torch.nn import functional

torch.set_default_dtype(torch.float64)


def out(name, values):
    print(name, *("%.17g" % float(v) for v in torch.as_tensor(values).flatten()))


def problem():
    matrix = torch.tensor([[math.sin(3 * r + c + 1) for c in range(3)] for r in range(4)], requires_grad=True)
    vector = torch.tensor([math.cos(r + 1) for r in range(4)], requires_grad=True)
    return matrix, vector


def backward(matrix, vector, step):
    (matrix @ (torch.arange(3.0) + step) * 0.1 + vector).tanh().sum().backward()


def optimise(name, make, clip=None):
    matrix, vector = problem()
    optimiser = make([{"params": [matrix], "lr": 0.05, "weight_decay": 0.1},
                      {"params": [vector], "lr": 0.02, "weight_decay": 0.0}])
    rates = [group["lr"] for group in optimiser.param_groups]
    for step in range(12):
        for group, rate in zip(optimiser.param_groups, rates):
            group["lr"] = rate / (1 + step)
        optimiser.zero_grad(set_to_none=True)
        backward(matrix, vector, step)
        if clip:
            out(f"{name}.norm{step}", torch.nn.utils.clip_grad_norm_([matrix, vector], clip))
        optimiser.step()
        out(f"{name}.matrix{step}", matrix.detach())
        out(f"{name}.vector{step}", vector.detach())


def schedules():
    def rates(scheduler_of, steps, lr=1.0):
        optimiser = torch.optim.SGD([torch.zeros(1, requires_grad=True)], lr=lr)
        scheduler, found = scheduler_of(optimiser), []
        for _ in range(steps):
            found.append(optimiser.param_groups[0]["lr"])
            optimiser.step()
            scheduler.step()
        return found

    of = torch.optim.lr_scheduler
    out("schedule.cosine", rates(lambda o: of.CosineAnnealingLR(o, T_max=20), 21))
    out("schedule.step", rates(lambda o: of.StepLR(o, step_size=4, gamma=0.3), 20))
    out("schedule.onecycle", rates(lambda o: of.OneCycleLR(o, max_lr=1.0, total_steps=40), 40))
    losses = [1, 0.8, 0.79, 0.7901, 0.81, 0.79, 0.795, 0.7, 0.70002, 0.69998, 0.8, 0.9, 0.8, 0.71, 0.5]
    optimiser = torch.optim.SGD([torch.zeros(1, requires_grad=True)], lr=1.0)
    scheduler, found = of.ReduceLROnPlateau(optimiser, factor=0.5, patience=2), []
    for loss in losses:
        scheduler.step(loss)
        found.append(optimiser.param_groups[0]["lr"])
    out("plateau.losses", losses)
    out("plateau.rates", found)


def losses():
    logits = torch.tensor([[math.sin(5 * r + 2 * c) * 3 for c in range(4)] for r in range(6)])
    targets = torch.tensor([0, 3, 1, 2, 2, 0])
    weights = torch.tensor([0.5, 2.0, 1.0, 1.5])
    for name, options in {"plain": {}, "smooth": {"label_smoothing": 0.1}, "weighted": {"weight": weights},
                          "both": {"label_smoothing": 0.2, "weight": weights}}.items():
        x = logits.clone().requires_grad_()
        loss = functional.cross_entropy(x, targets, reduction="sum", **options)
        loss.backward()
        out(f"loss.{name}", loss.detach())
        out(f"loss.{name}.gradient", x.grad)
    # With two classes the focal loss of softmax is torchvision's of the difference of the logits.
    x = logits[:, :2].clone().requires_grad_()
    loss = torchvision.ops.sigmoid_focal_loss(x[:, 1] - x[:, 0], (targets % 2).double(), alpha=-1, gamma=2,
                                              reduction="sum")
    loss.backward()
    out("loss.focal", loss.detach())
    out("loss.focal.gradient", x.grad)


def head():
    rows, features, classes = 30, 7, 3
    x = torch.tensor([[math.sin(r * (c + 1.3) + c * c) for c in range(features)] for r in range(rows)])
    y = torch.tensor([r * r % 7 % classes for r in range(rows)])
    weights = torch.tensor([1 + 0.5 * (r % 3) for r in range(rows)])
    for name, l2, of_rows in [("strong", 1.0, torch.ones(rows)), ("weak", 1e-3, torch.ones(rows)),
                              ("weighted", 0.03, weights)]:
        w = torch.zeros(classes, features, requires_grad=True)
        b = torch.zeros(classes, requires_grad=True)
        optimiser = torch.optim.LBFGS([w, b], max_iter=5000, tolerance_grad=1e-12, tolerance_change=1e-16,
                                      history_size=50, line_search_fn="strong_wolfe")

        def closure():
            optimiser.zero_grad()
            each = functional.cross_entropy(x @ w.t() + b, y, reduction="none")
            loss = (each * of_rows).sum() / of_rows.sum() + l2 / 2 * w.square().sum()
            loss.backward()
            return loss

        optimiser.step(closure)
        out(f"head.{name}.loss", closure().detach())
        out(f"head.{name}.weight", w.detach())
        out(f"head.{name}.bias", b.detach() - b.detach().mean())


optimise("adamw", lambda groups: torch.optim.AdamW(groups))
optimise("sgd", lambda groups: torch.optim.SGD(groups, lr=0.1, momentum=0.9))
optimise("plainsgd", lambda groups: torch.optim.SGD(groups, lr=0.1))
optimise("clipped", lambda groups: torch.optim.SGD(groups, lr=0.1, momentum=0.5), clip=0.4)
schedules()
losses()
head()
