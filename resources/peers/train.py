# SPDX-License-Identifier: GPL-3.0-or-later
"""Fine-tunes with transformers and PyTorch, batches by length or padded to the limit:
ROUNDS MODEL ROWS STEPS BATCH MAX_LENGTH THREADS EVALUATION_BATCH ROWS_OF_START DEVICE PRECISION"""
import time

begin = time.perf_counter()
import json
import random
import resource
import sys

import torch
from transformers import AutoModelForSequenceClassification, AutoTokenizer, get_scheduler

rounds, model_folder, rows = int(sys.argv[1]), sys.argv[2], sys.argv[3]
steps, size, limit, threads, evaluation_size, start_rows = (int(word) for word in sys.argv[4:10])
device, precision = sys.argv[10:12]
if threads:
    torch.set_num_threads(threads)
WARM_UP = 3
with open(rows, encoding="utf-8") as file:
    data = [json.loads(line) for line in file]
tokenizer = AutoTokenizer.from_pretrained(model_folder)
labels = [label for label, _ in data]
ids = tokenizer([text for _, text in data[:start_rows]], truncation=True, max_length=limit)["input_ids"]


def new_model():
    model = AutoModelForSequenceClassification.from_pretrained(model_folder, num_labels=max(labels) + 1)
    return model.to(device)


def new_optimizer(groups):
    # As Trainer: one fused kernel on a GPU.
    return torch.optim.AdamW(groups, lr=2e-5, fused=device == "cuda")


def padded(chosen, padding, batch_labels=None):
    tensors = tokenizer.pad({"input_ids": chosen}, return_tensors="pt", padding=padding, max_length=limit)
    if batch_labels is not None:
        tensors["labels"] = torch.tensor(batch_labels)
    return {name: tensor.to(device) for name, tensor in tensors.items()}


def run(model, batch):
    with torch.autocast(device, dtype=torch.bfloat16, enabled=precision == "bf16"):
        return model(**batch)


def wait():
    if device == "cuda":
        torch.cuda.synchronize()


def first_step():
    """Seconds from the imports to the end of a first step."""
    model = new_model().train()
    optimizer = new_optimizer(model.parameters())
    run(model, padded(ids[:size], "longest", labels[:size])).loss.backward()
    torch.nn.utils.clip_grad_norm_(model.parameters(), 1.0)
    optimizer.step()
    wait()
    return time.perf_counter() - begin


def megabytes():
    return resource.getrusage(resource.RUSAGE_SELF).ru_maxrss * 1024 / 1e6


start_seconds = first_step()
ids = tokenizer([text for _, text in data], truncation=True, max_length=limit)["input_ids"]


def batches(by_length):
    """Shuffled; by length within stretches of 50 batches, as transformers groups them."""
    chosen = random.Random(1)
    while True:
        order = list(range(len(ids)))
        chosen.shuffle(order)
        if by_length:
            stretch = size * 50
            order = [i for at in range(0, len(order), stretch)
                     for i in sorted(order[at:at + stretch], key=lambda i: len(ids[i]), reverse=True)]
        cut = [order[at:at + size] for at in range(0, len(order) - size + 1, size)] or [order]
        chosen.shuffle(cut)
        yield from cut


def measure(by_length):
    torch.manual_seed(1)
    model = new_model()
    model.train()
    plain = [p for n, p in model.named_parameters() if "bias" not in n and "LayerNorm" not in n]
    other = [p for n, p in model.named_parameters() if "bias" in n or "LayerNorm" in n]
    optimizer = new_optimizer([{"params": plain, "weight_decay": 0.01}, {"params": other, "weight_decay": 0.0}])
    schedule = get_scheduler("linear", optimizer, 0, steps + WARM_UP)
    source = batches(by_length)
    tokens, start = 0, 0.0
    for step in range(steps + WARM_UP):
        if step == WARM_UP:
            wait()
            start = time.perf_counter()
        batch = next(source)
        tensors = padded([ids[i] for i in batch], "longest" if by_length else "max_length",
                         [labels[i] for i in batch])
        loss = run(model, tensors).loss
        loss.backward()
        torch.nn.utils.clip_grad_norm_(model.parameters(), 1.0)
        optimizer.step()
        schedule.step()
        optimizer.zero_grad()
        if step >= WARM_UP:
            tokens += sum(len(ids[i]) for i in batch)
    wait()
    return tokens / (time.perf_counter() - start)


def predict():
    chosen = sorted(ids[:steps * size], key=len, reverse=True)
    model = new_model().eval()
    start = time.perf_counter()
    with torch.inference_mode():
        for at in range(0, len(chosen), evaluation_size):
            run(model, padded(chosen[at:at + evaluation_size], "longest")).logits.float().softmax(1).tolist()
    return sum(map(len, chosen)) / (time.perf_counter() - start)


result = {"start_seconds": start_seconds}
result["grouped"] = max(measure(True) for _ in range(rounds))
result["grouped_megabytes"] = megabytes()
result["padded"] = max(measure(False) for _ in range(rounds))
result["padded_megabytes"] = megabytes()
result["predicted"] = max(predict() for _ in range(rounds))
print(json.dumps(result))
