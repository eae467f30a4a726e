#!/usr/bin/env python3
"""Measures what `facerepro bench train` measures, with PyTorch for Python: forward, ArcFace loss,
backward and SGD step of the same network, batch and threads, on pictures already in memory.

Needs PyTorch:  pytorch_train.py [--case train-ir-mini] [--steps 20] [--threads 2] [--layout channels-last]
"""
import argparse
import json
import math
import pathlib
import statistics
import sys
import time

import torch
from torch import nn
from torch.nn import functional as F

sys.path.insert(0, str(pathlib.Path(__file__).resolve().parents[1] / "fixtures"))
from backbone_fixture import IResNet, conv, stages  # noqa: E402


def normalised(i, o, k, s=1):
    return nn.Sequential(conv(i, o, k, s), nn.BatchNorm2d(o))


class SmallUnit(nn.Module):
    def __init__(self, i, o, stride):
        super().__init__()
        self.branch = nn.Sequential(
            *normalised(i, o, 3, stride), nn.PReLU(o), *normalised(o, o, 3))
        self.projection = None if i == o and stride == 1 else normalised(i, o, 1, stride)
        self.outer = nn.PReLU(o)

    def forward(self, x):
        kept = x if self.projection is None else self.projection(x)
        return self.outer(self.branch(x) + kept)


class SmallResNet(nn.Module):
    """ir-mini: a stem of stride 2, then units of two normalised convolutions."""

    def __init__(self, counts, size, features, widths=(32, 64, 128, 256)):
        super().__init__()
        units = stages(widths, counts, widths[0], 1)
        side = size >> len(widths)
        self.net = nn.Sequential(
            *normalised(3, widths[0], 3, 2), nn.PReLU(widths[0]),
            *[SmallUnit(i, o, s) for _, _, i, o, s in units],
            nn.Flatten(), nn.Linear(widths[-1] * side * side, features), nn.BatchNorm1d(features))

    def forward(self, x):
        return self.net(x)


# case: (network, embedding, batch, steps of a run)
CASES = {
    "train-ir-mini": (lambda: SmallResNet((1, 2, 2, 2), 112, 128), 128, 64, 20),
    "train-iresnet50": (lambda: IResNet((3, 4, 14, 3)), 512, 16, 6),
}


def arc_face(cosines, labels, margin=0.5, scale=64.0):
    t = cosines.gather(1, labels[:, None])
    sine = (1 - t * t).clamp_min(1e-7).sqrt()
    turned = t * math.cos(margin) - sine * math.sin(margin)
    own = torch.where(t > -math.cos(margin), turned, t - margin * math.sin(margin))
    return F.cross_entropy(scale * cosines.scatter(1, labels[:, None], own), labels)


def main():
    parser = argparse.ArgumentParser()
    parser.add_argument("--case", choices=list(CASES), default="train-ir-mini")
    parser.add_argument("--steps", type=int)
    parser.add_argument("--runs", type=int, default=3)
    parser.add_argument("--threads", type=int, default=2)
    parser.add_argument("--layout", choices=("contiguous", "channels-last"), default="channels-last")
    args = parser.parse_args()
    make, features, batch, steps = CASES[args.case]
    steps = args.steps or steps
    torch.set_num_threads(args.threads)
    torch.manual_seed(1)
    layout = torch.channels_last if args.layout == "channels-last" else torch.contiguous_format
    net = make().train().to(memory_format=layout)
    classes = steps * batch // 8
    centres = nn.Parameter(torch.randn(classes, features))
    weights = [*net.parameters(), centres]
    optimiser = torch.optim.SGD(
        [{"params": [w for w in weights if w.dim() > 1], "weight_decay": 5e-4},
         {"params": [w for w in weights if w.dim() == 1]}],
        lr=0.02, momentum=0.9)
    pictures = (torch.rand(batch, 3, 112, 112) * 2 - 1).to(memory_format=layout)

    def step():
        labels = torch.randint(classes, (batch,))
        optimiser.zero_grad()
        cosines = F.normalize(net(pictures)) @ F.normalize(centres).t()
        loss = arc_face(cosines, labels)
        loss.backward()
        optimiser.step()
        return loss.item()

    step(), step()
    seconds = []
    for _ in range(args.runs):
        start = time.perf_counter()
        for _ in range(steps):
            step()
        seconds.append(time.perf_counter() - start)
    print(json.dumps({
        "case": args.case, "torch": torch.__version__, "threads": args.threads, "layout": args.layout,
        "steps": steps, "seconds": seconds,
        "imagesPerSecond": steps * batch / statistics.median(seconds)}))


if __name__ == "__main__":
    main()
