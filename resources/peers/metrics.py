# SPDX-License-Identifier: GPL-3.0-or-later
"""Saves metric points with MLflow (on SQLite, in batches and one by one) and with TensorBoard's writer: ROUNDS"""
import json
import os
import sys
import tempfile
import time

os.environ["MLFLOW_DISABLE_TELEMETRY"] = "true"

from mlflow import MlflowClient
from mlflow.entities import Metric
from tensorboard.compat.proto.event_pb2 import Event
from tensorboard.compat.proto.summary_pb2 import Summary
from tensorboard.summary.writer.event_file_writer import EventFileWriter

KEYS = ["train/loss", "train/learning_rate", "train/gradient_norm", "train/tokens", "train/seconds"]
rounds = int(sys.argv[1])
best = {"mlflow_batch": 0.0, "mlflow_single": 0.0, "tensorboard": 0.0}


def keep(name, count, start):
    best[name] = max(best[name], count / (time.perf_counter() - start))


with tempfile.TemporaryDirectory() as folder:
    client = MlflowClient(tracking_uri="sqlite:///" + os.path.join(folder, "mlflow.db"))
    experiment = client.create_experiment("bench", artifact_location=folder)
    for turn in range(rounds):
        run = client.create_run(experiment).info.run_id
        start = time.perf_counter()
        for batch in range(10):
            now = int(time.time() * 1000)
            client.log_batch(run, metrics=[Metric(KEYS[i % 5], 1.0 / (i + 1), now, batch * 200 + i // 5)
                                           for i in range(1000)])
        keep("mlflow_batch", 10_000, start)
        start = time.perf_counter()
        for i in range(100):
            client.log_metric(run, KEYS[i % 5], 1.0 / (i + 1), step=10_000 + i // 5)
        keep("mlflow_single", 100, start)

        writer = EventFileWriter(os.path.join(folder, "logs%d" % turn))
        start = time.perf_counter()
        for i in range(20_000):
            value = Summary.Value(tag=KEYS[i % 5], simple_value=1.0 / (i + 1))
            writer.add_event(Event(wall_time=time.time(), step=i // 5, summary=Summary(value=[value])))
        writer.flush()
        keep("tensorboard", 20_000, start)
        writer.close()
print(json.dumps(best))
