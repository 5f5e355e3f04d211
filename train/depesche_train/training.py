"""The training loop: AdamW, a short warm-up, a cosine to zero, a running average of the weights."""
import math
import random
import time

import torch

from .batches import Collator, plan


class Average:
    """Exponential running average of the parameters, taken every `every` steps."""

    def __init__(self, network, decay=0.98, every=10):
        self.decay, self.every, self.steps = decay, every, 0
        self.values = {k: v.detach().clone() for k, v in network.state_dict().items()}

    @torch.no_grad()
    def update(self, network):
        self.steps += 1
        if self.steps % self.every:
            return
        decay = min(self.decay, self.steps / self.every / (self.steps / self.every + 10))
        for name, value in network.state_dict().items():
            self.values[name].lerp_(value, 1 - decay)


def learning_rate(step, total, peak, warm=0.03):
    if step < warm * total:
        return peak * (step + 1) / (warm * total)
    return peak * 0.5 * (1 + math.cos(math.pi * (step - warm * total) / ((1 - warm) * total)))


def train(network, items, types, options, report, save):
    """Trains in place and leaves the averaged weights in the network.

    report(pass_number, text) and save(averaged weights) are called after each pass. Same data, options and thread count: same weights.
    """
    rng = random.Random(options.seed)
    collator = Collator(types, options.word_dropout, options.vector_dropout, options.seed)
    optimiser = torch.optim.AdamW(network.parameters(), lr=options.rate, betas=(0.9, 0.95), weight_decay=options.decay, fused=True)
    average = Average(network)
    total = options.passes * len(plan(list(items), options.batch, random.Random(0)))
    step, started = 0, time.time()
    for number in range(1, options.passes + 1):
        sums, words = torch.zeros(6), 0
        for batch in plan(list(items), options.batch, rng):
            network.train()
            for group in optimiser.param_groups:
                group["lr"] = learning_rate(step, total, options.rate)
            with torch.autocast("cpu", dtype=torch.bfloat16, enabled=options.bf16):
                losses = network.loss(collator(batch, train=True))
            optimiser.zero_grad(set_to_none=True)
            sum(losses).backward()
            torch.nn.utils.clip_grad_norm_(network.parameters(), 5.0)
            optimiser.step()
            average.update(network)
            step += 1
            words += batch[0].types.size * len(batch)
            sums += torch.stack(losses).detach() * batch[0].types.size * len(batch)
            if step % 200 == 0:
                report(None, f"step {step}/{total} {time.time() - started:.0f} s")
        report(number, f"pass {number} loss " + " ".join(f"{x:.3f}" for x in (sums / words).tolist()) + f" {time.time() - started:.0f} s")
        save(average.values)
    network.load_state_dict(average.values)
    return time.time() - started
