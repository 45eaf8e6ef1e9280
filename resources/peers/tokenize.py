# SPDX-License-Identifier: GPL-3.0-or-later
"""Turns lines into ids with the package tokenizers: ROUNDS MODEL FILE MAX_LENGTH THREADS"""
import json
import os
import sys
import time

rounds, model, source, limit, threads = int(sys.argv[1]), sys.argv[2], sys.argv[3], int(sys.argv[4]), sys.argv[5]
os.environ["RAYON_NUM_THREADS"] = threads
os.environ["TOKENIZERS_PARALLELISM"] = "true"

from tokenizers import Tokenizer

tokenizer = Tokenizer.from_file(os.path.join(model, "tokenizer.json"))
tokenizer.no_padding()
if limit:
    tokenizer.enable_truncation(limit)
else:
    tokenizer.no_truncation()
with open(source, encoding="utf-8", newline="\n") as file:
    lines = [line.rstrip("\n") for line in file]
best = float("inf")
for _ in range(rounds):
    start = time.perf_counter()
    encodings = tokenizer.encode_batch(lines)
    best = min(best, time.perf_counter() - start)
print(json.dumps({"seconds": best, "tokens": sum(len(e) for e in encodings)}))
